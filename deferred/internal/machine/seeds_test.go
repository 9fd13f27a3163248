package machine

// Words to write programs with. d is the number of a deferred, in the order of creation; one that
// then or join returns counts too.

func create() step                             { return step{verb: vCreate} }
func settle(d, outcome byte) step              { return step{verb: vSettle, d: d, arg: outcome - Resolved} }
func notify(d byte) step                       { return step{verb: vNotify, d: d} }
func drain() step                              { return step{verb: vDrain} }
func waste(count byte) step                    { return step{verb: vWaste, arg: count} }
func on(d, kind byte, body ...step) step       { return step{vAdd, d, kind, body} }
func on3(d, kind byte, body ...step) step      { return step{vAdd, d, kind | 2<<2, body} }
func then(d, handlers byte, body ...step) step { return step{vThen, d, handlers, body} }
func join(a, b byte, more ...byte) step {
	s := step{verb: vJoin, d: a, arg: b}
	for _, d := range more {
		s.body = append(s.body, step{d: d})
	}
	return s
}

// Handlers of then, and what they do.
const (
	onDone     = 1 << 0
	onFail     = 1 << 1
	onProgress = 1 << 2
	onAny      = onDone | onFail | onProgress
	throws     = 1 << 3
	adopts0    = 2 << 3
	adopts1    = 2<<3 | 1<<5
	adopts2    = 2<<3 | 2<<5
	adoptsLast = 3 << 3
)

var seeds = []struct {
	name    string
	program program
}{
	{"order", program{create(), on(0, Done), on(0, Always), on(0, Fail), on3(0, Done), settle(0, Resolved)}},
	{"order when rejected", program{create(), on(0, Fail), on(0, Always), on(0, Done), on3(0, Fail), settle(0, Rejected)}},
	{"first settling counts", program{create(), on(0, Always), settle(0, Rejected), settle(0, Resolved), notify(0)}},
	{"settle inside done", program{create(), on(0, Always, settle(0, Rejected), notify(0)), settle(0, Resolved)}},
	{"late", program{create(), settle(0, Resolved), on(0, Done), on(0, Fail), on(0, Always), on(0, Progress)}},
	{"late, rejected", program{create(), settle(0, Rejected), on(0, Done), on(0, Fail), on(0, Always), drain()}},
	{"added while firing", program{create(), on(0, Done, on(0, Done, on(0, Done))), on(0, Done), settle(0, Resolved)}},
	{"always inside fail", program{create(), on(0, Fail, on(0, Always), on(0, Done)), on(0, Fail), settle(0, Rejected)}},
	{"late inside late", program{create(), settle(0, Resolved), on3(0, Done, on(0, Always), on(0, Done, on(0, Done)))}},
	{"late on another", program{create(), create(), settle(0, Resolved), settle(1, Rejected),
		on(0, Done, on(1, Fail, on(0, Done), on(1, Fail)), on(0, Done))}},
	{"progress", program{create(), on(0, Progress), notify(0), on(0, Progress), notify(0), on3(0, Progress)}},
	{"late progress", program{create(), notify(0), notify(0), settle(0, Resolved), on(0, Progress, on(0, Progress))}},
	{"late progress, rejected and unhandled", program{create(), notify(0), settle(0, Rejected), on(0, Progress), drain(),
		on(0, Progress), then(0, onFail), drain()}},
	{"dropped progress", program{create(), on(0, Progress), settle(0, Resolved), on(0, Progress), notify(0)}},
	{"notify inside progress", program{create(), on(0, Progress, notify(0)), on(0, Progress), notify(0)}},
	{"notify and add inside progress", program{create(), on3(0, Progress, notify(0), on(0, Progress), on(0, Done)), notify(0),
		settle(0, Resolved)}},
	{"resolve inside progress", program{create(), on(0, Done), on(0, Progress, settle(0, Resolved)), on(0, Progress), notify(0)}},
	{"resolve inside progress without callbacks", program{create(), on3(0, Progress, settle(0, Resolved), on(0, Done),
		on(0, Progress)), notify(0)}},
	{"reject unhandled inside progress", program{create(), on(0, Progress, settle(0, Rejected)), notify(0), drain()}},
	{"reject and handle inside progress", program{create(), create(), on(0, Progress, settle(0, Rejected), on(0, Fail)),
		on(1, Progress, settle(1, Rejected), then(1, onFail)), notify(0), notify(1), drain()}},
	{"settling drops notifications", program{create(), on(0, Progress, notify(0), settle(0, Resolved), notify(0)), notify(0),
		on(0, Progress)}},
	{"progress inside done", program{create(), notify(0), on(0, Done, on(0, Progress, on(0, Done), on(0, Progress))),
		settle(0, Resolved)}},
	{"progress inside done inside progress", program{create(), on(0, Progress, settle(0, Resolved)),
		on(0, Done, on(0, Progress, on(0, Done))), notify(0), on(0, Done)}},
	{"late done inside late progress", program{create(), notify(0), settle(0, Resolved),
		on(0, Progress, on(0, Done, on(0, Progress), on(0, Done)))}},
	{"then", program{create(), then(0, onDone), then(0, 0), settle(0, Resolved), on(1, Done), on(2, Done), drain()}},
	{"then before done", program{create(), on(0, Done, then(0, onDone)), then(0, onDone), settle(0, Resolved), drain()}},
	{"late then", program{create(), notify(0), settle(0, Rejected), then(0, onAny), drain(), then(1, onFail), drain()}},
	{"then replays progress", program{create(), notify(0), then(0, onAny), notify(0), drain(), settle(0, Resolved), drain()}},
	{"then inside progress", program{create(), on(0, Progress, notify(0), then(0, onProgress)), notify(0), drain(),
		settle(0, Resolved), drain()}},
	{"progress through a chain", program{create(), then(0, 0), then(1, onProgress), on(2, Progress), notify(0), drain(),
		settle(0, Resolved), notify(0), drain()}},
	{"a handler throws", program{create(), then(0, onDone|throws), then(1, 0), then(2, onFail), settle(0, Resolved), drain()}},
	{"a handler adopts", program{create(), create(), then(0, onDone|adopts1), on(2, Progress), on(2, Always), settle(0, Resolved),
		drain(), notify(1), drain(), settle(1, Rejected), drain()}},
	{"a handler adopts a settled one", program{create(), create(), settle(1, Resolved), then(0, onDone|adopts1), on(2, Done),
		settle(0, Resolved), drain()}},
	{"a handler adopts its own promise", program{create(), then(0, onDone|adoptsLast), on(1, Always), settle(0, Resolved),
		drain()}},
	{"a ring of adoptions", program{create(), then(0, onDone|adopts2), then(0, onDone|adopts1), on(1, Always),
		settle(0, Resolved), drain(), drain()}},
	{"progress in a ring of adoptions", program{create(), then(0, onDone|adopts2), then(0, onDone|adopts1), notify(0), drain(),
		settle(0, Resolved), drain(), on(1, Progress)}},
	{"a handler works", program{create(), then(0, onAny, create(), on(0, Done), settle(2, Rejected), then(0, onDone), drain()),
		notify(0), settle(0, Resolved), drain()}},
	{"drain inside a callback", program{create(), then(0, onDone, drain(), then(0, onDone)), then(0, onDone),
		on(0, Done, drain()), settle(0, Resolved), drain()}},
	{"unhandled", program{create(), create(), settle(0, Rejected), settle(1, Rejected), on(1, Fail), drain(), on(0, Fail), drain()}},
	{"unhandled at the end of a chain", program{create(), then(0, 0), then(1, onDone), settle(0, Rejected), drain()}},
	{"unhandled, then handled by a reaction", program{create(), create(), then(0, onDone, on(1, Fail)), settle(0, Resolved),
		settle(1, Rejected), drain()}},
	{"unhandled, found inside a drain", program{create(), create(), then(0, onDone, settle(1, Rejected), drain()),
		settle(0, Resolved), drain()}},
	{"join", program{create(), create(), create(), join(0, 1, 2), on(3, Always), settle(1, Resolved), settle(0, Resolved),
		settle(2, Resolved)}},
	{"join rejects at once", program{create(), create(), join(0, 1), on(2, Always), settle(1, Rejected), settle(0, Resolved)}},
	{"join of the same twice", program{create(), join(0, 0), on(1, Done), settle(0, Resolved)}},
	{"join of settled ones", program{create(), create(), settle(0, Resolved), settle(1, Resolved), join(0, 1), on(2, Done)}},
	{"join of joins", program{create(), create(), join(0, 1), join(1, 2), then(3, onDone), settle(1, Resolved),
		settle(0, Resolved), drain()}},
	{"blocks come back", program{waste(60), waste(69), create(), create(), waste(69), on(0, Done), settle(1, Resolved),
		waste(69)}},
}
