// Package bundle hands the rules of animations and of queues to internal/tables and cmd/tables, and
// to nothing else. Programs use package anim.
//
// QueueStep and Directions are small functions of small numbers: the page has tables of their answers. For the
// rest it asks Go about many elements at once. internal/wire says how.
package bundle

import (
	"strconv"

	"github.com/godeferred/godeferred/anim/internal/rules"
	"github.com/godeferred/godeferred/internal/wire"
)

// Rules are what the page asks about animations.
var Rules = []wire.Rule{
	{
		Name: "goals", Asks: []string{"easing", "name[]", "text[]", "own[]"}, Answers: []string{"name[]", "text[]", "easing[]", "foreign[]"},
		Answer: goals,
	},
	{
		Name: "tweens", Asks: []string{"show", "name[]", "text[]", "computed[]", "kept[]", "scale[]"}, Answers: []string{"from[]", "to[]", "unit[]", "keep[]"},
		Answer: tweens,
	},
}

// goals parses the properties of one call. name, text and own (an easing) are columns, a row for each
// property. Of the answer each goal is a row; easing is as CSS writes it, and foreign is set if its unit
// has to be measured.
func goals(f wire.Fields) (*wire.Record, error) {
	columns, err := f.Columns("name", "text", "own")
	if err != nil {
		return nil, err
	}
	var given []rules.Goal
	for i, name := range columns[0] {
		given = append(given, rules.Goal{Name: name, Text: columns[1][i], Easing: columns[2][i]})
	}
	parsed, err := rules.ParseGoals(given, f.Text("easing"))
	r := &wire.Record{}
	for _, g := range parsed {
		css, _ := rules.TimingFunction(g.Easing) // ParseGoals has made sure of it
		r.List("name", g.Name).List("text", g.Text).List("easing", css).List("foreign", bit(g.Foreign()))
	}
	return r, err
}

// tweens works out the tweens of one element. A row of the question is a property: its goal's name and
// text, the computed style, what a stopped show or hide kept of it or nothing, and how many px one of its
// unit is. A row of the answer is its tween; from is empty where it stands still, and keep where there is
// nothing to keep.
func tweens(f wire.Fields) (*wire.Record, error) {
	columns, err := f.Columns("name", "text", "computed", "kept", "scale")
	if err != nil {
		return nil, err
	}
	r := &wire.Record{}
	for i, name := range columns[0] {
		p := rules.Present{Computed: columns[2][i], Keeps: columns[3][i] != ""}
		p.Kept, _ = strconv.ParseFloat(columns[3][i], 64) // 0 for ""
		p.Scale, _ = strconv.ParseFloat(columns[4][i], 64)
		t := rules.Goal{Name: name, Text: columns[1][i]}.Plan(p, f.Is("show"))
		from, to, unit, keep := "", "", "", ""
		if !t.Still {
			from, to, unit = rules.Number(t.From), rules.Number(t.To), t.Unit
			if t.Keeps {
				keep = rules.Number(t.Keep)
			}
		}
		r.List("from", from).List("to", to).List("unit", unit).List("keep", keep)
	}
	return r, nil
}

func bit(b bool) string {
	if b {
		return "1"
	}
	return ""
}
