package e2e_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Where the black box lies, which is all that there is on the white page.
var box = image.Rect(20, 10, 120, 90)

// How many shades a blended pixel may be off: compositors round.
const shades = 10

// What the browser draws at 0, 50 and 100 % of a linear effect, whose time the test sets. Screenshots are of the
// finished animation, too: the final style has to look as its last frame.
func TestSlidesAndFadesLookRight(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for effect, half := range map[string]struct {
		height int   // px of the box that are drawn at 50 %
		grey   uint8 // their shade
	}{
		"slideDown": {box.Dy() / 2, 0},
		"fadeIn":    {box.Dy(), 127},
	} {
		t.Run(effect, func(t *testing.T) {
			t.Parallel()
			tab := started(t)
			harness.Eval[int](tab, fmt.Sprintf(`(document.body.innerHTML = "<style>body { margin: 0; background: white }" +
				"div { position: absolute; left: %dpx; top: %dpx; width: %dpx; height: %dpx; background: black; display: none }" +
				"</style><div></div>", document.body.offsetHeight)`, box.Min.X, box.Min.Y, box.Dx(), box.Dy()))
			drawn(t, tab, image.Rectangle{}, 0)
			harness.Eval[int](tab, `(window.effect = godeferred.`+effect+`("div", 1e6, "linear"),
				[window.running] = document.getAnimations(), running.pause(), document.getAnimations().length)`)
			at := func(percent int) {
				harness.Eval[int](tab, fmt.Sprintf(`running.ready.then(() => running.currentTime = 1e4 * %d)`, percent))
			}
			at(0)
			drawn(t, tab, image.Rectangle{}, 0)
			at(50)
			drawn(t, tab, image.Rectangle{box.Min, image.Pt(box.Max.X, box.Min.Y+half.height)}, half.grey)
			at(100)
			drawn(t, tab, box, 0)
			harness.Eval[bool](tab, `(running.finish(), effect.then(() => true))`)
			drawn(t, tab, box, 0)
			assert.Zero(t, harness.Eval[int](tab, `document.getAnimations().length`))
		})
	}
}

// drawn takes a screenshot and passes if the page is white but for one rectangle of one grey.
func drawn(t *testing.T, tab *harness.Tab, want image.Rectangle, grey uint8) {
	t.Helper()
	params := page.CaptureScreenshotParams{
		Format: page.CaptureScreenshotFormatPng,
		Clip:   &page.Viewport{Width: float64(box.Max.X + 20), Height: float64(box.Max.Y + 20), Scale: 1},
	}
	shot, err := png.Decode(bytes.NewReader(call(tab, "take a screenshot", page.CaptureScreenshot, params).Data))
	require.NoError(t, err)
	wrong, example := 0, ""
	for y := shot.Bounds().Min.Y; y < shot.Bounds().Max.Y; y++ {
		for x := shot.Bounds().Min.X; x < shot.Bounds().Max.X; x++ {
			expected := uint8(255)
			if image.Pt(x, y).In(want) {
				expected = grey
			}
			if c := color.RGBAModel.Convert(shot.At(x, y)).(color.RGBA); !near(c, expected) {
				if wrong++; wrong == 1 {
					example = fmt.Sprintf("the first at %d, %d is %v, not of shade %d", x, y, c, expected)
				}
			}
		}
	}
	assert.Zerof(t, wrong, "wrong pixels of %v; %s", shot.Bounds(), example)
}

func near(c color.RGBA, shade uint8) bool {
	for _, channel := range [...]uint8{c.R, c.G, c.B} {
		if max(channel, shade)-min(channel, shade) > shades {
			return false
		}
	}
	return true
}
