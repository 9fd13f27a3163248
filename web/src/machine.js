import { GodeferredError } from "./errors.js";

/**
 * The operations of the machine. Each is a leaf export of the wasm, called with integers only; the
 * answers are explained in package machine. The object is a plain one because V8 reads it faster
 * than a module's exports object.
 *
 * @typedef {object} Machine
 * @property {() => number} take
 * @property {(first: number) => number} generation
 * @property {(first: number, generation: number) => number} release
 * @property {() => number} live
 * @property {(slot: number) => number} state
 * @property {(slot: number, kind: number, count: number) => number} add
 * @property {(slot: number) => number} then
 * @property {(slot: number, outcome: number) => number} settle
 * @property {(slot: number) => number} ran
 * @property {(slot: number) => number} notify
 * @property {(slot: number) => number} progressed
 * @property {(slot: number) => number} resume
 * @property {(count: number) => number} drained
 * @property {(slot: number) => number} unhandled
 * @property {(slot: number) => number} lock
 * @property {(slot: number, claim: number) => number} claim
 * @property {(slot: number, claim: number) => number} held
 * @property {(slot: number, count: number) => number} expect
 * @property {(slot: number) => number} arrive
 */

/** @type {(keyof Machine)[]} */
const operations = [
	"take",
	"generation",
	"release",
	"live",
	"state",
	"add",
	"then",
	"settle",
	"ran",
	"notify",
	"progressed",
	"resume",
	"drained",
	"unhandled",
	"lock",
	"claim",
	"held",
	"expect",
	"arrive",
];

/** @type {Machine} */
export let m = refusing(
	() =>
		new GodeferredError(
			"not-ready",
			"the runtime is not ready yet: wait for godeferred.ready, or pass a function to godeferred(…)",
		),
);

/** Whether the machine answers. */
export let running = false;

/** @type {() => void} makes the tables larger; calls ordinary Go, which may allocate */
let grow = () => {};

/**
 * @param {Record<string, Function>} exports the exports of the started wasm
 * @param {() => void} growTables
 */
export function connect(exports, growTables) {
	const machine = /** @type {any} */ ({});
	for (const name of operations) machine[name] = exports[`gd_${name}`];
	m = machine;
	grow = growTables;
	running = true;
}

/**
 * Makes every later call of the machine throw: the runtime has ended.
 *
 * @param {() => GodeferredError} error
 */
export function disconnect(error) {
	m = refusing(error);
	running = false;
}

export function growTables() {
	grow();
}

/**
 * The error for an answer that the machine gives only to a caller that breaks its rules.
 *
 * @param {string} operation
 * @param {number} answer
 */
export function refused(operation, answer) {
	return new GodeferredError(
		"internal",
		`the machine refused ${operation} (${answer}); please report this with the page's code`,
	);
}

/** @param {() => Error} error */
function refusing(error) {
	const machine = /** @type {any} */ ({});
	for (const name of operations) {
		machine[name] = () => {
			throw error();
		};
	}
	return /** @type {Machine} */ (machine);
}
