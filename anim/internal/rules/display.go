package rules

// A Display is what makes an element show or not.
type Display struct {
	Inline   string // its style attribute's; "" where that has none
	Computed string // after the cascade; "" for an element outside the document
}

// None is the display of what does not show.
const None = "none"

const inlineBlock = "inline-block"

// Hidden is jQuery's isHiddenWithinTree: an inline display decides, else the cascade. Hidden
// ancestors do not count, and an element outside the document is not hidden by being there.
func (d Display) Hidden() bool {
	return d.Inline == None || d.Inline == "" && d.Computed == None
}

// Sliding returns the inline display to slide with, and the one to end with. While it slides, an
// inline element has to be a box, or its height means nothing.
func (d Display) Sliding() (during, end string) {
	if d.Computed == "inline" {
		return inlineBlock, d.Inline
	}
	return d.Inline, d.Inline
}

// DefaultDisplay is jQuery's getDefaultDisplay, given the display that a fresh element of the same
// name has in the page: one hidden even then is shown as a block.
func DefaultDisplay(fresh string) string {
	if fresh == None || fresh == "" {
		return "block"
	}
	return fresh
}
