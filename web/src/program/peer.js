import { wrap } from "../deferred/wrap.js";
import { report, wrongArgument } from "../lib/errors.js";
import { NOTIFIED, REJECTED, RESOLVED } from "./calls.js";
import { Crossing, isCloneable } from "./crossing.js";

// A page and the worker of its Go program call each other by messages. Both sides are alike: to each, the other is a
// Program whose functions it calls, whose promises it waits for, and which it tells how its own calls end.

/** @typedef {import("./calls.js").Program} Program */

// The messages. Each is a list: what it is, a number, the packed values, their marks, and for a call the function.
const CALL = 0;
const ABORT = 1;
const SETTLE = 2;
const SIGNAL = 3;
const FREE = 4;
/** A function that can be called by a name: (name, function). */
export const EXPORT = 5;
/** The program is ready. */
export const UP = 6;
/** The program has ended or could not start: (error, exit code, if it had started). */
export const ENDED = 7;
/** An error that the platform reports in the worker. */
export const REPORT = 8;

/** A message that was not sent. */
class Uncloneable {
	/** @param {any} cause the platform's error @param {any[]} values */
	constructor(cause, values) {
		this.cause = cause;
		this.wrong = values.findIndex((value) => !isCloneable(value));
	}

	ofResult() {
		const { cause } = this;
		const text = "godeferred.go: the result cannot be sent to a worker or from it";
		return new TypeError(`${text} (${cause.message})`, { cause });
	}
}

/** One side. */
export class Peer {
	/**
	 * @param {Program} program stands for the other side
	 * @param {any} port to the other side
	 * @param {(what: number, values: any[]) => void} onOther called for the messages that are not between all peers
	 */
	constructor(program, port, onOther) {
		const peer = this;
		const { bridge } = program;
		this.program = program;
		this.port = port;
		this.onOther = onOther;
		/** Promises here that the other side waits for. Its calls have odd numbers, what it was given even ones. @type {Map<number, any>} */
		this.running = new Map();
		this.crossing = new Crossing({
			makeFunction: bridge.make,
			makePromise: (number) => bridge.open(bridge.base + 2 * number),
			follow: (number, promise) => {
				if (!this.running.has(2 * number)) this.follow(2 * number, () => promise);
			},
			signal: (number, reason) => this.tell(SIGNAL, number, [reason]),
			free: (number, count) => this.tell(FREE, number, [count]),
		});
		program.call = (call, number, args) => this.call(call, number, args);
		/** @this {number} @param {any} reason */
		bridge.abort = function (reason) {
			peer.tell(ABORT, this % 2 ? +this : this - bridge.base, [reason]);
		};
		port.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
			try {
				this.receive(data);
			} catch (error) {
				report(error);
			}
		});
	}

	/**
	 * Sends a message. Throws if the values cannot be cloned, or a getter of theirs throws.
	 *
	 * @param {number} what
	 * @param {number} number
	 * @param {any[]} values
	 * @param {{blind?: boolean, gives?: boolean, to?: number}} [how] objects as stand-ins; buffers move; the function
	 */
	send(what, number, values, { blind, gives, to } = {}) {
		const packed = this.crossing.pack(values, blind);
		try {
			this.port.postMessage(
				[what, number, packed.values, packed.marks, to],
				gives ? [...packed.buffers] : [],
			);
		} catch (error) {
			this.crossing.takeBack(packed);
			throw new Uncloneable(error, packed.values);
		}
		for (const one of packed.after) one();
	}

	/** Sends what must arrive: a reason that cannot be cloned is replaced. @param {number} what @param {number} number @param {any[]} values */
	tell(what, number, values) {
		try {
			this.send(what, number, values);
		} catch {
			this.send(what, number, values, { blind: true });
		}
	}

	/**
	 * The other side's function is called.
	 *
	 * @param {{id: number, name: string}} call
	 * @param {number} to
	 * @param {any[]} args
	 */
	call({ id, name }, to, args) {
		try {
			this.send(CALL, id, args, { to });
		} catch (error) {
			if (!(error instanceof Uncloneable)) throw error; // of a getter of the page's
			const { wrong } = error;
			const where = name ? `go.${name}` : "go";
			const expected = "a value that can be sent to a worker or from it";
			throw wrongArgument(where, `argument ${wrong + 1}`, expected, args[wrong]);
		}
	}

	/** Runs what the other side waits for. @param {number} id @param {() => any} run */
	follow(id, run) {
		/** @param {number} how */
		const over =
			(how) =>
			(/** @type {any[]} */ ...values) => {
				this.settle(id, how, values); // first: a jqXHR is among its own values, and must not be followed again
				this.running.delete(id);
			};
		let promise;
		try {
			promise = /** @type {any} */ (wrap(run()));
		} catch (error) {
			this.settle(id, REJECTED, [error]);
			return;
		}
		this.running.set(id, promise);
		promise
			.progress((/** @type {any[]} */ ...values) => this.settle(id, NOTIFIED, values))
			.done(over(RESOLVED))
			.fail(over(REJECTED));
	}

	/** @param {number} id @param {number} how @param {any[]} values */
	settle(id, how, values) {
		const key = 4 * id + how;
		if (how !== RESOLVED) {
			this.tell(SETTLE, key, values);
			return;
		}
		try {
			// Go gives its results away, and so their buffers. A page may keep what it returns.
			this.send(SETTLE, key, values, { gives: this.gives });
		} catch (error) {
			this.tell(SETTLE, key + REJECTED, [error instanceof Uncloneable ? error.ofResult() : error]);
		}
	}

	/** Whether the results of calls give their buffers away. */
	gives = false;

	/** @param {any} message */
	receive([what, number, packed, marks, to]) {
		const { bridge } = this.program;
		const values = this.crossing.unpack(packed, marks);
		const [first] = values;
		if (what === CALL) this.follow(number, () => this.crossing.kept.get(to)?.value(...values));
		else if (what === ABORT) this.running.get(number)?.abort?.(first);
		else if (what === SETTLE)
			bridge.settle(Math.floor(number / 4) % 2 ? number : 4 * bridge.base + number, ...values);
		else if (what === SIGNAL) this.crossing.abortSignal(number, first);
		else if (what === FREE) this.crossing.free(number, first);
		else this.onOther(what, values);
	}
}
