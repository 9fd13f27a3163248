// Values as text that a person can read: for the console and the timeline of the playground.

const DEEPEST = 4;
const MEMBERS = 50;
const WIDTH = 68;
const LETTERS = 5000;

/**
 * @param {unknown} value
 * @param {boolean} [top] a text stands as it is, without quotes
 */
export function show(value, top = false) {
	const text = top && typeof value === "string" ? value : textOf(value, []);
	return text.length > LETTERS ? `${text.slice(0, LETTERS)} … (${text.length} characters)` : text;
}

/** Arguments in one line, as the console writes them. @param {ArrayLike<unknown>} values */
export const showAll = (values) => Array.from(values, (one) => show(one, true)).join(" ");

/** @param {any} value @param {object[]} path the objects that value is in @returns {string} */
function textOf(value, path) {
	switch (typeof value) {
		case "string":
			return JSON.stringify(value);
		case "bigint":
			return `${value}n`;
		case "number":
			return Object.is(value, -0) ? "-0" : String(value);
		case "function":
			return functionText(value);
		case "object":
			return value === null ? "null" : safely(() => objectText(value, path));
		default:
			return String(value);
	}
}

/** Proxies and getters can throw. @param {() => string} make */
function safely(make) {
	try {
		return make();
	} catch {
		return "{…}";
	}
}

/** @param {Function} value */
function functionText(value) {
	const isClass = /^class\b/.test(Function.prototype.toString.call(value));
	return `${isClass ? "class" : "ƒ"} ${value.name || "(anonymous)"}`;
}

/** @param {any} value @param {object[]} path */
function objectText(value, path) {
	if (path.includes(value)) return "[circular]";
	const within = [...path, value];
	const inside = (/** @type {unknown} */ one) => textOf(one, within);
	const deep = path.length >= DEEPEST;

	if (value instanceof Error) return errorText(value, within);
	if (isDeferred(value)) return deferredText(value, inside);
	if (value instanceof Element) return elementText(value);
	if (value instanceof Date) return Number.isNaN(+value) ? "Invalid Date" : value.toISOString();
	if (value instanceof RegExp || value instanceof URL) return String(value);
	if (value instanceof Event) return `${value.constructor.name} { type: ${JSON.stringify(value.type)} }`;
	if (value instanceof Promise) return "Promise { … }"; // its state cannot be read
	if (Array.isArray(value)) return deep ? "[…]" : list("", "[", "]", value, inside);
	if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
		return list(`${nameOf(value)} `, "[", "]", /** @type {any} */ (value), inside);
	}
	if (value instanceof Set) return deep ? "Set {…}" : list("Set ", "{", "}", [...value], inside);
	if (value instanceof Map) {
		const entries = [...value].map(([key, one]) => `${inside(key)} => ${inside(one)}`);
		return deep ? "Map {…}" : list("Map ", "{", "}", entries, String);
	}
	if (typeof value.jquery === "string" && typeof value.length === "number") {
		return list("$", "(", ")", Array.from(value), inside);
	}
	const name = nameOf(value);
	const prefix = name && name !== "Object" ? `${name} ` : "";
	return deep ? `${prefix}{…}` : membersText(prefix, value, inside);
}

/** @param {any} value */
const nameOf = (value) => Object.getPrototypeOf(value)?.constructor?.name ?? "";

/** @param {any} value */
const isDeferred = (value) =>
	["state", "then", "done", "fail"].every((name) => typeof value[name] === "function");

/** @param {any} value @param {(one: unknown) => string} inside */
function deferredText(value, inside) {
	if (typeof value.getResponseHeader === "function") return `jqXHR { status: ${value.status} }`;
	const state = value.state();
	const name = value.resolve ? "Deferred" : "Promise";
	/** @type {unknown[]} */
	let args = [];
	// Runs at once. Nothing like it for a rejection: that would count as handled.
	if (state === "resolved") value.done((/** @type {unknown[]} */ ...is) => (args = is));
	return `${name} { ${state}${args.length > 0 ? `: ${args.slice(0, 1).map(inside)}` : ""}${args.length > 1 ? `, … ${args.length} values` : ""} }`;
}

/** @param {any} error @param {object[]} within */
function errorText(error, within) {
	const own = ["code", "status", "cause", "errors"].filter((name) => Object.hasOwn(error, name));
	const more = own.map((name) => `${name}: ${textOf(error[name], within)}`);
	return `${error.name}: ${error.message}${more.length > 0 ? ` { ${more.join(", ")} }` : ""}`;
}

/** @param {Element} element */
function elementText(element) {
	const id = element.id && `#${element.id}`;
	const classes = Array.from(element.classList, (one) => `.${one}`).join("");
	return `<${element.localName}${id}${classes}>`;
}

/** @param {string} prefix @param {object} value @param {(one: unknown) => string} inside */
function membersText(prefix, value, inside) {
	const entries = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(([, one]) => one.enumerable);
	const texts = entries.map(([name, one]) => {
		const key = /^[\w$]+$/.test(name) ? name : JSON.stringify(name);
		return `${key}: ${one.get ? "[getter]" : inside(one.value)}`;
	});
	return list(prefix, "{", "}", texts, String, " ");
}

/**
 * On one line if it is short, else a member a line.
 *
 * @param {string} prefix @param {string} open @param {string} close
 * @param {ArrayLike<unknown>} members @param {(one: any) => string} text @param {string} [space] inside the brackets
 */
function list(prefix, open, close, members, text, space = "") {
	const texts = Array.from(members).slice(0, MEMBERS).map(text);
	if (members.length > MEMBERS) texts.push(`… ${members.length - MEMBERS} more`);
	if (texts.length === 0) return prefix + open + close;
	const line = texts.join(", ");
	if (line.length <= WIDTH && !line.includes("\n")) return prefix + open + space + line + space + close;
	const indented = texts.map((one) => `  ${one.replaceAll("\n", "\n  ")}`);
	return `${prefix}${open}\n${indented.join(",\n")}\n${close}`;
}
