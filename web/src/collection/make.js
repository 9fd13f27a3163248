import { invoke, member, typeOf } from "../dom/member.js";
import { isPlain } from "../lib/plain.js";
import { Collection, isList } from "../dom/list.js";
import { isTrusted, loneTag, parse } from "../dom/html.js";

/**
 * `godeferred(what[, context])` as in jQuery, except for functions: takes a selector, html, a node, a
 * list, or any other value as the only member.
 *
 * @param {any} [what]
 * @param {any} [context] the root for a selector; for a lone tag, attributes and method calls
 * @returns {any}
 */
export function make(what, context) {
	if (!what) return new Collection();
	if (typeOf(what)) return new Collection([what]); // forms have a length property
	if (typeof what === "string" || isTrusted(what)) return fromText(what, context);
	return new Collection(isList(what) ? what : [what]);
}

/** @param {any} text @param {any} context */
function fromText(text, context) {
	const html = htmlIn(text);
	if (html) return fromHTML(html, context);
	const id = context ? null : /^#([\w-]+)$/.exec(text);
	if (!id)
		return (context instanceof Collection ? /** @type {any} */ (context) : make(context || document)).find(
			text,
		);
	const found = invoke(document, "getElementById", id[1]);
	return new Collection(found ? [found] : []);
}

/**
 * The html in a text; undefined for a selector. Html begins with a tag, after white space; text after
 * its last tag is dropped. This jQuery rule keeps a location's hash from being html.
 *
 * @param {any} text
 */
function htmlIn(text) {
	if (typeof text !== "string") return text;
	if (text[0] === "<" && text.at(-1) === ">" && text.length > 2) return text;
	return /^\s*(<.+>)[^>]*$/s.exec(text)?.[1];
}

/** @param {any} html @param {any} context */
function fromHTML(html, context) {
	const near = context instanceof Collection ? /** @type {any} */ (context)[0] : context;
	const within = typeOf(near) ? member(near, "ownerDocument") || near : document;
	const tag = loneTag(html);
	if (!tag) return new Collection(parse(html, within));
	/** @type {any} */
	const made = new Collection([invoke(within, "createElement", tag)]);
	if (isPlain(context)) {
		for (const name in context) {
			if (typeof made[name] === "function") made[name](context[name]);
			else made.attr(name, context[name]);
		}
	}
	return made;
}
