import { setTimeout } from "../lib/clock.js";
import { report } from "../lib/errors.js";
import { bare, define } from "../lib/own.js";
import { notMethod } from "./names.js";

// Objects of Go's that the page has: instances of the classes that a program exports (//godeferred:export above a
// type). An instance stands for a number, by which Go knows its object. The method search of a class Index is the
// exported function Index#search, whose first argument is the instance. Its constructor is the function Index.

/** @typedef {import("./calls.js").Program} Program */

/**
 * An object of Go's. Two instances can stand for it: that of `new`, and what the constructor has answered.
 *
 * @typedef {object} Owned
 * @property {Program} program
 * @property {number} number FREED once the page has let go of it
 * @property {string} className
 * @property {number} sent how often Go has given it to the page
 * @property {number} instances how many there are
 * @property {WeakRef<object>} ref the latest instance
 *
 * @typedef {{className: string, promise: any, freed?: boolean}} Coming what Go is still making
 */

const FREED = -1;

/** @type {WeakMap<object, Owned>} */
const owned = /* @__PURE__ */ new WeakMap();

/** @type {WeakMap<object, Coming>} */
const coming = /* @__PURE__ */ new WeakMap();

/** The prototypes of classes, by name. @type {Map<string, object>} */
const prototypes = /* @__PURE__ */ new Map();

/** Calls a Go function by its name, or by what the name means in a program. @type {(name: string, args: any[], to?: any) => any} */
let call;

/** @param {typeof call} start */
export function callBy(start) {
	call = start;
}

/** The page has lost an instance. */
const registry = /* @__PURE__ */ new FinalizationRegistry((/** @type {Owned} */ one) => {
	if (--one.instances === 0 && one.number !== FREED) drop(one, one.sent);
});

/** @param {Owned} one @param {number} [sent] none where the page says that it needs the object no more */
function drop({ program, number }, sent) {
	program.objects.delete(number);
	if (program.ended) return;
	try {
		Reflect.apply(program.bridge.drop, number, [sent]);
	} catch (error) {
		report(error);
	}
}

/** @param {object} instance @param {Owned} one */
function own(instance, one) {
	one.instances++;
	one.ref = new WeakRef(instance);
	owned.set(instance, one);
	registry.register(instance, one);
}

/** Go needs to keep the object for the page no more. @this {any} */
function free() {
	const one = owned.get(this);
	const made = coming.get(this);
	if (one) {
		if (one.number !== FREED) drop(one);
		one.number = FREED;
	} else if (made) {
		made.freed = true;
		// In a task of its own: calls from before begin first.
		made.promise.done(() => setTimeout(() => this.free()));
	}
}

/** Methods of a class are found by their names: an instance may be there before the program is. */
const methods = /* @__PURE__ */ new Proxy(
	{},
	/* @__PURE__ */ bare({
		get(/** @type {any} */ object, /** @type {string | symbol} */ name, /** @type {any} */ instance) {
			const { dispose } = /** @type {any} */ (Symbol);
			if (name === "free" || (name === dispose && dispose)) return free;
			const one = owned.get(instance);
			const className = (one ?? coming.get(instance))?.className;
			const full = `${className}#${String(name)}`;
			const mayBe = one ? one.program.names.has(full) : className;
			if (!mayBe || typeof name !== "string" || notMethod.test(name))
				return Reflect.get(object, name, instance);
			/** @this {any} @param {any[]} args */
			const method = function (...args) {
				const self = coming.get(this)?.freed ? undefined : this;
				return call(full, [self, ...args], owned.get(this)?.program.names.get(full));
			};
			if (one)
				define(prototypeOf(one.className), name, { value: method, writable: true, configurable: true });
			return method;
		},
	}),
);

/** The prototype of a class's instances. @param {string} className @returns {any} */
export function prototypeOf(className) {
	let made = prototypes.get(className);
	if (!made) {
		made = Object.create(methods, bare({ [Symbol.toStringTag]: bare({ value: className }) }));
		prototypes.set(className, /** @type {object} */ (made));
	}
	return made;
}

/**
 * The instance for an object of Go's: the same as long as the page has it.
 *
 * @param {Program} program
 * @param {string} className
 * @param {number} number
 */
export function instanceOf(program, className, number) {
	const { objects } = program;
	let one = objects.get(number);
	if (!one) {
		one = /** @type {Owned} */ (bare({ program, number, className, sent: 0, instances: 0 }));
		objects.set(number, one);
	}
	one.sent++;
	let made = one.ref?.deref();
	if (!made) {
		made = /** @type {object} */ (Object.create(prototypeOf(className)));
		own(made, one);
	}
	return made;
}

/** What an instance stands for: undefined for another value. @param {any} value @returns {Owned | Coming | undefined} */
export const standsFor = (value) => owned.get(value) ?? coming.get(value);

/** `new godeferred.go.Index(…)`. @param {object} instance @param {string} className @param {any[]} args */
export function construct(instance, className, args) {
	const promise = call(className, args);
	coming.set(instance, { className, promise });
	promise.done((/** @type {any} */ made) => {
		const one = owned.get(made);
		if (one) own(instance, one);
	});
}
