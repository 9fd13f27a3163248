package runtime

import (
	ajax "github.com/godeferred/godeferred/ajax/bundle"
	anim "github.com/godeferred/godeferred/anim/bundle"
)

// ask is (where, question): the rules of requests.
func ask(args []string) (string, error) { return ajax.Ask(args[1]) }

// animate is (where, rule, questions): the rules of animations.
func animate(args []string) (string, error) { return anim.Answer(args[1], args[2]) }
