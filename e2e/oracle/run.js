// Runs a program on a library with jQuery's interface: the same steps in the same order as run in program_test.go,
// which explains them.

/**
 * @typedef {import("./programs.js").Step} Step
 * @typedef {import("./programs.js").Event} Event
 *
 * @typedef {object} Library
 * @property {() => any} Deferred
 * @property {(...promises: any[]) => any} when
 * @property {() => void | Promise<void>} drain runs all that is queued
 */

const CREATE = 0;
const ADD = 1;
const SETTLE = 2;
const NOTIFY = 3;
const THEN = 4;
const DRAIN = 5;
const JOIN = 6;

const PROGRESS = 3; // the third handler of then, beside the outcomes 1 and 2

const MAX_STEPS = 250;
const MAX_TRACE = 4000;

const adders = ["done", "fail", "always", "progress"];
const states = { pending: 0, resolved: 1, rejected: 2 };

/** What stands in a trace for the arguments of a callback. @param {ArrayLike<any>} args */
export function seenValue(args) {
	return args.length > 1 ? mix(Array.from(args, single)) : single(args[0]);
}

/** @param {any} value @returns {any} */
function single(value) {
	if (Array.isArray(value)) return mix(value.map(single));
	return value instanceof TypeError ? -1 : value; // a promise that was to be resolved with itself
}

/** One value of many that depends on their order. @param {number[]} values */
function mix(values) {
	return values.reduce((sum, value) => (sum * 31 + value) % 1_000_003, 7);
}

export class Run {
	/** @param {Library} library */
	constructor(library) {
		this.library = library;
		/** @type {any[]} */
		this.all = [];
		/** Promises, which only the library itself settles. @type {Set<number>} */
		this.owned = new Set();
		this.steps = 0;
		this.names = 0;
		/** @type {Event[]} */
		this.trace = [];
	}

	/**
	 * Runs a whole program.
	 *
	 * @param {Step[]} program
	 * @returns {Promise<Event[]>} what happened until its last step: a copy, since reactions may still be queued
	 */
	async run(program) {
		for (const step of program) {
			if (this.exhausted()) break;
			const waiting = this.step(step);
			if (waiting) await waiting; // awaiting nothing would be a microtask too, where all that is queued runs
			for (let d = 0; d < this.all.length; d++) this.trace.push(["s", 0, d, 0, this.state(d)]);
		}
		return this.trace.slice();
	}

	/** @param {Step[]} program */
	inside(program) {
		for (const step of program) {
			if (this.exhausted()) return;
			this.step(step);
		}
	}

	exhausted() {
		return ++this.steps > MAX_STEPS || this.trace.length > MAX_TRACE;
	}

	/** @param {number} d */
	state(d) {
		return states[this.all[d].state()];
	}

	/** @param {any} deferred @param {boolean} [owned] */
	create(deferred, owned = false) {
		if (owned) this.owned.add(this.all.length);
		this.all.push(deferred);
	}

	/** @param {Step} step */
	step([verb, number, arg, body]) {
		const { all, library } = this;
		if (all.length === 0 || verb === CREATE) {
			this.create(library.Deferred());
			return;
		}
		const d = number % all.length;
		const value = ++this.names;
		switch (verb) {
			case ADD:
				all[d][adders[arg % 4]](...this.callbacks(d, ((arg >> 2) % 3) + 1, body));
				break;
			case SETTLE:
				if (!this.owned.has(d)) all[d][arg % 2 ? "reject" : "resolve"](value);
				break;
			case NOTIFY:
				if (!this.owned.has(d)) all[d].notify(value);
				break;
			case THEN:
				this.create(all[d].then(...this.handlers(d, arg, body)), true);
				break;
			case DRAIN:
				return library.drain();
			case JOIN: {
				const of = [number, arg, ...body.map((step) => step[1])].map((n) => all[n % all.length]);
				this.create(library.when(...of.map((deferred) => deferred.promise())), true);
			}
		}
	}

	/**
	 * Some callbacks that share a body, a step each in turn.
	 *
	 * @param {number} d
	 * @param {number} count
	 * @param {Step[]} body
	 */
	callbacks(d, count, body) {
		return Array.from({ length: count }, (_, i) => {
			const name = ++this.names;
			const steps = body.filter((_, j) => j % count === i);
			const run = this;
			return function () {
				run.trace.push(["c", name, d, seenValue(arguments), run.state(d)]);
				run.inside(steps);
			};
		});
	}

	/**
	 * The handlers of then that arg has a bit for.
	 *
	 * @param {number} d
	 * @param {number} arg
	 * @param {Step[]} body
	 */
	handlers(d, arg, body) {
		const name = this.names;
		const run = this;
		return [1, 2, PROGRESS].map((kind, i) => {
			if (!((arg >> i) & 1)) return undefined;
			return function () {
				const value = seenValue(arguments);
				run.trace.push(["t", name, kind, value, run.state(d)]);
				run.inside(body);
				return run.answer(kind, arg, value + 1000);
			};
		});
	}

	/**
	 * How a handler ends. One for progress returns no promises and throws nothing: that is another matter.
	 *
	 * @param {number} kind
	 * @param {number} arg
	 * @param {number} value
	 */
	answer(kind, arg, value) {
		const { all } = this;
		const how = (arg >> 3) & 3;
		if (kind === PROGRESS) return how < 2 ? value : 0;
		if (how === 1) throw value;
		if (how === 2) return all[(arg >> 5) % all.length].promise();
		if (how === 3) return all[all.length - 1].promise();
		return value;
	}
}
