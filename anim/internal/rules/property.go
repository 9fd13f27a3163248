package rules

import "strings"

var sides = [4]string{"Top", "Right", "Bottom", "Left"}

// styleName returns a property's name in the style object: camelCase. Custom properties stay.
func styleName(name string) string {
	if strings.HasPrefix(name, "--") || !strings.Contains(name, "-") {
		return name
	}
	if strings.HasPrefix(name, "-ms-") { // which never had its hump
		name = name[1:]
	}
	var b strings.Builder
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c == '-' && i+1 < len(name) && name[i+1] >= 'a' && name[i+1] <= 'z' {
			i++
			c = name[i] - 'a' + 'A'
		}
		b.WriteByte(c)
	}
	return b.String()
}

// longhands returns the four properties that a shorthand of jQuery's sets, or false. Values for them
// are taken from its parts as CSS does.
func longhands(name string) (names [4]string, ok bool) {
	prefix, suffix := name, ""
	switch name {
	case "margin", "padding":
	case "borderWidth":
		prefix, suffix = "border", "Width"
	default:
		return names, false
	}
	for i, side := range sides {
		names[i] = prefix + side + suffix
	}
	return names, true
}

// sidesOf spreads the parts of a shorthand's value over the four sides.
func sidesOf(text string) (values [4]string) {
	parts := strings.Split(text, " ")
	for i := range values {
		switch {
		case i < len(parts) && parts[i] != "":
			values[i] = parts[i]
		case i >= 2 && i-2 < len(parts) && parts[i-2] != "":
			values[i] = parts[i-2]
		default:
			values[i] = parts[0]
		}
	}
	return values
}

// takesPx tells whether a number without a unit means px (isAutoPx in jQuery's source).
func takesPx(name string) bool {
	switch name {
	case "width", "height", "minWidth", "minHeight", "maxWidth", "maxHeight", "top", "right", "bottom", "left",
		"margin", "padding", "border", "borderWidth":
		return true
	}
	for _, prefix := range [3]string{"margin", "padding", "border"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			for _, side := range sides {
				if rest == side || prefix == "border" && rest == side+"Width" {
					return true
				}
			}
		}
	}
	return false
}

// positive tells whether CSS refuses the property below 0, and jQuery therefore keeps it at 0.
func positive(name string) bool {
	return name == "width" || name == "height" || strings.HasPrefix(name, "padding") && takesPx(name) ||
		strings.HasPrefix(name, "border") && takesPx(name)
}
