// Package shop has types that a program exports without being theirs.
package shop

import "time"

// A Level is how full a shelf is.
type Level int

const (
	Empty Level = iota
	Half
	Full
	top // not for pages
)

var _ = top

// A Shelf is in another package.
type Shelf struct {
	Level  Level         `json:"level"`
	Rest   time.Duration `json:"rest"`
	secret int
}

// Hidden uses the field that no page sees.
func (s *Shelf) Hidden() int { return s.secret }
