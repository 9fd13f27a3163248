package main

import (
	"context"
	"strconv"
	"time"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/examples/client/words"
	"github.com/godeferred/godeferred/examples/internal/view"
)

// overviewPart joins requests of different types with When3, one of which is itself several of one type,
// joined with All. The first failure ends the waiting, then work returns, and with its context the other
// requests end.
func overviewPart(ctx context.Context, service *api) {
	newPart(ctx, "overview", func(ctx context.Context, p *part) {
		p.say("Asking for five things at once…")
		show(nil, nil, nil)
		began := time.Now()
		fail := view.ByID("overview-fail").Get("checked").Bool()

		news := deferred.Go(ctx, func(ctx context.Context) ([]story, error) { return service.news(ctx, fail) })
		reactions := deferred.Go(ctx, service.reactions)
		var tables []*deferred.Promise[[]row]
		for _, n := range []int{3, 5, 8} {
			tables = append(tables, deferred.Go(ctx, func(ctx context.Context) ([]row, error) { return service.rows(ctx, n) }))
		}
		all := deferred.When3(news, reactions, deferred.All(tables...))

		joined, err := all.Await(context.Background()) // The end of ctx ends all of them, and so the waiting.
		if err != nil {
			p.fail(err)
			return
		}
		show(joined.A, joined.B, joined.C)
		p.say("All there after " + words.Took(time.Since(began)) + ".")
	})
}

func show(news []story, reactions []reaction, tables [][]row) {
	say := func(id, text string) {
		if news == nil {
			text = "–"
		}
		view.Say(view.ByID("overview-"+id), text)
	}
	latest, squares := "", 0
	for _, s := range news {
		latest = max(latest, s.Time+" "+s.Title)
	}
	for _, table := range tables {
		for _, r := range table {
			squares += r.Square
		}
	}
	say("news", words.Count(len(news), "story")+", the latest at "+latest)
	say("reactions", words.Count(len(reactions), "reaction")+", by "+names(reactions))
	say("rows", words.Count(len(tables), "table")+", whose squares add up to "+strconv.Itoa(squares))
}

func names(reactions []reaction) string {
	text := ""
	for i, r := range reactions {
		if i > 0 {
			text += ", "
		}
		text += r.Name
	}
	return text
}
