import { EVENTS, STATE_MASK } from "./codes.js";
import { GodeferredError } from "./errors.js";

// The machine is a pure function in Go, of a state and an event. It is asked once for each pair,
// when the runtime starts, and its answers stand here: reading one takes 1 or 2 ns where asking
// took 10 to 25. Before the start, and after the end, reading throws.

/** @type {Uint32Array} what `step(state, event)` answers, at `state * EVENTS + event` */
export let answers = refusing(
	() =>
		new GodeferredError(
			"not-ready",
			"the runtime is not ready yet: wait for godeferred.ready, or pass a function to godeferred(…); modules call load()",
		),
);

/** @type {(remaining: number) => number} counts an arrival at a join; a leaf export */
export let arrive = () => 0;

/** @type {Uint8Array} what a queue's rule answers, at `state * 4 + event`: see anim/queue.js */
export let queueAnswers = new Uint8Array();
/** @type {(state: number, waiting: number) => number} whether an abort goes on; a leaf export */
export let leave = () => 0;

/** Asks the machine for all it knows. @param {any} exports of the started wasm */
export function connect(exports) {
	const table = new Uint32Array((STATE_MASK + 1) * EVENTS);
	for (let state = 0; state <= STATE_MASK; state++) {
		for (let event = 0; event < EVENTS; event++) {
			table[state * EVENTS + event] = exports.gd_step(state, event);
		}
	}
	answers = table;
	arrive = exports.gd_arrive;
	queueAnswers = Uint8Array.from({ length: 32 }, (_, i) => exports.gd_queue(i >> 2, i & 3));
	leave = exports.gd_leave;
}

/**
 * Makes every later question to the machine throw: the runtime has ended.
 *
 * @param {() => GodeferredError} error
 */
export function disconnect(error) {
	answers = refusing(error);
}

/** Throws where the machine cannot be asked. */
export function check() {
	void answers[0];
}

/**
 * @param {() => Error} error
 * @returns {any}
 */
function refusing(error) {
	return new Proxy([], {
		get() {
			throw error();
		},
	});
}
