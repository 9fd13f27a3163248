package index

import (
	"cmp"
	"math"
	"slices"
)

// A Hit is a document that a search has found.
type Hit struct {
	Document int
	Score    float64
}

// The constants of BM25. k1 is how soon more occurrences of a word count for no more, and has its usual value. b is how
// much longer documents are marked down. It is usually 0.75, which here put "France, heliports: 1" before all that has
// more to say of France.
const (
	k1 = 1.2
	b  = 0.25
)

// titleCounts is for how many occurrences in the text one in the title counts.
const titleCounts = 3

// Search answers the documents that have all phrases of the query, the best first: by BM25, and by their number where
// that is the same. A query without a word finds nothing.
func (x *Index) Search(q Query) []Hit {
	if len(q) == 0 || x.total == 0 {
		return nil
	}
	scores := make([]float64, len(x.lengths))
	has := make([]int, len(x.lengths)) // how many of the phrases so far
	average := float64(x.total) / float64(len(x.lengths))
	for i, p := range q {
		list := x.find(p)
		idf := x.idf(list)
		for document, count := range counts(list) {
			if has[document] != i {
				continue
			}
			has[document]++
			norm := k1 * (1 - b + b*float64(x.lengths[document])/average)
			scores[document] += idf * count * (k1 + 1) / (count + norm)
		}
	}
	var hits []Hit
	for document, n := range has {
		if n == len(q) {
			hits = append(hits, Hit{document, scores[document]})
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Document, b.Document))
	})
	return hits
}

// find is where a phrase begins.
func (x *Index) find(p phrase) []place {
	var found []place
	for i, form := range p.forms {
		list := x.list(form)
		if p.prefix && i == len(p.forms)-1 {
			list = x.prefixList(form)
		}
		if i == 0 {
			found = list
		} else {
			found = before(found, list, place(i))
		}
	}
	return found
}

// before are the places of a for which b has the place that is so many words behind.
func before(a, b []place, distance place) []place {
	var both []place
	for len(a) > 0 && len(b) > 0 {
		switch want := a[0] + distance; {
		case want == b[0]:
			both = append(both, a[0])
			a, b = a[1:], b[1:]
		case want < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return both
}

// counts yields the documents of a list, and how often each is in it.
func counts(list []place) func(yield func(document int, count float64) bool) {
	return func(yield func(int, float64) bool) {
		for i := 0; i < len(list); {
			document, count := list[i].document(), 0.0
			for ; i < len(list) && list[i].document() == document; i++ {
				if list[i].inTitle() {
					count += titleCounts
				} else {
					count++
				}
			}
			if !yield(document, count) {
				return
			}
		}
	}
}

// idf is how much a hit in this list says: the fewer documents have it, the more.
func (x *Index) idf(list []place) float64 {
	n := 0.0
	for range counts(list) {
		n++
	}
	return math.Log(1 + (float64(len(x.lengths))-n+0.5)/(n+0.5))
}
