import { isList, nameOf } from "../dom/list.js";
import { isTrusted, loneTag, parse } from "../dom/html.js";
import { invoke, member, typeOf } from "../dom/member.js";
import { isPlain } from "../lib/plain.js";
import { camel, dataFunctions } from "./data.js";
import { dispatch } from "./dispatch.js";
import { addProp, Event, HeardEvent } from "./event.js";
import { off, on } from "./listen.js";
import { make } from "./make.js";
import { createPseudo, needsContext, pseudos } from "./pseudos.js";
import { matches, query, sift } from "./select.js";
import { proxy, special } from "./special.js";
import { contains, winnow } from "./traverse.js";
import { trigger } from "./trigger.js";
import { unique } from "./unique.js";

// jQuery's functions that plugins call, on `godeferred` itself. Those of jQuery 3 that jQuery 4 has dropped are
// there, too: most plugins are older than that.

/** @param {any} first @param {any} second */
function merge(first, second) {
	let at = first.length;
	for (let i = 0; i < Number(second.length); i++) first[at++] = second[i];
	first.length = at;
	return first;
}

/** @param {any} list @param {any[]} [into] */
function makeArray(list, into = []) {
	if (list != null) isList(list) ? merge(into, list) : into.push(list);
	return into;
}

/** @param {any} value */
function type(value) {
	if (value == null) return String(value);
	if (typeof value !== "object" && typeof value !== "function") return typeof value;
	const tag = Object.prototype.toString.call(value).slice(8, -1);
	return /^(Boolean|Number|String|Function|Array|Date|RegExp|Error|Symbol)$/.test(tag)
		? tag.toLowerCase()
		: "object";
}

/**
 * Nodes of html, in a document of their own unless one is given: their images do not load, and their handlers
 * do not run, before the page takes them over. Scripts are left out; with keepScripts they are there, and
 * never run.
 *
 * @param {any} html
 * @param {any} [context] a document
 * @param {boolean} [keepScripts]
 */
function parseHTML(html, context, keepScripts) {
	if (typeof html !== "string" && !isTrusted(html)) return [];
	if (typeof context === "boolean") [context, keepScripts] = [undefined, context];
	const within = context || member(document, "implementation").createHTMLDocument("");
	const tag = loneTag(html);
	if (tag) return [invoke(within, "createElement", tag)];
	const holder = invoke(within, "createDocumentFragment");
	holder.append(...parse(html, within));
	if (!keepScripts) {
		for (const script of holder.querySelectorAll("script")) {
			if (/^$|^module$|\/(?:java|ecma)script/i.test(script.type)) script.remove();
		}
	}
	return [...holder.childNodes];
}

/** @type {Record<string, any>} */
const event = {
	special,
	addProp,
	add(
		/** @type {any} */ target,
		/** @type {any} */ types,
		/** @type {any} */ handler,
		/** @type {any} */ data,
		/** @type {any} */ selector,
	) {
		if (handler?.handler) ({ handler, selector = selector } = handler);
		on([target], types, selector, data, handler, false);
	},
	remove(
		/** @type {any} */ target,
		/** @type {any} */ types,
		/** @type {any} */ handler,
		/** @type {any} */ selector,
	) {
		off([target], types, selector, handler);
	},
	trigger: (
		/** @type {any} */ source,
		/** @type {any} */ data,
		/** @type {any} */ target,
		/** @type {any} */ quiet,
	) => trigger(source, data, target ?? document, Boolean(quiet)),
	/** Calls the handlers of `this`. @this {any} */
	dispatch(/** @type {any} */ source, /** @type {any[]} */ ...extra) {
		const heard = Event(source);
		dispatch(this, heard, extra);
		return heard.result;
	},
	fix: (/** @type {any} */ native) => (native instanceof HeardEvent ? native : new HeardEvent(native)),
};

const find = Object.assign(
	(/** @type {string} */ selector, /** @type {any} */ context, /** @type {any[]} */ into = []) =>
		merge(into, query(context ?? document, selector)),
	{
		matchesSelector: matches,
		matches: (/** @type {string} */ selector, /** @type {any[]} */ list) => sift(list, selector, false),
	},
);

/** @type {Record<string, any>} */
export const functions = {
	...dataFunctions,
	camelCase: (/** @type {any} */ text) => camel(String(text).replace(/^-ms-/, "ms-")),
	contains,
	error(/** @type {any} */ message) {
		throw new Error(message);
	},
	event,
	expr: {
		pseudos,
		filters: pseudos,
		":": pseudos,
		createPseudo,
		match: { needsContext },
	},
	filter: (/** @type {string} */ selector, /** @type {any} */ list, /** @type {boolean} */ not) =>
		winnow(list, selector, Boolean(not)),
	find,
	globalEval() {
		throw new TypeError(
			"godeferred.globalEval runs no text as a program: load a file with getScript, or create a script element",
		);
	},
	grep: (/** @type {any} */ list, /** @type {any} */ fn, /** @type {any} */ invert) =>
		Array.from(list).filter((one, i) => !fn(one, i) === Boolean(invert)),
	guid: 1,
	inArray: (/** @type {any} */ value, /** @type {any} */ list, /** @type {any} */ from) =>
		list == null ? -1 : Array.prototype.indexOf.call(list, value, from),
	isArray: Array.isArray,
	isEmptyObject: (/** @type {any} */ value) => {
		for (const _ in value) return false;
		return true;
	},
	isNumeric: (/** @type {any} */ value) =>
		/^(number|string)$/.test(typeof value) && !Number.isNaN(Number(value) - parseFloat(value)),
	isPlainObject: isPlain,
	isWindow: (/** @type {any} */ value) => value != null && value === value.window,
	isXMLDoc: (/** @type {any} */ node) => {
		const root = member(member(node, "ownerDocument") ?? node, "documentElement");
		return !/HTML$/i.test(member(node, "namespaceURI") ?? member(root, "nodeName") ?? "HTML");
	},
	makeArray,
	merge,
	nodeName: (/** @type {any} */ one, /** @type {string} */ name) => nameOf(one) === name.toUpperCase(),
	parseHTML,
	proxy,
	support: {},
	trim: (/** @type {any} */ text) => String(text ?? "").trim(),
	type,
	unique: (/** @type {any[]} */ list) => uniqueSort(list),
	uniqueSort,
};

/** Sorts a list in place. @param {any[]} list */
function uniqueSort(list) {
	Array.prototype.splice.call(list, 0, list.length, ...unique(Array.from(list)));
	return list;
}

// The methods of the same name, for one element.
for (const name of ["attr", "css", "prop", "text"]) {
	functions[name] = (/** @type {any} */ one, /** @type {any[]} */ ...args) =>
		make(typeOf(one) ? [one] : one)[name](...args);
}
