import { invoke, member, typeOf } from "../dom/member.js";
import { walk } from "./collection.js";

/** @param {any} one @returns {string} */
const classOf = (one) => member(one, "getAttribute")?.call(one, "class") || "";

/** The words of a list of classes. @param {any} value @returns {string[]} */
const words = (value) =>
	(Array.isArray(value) ? value.join(" ") : typeof value === "string" ? value : "").match(/\S+/g) ?? [];

/**
 * Makes a method that changes classes; a function as value returns them for each element.
 *
 * @param {(now: string[], names: string[], state?: any) => string[]} change
 */
const changer = (change) =>
	/** @this {any} @param {any} value @param {any} [state] */
	function (value, state) {
		return walk(this, (one, i) => {
			if (typeOf(one) !== 1) return;
			const before = classOf(one);
			const names = words(typeof value === "function" ? value.call(one, i, before, state) : value);
			if (names.length === 0) return;
			const after = change(words(before), names, state).join(" ");
			// An equal value is not written: it would wake observers.
			if (after !== before) invoke(one, "setAttribute", "class", after);
		});
	};

/** @param {string[]} now @param {string[]} names */
function added(now, names) {
	for (const name of names) if (!now.includes(name)) now.push(name);
	return now;
}

/** @param {string[]} now @param {string[]} names */
const removed = (now, names) => now.filter((name) => !names.includes(name));

const remove = changer(removed);

/** Classes. @type {import("./collection.js").Methods} */
export const classes = {
	addClass: changer(added),
	removeClass(value) {
		return arguments.length > 0 ? remove.call(this, value) : this.attr("class", "");
	},
	toggleClass: changer((now, names, state) => {
		if (typeof state === "boolean") return (state ? added : removed)(now, names);
		for (const name of names) now = now.includes(name) ? removed(now, [name]) : [...now, name];
		return now;
	}),
	hasClass(name) {
		return this.get().some(
			(/** @type {any} */ one) =>
				typeOf(one) === 1 && ` ${words(classOf(one)).join(" ")} `.includes(` ${name} `),
		);
	},
};
