package tables

import (
	"slices"

	ajaxbundle "github.com/godeferred/godeferred/ajax/bundle"
	animbundle "github.com/godeferred/godeferred/anim/bundle"
)

// Rules are what the page asks Go while it runs: their answers depend on more than a few small numbers.
var Rules = slices.Concat(ajaxbundle.Rules, animbundle.Rules)
