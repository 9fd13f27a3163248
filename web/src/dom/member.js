// A form's fields hide the form's own members of their names (`<input name="matches">`), and named forms and
// images hide those of the document. These functions read past them.

const TAG = Symbol.toStringTag;

/** The tag is asked, not instanceof: the node may belong to a frame. @param {any} one */
function isHiding(one) {
	const tag = one[TAG];
	return tag === "HTMLFormElement" || tag === "HTMLDocument" || tag === "XMLDocument" || tag === "Document";
}

/**
 * A property of a node, as the platform defines it, or the page: an ad blocker's `document.createElement`, a test's
 * `document.hidden`. Only an element, or a list of them, hides a member. For any other value, its property; undefined
 * for null.
 *
 * @param {any} one
 * @param {string} name
 * @returns {any}
 */
export function member(one, name) {
	const value = one?.[name];
	// In some browsers an <object> is a function.
	if ((typeof value !== "object" && !value?.nodeType) || !isHiding(one)) return value;
	return Reflect.get(Object.getPrototypeOf(one), name, one);
}

/**
 * Calls a method of a node, as the platform defines it.
 *
 * @param {any} one
 * @param {string} name
 * @param {...any} args
 * @returns {any}
 */
export const invoke = (one, name, ...args) => member(one, name).apply(one, args);

/**
 * Sets a property of a node, as the platform defines it.
 *
 * @param {any} one
 * @param {string} name
 * @param {any} value
 */
export const assign = (one, name, value) =>
	isHiding(one) ? Reflect.set(Object.getPrototypeOf(one), name, value, one) : (one[name] = value);

/** The node type; undefined for other values. @param {any} one @returns {number | undefined} */
export const typeOf = (one) => member(one, "nodeType");
