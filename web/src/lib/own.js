// Only own properties are options. A polluted Object.prototype must not choose where the wasm comes from.
//
// The platform reads inherited members of its dictionaries, too: `fetch(url, {})` takes its method from
// Object.prototype. So objects for the platform are made by bare().

const { getPrototypeOf, hasOwn, prototype } = Object;

/**
 * `options[name]` if it is an own property or is inherited from a class or another object, and undefined
 * if it comes from Object.prototype.
 *
 * @param {any} options may be missing
 * @param {string} name
 */
export function own(options, name) {
	for (let holder = options; holder != null && !isRoot(holder); holder = getPrototypeOf(holder)) {
		if (hasOwn(holder, name)) return options[name]; // a getter's `this` is the options
	}
	return undefined;
}

/** The prototype of bare objects. Objects without a prototype are ten times slower in V8. */
export const root = Object.create(null);

/** The class of bare objects. Its instances are as fast as any. */
export const Bare = /** @type {new () => any} */ (/** @type {unknown} */ (function () {}));
Bare.prototype = root;

/**
 * An object with these fields that inherits nothing from the page. Safe to give to the platform.
 *
 * @template {object} T
 * @param {T} [fields]
 * @returns {T}
 */
export const bare = (fields) => Object.assign(new Bare(), fields);

/**
 * Object.defineProperty with the own fields only. It would read inherited ones, too.
 *
 * @param {object} on
 * @param {PropertyKey} name
 * @param {PropertyDescriptor & ThisType<any>} descriptor
 */
export const define = (on, name, descriptor) => Object.defineProperty(on, name, bare(descriptor));

/**
 * A copy of exactly the options that own() finds.
 *
 * @param {any} options may be missing
 * @returns {any}
 */
export function ownAll(options) {
	if (options == null || getPrototypeOf(options) === prototype) return bare(options); // all are its own
	const all = new Bare();
	for (const name in options) {
		const value = own(options, name);
		if (value !== undefined) all[name] = value;
	}
	return all;
}

/**
 * Whether holder is the Object.prototype of this page or another frame. An object with the prototype null
 * is not one.
 *
 * @param {any} holder
 */
function isRoot(holder) {
	return getPrototypeOf(holder) === null && hasOwn(holder, "isPrototypeOf");
}
