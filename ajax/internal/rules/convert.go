package rules

import "strings"

// A Converter is named for what it takes and makes: "text json"; it takes anything for "* text".
type Converter struct {
	Name string
	Same bool // nothing is to be done: `true` in the setting
}

// Converters are in the order of the setting, which counts where several would do.
type Converters []Converter

// NoConverter stands in a chain for a conversion that does not exist.
const NoConverter = "!"

func (c Converters) find(name string) (Converter, bool) {
	for _, one := range c {
		if one.Name == name {
			return one, true
		}
	}
	return Converter{}, false
}

// between finds what makes to of from, or of anything.
func (c Converters) between(from, to string) (Converter, bool) {
	if found, ok := c.find(from + " " + to); ok {
		return found, true
	}
	return c.find("* " + to)
}

// chain returns the first type, and for each conversion to the next its converter's name, "" where
// there is nothing to do, and the type made. A conversion that does not exist ends it.
func (c Converters) chain(types []string) []string {
	if len(types) == 0 {
		return nil
	}
	chain := []string{types[0]}
	from, rest := types[0], types[1:]
	for len(rest) > 0 {
		to := rest[0]
		rest = rest[1:]
		name := ""
		if to == "*" {
			to = from
		} else if from != "*" && from != to {
			found, ok := c.between(from, to)
			if !ok {
				var through string
				if found, through, ok = c.by(from, to); through != "" {
					rest = before(to, rest)
					to = through
				}
			}
			if !ok {
				return append(chain, NoConverter, to)
			}
			if !found.Same {
				name = found.Name
			}
		}
		chain = append(chain, name, to)
		from = to
	}
	return chain
}

// by looks for two conversions in place of a missing one. Where one of them does nothing the other
// is all there is to do; else the first is returned, with the type that it leads through.
func (c Converters) by(from, to string) (first Converter, through string, ok bool) {
	for _, second := range c {
		// A name without a space makes nothing. As one that makes "", it would lead back to where it began.
		middle, end, is := strings.Cut(second.Name, " ")
		if !is || end != to {
			continue
		}
		if first, ok = c.between(from, middle); !ok {
			continue
		}
		switch {
		case first.Same:
			return second, "", true
		case second.Same:
			return first, "", true
		}
		return first, middle, true
	}
	return Converter{}, "", false
}
