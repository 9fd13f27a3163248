import { abortOn, cancelWith } from "../deferred/abort.js";
import { OUTCOME_MASK, PENDING, REJECT } from "../deferred/codes.js";
import { Core, Values } from "../deferred/core.js";
import { kinds } from "../deferred/pending.js";
import { notify } from "../deferred/progress.js";
import { promiseOf } from "../deferred/promise.js";
import { fail, settleChild } from "../deferred/settle.js";
import { resolve } from "../deferred/then.js";
import { bare } from "../lib/own.js";
import { report } from "../lib/errors.js";
import { isUp, waitNoLonger, whenUp } from "../runtime/bridge.js";

// `godeferred.go`: the functions that the page's own Go program exports (package page). A call waits for the
// program, and answers a promise. Go hears of a call by one function, and of its abort by another; it settles
// calls by `settle`. So a call makes no function that somebody would have to release.

/** A program that has called page.Run. `names` are by the numbers that start takes. @typedef {object} Program
 * @property {string[]} names
 * @property {(call: number, fn: number, ...args: any[]) => void} start
 * @property {(call: number, reason: any) => void} abort
 */

const GO = /* @__PURE__ */ kinds.indexOf("go");

// How a call goes on, as page/run_js.go has it.
const REJECTED = 1;
const NOTIFIED = 2;
const SPREAD = 4;

/** @type {Program | null} */
let program = null;

/** Calls that have not settled, by their numbers. @type {Map<number, Call>} */
const calls = /* @__PURE__ */ new Map();
let last = 0;

class Call {
	/** @param {string} name @param {any[]} args */
	constructor(name, args) {
		this.name = name;
		this.args = args;
		this.born = performance.now();
		this.id = ++last;
		this.core = new Core(GO);
		/** @type {"call"} */
		this.kind = "call";
		/** The program has it. */
		this.sent = false;
	}

	/** The rules are up: they may be a program's, which may be ready. */
	begin() {
		if (program) this.send(program);
		else if (!mayCome) this.fail(new TypeError(`godeferred.go.${this.name}: the page has no Go program`));
	}

	/** @param {Program} to */
	send({ names, start }) {
		const number = names.indexOf(this.name);
		if (number < 0) {
			const there = names.length > 0 ? `it exports ${names.join(", ")}` : "it exports nothing";
			this.fail(new TypeError(`godeferred.go.${this.name} is no function of the Go program: ${there}`));
			return;
		}
		this.sent = true;
		const { args } = this;
		this.args = [];
		try {
			start(this.id, number, ...args);
		} catch (error) {
			if (calls.has(this.id)) this.fail(error); // the program has ended within the call
		}
	}

	/** @param {any} error */
	fail(error) {
		if (calls.delete(this.id)) fail(this.core, error, undefined);
	}

	/** Its promise is aborted. @param {any} reason */
	stop(reason) {
		calls.delete(this.id);
		waitNoLonger(this);
		if (!this.sent || !program) return;
		try {
			program.abort(this.id, reason);
		} catch (error) {
			report(error);
		}
	}
}

/** Whether a program has started that is not ready yet. */
let mayCome = false;

/** A program, or none, has started: it is ready when it says so. @param {boolean} is */
export function expectProgram(is) {
	mayCome = is;
}

/** The program is ready. @param {Program} given */
export function programUp(given) {
	program = given;
	for (const call of [...calls.values()]) if (!call.sent) call.send(given);
}

/** The program has ended: none of its calls will be answered. @param {any} error */
export function programOver(error) {
	program = null;
	mayCome = false;
	for (const call of [...calls.values()]) call.fail(error);
}

/**
 * Go's word on a call: progress, or how it ends.
 *
 * @param {number} id
 * @param {number} how
 * @param {any} value
 */
export function settleCall(id, how, value) {
	const call = calls.get(id);
	if (!call) return; // it was aborted
	const { core } = call;
	const args = how & SPREAD ? [...value] : [value];
	const many = args.length === 1 ? null : new Values(undefined, args);
	try {
		if (how & NOTIFIED) {
			if ((core.state & OUTCOME_MASK) === PENDING) notify(core, many ?? new Values(undefined, args));
			return;
		}
		calls.delete(id);
		if (how & REJECTED) settleChild(core, REJECT, value, null);
		else resolve(core, args[0], many);
	} catch (error) {
		report(error); // of a callback
	}
}

/** The signal of a call: the first among its arguments, or that of an object that is the last. @param {any[]} args */
function signalIn(args) {
	const options = args[args.length - 1];
	const isSignal = (/** @type {any} */ value) =>
		typeof value === "object" &&
		value !== null &&
		typeof value.aborted === "boolean" &&
		"addEventListener" in value;
	return (
		args.find(isSignal) ??
		(typeof options === "object" && isSignal(options?.signal) ? options.signal : undefined)
	);
}

/** @param {string} name */
const makeFunction =
	(name) =>
	(/** @type {any[]} */ ...args) => {
		const call = new Call(name, args);
		calls.set(call.id, call);
		cancelWith(call.core, (reason) => call.stop(reason));
		abortOn(call.core, signalIn(args));
		if (calls.has(call.id)) {
			if (program || isUp()) call.begin();
			else whenUp(call);
		}
		return promiseOf(call.core);
	};

/** @type {Map<string, Function>} */
const functions = /* @__PURE__ */ new Map();

/** `godeferred.go`: a function for each name, before it is known what there is. @type {Record<string, any>} */
export const go = /* @__PURE__ */ new Proxy(
	/* @__PURE__ */ bare(),
	/* @__PURE__ */ bare({
		get(/** @type {any} */ _, /** @type {string | symbol} */ name) {
			if (typeof name !== "string" || name === "then") return undefined; // it is no thenable
			let made = functions.get(name);
			if (!made) functions.set(name, (made = makeFunction(name)));
			return made;
		},
		has: (/** @type {any} */ _, /** @type {any} */ name) => program?.names.includes(name) ?? false,
		ownKeys: () => program?.names ?? [],
		getOwnPropertyDescriptor: (/** @type {any} */ _, /** @type {string} */ name) =>
			program?.names.includes(name)
				? bare({ value: go[name], enumerable: true, configurable: true })
				: undefined,
		set: () => false,
	}),
);

/** The calls that have not settled, for inspect(). */
export function listCalls() {
	const now = performance.now();
	return [...calls.values()].map(({ name, born }) => ({
		kind: /** @type {`go.${string}`} */ (`go.${name}`),
		age: Math.round(now - born),
	}));
}
