import { define } from "../lib/own.js";

// How the recorder sees what the script does, while it is open. The script itself has nothing for it: no test, no
// call. A class of the script's gets an accessor on its prototype for a field that its constructor assigns. So the
// constructor's assignment calls the accessor. Nothing of this is left when the recorder is closed.

/** @typedef {() => void} Undo */

/**
 * Calls told for each object whose constructor assigns this field, with the value. The object then has a plain field,
 * as without the recorder.
 *
 * @param {object} prototype
 * @param {string} name
 * @param {(object: any, value: any) => void} told
 * @returns {Undo}
 */
export function onBirth(prototype, name, told) {
	define(prototype, name, {
		/** @this {any} @param {any} value */
		set(value) {
			setPlain(this, name, value);
			told(this, value);
		},
		configurable: true,
	});
	return () => {
		delete (/** @type {any} */ (prototype)[name]);
	};
}

/** @param {object} object @param {string} name @param {any} value */
function setPlain(object, name, value) {
	define(object, name, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * Calls told for each later assignment to this field, too, of objects made from now on.
 *
 * @param {object} prototype
 * @param {string} name
 * @param {(object: any, value: any) => void} told called after the assignment, and not for the constructor's
 * @returns {{undo: Undo, plain: (object: any) => void, adopt: (object: any) => void}} undo is for objects made later,
 *   plain for one of those made meanwhile, adopt for one made earlier. Objects that are not made plain keep working;
 *   nobody is told of them once `undo` has run
 */
export function onChange(prototype, name, told) {
	const key = Symbol(name);
	let isOver = false;
	// The same two functions for all objects: so engines give all of them one shape.
	const both = {
		/** @this {any} */
		get() {
			return this[key];
		},
		/** @this {any} @param {any} value */
		set(value) {
			this[key] = value;
			if (!isOver) told(this, value);
		},
		enumerable: true,
		configurable: true,
	};
	/** @param {any} object @param {any} value */
	const watch = (object, value) => {
		define(object, key, { value, writable: true, configurable: true });
		define(object, name, both);
	};
	define(prototype, name, {
		/** @this {any} @param {any} value */
		set(value) {
			watch(this, value);
		},
		configurable: true,
	});
	return {
		adopt(object) {
			if (object && !Object.hasOwn(object, key)) watch(object, object[name]);
		},
		undo() {
			isOver = true;
			delete (/** @type {any} */ (prototype)[name]);
		},
		plain(object) {
			if (!object || !Object.hasOwn(object, key)) return;
			setPlain(object, name, object[key]);
			delete object[key];
		},
	};
}

/**
 * Calls told after each call of a method.
 *
 * @param {any} prototype
 * @param {string} name
 * @param {(object: any, args: any[], result: any, before: any) => void} told
 * @param {(object: any) => any} [look] is called before the method; told gets what it returns
 * @returns {Undo}
 */
export function onCall(prototype, name, told, look = () => undefined) {
	const own = prototype[name];
	/** @this {any} @param {any[]} args */
	const wrapper = function (...args) {
		const before = look(this);
		const result = Reflect.apply(own, this, args);
		told(this, args, result, before);
		return result;
	};
	define(prototype, name, { value: wrapper, writable: true, configurable: true });
	return () => define(prototype, name, { value: own, writable: true, configurable: true });
}
