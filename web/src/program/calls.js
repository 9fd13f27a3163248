import { cancelWith } from "../deferred/abort.js";
import { abortOn } from "../deferred/signal.js";
import { OUTCOME_MASK, PENDING, REJECT, RESOLVE } from "../deferred/codes.js";
import { Core, Values } from "../deferred/core.js";
import { kinds } from "../deferred/pending.js";
import { notify } from "../deferred/progress.js";
import { promiseOf } from "../deferred/promise.js";
import { settleChild } from "../deferred/settle.js";
import { ourCore } from "../deferred/ours.js";
import { resolve } from "../deferred/then.js";
import { setTimeout } from "../lib/clock.js";
import { bare, define, own } from "../lib/own.js";
import { report } from "../lib/errors.js";
import { readWritten, writeFields } from "./memory.js";
import { notExported } from "./names.js";
import { callBy, construct, instanceOf, prototypeOf, standsFor } from "./objects.js";
import { NOTIFIED, REJECTED } from "./outcome.js";
import { isUp, waitNoLonger, whenUp } from "../runtime/bridge.js";
import { checkStack, setChecked } from "../runtime/stack.js";

// `godeferred.go`: the functions that the page's own Go program exports (package page). A call waits for the
// program, and answers a promise. Both sides know a call by its number. Go hears of calls by one function and
// of aborts by another, and settles calls by `settle`. So a call makes no function that somebody would have to
// release. Promises that Go makes for the page (deferred.ToJS) have numbers, too.

const { apply } = Reflect;
const GO = /* @__PURE__ */ kinds.indexOf("go");

/** The page sends a call's number times this, plus the function's: each argument of a call takes 1 µs. */
const FUNCTIONS = 2 ** 20;

/** Calls and promises of Go that are pending, by their numbers. @type {Map<number, Promised>} */
const pending = /* @__PURE__ */ new Map();

/** The numbers of calls are odd. Those of promises that Go makes are even, and Go's to choose. */
let last = -1;

/** How many programs there have been. */
let programs = 0;

/** The program that is ready to be called. @type {Program | null} */
let ready = null;

/** Whether a program has started that is not ready yet. */
let mayCome = false;

/** Why the last program has ended. @type {any} */
let lastEnd;

/** The number of a function that Go has released. */
const RELEASED = -1;

/** A function that Go has made. @typedef {{program: Program, number: number}} Target */

/** Gives a call that the program could get to another instance of it. @typedef {(call: Call, program: Program) => void} Spread */

/** A promise of a Go program's, while it is pending: of a call, or one that Go has made. */
export class Promised {
	/** @param {number} id @param {string} name as inspect() shows it */
	constructor(id, name) {
		this.id = id;
		this.name = name;
		this.born = performance.now();
		this.core = new Core(GO);
		/** The program that has it; null while it waits for one, undefined once answered. @type {Program | null | undefined} */
		this.program = null;
		/** Whether Go is being told of it. */
		this.starting = false;
		/** What Go has said since it notified within the start: see settleByNumber. @type {[number, any[]][] | null} */
		this.early = null;
		pending.set(id, this);
		cancelWith(this.core, (reason) => this.stop(reason));
		// It is listed until it settles, also while it waits for another promise that Go has answered with.
		/** @type {any} */ (this.core.reaction).more().undo = () => pending.delete(id);
	}

	/** Its promise is aborted. @param {any} reason */
	stop(reason) {
		if (!this.program) return;
		try {
			apply(this.program.bridge.abort, this.id, [reason]);
		} catch (error) {
			report(error);
		}
	}

	/** @param {any} error */
	fail(error) {
		if ((this.core.state & OUTCOME_MASK) === PENDING) settleChild(this.core, REJECT, error, null);
	}
}

/** A call of a Go function. */
class Call extends Promised {
	/** @param {string} name @param {any[]} args @param {Target} [to] none for a name @param {Spread} [spread] */
	constructor(name, args, to, spread) {
		super((last += 2), name);
		this.args = args;
		this.to = to;
		this.spread = spread;
		/** @type {"call"} */
		this.kind = "call";
	}

	/** The rules are up. They may be a program's, which may be ready. */
	begin() {
		const { name } = this;
		const to = this.to ?? ready?.names.get(name);
		if (to) this.send(to);
		else if (ready) {
			const names = Object.keys(go).join(", ") || "nothing";
			this.fail(
				new TypeError(`godeferred.go.${name} is no function of the Go program, which exports ${names}`),
			);
		} else if (lastEnd) this.waitForNext();
		else if (!mayCome) this.fail(new TypeError(`godeferred.go.${name}: the page has no Go program`));
	}

	/** The program has ended, and the rules are up without it. A load() in the same task may start the next one. */
	waitForNext() {
		setTimeout(() => {
			if (!pending.has(this.id)) return;
			if (!isUp()) whenUp(this);
			else if (lastEnd) this.fail(lastEnd);
		});
	}

	/** @param {Target} to */
	send({ program, number }) {
		if (program.ended || number === RELEASED) {
			this.fail(program.ended ?? new TypeError("the Go function has been released"));
			return;
		}
		if (!this.to && this.spread) {
			this.spread(this, program);
			return;
		}
		const { args } = this;
		this.args = [];
		try {
			this.program = program;
			this.starting = true;
			program.call(this, number, args);
		} catch (error) {
			this.fail(error);
		} finally {
			this.starting = false;
		}
	}

	/** @override @param {any} reason */
	stop(reason) {
		waitNoLonger(this);
		super.stop(reason);
	}
}

/** A Go program of the page's, from its start to its end. */
export class Program {
	/** @param {any} godeferred @param {() => void} up called once it is ready */
	constructor(godeferred, up) {
		/** What it exports. @type {Map<string, Target>} */
		this.names = new Map();
		/** The Go objects that the page has, by number. @type {Map<number, import("./objects.js").Owned>} */
		this.objects = new Map();
		/** Functions that Go has made for the page. @type {WeakMap<Function, Target>} */
		const targets = new WeakMap();
		/** Why it has ended. @type {any} */
		this.ended = null;
		/** Ends its worker, if it runs in one, and those of mapAsync. @type {((error?: any) => void) | undefined} */
		this.stop = undefined;
		/** What another instance is started with: the wasm, its name, load's `worker` and options. @type {any[]} */
		this.made = [];
		/** Called once it has ended. @type {((error: any) => void) | undefined} */
		this.over = undefined;
		/** What the program finds as its bridge. It adds start, abort and drop. @type {any} */
		this.bridge = Object.assign(Object.create(null), {
			/** Go's numbers are above this: those of another program never mean the same promise. */
			base: 2 ** 40 * programs++,
			godeferred,
			up,
			settle: (/** @type {number} */ key, /** @type {any[]} */ ...values) =>
				settleByNumber(...readWritten(this.bridge, key, values)),
			/** A function that make has made can be called by a name. @param {string} name @param {Function} made */
			export: (name, made) => this.names.set(name, /** @type {Target} */ (targets.get(made))),
			/** A page function for a Go function. @param {number} number */
			make: (number) => {
				const to = { program: this, number };
				const made = (/** @type {any[]} */ ...args) => start("", args, to);
				targets.set(made, to);
				return made;
			},
			/** Go has released a function. Another may get its number. @param {Function} made */
			free: (made) => {
				/** @type {Target} */ (targets.get(made)).number = RELEASED;
			},
			/** @param {any} object @param {string[]} names @param {number} at @param {number} room */
			fields: (object, names, at, room) => writeFields(object, names, this.bridge.memory, at, room),
			/** The instance for a Go object. @param {string} className @param {number} number */
			object: (className, number) => instanceOf(this, className, number),
			/**
			 * The number of an instance, or a promise of one, which Go cannot abort; undefined for other values.
			 *
			 * @param {any} value
			 */
			number: (value) => {
				const { program, number, promise } = /** @type {any} */ (standsFor(value) ?? {});
				if (program) return program === this ? number : undefined;
				const made = promise ?? (ourCore(value) && value);
				return made ? Promise.resolve(made) : undefined;
			},
			/** A promise that Go settles. @param {number} id */
			open: (id) => {
				const made = new Promised(id, "");
				made.program = this;
				return promiseOf(made.core);
			},
		});
	}

	/**
	 * Tells Go of a call. A program in a worker is told by message: see peer.js.
	 *
	 * @param {{id: number, name: string}} call
	 * @param {number} number the function's
	 * @param {any[]} args
	 */
	call({ id }, number, args) {
		apply(this.bridge.start, id * FUNCTIONS + number, args);
	}
}

/** A runtime has started: a program, which is ready when it says so, or the default. @param {boolean} is */
export function expectProgram(is) {
	mayCome = is;
	lastEnd = undefined;
}

/** The program can be called by the names it exports. @param {Program} program */
export function programUp(program) {
	ready = program;
	for (const one of [...pending.values()]) if (one instanceof Call && one.program === null) one.begin();
}

/**
 * The program has ended: what it has promised never comes. Returns what fails its calls: their callbacks may load
 * a program, whose calls are others.
 *
 * @param {Program} program
 * @param {any} error
 * @param {boolean} isCurrent calls that wait for a program wait for this one
 */
export function programOver(program, error, isCurrent) {
	program.ended = error;
	if (ready === program) ready = null;
	if (isCurrent) {
		mayCome = false;
		lastEnd = error;
	}
	const lost = [...pending.values()].filter(
		(one) => one.program === program || (isCurrent && one.program === null),
	);
	return () => {
		for (const one of lost) one.fail(error);
		program.over?.(error);
	};
}

/**
 * Go's word on a promise: progress, or how it ends. The Go function runs within the page's call until it first
 * waits. What it notifies of until then, and the rest, comes in a microtask: the page has the promise by then.
 *
 * @param {number} key
 * @param {any[]} values
 */
function settleByNumber(key, values) {
	const one = pending.get(Math.floor(key / 4));
	if (!one) return; // it was aborted
	if (!one.early && one.starting && key % 4 === NOTIFIED) {
		/** @type {[number, any[]][]} */
		const words = (one.early = []);
		queueMicrotask(() => {
			one.early = null;
			for (const [k, v] of words) settle(one, k, v);
		});
	}
	if (one.early) one.early.push([key, values]);
	else settle(one, key, values);
}

/** @param {Promised} one @param {number} key @param {any[]} values */
function settle(one, key, values) {
	if (!one.program || !pending.has(one.id)) return; // it waits for what Go has answered with, or was aborted
	const { core } = one;
	const how = key % 4;
	try {
		if (how === NOTIFIED) {
			if ((core.state & OUTCOME_MASK) === PENDING) notify(core, new Values(undefined, values));
			return;
		}
		one.program = undefined;
		const many = values.length === 1 ? null : new Values(undefined, values);
		if (how === REJECTED) settleChild(core, REJECT, values[0], many);
		else if (many) settleChild(core, RESOLVE, values[0], many);
		else resolve(core, values[0], null);
	} catch (error) {
		report(error); // of a callback
	}
}

/** The signal of a call: the first among its arguments, or that of an object that is the last. @param {any[]} args */
function signalIn(args) {
	const last = args[args.length - 1];
	const option = typeof last === "object" ? own(last, "signal") : undefined;
	const isSignal = (/** @type {any} */ value) =>
		typeof value === "object" &&
		value !== null &&
		typeof value.aborted === "boolean" &&
		"addEventListener" in value;
	return args.find(isSignal) ?? (isSignal(option) ? option : undefined);
}

/**
 * Calls a Go function, once there is a program. Throws only if little of the stack is left: an overflow inside
 * Go would end the program.
 *
 * @param {string} name
 * @param {any[]} args
 * @param {Target} [to]
 * @param {Spread} [spread]
 */
export function start(name, args, to, spread) {
	checkStack();
	const call = new Call(name, args, to, spread);
	const { core } = call;
	try {
		abortOn(core, signalIn(call.args));
	} catch (error) {
		call.fail(error); // of a getter of the page's
	}
	if (pending.has(call.id)) {
		if (ready || isUp() || call.to) {
			setChecked(true);
			call.begin();
			setChecked(false); // it was not sent, or to a worker
		} else whenUp(call);
	}
	return promiseOf(core);
}

callBy(start);

/** The name of a function of `go`. @param {any} fn */
export const nameOf = (fn) => [...functions].find(([, made]) => made === fn)?.[0];

/** @type {Map<string, Function>} */
const functions = /* @__PURE__ */ new Map();

/** `godeferred.go`: a function for each name, before it is known what there is. @type {Record<string, any>} */
export const go = /* @__PURE__ */ new Proxy(
	/* @__PURE__ */ bare(),
	/* @__PURE__ */ bare({
		get(/** @type {any} */ _, /** @type {string | symbol} */ name) {
			if (typeof name !== "string" || notExported.test(name)) return undefined;
			let made = functions.get(name);
			if (!made) {
				/** @this {any} @param {any[]} args */
				made = function (...args) {
					if (!new.target) return start(name, args);
					construct(this, name, args);
				};
				define(made, "name", { value: name }); // as tools show it
				made.prototype = define(prototypeOf(name), "constructor", { value: made });
				functions.set(name, made);
			}
			return made;
		},
		has: (/** @type {any} */ _, /** @type {any} */ name) => ready?.names.has(name) ?? false,
		ownKeys: () => [...(ready?.names.keys() ?? [])].filter((name) => !name.includes("#")), // no methods
		getOwnPropertyDescriptor: (/** @type {any} */ _, /** @type {string} */ name) =>
			ready?.names.has(name) ? bare({ value: go[name], enumerable: true, configurable: true }) : undefined,
		set: () => false,
	}),
);

/** The pending promises of Go programs by their names, in place of the entries of kind "go". */
export function listCalls() {
	const now = performance.now();
	return [...pending.values()].map(({ name, born }) => ({
		kind: /** @type {"go" | `go.${string}`} */ (name ? `go.${name}` : "go"),
		age: Math.round(now - born),
	}));
}
