// Package index is a full-text index: it knows in which documents a word stands and at which places, finds documents,
// ranks them, and shows where in their text the hits are.
package index

import (
	"iter"
	"slices"
	"strings"

	"github.com/godeferred/godeferred/examples/factbook/words"
)

// A place is where a word stands: the number of the document, and below it the number of the word there. Places sort as
// they stand, and the next word's place is one more.
type place uint64

// bodyFrom is the number of the first word of a document's text. Those of its title come before, with a gap, so that no
// phrase goes from one into the other.
const bodyFrom = 1 << 16

func placeOf(document, word int) place { return place(document)<<32 | place(word) }

func (p place) document() int { return int(p >> 32) }
func (p place) inTitle() bool { return p&(1<<32-1) < bodyFrom }

// An Index is built by Add, in one goroutine. From then on it can be searched by many. The zero value is an empty one.
type Index struct {
	numbers map[string]int // of terms
	lists   [][]place      // where each term stands, ascending
	terms   []string       // sorted, for prefixes; nil after Add
	lengths []int          // of documents, in words
	total   int            // of all lengths
}

// Add adds a document, which gets the next number, from 0.
func (x *Index) Add(title, text string) {
	if x.numbers == nil {
		x.numbers = map[string]int{}
	}
	x.terms = nil
	document := len(x.lengths)
	at := 0
	for word := range words.In(title) {
		x.put(word.Form, placeOf(document, at))
		at++
	}
	length := at
	at = bodyFrom
	for word := range words.In(text) {
		x.put(word.Form, placeOf(document, at))
		at++
	}
	length += at - bodyFrom
	x.lengths = append(x.lengths, length)
	x.total += length
}

func (x *Index) put(term string, p place) {
	number, is := x.numbers[term]
	if !is {
		number = len(x.lists)
		x.numbers[strings.Clone(term)] = number // the form may be a part of the text
		x.lists = append(x.lists, nil)
	}
	x.lists[number] = append(x.lists[number], p)
}

// Finish sorts the terms. A search before it finds no prefixes.
func (x *Index) Finish() {
	x.terms = make([]string, 0, len(x.numbers))
	for term := range x.numbers {
		x.terms = append(x.terms, term)
	}
	slices.Sort(x.terms)
}

// Documents, Terms and Words are how many there are.
func (x *Index) Documents() int { return len(x.lengths) }
func (x *Index) Terms() int     { return len(x.lists) }
func (x *Index) Words() int     { return x.total }

// list is where a term stands.
func (x *Index) list(term string) []place {
	if number, is := x.numbers[term]; is {
		return x.lists[number]
	}
	return nil
}

// prefixList is where the terms stand that begin so.
func (x *Index) prefixList(prefix string) []place {
	from, _ := slices.BinarySearch(x.terms, prefix)
	var all []place
	lists := 0
	for _, term := range x.terms[from:] {
		if !strings.HasPrefix(term, prefix) {
			break
		}
		all = append(all, x.list(term)...)
		lists++
	}
	if lists > 1 {
		slices.Sort(all)
	}
	return all
}

// Occurrences yields each term, with the document of each place where it stands.
func (x *Index) Occurrences() iter.Seq2[string, iter.Seq[int]] {
	return func(yield func(string, iter.Seq[int]) bool) {
		for term, number := range x.numbers {
			documents := func(yield func(int) bool) {
				for _, p := range x.lists[number] {
					if !yield(p.document()) {
						return
					}
				}
			}
			if !yield(term, documents) {
				return
			}
		}
	}
}
