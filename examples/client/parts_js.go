package main

import (
	"context"
	"strconv"
	"time"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/examples/client/words"
	"github.com/godeferred/godeferred/examples/internal/view"
)

// retryPart asks a service that fails at first. That the request is made again does not show in this code.
func retryPart(ctx context.Context, service *api) {
	newPart(ctx, "retry", func(ctx context.Context, p *part) {
		p.say("Asking…")
		began := time.Now()
		attempt, err := service.flaky(ctx, chosen("retry-times"))
		if err != nil {
			p.fail(err)
			return
		}
		p.say("Attempt " + strconv.Itoa(attempt) + " succeeded, after " + words.Took(time.Since(began)) + ".")
	})
}

// downloadPart watches a body arrive.
func downloadPart(ctx context.Context, service *api) {
	bar := view.ByID("download-bar")
	newPart(ctx, "download", func(ctx context.Context, p *part) {
		p.say("Asking…")
		bar.Set("value", 0)
		arrived := ""
		promise := service.download(ctx, 30)
		promise.Progress(func(v any) {
			if progress, ok := v.(ajax.Progress); ok {
				arrived = words.Arrived(progress.Loaded, progress.Total)
				bar.Set("max", max(progress.Total, 1))
				bar.Set("value", progress.Loaded)
				view.Say(view.ByID("download-arrived"), arrived)
			}
		})
		// ctx ends with the cancel button, and with it the request: download has passed it on.
		parts, err := promise.Await(context.Background())
		if err != nil {
			p.fail(err)
			return
		}
		p.say("Done: a list of " + words.Count(parts, "part") + ", " + arrived + ".")
	})
}

// errorsPart asks for what goes wrong, each in another way.
func errorsPart(ctx context.Context, service *api) {
	newPart(ctx, "errors", func(ctx context.Context, p *part) {
		p.say("Asking…")
		title, err := service.title(ctx, view.ByID("errors-kind").Get("value").String())
		if err != nil {
			p.fail(err)
			return
		}
		p.say("It went well. The title: " + title)
	})
}
