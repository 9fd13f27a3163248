package page

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGuardReportsAPanicOnce(t *testing.T) {
	var reported []error
	defer OnReport(func(err error) { reported = append(reported, err) })()
	why := errors.New("why")
	Guard(func() { panic(why) })
	require.Len(t, reported, 1)
	assert.ErrorIs(t, reported[0], why)
	assert.Contains(t, reported[0].(*PanicError).Stack, "guard_test.go")
	ran := false
	Guard(func() { ran = true })
	assert.True(t, ran)
	assert.Len(t, reported, 1)
}
