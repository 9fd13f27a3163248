package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTextStatus(t *testing.T) {
	for _, row := range []struct {
		status int
		method string
		want   string
	}{
		{200, "GET", "success"}, {201, "POST", "success"}, {299, "GET", "success"}, {206, "GET", "success"},
		{204, "GET", "nocontent"}, {200, "HEAD", "nocontent"}, {304, "GET", "notmodified"}, {304, "HEAD", "nocontent"},
		{0, "GET", "error"}, {199, "GET", "error"}, {300, "GET", "error"}, {404, "HEAD", "error"}, {500, "GET", "error"},
	} {
		assert.Equal(t, row.want, TextStatus(row.status, row.method), "%d %s", row.status, row.method)
	}
}
