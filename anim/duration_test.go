package anim

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/wrong"
)

func TestWordsForDurations(t *testing.T) {
	for word, want := range map[string]time.Duration{"fast": 200 * time.Millisecond, "slow": 600 * time.Millisecond} {
		d, err := Word(word)
		require.NoError(t, err)
		assert.Equal(t, want, d)
	}
}

func TestWrongWordsAreNamed(t *testing.T) {
	for _, word := range []string{"", "quick", "Fast", "400", "400ms", "default", "_default", "__proto__"} {
		_, err := Word(word)
		var wrong wrong.TypeError
		require.ErrorAs(t, err, &wrong)
		assert.EqualError(t, err, `duration must be a number of milliseconds, "fast" or "slow", not "`+word+`"`)
	}
}

func TestNumbersOfMilliseconds(t *testing.T) {
	for name, c := range map[string]struct {
		ms   float64
		want time.Duration
	}{
		"whole":              {400, 400 * time.Millisecond},
		"part":               {0.5, 500 * time.Microsecond},
		"none":               {0, 0},
		"negative zero":      {math.Copysign(0, -1), 0},
		"negative":           {-1, 0},
		"not a number":       {math.NaN(), 0},
		"infinite":           {math.Inf(1), 0},
		"negative infinite":  {math.Inf(-1), 0},
		"longer than can be": {math.MaxFloat64, 1e12 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, Milliseconds(c.ms)) })
	}
}
