package rules

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/wrong"
)

func TestEasingsByName(t *testing.T) {
	for name, want := range map[string]string{"": swing, "swing": swing, "linear": "linear"} {
		css, err := EasingNamed(name)
		require.NoError(t, err)
		assert.Equal(t, want, css)
	}
	_, err := EasingNamed("easeOutBounce")
	var wrong wrong.TypeError
	require.ErrorAs(t, err, &wrong)
	assert.EqualError(t, err, `easing must be "swing" or "linear", not "easeOutBounce"`)
}

// The curve is worth its name: jQuery's swing is 0.5 - cos(πp)/2.
func TestSwingIsJQuerys(t *testing.T) {
	x1, x2 := swingX1, swingX2 // y1 = 0, y2 = 1
	at := func(s, p1, p2 float64) float64 { return 3*(1-s)*(1-s)*s*p1 + 3*(1-s)*s*s*p2 + s*s*s }
	worst := 0.0
	for s := 0.0; s <= 1; s += 0.0001 {
		want := 0.5 - math.Cos(math.Pi*at(s, x1, x2))/2
		worst = max(worst, math.Abs(at(s, 0, 1)-want))
	}
	assert.Less(t, worst, 0.0004)
}
