package anim

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The page face has the same times, written down by itself: fx.speeds are the page's to change, and no rule has the rest.
func TestThePageHasTheSameTimes(t *testing.T) {
	ms := func(d time.Duration) string { return strconv.FormatInt(d.Milliseconds(), 10) }
	for line, file := range map[string]string{
		"speeds: { slow: " + ms(Slow) + ", fast: " + ms(Fast) + ", _default: " + ms(defaultTime) + " },": "fx.js",
		"const GRACE = " + ms(grace) + ";": "flight.js",
		"const AGAIN = " + ms(again) + ";": "flight.js",
	} {
		source, err := os.ReadFile(filepath.Join("..", "web", "src", "anim", file))
		require.NoError(t, err)
		assert.Equal(t, 1, strings.Count(string(source), line), "%s: %s", file, line)
	}
}
