package anim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestErrStoppedIsAnAbortErrorToThePage(t *testing.T) {
	assert.Equal(t, "AbortError", ErrStopped.(interface{ PageErrorName() string }).PageErrorName())
	assert.EqualError(t, ErrStopped, "the animation was stopped")
}
