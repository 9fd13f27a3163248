package index

import (
	"slices"

	"github.com/godeferred/godeferred/examples/factbook/words"
)

// A Part is a piece of a text that is a hit throughout, or not at all.
type Part struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit"`
}

// Mark splits a text where hits of the query begin and end.
func Mark(text string, q Query) []Part {
	all := slices.Collect(words.In(text))
	return split(text, all, hits(all, q), 0, len(all))
}

// Snippet is the part of a text, of that many words, that shows most of the query, with its hits marked. Where it leaves
// something out, it has "…".
func Snippet(text string, q Query, length int) []Part {
	all := slices.Collect(words.In(text))
	of := hits(all, q)
	from := bestWindow(of, len(q), length)
	return split(text, all, of, from, min(from+length, len(all)))
}

// hits answers for each word which phrase of the query it belongs to, counted from 1; 0 is none.
func hits(all []words.Word, q Query) []int {
	of := make([]int, len(all))
	for i := range all {
		for n, p := range q {
			if p.at(all[i:]) {
				for j := range p.forms {
					of[i+j] = n + 1
				}
			}
		}
	}
	return of
}

// lead is how many words stand before the first hit of a snippet.
const lead = 6

// bestWindow is where a window of that length begins that has most of the phrases, and of these the one with most hits.
func bestWindow(of []int, phrases, length int) int {
	if len(of) <= length {
		return 0
	}
	inside := make([]int, phrases+1) // hits in the window, by phrase
	best, bestAt := 0, 0
	for i, phrase := range of {
		inside[phrase]++
		if i >= length {
			inside[of[i-length]]--
		}
		value := 0
		for _, n := range inside[1:] {
			value += n
			if n > 0 {
				value += len(of) // another phrase is worth more than all hits of the same
			}
		}
		if value > best {
			best, bestAt = value, i
		}
	}
	// This window ends with a hit. If it begins long before its first hit, it goes on behind its end instead.
	from := max(bestAt-length+1, 0)
	first := from
	for of[first] == 0 && first < bestAt {
		first++
	}
	return min(max(from, first-lead), len(of)-length)
}

// split makes parts of the words from one to another, with what stands between them.
func split(text string, all []words.Word, of []int, from, to int) []Part {
	if from == to {
		return []Part{{Text: text}}
	}
	var parts []Part
	add := func(text string, hit bool) {
		if text != "" {
			parts = append(parts, Part{text, hit})
		}
	}
	at := 0
	if from > 0 {
		at = all[from].From
		add("… ", false)
	}
	for i := from; i < to; i++ {
		if of[i] == 0 {
			continue
		}
		first := i
		for i+1 < to && of[i+1] == of[first] {
			i++
		}
		add(text[at:all[first].From], false)
		add(text[all[first].From:all[i].To], true)
		at = all[i].To
	}
	if to < len(all) {
		add(text[at:all[to-1].To], false)
		add(" …", false)
	} else {
		add(text[at:], false)
	}
	return parts
}
