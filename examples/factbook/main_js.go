// Command factbook is the Go program behind web/factbook.html: full-text search over The World Factbook. It runs in the
// page or in a worker, and does not know which.
//
// This file has what the page calls. The packages beside it do the work, and know nothing of pages. After a change of an
// exported function or its types:
//
//	go run ./cmd/godeferred generate -types web/pages/factbook-go.d.ts ./examples/factbook
package main

import (
	"context"
	"os"
	"time"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/examples/factbook/index"
	"github.com/godeferred/godeferred/examples/factbook/pace"
	"github.com/godeferred/godeferred/page"
)

// opened is the book, once Open has read it.
var opened = deferred.New[*library]()

// A Summary says what the book has.
type Summary struct {
	Profiles int           `json:"profiles"`
	Entries  int           `json:"entries"`
	Words    int           `json:"words"`
	Terms    int           `json:"terms"` // different words
	Took     time.Duration `json:"took"`
}

// Open reads the book at that address and makes its index, while it arrives. Its progress is a fraction. Call it once:
// searches wait for it.
//
//godeferred:export
func Open(ctx context.Context, address string) (Summary, error) {
	began := time.Now()
	l, err := read(ctx, address)
	opened.Settle(l, err)
	if err != nil {
		return Summary{}, err
	}
	return Summary{
		Profiles: len(l.profiles), Entries: len(l.entries), Words: l.index.Words(), Terms: l.index.Terms(),
		Took: time.Since(began),
	}, nil
}

// Options say which of the hits are wanted.
type Options struct {
	From  int `json:"from,omitempty"` // after so many
	Limit int `json:"limit"`
}

// An Answer is what a search has found, the best first.
type Answer struct {
	Total int           `json:"total"`
	Hits  []Hit         `json:"hits"`
	Took  time.Duration `json:"took"`
}

// A Hit is an entry of the book, in parts: those that match the query are marked.
type Hit struct {
	Profile []index.Part `json:"profile"`
	Section string       `json:"section"`
	Field   []index.Part `json:"field"`
	Snippet []index.Part `json:"snippet"`
}

// shown:begin
func main() { page.Run() }

// Search finds entries with all words, and all phrases in quotes, of the query.
//
//godeferred:export
func Search(ctx context.Context, query string, options Options) (Answer, error) {
	l, err := opened.Promise().Await(ctx) // A newer search ends ctx.
	if err != nil {
		return Answer{}, err
	}
	began := time.Now()
	q := index.Parse(query)
	found := l.index.Search(q)
	answer := Answer{Total: len(found)}
	from := min(max(options.From, 0), len(found))
	for _, hit := range found[from:min(from+max(options.Limit, 0), len(found))] {
		answer.Hits = append(answer.Hits, l.show(hit, q))
	}
	answer.Took = time.Since(began)
	return answer, nil
}

// shown:end

// A Pair is two profiles that are much alike.
type Pair struct {
	A      string   `json:"a"`
	B      string   `json:"b"`
	Score  float64  `json:"score"`  // 1 would be the same words
	Shared []string `json:"shared"` // the words that say most
}

// A Comparison is what Alike has found.
type Comparison struct {
	Compared int           `json:"compared"` // how many pairs
	Pairs    []Pair        `json:"pairs"`
	Took     time.Duration `json:"took"`
}

// Alike compares each profile with each, word by word, and answers the most alike. That takes a second or more. Its
// progress is a fraction.
//
//godeferred:export
func Alike(ctx context.Context, limit int) (Comparison, error) {
	l, err := opened.Promise().Await(ctx)
	if err != nil {
		return Comparison{}, err
	}
	began := time.Now()
	texts := l.texts()
	p := pace.New()
	best, err := texts.Best(limit, func(done int) error {
		return p.Pause(ctx, func() { deferred.Notify(ctx, float64(done)/float64(texts.Pairs())) })
	})
	if err != nil {
		return Comparison{}, err
	}
	c := Comparison{Compared: texts.Pairs(), Took: time.Since(began)}
	for _, pair := range best {
		c.Pairs = append(c.Pairs, Pair{l.profiles[pair.A], l.profiles[pair.B], pair.Score, pair.Shared})
	}
	return c, nil
}

// Quit ends the program, so that the page can load it somewhere else. Nobody hears its result.
//
//godeferred:export
func Quit() { os.Exit(0) }
