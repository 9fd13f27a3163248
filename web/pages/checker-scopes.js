// Which declaration a name of a program means. Blocks do not count: a name declared twice in a function is one name.

/** @typedef {import("./checker-uses.js").Node} Node */

/** @param {Node} node */
export const isFunction = (node) =>
	node?.type === "FunctionExpression" ||
	node?.type === "FunctionDeclaration" ||
	node?.type === "ArrowFunctionExpression";

/**
 * The key of each identifier: equal for those of one declaration. `parameters` has the keys of functions' parameters.
 * @param {Node} tree @param {any} walk
 * @returns {{ keys: Map<Node, string>, parameters: Set<string>, declared: Set<string> }}
 */
export function scopesOf(tree, walk) {
	/** The names that each function declares; the program's own are the tree's. @type {Map<Node, Set<string>>} */
	const names = new Map();
	/** @param {Node} scope @param {Node} pattern @param {Set<string>} [also] */
	const declare = (scope, pattern, also) => {
		for (const name of namesIn(pattern)) {
			if (!names.has(scope)) names.set(scope, new Set());
			names.get(scope)?.add(name);
			also?.add(`${name}@${scope.start}`);
		}
	};
	/** @type {Set<string>} */
	const parameters = new Set();
	/** @type {[Node, Node[]][]} */
	const identifiers = [];
	walk.fullAncestor(tree, (/** @type {Node} */ node, /** @type {Node[]} */ ancestors) => {
		const around = ancestors.slice(0, -1);
		const scope = around[around.map(isFunction).lastIndexOf(true)] ?? tree;
		if (node.type === "VariableDeclarator") declare(scope, node.id);
		else if (node.type === "ImportDeclaration") {
			for (const { local } of node.specifiers) {
				declare(tree, local);
				identifiers.push([local, [tree]]); // the walk leaves them out
			}
		} else if (node.type === "CatchClause" && node.param) declare(scope, node.param);
		else if (node.type === "ClassDeclaration" && node.id) declare(scope, node.id);
		else if (isFunction(node)) {
			if (node.id) declare(node.type === "FunctionDeclaration" ? scope : node, node.id);
			for (const one of node.params) declare(node, one, parameters);
		} else if (node.type === "Identifier") identifiers.push([node, around]);
	});
	/** @type {Map<Node, string>} */
	const keys = new Map();
	/** @type {Set<string>} */
	const declared = new Set();
	for (const [node, around] of identifiers) {
		const scope = around[around.map((one) => names.get(one)?.has(node.name)).lastIndexOf(true)];
		const key = scope ? `${node.name}@${scope.start}` : node.name;
		keys.set(node, key);
		if (scope) declared.add(key);
	}
	return { keys, parameters, declared };
}

/** The names that a pattern declares. @param {Node} pattern @returns {string[]} */
function namesIn(pattern) {
	switch (pattern?.type) {
		case "Identifier":
			return [pattern.name];
		case "AssignmentPattern":
			return namesIn(pattern.left);
		case "RestElement":
			return namesIn(pattern.argument);
		case "ArrayPattern":
			return pattern.elements.flatMap(namesIn);
		case "ObjectPattern":
			return pattern.properties.flatMap((/** @type {Node} */ one) => namesIn(one.value ?? one));
		default:
			return [];
	}
}
