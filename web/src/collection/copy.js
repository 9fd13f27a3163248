import { invoke, member, typeOf } from "../dom/member.js";
import { listen } from "./dispatch.js";
import { recall, remember } from "./memory.js";

/** @param {any} one @returns {any[]} */
const all = (one) => [one, ...(member(one, "querySelectorAll")?.call(one, "*") ?? [])];

/**
 * A copy of a node with its descendants.
 *
 * @param {any} node
 * @param {boolean} own whether its handlers and data are copied, too
 * @param {boolean} deep whether those of its descendants are, too
 */
export function copy(node, own, deep) {
	const made = invoke(node, "cloneNode", true);
	if (own) {
		const to = deep ? all(made) : [made];
		(deep ? all(node) : [node]).forEach((from, i) => {
			give(from, to[i]);
		});
	}
	return made;
}

/** @param {any} from @param {any} to */
function give(from, to) {
	const memory = recall(from);
	if (!memory || typeOf(to) !== 1) return;
	for (const [type, entries] of memory.events ?? []) for (const entry of entries) listen(to, type, entry);
	if (memory.data) remember(to).data = Object.assign(Object.create(null), memory.data);
}
