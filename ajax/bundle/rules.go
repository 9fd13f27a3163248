// Package bundle hands the rules of requests to internal/tables, and to nothing else. Programs use
// package ajax. internal/wire says how the page asks them.
package bundle

import (
	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/wire"
)

// Rules are what the page asks about requests. The error for a wrong setting is a wrong.TypeError.
var Rules = []wire.Rule{
	{Name: "plan", Asks: planAsks, Answers: planAnswers, Answer: plan},
	{Name: "judge", Asks: judgeAsks, Answers: judgeAnswers, Answer: judge},
	{Name: "retry", Asks: retryAsks, Answers: []string{"delay"}, Answer: retry},
	{Name: "header", Asks: []string{"name", "value"}, Answer: func(f wire.Fields) (*wire.Record, error) {
		return &wire.Record{}, rules.CheckHeader(f.Text("name"), f.Text("value"))
	}},
	{Name: "url", Asks: []string{"url"}, Answer: func(f wire.Fields) (*wire.Record, error) {
		return &wire.Record{}, rules.CheckURL(f.Text("url"))
	}},
}

// answerOf is "yes", "no" or nothing said.
func answerOf(text string) rules.Answer {
	switch text {
	case "yes":
		return rules.Yes
	case "no":
		return rules.No
	}
	return rules.Unsaid
}

// number reads a whole one.
func number(s string, otherwise int64) int64 {
	if n, ok := rules.Digits(s); ok {
		return n
	}
	return otherwise
}
