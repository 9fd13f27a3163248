package machine

// Words to write programs with. d is the number of a deferred, in the order of creation; one that
// then or join returns counts too.

func create() step { return step{verb: vCreate} }
func end(d byte, outcome State) step {
	return step{verb: vSettle, d: d, arg: byte(outcome - Resolved)}
}
func tell(d byte) step                          { return step{verb: vNotify, d: d} }
func drain() step                               { return step{verb: vDrain} }
func on(d byte, e Event, body ...step) step     { return step{vAdd, d, byte(e), body} }
func on3(d byte, e Event, body ...step) step    { return step{vAdd, d, byte(e) | 2<<2, body} }
func chain(d, handlers byte, body ...step) step { return step{vThen, d, handlers, body} }
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
	{"order", program{create(), on(0, AddDone), on(0, AddAlways), on(0, AddFail), on3(0, AddDone), end(0, Resolved)}},
	{"order when rejected", program{create(), on(0, AddFail), on(0, AddAlways), on(0, AddDone), on3(0, AddFail), end(0, Rejected)}},
	{"first settling counts", program{create(), on(0, AddAlways), end(0, Rejected), end(0, Resolved), tell(0)}},
	{"settle inside done", program{create(), on(0, AddAlways, end(0, Rejected), tell(0)), end(0, Resolved)}},
	{"late", program{create(), end(0, Resolved), on(0, AddDone), on(0, AddFail), on(0, AddAlways), on(0, AddProgress)}},
	{"late, rejected", program{create(), end(0, Rejected), on(0, AddDone), on(0, AddFail), on(0, AddAlways), drain()}},
	{"added while firing", program{create(), on(0, AddDone, on(0, AddDone, on(0, AddDone))), on(0, AddDone), end(0, Resolved)}},
	{"always inside fail", program{create(), on(0, AddFail, on(0, AddAlways), on(0, AddDone)), on(0, AddFail), end(0, Rejected)}},
	{"late inside late", program{create(), end(0, Resolved), on3(0, AddDone, on(0, AddAlways), on(0, AddDone, on(0, AddDone)))}},
	{"late on another", program{create(), create(), end(0, Resolved), end(1, Rejected),
		on(0, AddDone, on(1, AddFail, on(0, AddDone), on(1, AddFail)), on(0, AddDone))}},
	{"progress", program{create(), on(0, AddProgress), tell(0), on(0, AddProgress), tell(0), on3(0, AddProgress)}},
	{"late progress", program{create(), tell(0), tell(0), end(0, Resolved), on(0, AddProgress, on(0, AddProgress))}},
	{"late progress, rejected and unhandled", program{create(), tell(0), end(0, Rejected), on(0, AddProgress), drain(),
		on(0, AddProgress), chain(0, onFail), drain()}},
	{"dropped progress", program{create(), on(0, AddProgress), end(0, Resolved), on(0, AddProgress), tell(0)}},
	{"notify inside progress", program{create(), on(0, AddProgress, tell(0)), on(0, AddProgress), tell(0)}},
	{"notify and add inside progress", program{create(), on3(0, AddProgress, tell(0), on(0, AddProgress), on(0, AddDone)), tell(0),
		end(0, Resolved)}},
	{"resolve inside progress", program{create(), on(0, AddDone), on(0, AddProgress, end(0, Resolved)), on(0, AddProgress), tell(0)}},
	{"resolve inside progress without callbacks", program{create(), on3(0, AddProgress, end(0, Resolved), on(0, AddDone),
		on(0, AddProgress)), tell(0)}},
	{"reject unhandled inside progress", program{create(), on(0, AddProgress, end(0, Rejected)), tell(0), drain()}},
	{"reject and handle inside progress", program{create(), create(), on(0, AddProgress, end(0, Rejected), on(0, AddFail)),
		on(1, AddProgress, end(1, Rejected), chain(1, onFail)), tell(0), tell(1), drain()}},
	{"settling drops notifications", program{create(), on(0, AddProgress, tell(0), end(0, Resolved), tell(0)), tell(0),
		on(0, AddProgress)}},
	{"progress inside done", program{create(), tell(0), on(0, AddDone, on(0, AddProgress, on(0, AddDone), on(0, AddProgress))),
		end(0, Resolved)}},
	{"progress inside done inside progress", program{create(), on(0, AddProgress, end(0, Resolved)),
		on(0, AddDone, on(0, AddProgress, on(0, AddDone))), tell(0), on(0, AddDone)}},
	{"late done inside late progress", program{create(), tell(0), end(0, Resolved),
		on(0, AddProgress, on(0, AddDone, on(0, AddProgress), on(0, AddDone)))}},
	{"then", program{create(), chain(0, onDone), chain(0, 0), end(0, Resolved), on(1, AddDone), on(2, AddDone), drain()}},
	{"then before done", program{create(), on(0, AddDone, chain(0, onDone)), chain(0, onDone), end(0, Resolved), drain()}},
	{"late then", program{create(), tell(0), end(0, Rejected), chain(0, onAny), drain(), chain(1, onFail), drain()}},
	{"then replays progress", program{create(), tell(0), chain(0, onAny), tell(0), drain(), end(0, Resolved), drain()}},
	{"then inside progress", program{create(), on(0, AddProgress, tell(0), chain(0, onProgress)), tell(0), drain(),
		end(0, Resolved), drain()}},
	{"progress through a chain", program{create(), chain(0, 0), chain(1, onProgress), on(2, AddProgress), tell(0), drain(),
		end(0, Resolved), tell(0), drain()}},
	{"a handler throws", program{create(), chain(0, onDone|throws), chain(1, 0), chain(2, onFail), end(0, Resolved), drain()}},
	{"a handler adopts", program{create(), create(), chain(0, onDone|adopts1), on(2, AddProgress), on(2, AddAlways), end(0, Resolved),
		drain(), tell(1), drain(), end(1, Rejected), drain()}},
	{"a handler adopts a settled one", program{create(), create(), end(1, Resolved), chain(0, onDone|adopts1), on(2, AddDone),
		end(0, Resolved), drain()}},
	{"a handler adopts its own promise", program{create(), chain(0, onDone|adoptsLast), on(1, AddAlways), end(0, Resolved),
		drain()}},
	{"a ring of adoptions", program{create(), chain(0, onDone|adopts2), chain(0, onDone|adopts1), on(1, AddAlways),
		end(0, Resolved), drain(), drain()}},
	{"progress in a ring of adoptions", program{create(), chain(0, onDone|adopts2), chain(0, onDone|adopts1), tell(0), drain(),
		end(0, Resolved), drain(), on(1, AddProgress)}},
	{"a handler works", program{create(), chain(0, onAny, create(), on(0, AddDone), end(2, Rejected), chain(0, onDone), drain()),
		tell(0), end(0, Resolved), drain()}},
	{"drain inside a callback", program{create(), chain(0, onDone, drain(), chain(0, onDone)), chain(0, onDone),
		on(0, AddDone, drain()), end(0, Resolved), drain()}},
	{"unhandled", program{create(), create(), end(0, Rejected), end(1, Rejected), on(1, AddFail), drain(), on(0, AddFail), drain()}},
	{"unhandled at the end of a chain", program{create(), chain(0, 0), chain(1, onDone), end(0, Rejected), drain()}},
	{"unhandled, then handled by a reaction", program{create(), create(), chain(0, onDone, on(1, AddFail)), end(0, Resolved),
		end(1, Rejected), drain()}},
	{"unhandled, found inside a drain", program{create(), create(), chain(0, onDone, end(1, Rejected), drain()),
		end(0, Resolved), drain()}},
	{"join", program{create(), create(), create(), join(0, 1, 2), on(3, AddAlways), end(1, Resolved), end(0, Resolved),
		end(2, Resolved)}},
	{"join rejects at once", program{create(), create(), join(0, 1), on(2, AddAlways), end(1, Rejected), end(0, Resolved)}},
	{"join of the same twice", program{create(), join(0, 0), on(1, AddDone), end(0, Resolved)}},
	{"join of settled ones", program{create(), create(), end(0, Resolved), end(1, Resolved), join(0, 1), on(2, AddDone)}},
	{"join of joins", program{create(), create(), join(0, 1), join(1, 2), chain(3, onDone), end(1, Resolved),
		end(0, Resolved), drain()}},
	{"unhandled, reported and handled after all", program{create(), create(), end(0, Rejected), end(1, Rejected), drain(),
		chain(0, onFail), on(1, AddAlways), on(1, AddFail), drain()}},
	{"handled inside a callback of the other list", program{create(), on(0, AddDone, on(0, AddFail)), end(0, Rejected),
		on(0, AddProgress), on(0, AddFail, chain(0, 0)), drain()}},
	{"notifications inside late progress", program{create(), on(0, AddProgress), tell(0), on(0, AddProgress, tell(0), tell(0),
		chain(0, onProgress), on(0, AddProgress)), drain(), end(0, Rejected), drain()}},
}
