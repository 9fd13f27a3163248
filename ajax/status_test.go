package ajax

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStatusesAsJQueryReadsThem(t *testing.T) {
	for _, c := range []struct {
		status    int
		succeeded bool
		text      string
		body      bool
	}{
		{200, true, "success", true},
		{201, true, "success", true},
		{204, true, "nocontent", false},
		{206, true, "success", true},
		{299, true, "success", true},
		{304, true, "notmodified", false},
		{0, false, "error", true},
		{199, false, "error", true},
		{300, false, "error", true},
		{303, false, "error", true},
		{305, false, "error", true},
		{404, false, "error", true},
		{500, false, "error", true},
	} {
		t.Run(strconv.Itoa(c.status), func(t *testing.T) {
			assert.Equal(t, c.succeeded, Succeeded(c.status))
			assert.Equal(t, c.text, textStatus(c.status))
			assert.Equal(t, c.body, hasBody(c.status))
		})
	}
}
