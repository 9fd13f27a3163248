// Package bundle hands the rules of animations and of queues to internal/runtime and internal/tables, and
// to nothing else. Programs use package anim.
//
// What are small functions of small numbers, QueueStep and Directions, the page has as tables. For the
// rest it asks Go about many elements in one text: a question on each line, its fields parted by tabs.
// A call costs 10 µs and each value of its own 1 to 3, a long text next to nothing. web/src/rules/anim.js
// has the other half.
package bundle

import (
	"strconv"
	"strings"

	"github.com/godeferred/godeferred/anim/internal/rules"
	"github.com/godeferred/godeferred/internal/wrong"
)

// Answer answers the questions of a rule, a line for a line:
//
//	goals:  easing, then name, value, easing of each property
//	        → name, value, easing in CSS, 1 if its unit has to be measured, of each
//	tweens: 1 to show, then name, value, computed, kept or nothing, scale or nothing, of each property
//	        → from, to, unit, what to keep or nothing, of each; from is empty where it stands still
func Answer(rule, questions string) (string, error) {
	lines := strings.Split(questions, "\n")
	for i, line := range lines {
		fields := strings.Split(line, "\t")
		var answer []string
		var err error
		switch rule {
		case "goals":
			answer, err = answerGoals(fields)
		case "tweens":
			answer, err = answerTweens(fields)
		default:
			err = wrong.TypeError("no rule is called " + wrong.Quote(rule))
		}
		if err != nil {
			return "", err
		}
		lines[i] = strings.Join(answer, "\t")
	}
	return strings.Join(lines, "\n"), nil
}

const badQuestion wrong.TypeError = "the question has the wrong number of fields"

func answerGoals(fields []string) ([]string, error) {
	if len(fields)%3 != 1 {
		return nil, badQuestion
	}
	var given []rules.Goal
	for rest := fields[1:]; len(rest) > 0; rest = rest[3:] {
		given = append(given, rules.Goal{Name: rest[0], Text: rest[1], Easing: rest[2]})
	}
	goals, err := rules.ParseGoals(given, fields[0])
	var answer []string
	for _, g := range goals {
		css, _ := rules.EasingNamed(g.Easing) // ParseGoals has made sure of it
		answer = append(answer, g.Name, g.Text, css, bit(g.Foreign()))
	}
	return answer, err
}

func answerTweens(fields []string) ([]string, error) {
	if len(fields)%5 != 1 {
		return nil, badQuestion
	}
	var answer []string
	for rest := fields[1:]; len(rest) > 0; rest = rest[5:] {
		p := rules.Present{Computed: rest[2], Keeps: rest[3] != ""}
		p.Kept, _ = strconv.ParseFloat(rest[3], 64) // 0 for ""
		p.Scale, _ = strconv.ParseFloat(rest[4], 64)
		t := rules.Goal{Name: rest[0], Text: rest[1]}.Plan(p, fields[0] == "1")
		if t.Still {
			answer = append(answer, "", "", "", "")
			continue
		}
		keep := ""
		if t.Keeps {
			keep = rules.Number(t.Keep)
		}
		answer = append(answer, rules.Number(t.From), rules.Number(t.To), t.Unit, keep)
	}
	return answer, nil
}

func bit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}
