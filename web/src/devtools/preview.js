// A value as a short text. It calls nothing of the page's: no getter, no toString, no proxy's trap but the one of
// typeof.

const LONGEST = 80;

/** @param {string} text */
const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** @param {any} value @returns {string} */
export function preview(value) {
	switch (typeof value) {
		case "string":
			return JSON.stringify(cut(value));
		case "function":
			return "function";
		case "object":
			break;
		case "bigint":
			return `${value}n`;
		default:
			return String(value);
	}
	if (value === null) return "null";
	try {
		return cut(ofObject(value));
	} catch {
		return "object"; // a revoked proxy, or a trap that throws
	}
}

/** All arguments of an outcome. @param {ArrayLike<any>} values */
export const previewAll = (values) => cut(Array.from(values, preview).join(", "));

/** @param {object} value */
function ofObject(value) {
	if (Array.isArray(value)) return `Array(${value.length})`;
	if (isError(value))
		return [read(value, "name"), read(value, "message")].filter(Boolean).join(": ") || "Error";
	if (typeof Element === "function" && value instanceof Element) return describe(value);
	const { name } = classOf(value);
	if (name && name !== "Object") return name;
	const keys = Object.keys(value);
	return `{${keys.slice(0, 5).join(", ")}${keys.length > 5 ? ", …" : ""}}`;
}

/** @param {object} value */
const isError = (value) =>
	value instanceof Error || (typeof DOMException === "function" && value instanceof DOMException);

/** A field's value, if reading it calls nothing of the page's. @param {any} value @param {string} name */
function read(value, name) {
	if (typeof DOMException === "function" && value instanceof DOMException) return Reflect.get(value, name); // the platform's getter
	for (let holder = value; holder !== null; holder = Object.getPrototypeOf(holder)) {
		const property = Object.getOwnPropertyDescriptor(holder, name);
		if (property) return typeof property.value === "string" ? property.value : "";
	}
	return "";
}

/** @param {object} value @returns {{name: string}} */
function classOf(value) {
	const prototype = Object.getPrototypeOf(value);
	const made = prototype && Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
	const name = made && Object.getOwnPropertyDescriptor(made, "name")?.value;
	return { name: typeof name === "string" ? name : "" };
}

// The prototype's own getters: a form's field named id hides the form's.
const attribute = (/** @type {Element} */ element, /** @type {string} */ name) =>
	Element.prototype.getAttribute.call(element, name);

/** An element as a selector would name it. @param {any} element */
export function describe(element) {
	if (typeof Element !== "function" || !(element instanceof Element)) return "";
	const id = attribute(element, "id");
	const classes = (attribute(element, "class") ?? "").trim().split(/\s+/).filter(Boolean).slice(0, 3);
	return [element.localName, id ? `#${id}` : "", ...classes.map((name) => `.${name}`)].join("");
}
