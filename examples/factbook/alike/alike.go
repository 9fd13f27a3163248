// Package alike finds which texts are most alike: it compares each with each, by the words that they share.
package alike

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// A weight is what a term says of a text. All weights of a text, in the order of the terms, are a vector of length 1.
type weight struct {
	term  int32
	value float32
}

// Texts are what is compared.
type Texts struct {
	vectors [][]weight
	terms   []string
}

// A Pair is two texts, by their numbers, the smaller first.
type Pair struct {
	A, B   int
	Score  float64  // the cosine of their vectors: 1 for texts of the same words, 0 for texts that share none
	Shared []string // the words that make most of the score
}

// New weighs the terms of texts with the numbers from 0 to count-1. A term has the number of its text for each place where
// it stands. The more often it stands there, and the fewer texts have it, the more it weighs (tf-idf).
func New(count int, terms iter.Seq2[string, iter.Seq[int]]) *Texts {
	t := &Texts{vectors: make([][]weight, count)}
	often := make([]int, count)
	for term, places := range terms {
		in := 0
		clear(often)
		for text := range places {
			if often[text]++; often[text] == 1 {
				in++
			}
		}
		if in == count {
			continue // it weighs nothing
		}
		number := int32(len(t.terms))
		t.terms = append(t.terms, term)
		idf := math.Log(float64(count) / float64(in))
		for text, n := range often {
			if n > 0 {
				t.vectors[text] = append(t.vectors[text], weight{number, float32((1 + math.Log(float64(n))) * idf)})
			}
		}
	}
	for _, vector := range t.vectors {
		normalize(vector)
	}
	return t
}

func normalize(vector []weight) {
	sum := 0.0
	for _, w := range vector {
		sum += float64(w.value) * float64(w.value)
	}
	for i := range vector {
		vector[i].value /= float32(math.Sqrt(sum))
	}
}

// Pairs is how many pairs there are.
func (t *Texts) Pairs() int { return len(t.vectors) * (len(t.vectors) - 1) / 2 }

// Best compares all pairs and answers the most alike, the best first, each text in one pair at most. It calls pause, which
// may end it with an error, after each text that was compared with all behind it, with how many pairs are done.
func (t *Texts) Best(limit int, pause func(done int) error) ([]Pair, error) {
	all := make([]Pair, 0, t.Pairs())
	for a := range t.vectors {
		for b := a + 1; b < len(t.vectors); b++ {
			all = append(all, Pair{A: a, B: b, Score: cosine(t.vectors[a], t.vectors[b])})
		}
		if err := pause(len(all)); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(all, func(a, b Pair) int { return cmp.Compare(b.Score, a.Score) })
	taken := make([]bool, len(t.vectors))
	var best []Pair
	for _, p := range all {
		if len(best) == limit || p.Score == 0 {
			break
		}
		if taken[p.A] || taken[p.B] {
			continue
		}
		taken[p.A], taken[p.B] = true, true
		p.Shared = t.shared(p)
		best = append(best, p)
	}
	return best, nil
}

// cosine is the product of two vectors of length 1.
func cosine(a, b []weight) (sum float64) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].term < b[j].term:
			i++
		case a[i].term > b[j].term:
			j++
		default:
			sum += float64(a[i].value) * float64(b[j].value)
			i++
			j++
		}
	}
	return sum
}

// sharedWords is how many shared words a pair has.
const sharedWords = 4

func (t *Texts) shared(p Pair) []string {
	var both []weight
	a, b := t.vectors[p.A], t.vectors[p.B]
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i].term, b[j].term); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			both = append(both, weight{a[i].term, a[i].value * b[j].value})
			i++
			j++
		}
	}
	slices.SortFunc(both, func(a, b weight) int {
		return cmp.Or(cmp.Compare(b.value, a.value), cmp.Compare(t.terms[a.term], t.terms[b.term]))
	})
	var shared []string
	for _, w := range both[:min(sharedWords, len(both))] {
		shared = append(shared, t.terms[w.term])
	}
	return shared
}
