import { report, wrongArgument } from "../lib/errors.js";
import { NOTIFIED, REJECTED, RESOLVED } from "./outcome.js";
import { crossing, isCloneable } from "./crossing.js";

// A page and the worker of its Go program call each other by messages. Both sides are alike: to each, the other is a
// Program whose functions it calls, whose promises it waits for, and which it tells how its own calls end.

// The messages. Each is a list: what it is, a number, the packed values, their marks, and for a call the function.
const CALL = 0;
const ABORT = 1;
const SETTLE = 2;
const SIGNAL = 3;
const FREE = 4;
/** The page has let go of a Go object. */
const DROP = 9;
/** A function that can be called by a name: (name, function). */
export const EXPORT = 5;
/** The program is ready. */
export const UP = 6;
/** The program has ended or could not start: (error, exit code, if it had started). */
export const ENDED = 7;
/** An error that the platform reports in the worker. */
export const REPORT = 8;
/** A promise that was rejected in the worker, and that nothing there handles. */
export const UNHANDLED = 10;

/** The error for a message that has come and cannot be read. The event does not say which one. */
export const unreadable = () =>
	new DOMException("godeferred.go: a message to or from the worker cannot be read there", "DataCloneError");

/** @typedef {(what: number, number: number, values: any[]) => void} Tell sends a message that must arrive */

/** A message that was not sent. */
class Uncloneable {
	/** @param {any} cause the platform's error @param {any[]} values */
	constructor(cause, values) {
		this.cause = cause;
		this.wrong = values.findIndex((value) => !isCloneable(value));
	}
}

/**
 * Connects one side with the other.
 *
 * @param {import("./kit.js").Kit} kit
 * @param {import("./calls.js").Program} program stands for the other side
 * @param {any} port to the other side
 * @param {boolean} gives whether the results of calls give their buffers away, as those of Go do
 * @param {(what: number, values: any[]) => void} onOther called for the messages that are not between all peers
 * @returns {Tell}
 */
export function connect(kit, program, port, gives, onOther) {
	const { bridge } = program;
	const { base } = bridge;
	const { ourCore, wrap } = kit;
	/** Promises here that the other side waits for. Its calls have odd numbers, what it was given even ones. @type {Map<number, {result: any, promise: any}>} */
	const running = new Map();

	const { kept, pack, takeBack, unpack, free, abortSignal } = crossing(
		{
			make: bridge.make,
			program,
			open: (number) => bridge.open(base + 2 * number),
			object: bridge.object,
			follow: (number, promise) => running.has(2 * number) || follow(2 * number, () => promise),
			signal: (number, reason) => tell(SIGNAL, number, [reason]),
			free: (number, count) => tell(FREE, number, [count]),
		},
		kit,
	);

	/**
	 * Sends a message. Throws if the values cannot be cloned, or a getter of theirs throws.
	 *
	 * @param {number} what
	 * @param {number} number
	 * @param {any[]} given
	 * @param {{blind?: boolean, moves?: boolean, to?: number}} how objects have stand-ins; buffers move; the function
	 */
	function send(what, number, given, { blind, moves, to }) {
		const { values, marks, buffers, after } = pack(given, blind);
		try {
			port.postMessage([what, number, values, marks, to], moves ? [...buffers] : []);
		} catch (error) {
			takeBack(marks);
			throw new Uncloneable(error, values);
		}
		for (const one of after) one();
	}

	/** Sends what must arrive: what cannot be cloned has a stand-in. @type {Tell} */
	function tell(what, number, values) {
		try {
			send(what, number, values, {});
		} catch {
			send(what, number, values, { blind: true });
		}
	}

	/** Runs what the other side waits for. @param {number} id @param {() => any} run */
	function follow(id, run) {
		const key = 4 * id;
		/** @param {number} how */
		const teller =
			(how) =>
			(/** @type {any[]} */ ...values) =>
				tell(SETTLE, key + how, values);
		const fail = teller(REJECTED);
		try {
			const result = run();
			// A promise of its own: an abort leaves work alone that something else waits for.
			const promise = /** @type {any} */ (wrap(result)).then();
			running.set(id, { result, promise });
			promise
				.progress(teller(NOTIFIED))
				.done((/** @type {any[]} */ ...values) => {
					try {
						send(SETTLE, key + RESOLVED, values, { moves: gives });
					} catch (error) {
						const { cause } = /** @type {any} */ (error);
						const why = "godeferred.go: the result cannot cross to or from a worker";
						fail(
							error instanceof Uncloneable ? new TypeError(`${why} (${cause.message})`, { cause }) : error,
						);
					}
				})
				.fail(fail)
				// At last: a jqXHR is among its own values, and must not be followed again.
				.always(() => running.delete(id));
		} catch (error) {
			fail(error);
		}
	}

	program.call = ({ id, name }, to, args) => {
		try {
			send(CALL, id, args, { to });
		} catch (error) {
			if (!(error instanceof Uncloneable)) throw error; // of a getter of the page's
			const { wrong } = error;
			const expected = "a value that can cross to or from a worker";
			throw wrongArgument(
				name ? `go.${name}` : "go",
				`argument ${name.includes("#") ? wrong : wrong + 1}`,
				expected,
				args[wrong],
			);
		}
	};

	/** @this {number} @param {any} reason */
	bridge.abort = function (reason) {
		tell(ABORT, this % 2 ? +this : this - base, [reason]);
	};

	/** @this {number} @param {number | undefined} sent */
	bridge.drop = function (sent) {
		tell(sent ? FREE : DROP, +this, [sent]);
	};

	port.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
		const [what, number, packed, marks, to] = data;
		try {
			const values = unpack(packed, marks);
			const [first] = values;
			if (what === CALL) follow(number, () => kept.get(to)?.value(...values));
			else if (what === ABORT) {
				const one = running.get(number);
				one?.promise.abort(first);
				// jQuery's jqXHR would take the reason for a text of a status.
				if (one && Object(one.result) === one.result && !ourCore(one.result)) one.result.abort?.();
			} else if (what === SETTLE)
				bridge.settle(Math.floor(number / 4) % 2 ? number : 4 * base + number, ...values);
			else if (what === SIGNAL) abortSignal(number, first);
			else if (what === FREE) free(number, first);
			else if (what === DROP) {
				kept.get(number)?.value.free();
				kept.delete(number); // no FREE comes of what is freed
			} else onOther(what, values);
		} catch (error) {
			report(error);
		}
	});
	return tell;
}
