package anim

import "strconv"

// box is the measured size of an element, in px.
type box struct {
	height                    float64 // the property's: with padding and border where box-sizing says so
	paddingTop, paddingBottom float64
	marginTop, marginBottom   float64
}

// keyframe is the properties at one end of an animation, by their names in the Web Animations API.
type keyframe map[string]string

// slideIn opens a box from nothing, as jQuery does: height, vertical padding and margin, and what
// does not fit yet is cut off. The overflow is animated, too, and so needs no putting back.
func slideIn(b box) [2]keyframe {
	return [2]keyframe{
		{
			"height": "0px", "paddingTop": "0px", "paddingBottom": "0px",
			"marginTop": "0px", "marginBottom": "0px", "overflow": "hidden",
		},
		{
			"height": px(b.height), "paddingTop": px(b.paddingTop), "paddingBottom": px(b.paddingBottom),
			"marginTop": px(b.marginTop), "marginBottom": px(b.marginBottom), "overflow": "hidden",
		},
	}
}

// fadeIn goes from nothing to the element's own opacity, which a keyframe that does not mention it
// means; so it need not be measured, and all elements of a call share their keyframes.
func fadeIn() [2]keyframe {
	return [2]keyframe{{"opacity": "0"}, {}}
}

func px(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) + "px" }
