package anim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSlideInOpensABoxFromNothing(t *testing.T) {
	for name, c := range map[string]struct {
		box
		to keyframe
	}{
		"a plain box": {box{height: 40}, keyframe{
			"height": "40px", "paddingTop": "0px", "paddingBottom": "0px", "marginTop": "0px", "marginBottom": "0px",
		}},
		"a box with all of it": {box{10.5, 1, 2, -3, 4.25}, keyframe{
			"height": "10.5px", "paddingTop": "1px", "paddingBottom": "2px", "marginTop": "-3px", "marginBottom": "4.25px",
		}},
		"an empty box": {box{}, keyframe{
			"height": "0px", "paddingTop": "0px", "paddingBottom": "0px", "marginTop": "0px", "marginBottom": "0px",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			frames := slideIn(c.box)
			for property := range c.to {
				assert.Equal(t, "0px", frames[0][property], property)
			}
			c.to["overflow"] = "hidden"
			assert.Equal(t, c.to, frames[1])
			assert.Equal(t, "hidden", frames[0]["overflow"])
			assert.Len(t, frames[0], len(frames[1]), "both ends name the same properties")
		})
	}
}

func TestFadeInEndsAtTheElementsOwnOpacity(t *testing.T) {
	assert.Equal(t, [2]keyframe{{"opacity": "0"}, {}}, fadeIn())
}

func TestPx(t *testing.T) {
	for want, n := range map[string]float64{
		"0px": 0, "-1.5px": -1.5, "0.00001px": 1e-5, "123456789px": 123456789, "33.333333333333336px": 100.0 / 3,
	} {
		assert.Equal(t, want, px(n))
	}
}
