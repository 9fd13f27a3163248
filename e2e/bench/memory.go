package main

import "fmt"

// How many are held at once; their bytes are what the heap has grown by, divided by that.
const held = 20_000

// The heap is the same in each round, or nearly: few of them do.
const memoryRounds = 3

// kindsHeld are godeferred's other objects, of which no library has the like: their bytes stand alone.
var kindsHeld = []struct {
	id, name string
	count    int
}{
	{"bare", "a pending deferred without callbacks", held},
	{"promise", "one whose promise was asked for", held},
	{"detached", "one whose `resolve` was taken from it", held},
	{"wait", "a `wait`, with the browser's timer", held},
	{"waiter", "`work` on a shared signal, with a `fail` callback", held},
	{"cached", "an answer in a cache", held},
	{"request", "a request in flight, without the browser's", 2000},
	{"collection", "a collection of one element", held},
	{"handler", "a handler of an element's own", held},
	{"data", "a datum of an element's own", held},
	{"once", "a `bindOnce` of an element's own", held},
	{"animation", "an animation under way, with the browser's", 2000},
}

// measureMemory is how many bytes a deferred takes, or what takes its place with promises.
func measureMemory(d *devtools, url string, rounds int, say func(string)) ([]testCase, error) {
	cases := []testCase{
		{ID: "pending", Name: "a pending deferred with one callback"},
		{ID: "settled", Name: "a settled one, its callback has run"},
		{ID: "then", Name: "one more `then` of a pending one"},
	}
	say("memory")
	for i := range cases {
		samples := map[string][]float64{}
		for range min(rounds, memoryRounds) {
			for _, id := range []string{ours, "jquery4", "jquery3", "bluebird", "native"} {
				bytes, err := d.bytes(url, id, cases[i].ID, held)
				if err != nil {
					return nil, fmt.Errorf("memory of %s: %w", id, err)
				}
				samples[id] = append(samples[id], bytes)
			}
		}
		cases[i].Group, cases[i].Unit = memory, "bytes"
		cases[i].fill(samples)
	}
	for _, kind := range kindsHeld {
		var samples []float64
		for range min(rounds, memoryRounds) {
			bytes, err := d.bytes(url, ours, kind.id, kind.count)
			if err != nil {
				return nil, fmt.Errorf("memory of %s: %w", kind.name, err)
			}
			samples = append(samples, bytes)
		}
		one := testCase{ID: "memory-" + kind.id, Name: kind.name, Group: memory, Unit: "bytes"}
		one.fill(map[string][]float64{ours: samples})
		cases = append(cases, one)
	}
	return cases, nil
}

// bytes is how much one of a kind takes, in a page with that library alone.
func (d *devtools) bytes(url, library, kind string, held int) (float64, error) {
	if err := d.open(url+"/bench/memory.html?library="+library, "hold"); err != nil {
		return 0, err
	}
	hold := fmt.Sprintf("hold(%q)", kind)
	// A few first: code that is compiled for the first time takes room, too.
	if _, err := d.number("(prepare(2000), " + hold + ")"); err != nil {
		return 0, err
	}
	if _, err := d.number(fmt.Sprintf("(prepare(%d), 0)", held)); err != nil {
		return 0, err
	}
	before, err := d.heap()
	if err != nil {
		return 0, err
	}
	if n, err := d.number(hold); err != nil {
		return 0, err
	} else if int(n) != held {
		return 0, fmt.Errorf("%s held %v of %d", hold, n, held)
	}
	after, err := d.heap()
	return (after - before) / float64(held), err
}
