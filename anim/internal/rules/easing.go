package rules

import (
	"strings"

	"github.com/godeferred/godeferred/internal/wrong"
)

// swing is jQuery's default easing, 0.5 - cos(πp)/2. No cubic Bézier is a cosine: this one is off by
// less than 0.0004 of the way, and unlike linear() with many points it says what it is.
const (
	swing   = "cubic-bezier(0.3642, 0, 0.6358, 1)"
	swingX1 = 0.3642
	swingX2 = 0.6358
)

// EasingNamed returns the CSS timing function for one of jQuery's names; another name is a
// deferred.TypeError. "" is the default.
func EasingNamed(name string) (string, error) {
	switch name {
	case "", "swing":
		return swing, nil
	case "linear":
		return "linear", nil
	}
	return "", wrong.TypeError(`easing must be "swing" or "linear", not ` + wrong.Quote(name))
}

// TimingFunction returns the CSS timing function of a goal's easing: one of jQuery's names, or the linear() that the
// page has made of a function of its own. Another name is a wrong.TypeError.
func TimingFunction(easing string) (string, error) {
	if strings.HasPrefix(easing, "linear(") {
		return easing, nil
	}
	return EasingNamed(easing)
}
