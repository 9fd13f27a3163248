package render

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// A layout has the parts that pages share, by name.
//
// Parts are inserted by plain string replacement. They take no values and nothing needs escaping, so html/template
// would only add a second language.
type layout map[string]string

// A part begins, in the layout, and is asked for, in a page, by the same comment on a line of its own. So both files are
// HTML as they stand.
var partLine = regexp.MustCompile(`(?m)^[ \t]*<!-- \{\{([a-z ]+)\}\} -->\n`)

// parseLayout reads the parts. Each goes from behind its comment to the next one, without the blank lines between them.
func parseLayout(text string) (layout, error) {
	starts := partLine.FindAllStringSubmatchIndex(text, -1)
	if starts == nil {
		return nil, fmt.Errorf("%s: no part begins with a comment like <!-- {{header}} -->", layoutPage)
	}
	parts := layout{}
	for i, found := range starts {
		name, end := text[found[2]:found[3]], len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		if _, twice := parts[name]; twice {
			return nil, fmt.Errorf("%s: two parts are called {{%s}}", layoutPage, name)
		}
		parts[name] = strings.Trim(text[found[1]:end], "\n") + "\n"
	}
	return parts, nil
}

// fill puts the parts in the place of the lines that ask for them. A page asks once for each part: one that forgets a
// part would have no header or no style, and still look right to the renderer.
func (l layout) fill(page string) (string, error) {
	asked := map[string]int{}
	for _, found := range partLine.FindAllStringSubmatch(page, -1) {
		if _, is := l[found[1]]; !is {
			return "", fmt.Errorf("%s has no part {{%s}}", layoutPage, found[1])
		}
		asked[found[1]]++
	}
	for _, name := range slices.Sorted(maps.Keys(l)) {
		if asked[name] != 1 {
			return "", fmt.Errorf("%d lines <!-- {{%s}} -->, want 1", asked[name], name)
		}
	}
	return partLine.ReplaceAllStringFunc(page, func(line string) string {
		return l[partLine.FindStringSubmatch(line)[1]]
	}), nil
}
