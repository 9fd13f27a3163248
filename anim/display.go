package anim

// display is what makes an element show or not.
type display struct {
	inline   string // its style attribute's; "" where that has none
	computed string // after the cascade; "" for an element outside the document
}

const (
	none        = "none"
	inlineBlock = "inline-block"
)

// hidden is jQuery's isHiddenWithinTree: an inline display decides, else the cascade. Hidden
// ancestors do not count, and an element outside the document is not hidden by being there.
func (d display) hidden() bool {
	return d.inline == none || d.inline == "" && d.computed == none
}

// While it slides, an inline element has to be a box, or its height means nothing. This returns the
// inline display to slide with, and the one to end with.
func (d display) sliding() (during, end string) {
	if d.computed == "inline" {
		return inlineBlock, d.inline
	}
	return d.inline, d.inline
}

// defaultDisplay is jQuery's getDefaultDisplay, given the display that a fresh element of the same
// name has in the page: one hidden even then is shown as a block.
func defaultDisplay(fresh string) string {
	if fresh == none || fresh == "" {
		return "block"
	}
	return fresh
}
