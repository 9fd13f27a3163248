package main

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"time"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A plan is what the page is asked for: least is the ms of work in each measurement, warm that before the first.
// With warm 0 and least 0, every library does one unit of each case per round: for a test that the page works.
type plan struct {
	rounds, least, warm int
	cases               string // by ID, separated by commas; empty for all
}

func (p plan) query() string {
	values := url.Values{}
	values.Set("rounds", strconv.Itoa(p.rounds))
	values.Set("least", strconv.Itoa(p.least))
	values.Set("warm", strconv.Itoa(p.warm))
	if p.cases != "" {
		values.Set("cases", p.cases)
	}
	return values.Encode()
}

// A page that is silent for so long gets a line that says so. It is not ended: how fast it must be, nobody knows.
const silence = 2 * time.Minute

// measure opens the page in a browser and waits for its results. Only the end of the browser or ctx stops it sooner.
func measure(ctx context.Context, kind harness.Browser, p plan, say func(line string)) (*results, error) {
	s, err := serve(harness.Root())
	if err != nil {
		return nil, err
	}
	defer s.close()
	b, err := start(kind, s.url+"/bench/page.html?"+p.query())
	if err != nil {
		return nil, err
	}
	defer b.end()

	silent := time.NewTicker(silence)
	defer silent.Stop()
	for {
		select {
		case body := <-s.results:
			return decode(body)
		case line := <-s.progress:
			silent.Reset(silence)
			say(line)
		case <-silent.C:
			say(fmt.Sprintf("nothing new for %v; still waiting", silence))
		case <-b.exited:
			return nil, fmt.Errorf("%s ended before the page posted its results:\n%s", kind, b.said())
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
}
