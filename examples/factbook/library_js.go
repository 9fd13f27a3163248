package main

import (
	"context"
	"iter"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/examples/factbook/alike"
	"github.com/godeferred/godeferred/examples/factbook/book"
	"github.com/godeferred/godeferred/examples/factbook/index"
	"github.com/godeferred/godeferred/examples/factbook/pace"
)

// A library is the book and its index. The entry of a document has its number.
type library struct {
	index     index.Index
	entries   []book.Entry
	profiles  []string
	profileOf []int // of each entry
}

// read reads the book line by line while it arrives: what has arrived is in the index before the rest is there.
func read(ctx context.Context, address string) (*library, error) {
	stream, err := ajax.Open(ctx, &ajax.Request{URL: address})
	if err != nil {
		return nil, err
	}
	defer stream.Close()
	count, entries, err := book.Read(stream)
	if err != nil {
		return nil, err
	}
	l := &library{}
	p := pace.New()
	for entry, err := range entries {
		if err != nil {
			return nil, err
		}
		l.add(entry)
		if err := p.Pause(ctx, func() { deferred.Notify(ctx, float64(len(l.entries))/float64(count)) }); err != nil {
			return nil, err
		}
	}
	l.index.Finish()
	return l, nil
}

func (l *library) add(entry book.Entry) {
	if n := len(l.profiles); n == 0 || l.profiles[n-1] != entry.Profile {
		l.profiles = append(l.profiles, entry.Profile)
	}
	l.profileOf = append(l.profileOf, len(l.profiles)-1)
	l.entries = append(l.entries, entry)
	l.index.Add(entry.Profile+" "+entry.Field, entry.Text)
}

// snippetWords is how long a snippet is at most.
const snippetWords = 32

func (l *library) show(hit index.Hit, q index.Query) Hit {
	entry := l.entries[hit.Document]
	return Hit{
		Profile: index.Mark(entry.Profile, q),
		Section: entry.Section,
		Field:   index.Mark(entry.Field, q),
		Snippet: index.Snippet(entry.Text, q, snippetWords),
	}
}

// texts are the profiles, each with all of its entries.
func (l *library) texts() *alike.Texts {
	return alike.New(len(l.profiles), func(yield func(string, iter.Seq[int]) bool) {
		for term, documents := range l.index.Occurrences() {
			inProfiles := func(yield func(int) bool) {
				for document := range documents {
					if !yield(l.profileOf[document]) {
						return
					}
				}
			}
			if !yield(term, inProfiles) {
				return
			}
		}
	})
}
