package alike

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func newTexts(texts ...string) *Texts {
	terms := map[string][]int{}
	for i, text := range texts {
		for _, word := range strings.Fields(text) {
			terms[word] = append(terms[word], i)
		}
	}
	return New(len(texts), func(yield func(string, iter.Seq[int]) bool) {
		for term, places := range terms {
			if !yield(term, slices.Values(places)) {
				return
			}
		}
	})
}

func best(t *testing.T, limit int, texts ...string) []Pair {
	t.Helper()
	pairs, err := newTexts(texts...).Best(limit, func(int) error { return nil })
	require.NoError(t, err)
	for i := range pairs {
		pairs[i].Score = 0 // compared where it matters
	}
	return pairs
}

func TestTheMostAlikeComeFirst(t *testing.T) {
	for name, row := range map[string]struct {
		texts []string
		want  []Pair
	}{
		"nothing shared":          {[]string{"a b", "c d", "e"}, nil},
		"what all share":          {[]string{"a", "a", "a"}, nil},
		"more words":              {[]string{"a b c", "x y z", "x y p", "b c a"}, []Pair{{0, 3, 0, []string{"a", "b", "c"}}, {1, 2, 0, []string{"x", "y"}}}},
		"a rarer word":            {[]string{"a x", "a y", "y b", "a c", "a"}, []Pair{{1, 2, 0, []string{"y"}}, {0, 4, 0, []string{"a"}}}},
		"each in one pair only":   {[]string{"a b", "a b", "a c", "d"}, []Pair{{0, 1, 0, []string{"b", "a"}}}},
		"no more words than four": {[]string{"a b c d e", "a b c d e", "f"}, []Pair{{0, 1, 0, []string{"a", "b", "c", "d"}}}},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, row.want, best(t, 9, row.texts...)) })
	}
	assert.Len(t, best(t, 1, "a b", "a b", "c d", "c d"), 1)
}

func TestTheScoreOfTextsOfTheSameWordsIsOne(t *testing.T) {
	pairs, err := newTexts("a b", "b a", "c").Best(9, func(int) error { return nil })
	require.NoError(t, err)
	require.Len(t, pairs, 1)
	assert.InDelta(t, 1, pairs[0].Score, 1e-6)
}

func TestAPauseSaysHowManyPairsAreDoneAndMayEndIt(t *testing.T) {
	texts := newTexts("a", "a", "b", "b")
	var done []int
	_, err := texts.Best(9, func(n int) error {
		done = append(done, n)
		return nil
	})
	require.NoError(t, err)
	assert.Equal(t, []int{3, 5, 6, 6}, done)
	assert.Equal(t, 6, texts.Pairs())

	enough := errors.New("enough")
	pairs, err := texts.Best(9, func(int) error { return enough })
	assert.Nil(t, pairs)
	assert.Equal(t, enough, err)
}
