package anim

import (
	"context"
	"math"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim/internal/rules"
	"github.com/godeferred/godeferred/internal/wrong"
)

// FadeTo fades the elements to an opacity from 0 to 1, which stays as an inline style. Those that are
// hidden are shown first, with an opacity of 0. It hides nothing, not even at 0. NaN and infinities
// are a deferred.TypeError, and with a wrong option, too, nothing is shown.
func FadeTo(ctx context.Context, elements []safejs.Value, opacity float64, opts ...Option) (*Run, error) {
	if math.IsNaN(opacity) || math.IsInf(opacity, 0) {
		return nil, wrong.TypeError("opacity must be a number from 0 to 1, not " + rules.Number(opacity))
	}
	if _, err := collect(opts); err != nil {
		return nil, err
	}
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	var styles styles
	var hidden []*part
	for _, element := range elements {
		p, err := newPart(element, &styles)
		if err != nil {
			return nil, err
		}
		if p.display.Hidden() {
			hidden = append(hidden, p)
		}
	}
	for _, p := range hidden {
		if err := p.write([]setting{{"opacity", "0"}}); err != nil {
			return nil, err
		}
	}
	if err := reveal(hidden, &styles); err != nil {
		return nil, err
	}
	return Animate(ctx, elements, Properties{"opacity": rules.Number(opacity)}, opts...)
}
