// Only own properties are options. A polluted Object.prototype must not choose where the wasm comes from.
//
// The platform reads its own dictionaries the other way, inherited members too: `fetch(url, {})` takes
// its method from Object.prototype. What it is given comes from bare().

const { getPrototypeOf, hasOwn, prototype } = Object;

/**
 * `options[name]`, where it is the options' own or comes from their class or from an object that they
 * were made from, and undefined where it comes from Object.prototype.
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

/** What bare objects inherit from. Objects without any prototype are ten times slower in V8. */
export const root = Object.create(null);

/** The class of those, whose instances are as fast as any. */
export const Bare = /** @type {new () => any} */ (/** @type {unknown} */ (function () {}));
Bare.prototype = root;

/**
 * An object of these fields that inherits nothing of the page's: for what the platform reads, too.
 *
 * @template {object} T
 * @param {T} [fields]
 * @returns {T}
 */
export const bare = (fields) => Object.assign(new Bare(), fields);

/**
 * Object.defineProperty, of these fields alone: it reads what a descriptor inherits, too.
 *
 * @param {object} on
 * @param {PropertyKey} name
 * @param {PropertyDescriptor & ThisType<any>} descriptor
 */
export const define = (on, name, descriptor) => Object.defineProperty(on, name, bare(descriptor));

/**
 * A copy of all that own() finds: nothing else is to be found in it.
 *
 * @param {any} options may be missing
 * @returns {any}
 */
export function ownAll(options) {
	if (options == null || getPrototypeOf(options) === prototype) return bare(options); // all of them are its own
	const all = new Bare();
	for (const name in options) {
		const value = own(options, name);
		if (value !== undefined) all[name] = value;
	}
	return all;
}

/**
 * Object.prototype, of this page or of another frame. An object made with the prototype null is not.
 *
 * @param {any} holder
 */
function isRoot(holder) {
	return getPrototypeOf(holder) === null && hasOwn(holder, "isPrototypeOf");
}
