// The answers of the machine (deferred/internal/machine). It is a pure function of two small numbers, so
// the build runs it for all pairs and writes the answers into the script: deferreds need no wasm.
// Reading an answer takes 1 or 2 ns. Asking Go took 10 to 25.

export {
	ADDED,
	ADVANCE,
	answers,
	ARRIVED,
	DIRECTION_ENDS,
	directions,
	DOES,
	EMPTY,
	ENDED,
	FX,
	HASH,
	leaves,
	MARK,
	MORE,
	NEXT,
	QUEUE_EVENTS,
	queueAnswers,
	RUN,
	RUNNING,
	SHOWS,
	STOPPED,
	TOGGLES,
	UNMARK,
	words,
} from "go:tables";
