// Finds in a program where it uses jQuery, and of what kind each thing is: jQuery itself, a collection, a promise, a request.
// It follows variables, not values: a variable has the kind of all that is assigned to it, if that is one kind.

import { isFunction, scopesOf } from "./checker-scopes.js";

/**
 * @typedef {any} Node a node of acorn's tree
 * @typedef {"$" | "collection" | "promise" | "request" | `$.${string}`} Kind
 *
 * @typedef {object} Use one place where the program uses a member of jQuery's, or jQuery itself
 * @property {Kind} of whose member it is
 * @property {string} name the member; "()" for a call of jQuery itself, "{...}" where a promise is copied
 * @property {Node} node
 * @property {Node[] | undefined} args if it is called
 * @property {Node | undefined} assigned what is assigned to it
 * @property {Node | undefined} parent
 * @property {boolean} alone whether its value is not used: it is a statement
 */

const requests = new Set(["ajax", "get", "post", "put", "patch", "delete", "getJSON", "getScript"]);
const joins = new Set([
	"when",
	"Deferred",
	"all",
	"any",
	"race",
	"allSettled",
	"wait",
	"timeout",
	"work",
	"wrap",
]);
// Parts of jQuery whose members have names of their own.
export const parts = ["fx", "event", "expr", "Deferred", "support", "easing", "ajaxSettings"];

// Methods of collections that answer something else than a collection, always or without a new value.
const values = new Set(
	"get toArray index is hasClass serialize serializeArray position triggerHandler queue size".split(" "),
);
const getters = new Set(
	"text html val width height innerWidth innerHeight outerWidth outerHeight scrollTop scrollLeft offset".split(
		" ",
	),
);
const getByName = new Set(["attr", "prop", "css", "data"]);

const same = new Set(["done", "fail", "always", "progress", "abort", "resolve", "reject", "notify"]);
const derived = new Set(["then", "catch", "finally", "pipe", "promise"]);

/**
 * The uses in a tree. Only methods that `isMethod` knows are followed: what a plugin's answer is, nobody can see.
 * @param {Node} tree @param {any} walk acorn-walk @param {(name: string) => boolean} isMethod
 * @returns {{ uses: Use[], resolve: (node: Node) => Node }}
 */
export function usesOf(tree, walk, isMethod) {
	const known = new Kinds(tree, walk, isMethod);
	/** @type {Use[]} */
	const uses = [];
	walk.fullAncestor(tree, (/** @type {Node} */ node, /** @type {Node[]} */ ancestors) => {
		const parent = ancestors.at(-2);
		const add = (/** @type {Kind} */ of, /** @type {string} */ name, more = {}) =>
			uses.push({
				of,
				name,
				node,
				args: undefined,
				assigned: undefined,
				parent,
				alone: parent?.type === "ExpressionStatement",
				...more,
			});
		if (node.type === "MemberExpression") {
			const of = known.kindOf(node.object);
			const name = memberName(node);
			if (!of || name === undefined) return;
			const called = parent?.type === "CallExpression" && parent.callee === node;
			const made = parent?.type === "NewExpression" && parent.callee === node;
			add(of, name, {
				node: called || made ? parent : node,
				parent: called || made ? ancestors.at(-3) : parent,
				alone: ancestors.at(called ? -3 : -2)?.type === "ExpressionStatement",
				args: called || made ? parent.arguments : undefined,
				assigned: parent?.type === "AssignmentExpression" && parent.left === node ? parent.right : undefined,
			});
		} else if (node.type === "CallExpression" && known.kindOf(node.callee) === "$") {
			add("$", "()", { args: node.arguments });
		} else if (node.type === "SpreadElement" && parent?.type === "ObjectExpression") {
			const of = known.kindOf(node.argument);
			if (of === "promise" || of === "request") add("promise", "{...}");
		} else if (
			node.type === "CallExpression" &&
			/^Object\.(assign|keys|entries)$/.test(pathOf(node.callee))
		) {
			const copied = node.arguments.slice(pathOf(node.callee) === "Object.assign" ? 1 : 0);
			if (copied.some((/** @type {Node} */ one) => ["promise", "request"].includes(known.kindOf(one) ?? "")))
				add("promise", "{...}");
		}
	});
	uses.sort((a, b) => placeOf(a) - placeOf(b));
	return { uses, resolve: (node) => known.resolve(node) };
}

/** Where a person would look: at the name, not at the beginning of its chain. @param {Use} use */
export function placeOf({ node }) {
	const callee = node.type === "CallExpression" || node.type === "NewExpression" ? node.callee : node;
	return callee.type === "MemberExpression" ? callee.property.start : node.start;
}

/** @param {Node} node */
export function memberName(node) {
	if (!node.computed) return node.property.name;
	return typeof node.property.value === "string" ? node.property.value : undefined;
}

/** "Object.assign" of such a node. @param {Node} node @returns {string} */
function pathOf(node) {
	if (node.type === "Identifier") return node.name;
	return node.type === "MemberExpression" ? `${pathOf(node.object)}.${memberName(node)}` : "";
}

/** Of what kind the expressions of a program are. */
class Kinds {
	/** @type {Map<string, Set<Kind | undefined>>} */
	kinds = new Map();
	/** What is learnt in this round. @type {typeof this.kinds} */
	next = new Map();
	/** The kinds that were found in this round. @type {Map<Node, Kind | undefined>} */
	found = new Map();
	/** What each function returns, by its name. @type {Map<string, Node[]>} */
	returned = new Map();
	/** Objects that a variable begins as. @type {Map<string, Node[]>} */
	begins = new Map();
	/** The `this` of a plugin's methods. @type {Set<Node>} */
	collections = new Set();

	/** @param {Node} tree @param {any} walk @param {(name: string) => boolean} isMethod */
	constructor(tree, walk, isMethod) {
		this.scopes = scopesOf(tree, walk);
		this.isMethod = isMethod;
		// A name may depend on one that comes later: three rounds find what a program reasonably has.
		for (let round = 0; round < 3; round++) {
			this.next = new Map();
			walk.fullAncestor(tree, (/** @type {Node} */ node, /** @type {Node[]} */ ancestors) =>
				this.learn(node, ancestors, round === 0),
			);
			this.kinds = this.next;
			this.found.clear();
		}
	}

	/** @param {Node} node @param {Node[]} ancestors @param {boolean} first */
	learn(node, ancestors, first) {
		if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.init) {
			this.note(node.id, this.kindOf(node.init));
			if (first) mapped(this.begins, this.keyOf(node.id)).push(node.init);
			if (first && node.init.expression) mapped(this.returned, this.keyOf(node.id)).push(node.init.body);
		} else if (node.type === "AssignmentExpression" && node.left.type === "Identifier") {
			this.note(node.left, this.kindOf(node.right));
			if (first) mapped(this.begins, this.keyOf(node.left)).push(node.right);
		} else if (node.type === "ImportDeclaration" && /^(jquery|godeferred)$/.test(node.source.value)) {
			for (const one of node.specifiers) if (one.type === "ImportDefaultSpecifier") this.note(one.local, "$");
		} else if (node.type === "ReturnStatement" && node.argument) {
			const at = ancestors.map(isFunction).lastIndexOf(true);
			const id = ancestors[at]?.id ?? ancestors[at - 1]?.id;
			if (id && first) mapped(this.returned, this.keyOf(id)).push(node.argument);
		} else if (node.type === "CallExpression") {
			this.learnOfCall(node);
		} else if (node.type === "ThisExpression") {
			const at = ancestors
				.map((one) => isFunction(one) && one.type !== "ArrowFunctionExpression")
				.lastIndexOf(true);
			if (at > 0 && this.isPlugin(ancestors[at], ancestors[at - 1], ancestors)) this.collections.add(node);
		}
	}

	/** Parameters whose arguments are known. @param {Node} node */
	learnOfCall(node) {
		const param = (
			/** @type {Node} */ fn,
			/** @type {number} */ at,
			/** @type {Kind | undefined} */ kind,
		) => {
			if (kind && fn?.params?.[at]?.type === "Identifier") this.note(fn.params[at], kind);
		};
		if (isFunction(node.callee)) {
			node.arguments.forEach((/** @type {Node} */ one, /** @type {number} */ at) => {
				param(node.callee, at, this.kindOf(one));
			});
		}
		const of = this.kindOf(node.callee);
		const made = node.callee.type === "MemberExpression" ? memberName(node.callee) : "";
		if (of === "$") param(node.arguments[0], 0, "$");
		else if (of === "$.Deferred" || made === "work") param(node.arguments[0], 0, "promise");
		else if (made === "ready") param(node.arguments[0], 0, "$");
	}

	/** Whether a function is a member of $.fn. @param {Node} fn @param {Node} parent @param {Node[]} ancestors */
	isPlugin(fn, parent, ancestors) {
		if (parent?.type === "AssignmentExpression" && parent.left.type === "MemberExpression")
			return this.kindOf(parent.left.object) === "$.fn";
		if (parent?.type !== "Property" || parent.value !== fn) return false;
		const call = ancestors[ancestors.indexOf(parent) - 2];
		return (
			call?.type === "CallExpression" &&
			call.callee.type === "MemberExpression" &&
			memberName(call.callee) === "extend" &&
			this.kindOf(call.callee.object) === "$.fn"
		);
	}

	/** @param {Node} identifier */
	keyOf(identifier) {
		return this.scopes.keys.get(identifier) ?? identifier.name;
	}

	/** @param {Node} identifier @param {Kind | undefined} kind */
	note(identifier, kind) {
		const key = this.keyOf(identifier);
		const kinds = this.next.get(key) ?? new Set();
		this.next.set(key, kinds.add(kind));
	}

	/** The object that a name begins as, if it is the only one. @param {Node} node @returns {Node} */
	resolve(node) {
		const begins = node?.type === "Identifier" ? this.begins.get(this.keyOf(node)) : undefined;
		return begins?.length === 1 ? begins[0] : node;
	}

	/** @param {Node} node @returns {Kind | undefined} */
	kindOf(node) {
		if (!this.found.has(node)) {
			this.found.set(node, undefined); // for a function that returns what it itself answers
			this.found.set(node, this.findKind(node));
		}
		return this.found.get(node);
	}

	/** @param {Node} node @returns {Kind | undefined} */
	findKind(node) {
		switch (node?.type) {
			case "Identifier":
				return this.ofIdentifier(node);
			case "ThisExpression":
				return this.collections.has(node) ? "collection" : undefined;
			case "AssignmentExpression":
				return this.kindOf(node.right);
			case "LogicalExpression":
				return this.kindOf(node.right) ?? this.kindOf(node.left);
			case "ConditionalExpression":
				return this.kindOf(node.consequent) ?? this.kindOf(node.alternate);
			case "ChainExpression":
				return this.kindOf(node.expression);
			case "SequenceExpression":
				return this.kindOf(node.expressions.at(-1));
			case "MemberExpression":
				return this.ofMember(node);
			case "CallExpression":
			case "NewExpression":
				return this.ofCall(node);
		}
	}

	/** @param {Node} node @returns {Kind | undefined} */
	ofIdentifier(node) {
		const key = this.keyOf(node);
		const kinds = this.kinds.get(key);
		if (kinds) return kinds.size === 1 ? [...kinds][0] : undefined;
		// Declared, and nothing is assigned to it here. A parameter has a name for what it is given.
		if (this.scopes.declared.has(key) && !this.scopes.parameters.has(key)) return undefined;
		if (node.name === "$" || node.name === "jQuery" || node.name === "godeferred") return "$";
		return /^\$\w/.test(node.name) ? "collection" : undefined;
	}

	/** @param {Node} node @returns {Kind | undefined} */
	ofMember(node) {
		const name = memberName(node);
		if (node.object.type === "Identifier" && /^(window|self|globalThis)$/.test(node.object.name))
			return name === "$" || name === "jQuery" || name === "godeferred" ? "$" : undefined;
		if (this.kindOf(node.object) !== "$") return undefined;
		return name === "fn" || parts.includes(name ?? "") ? `$.${name}` : undefined;
	}

	/** @param {Node} node @returns {Kind | undefined} */
	ofCall(node) {
		const { callee, arguments: args } = node;
		const of = this.kindOf(callee);
		if (of === "$") return "collection";
		if (of === "$.Deferred") return "promise";
		if (callee.type === "Identifier") {
			if (callee.name === "require" && args[0]?.value === "jquery") return "$";
			const kinds = new Set((this.returned.get(this.keyOf(callee)) ?? []).map((one) => this.kindOf(one)));
			return kinds.size === 1 ? [...kinds][0] : undefined;
		}
		if (callee.type !== "MemberExpression") return undefined;
		const name = memberName(callee) ?? "";
		switch (this.kindOf(callee.object)) {
			case "$":
				if (name === "noConflict") return "$";
				return requests.has(name) ? "request" : joins.has(name) ? "promise" : undefined;
			case "collection":
				if (name === "promise" || name.endsWith("Promise")) return "promise";
				if (values.has(name) || !this.isMethod(name) || (getters.has(name) && args.length === 0))
					return undefined;
				if (getByName.has(name) && args.length < 2 && args[0]?.type !== "ObjectExpression") return undefined;
				return "collection";
			case "promise":
				return same.has(name) || derived.has(name) ? "promise" : undefined;
			case "request":
				return same.has(name) ? "request" : derived.has(name) ? "promise" : undefined;
		}
	}
}

/** @template T @param {Map<string, T[]>} map @param {string} key @returns {T[]} */
function mapped(map, key) {
	const list = map.get(key) ?? [];
	map.set(key, list);
	return list;
}
