package page_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/page"
)

type wrappingPointer struct{ inner error }

func (e *wrappingPointer) Error() string { return "around" }
func (e *wrappingPointer) Unwrap() error { return e.inner }

func TestTheOutcomeOfAnAbortedCallIsTheReason(t *testing.T) {
	reason, own := errors.New("reason"), errors.New("own")
	ctx, cancel := context.WithCancelCause(t.Context())
	assert.Equal(t, context.Canceled, page.Outcome(ctx, context.Canceled))
	cancel(reason)
	assert.Equal(t, reason, page.Outcome(ctx, &wrappingPointer{context.Canceled}))
	assert.Equal(t, own, page.Outcome(ctx, own))
	assert.NoError(t, page.Outcome(ctx, nil))
	var pointer *wrappingPointer // whose Unwrap panics
	assert.Equal(t, error(pointer), page.Outcome(ctx, pointer))
}
