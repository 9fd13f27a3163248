import { assign, invoke, member, typeOf } from "../dom/member.js";
import { walk } from "./collection.js";
import { Collection, isList, nameOf } from "../dom/list.js";
import { copy } from "./copy.js";
import { isTrusted, parse, setHTML } from "../dom/html.js";
import { make } from "./make.js";
import { clean, empty } from "./remove.js";

/** Whether it can have children. @param {any} one */
const isParent = (one) => [1, 9, 11].includes(Number(typeOf(one)));

/** Rows go into the table's body, where it has one. @param {any} target @param {any} node */
function parentFor(target, node) {
	if (!isParent(target)) return null;
	const first = typeOf(node) === 11 ? node.firstChild : node;
	return (
		(nameOf(target) === "TABLE" &&
			nameOf(first) === "TR" &&
			invoke(target, "querySelector", ":scope > tbody")) ||
		target
	);
}

/** @param {any} parent may be missing @param {string} method @param {...any} args */
function put(parent, method, ...args) {
	if (parent) invoke(parent, method, ...args);
}

/** @type {Record<string, (target: any, node: any) => void>} */
const places = {
	append: (target, node) => put(parentFor(target, node), "append", node),
	prepend: (target, node) => put(parentFor(target, node), "prepend", node),
	before: (target, node) => put(member(target, "parentNode"), "insertBefore", node, target),
	after: (target, node) =>
		put(member(target, "parentNode"), "insertBefore", node, member(target, "nextSibling")),
	replaceWith(target, node) {
		clean(target, true);
		put(member(target, "parentNode"), "replaceChild", node, target);
	},
};

/**
 * Collects the contents to insert (nodes, lists of them, html, text), except nodes that are targets.
 *
 * @param {any[]} contents
 * @param {any} set the targets
 * @returns {DocumentFragment}
 */
function gather(contents, set) {
	const within = member(set[0], "ownerDocument") ?? document;
	const fragment = invoke(within, "createDocumentFragment");
	for (const one of contents) {
		if (!one && one !== 0) continue;
		let nodes = [one];
		if (isTrusted(one) || (typeof one === "string" && /<|&#?\w+;/.test(one))) nodes = parse(one, within);
		else if (!typeOf(one)) nodes = isList(one) ? Array.from(one) : [String(one)];
		for (const node of nodes) if (!Array.prototype.includes.call(set, node)) fragment.append(node);
	}
	return fragment;
}

/**
 * Inserts contents at one place of all targets: the last gets the originals, the others copies.
 *
 * @param {any} set
 * @param {string} place
 * @param {any[]} args
 */
function insert(set, place, args) {
	const contents = args.flat(Infinity);
	const [first] = contents;
	if (typeof first === "function") {
		return walk(set, (one, i) => {
			const result = first.call(one, i, member(one, "innerHTML"));
			insert(new Collection([one]), place, [result, ...contents.slice(1)]);
		});
	}
	if (set.length === 0) return set;
	const fragment = gather(contents, set);
	if (!fragment.firstChild && place !== "replaceWith") return set;
	const last = set.length - 1;
	return walk(set, (one, i) => {
		places[place](one, i === last ? fragment : copy(fragment, true, true));
	});
}

/** @param {any} one @returns {string} */
function textOf(one) {
	const type = typeOf(one);
	if (type === 9) return member(one, "documentElement").textContent;
	return type === 1 || type === 11
		? member(one, "textContent")
		: type === 3 || type === 4
			? one.nodeValue
			: "";
}

/** @param {any} set @param {any} value */
function setText(set, value) {
	walk(set, (one) => {
		empty(one);
		if (isParent(one)) assign(one, "textContent", value);
	});
}

/** @param {any} set @param {any} value */
function setContent(set, value) {
	// innerHTML would lose rows and cells that are not in a table.
	const tag = typeof value === "string" ? /<([a-z][^\s/>]*)/i.exec(value)?.[1] : "";
	if (tag === "" ? isTrusted(value) : !/^(t(body|d|foot|h|head|r)|col(group)?|caption)$/i.test(tag ?? "")) {
		walk(set, (one) => {
			if (typeOf(one) !== 1) return;
			clean(one, false);
			setHTML(one, value);
		});
	} else {
		walk(set, empty);
		insert(set, "append", [value]);
	}
}

/**
 * Makes a method that writes content into all members, or reads it.
 *
 * @param {(set: any) => any} read
 * @param {(set: any, value: any) => void} write
 */
const content = (read, write) =>
	/** @this {any} @param {any} value */
	function (value) {
		if (arguments.length === 0) return read(this);
		if (typeof value === "function") {
			return walk(this, (one, i) => {
				const single = new Collection([one]);
				const given = value.call(one, i, read(single));
				if (given !== undefined) write(single, given);
			});
		}
		if (value !== undefined) write(this, value);
		return this;
	};

/** Inserting content. @type {import("./collection.js").Methods} */
export const insertion = {
	text: content((set) => set.get().map(textOf).join(""), setText),
	html: content((set) => (typeOf(set[0]) === 1 ? member(set[0], "innerHTML") : undefined), setContent),
	clone(own = false, deep = own) {
		return this.map((/** @type {number} */ _, /** @type {any} */ one) => copy(one, own, deep));
	},
};

for (const place of Object.keys(places)) {
	insertion[place] = function (...contents) {
		return insert(this, place, contents);
	};
}

// The same with content and targets exchanged.
for (const [name, place] of Object.entries({
	appendTo: "append",
	prependTo: "prepend",
	insertBefore: "before",
	insertAfter: "after",
	replaceAll: "replaceWith",
})) {
	insertion[name] = function (what) {
		const targets = make(what);
		return this.pushStack(
			targets.get().flatMap((/** @type {any} */ one, /** @type {number} */ i) => {
				const these = i === targets.length - 1 ? this : this.clone(true);
				make(one)[place](these);
				return these.get();
			}),
		);
	};
}
