import { propertiesOf } from "../anim/effects.js";
import { effects } from "../anim/functions.js";
import { act } from "../anim/queueing.js";
import { bindOnce, firstClick } from "../dom/once.js";
import { walk } from "./collection.js";
import { make } from "./make.js";
import { isHidden } from "../dom/display.js";
import { visible } from "../dom/visible.js";

const { easing: _, fx: __, promise, queue, ...calls } = /** @type {Record<string, any>} */ (effects);

/** Animations, queues and events of elements. @type {import("./collection.js").Methods} */
export const elements = {
	/** Returns the waiting functions of the first element, or adds one to all elements. */
	queue(...args) {
		if (args.length > 0 && args.at(-1) === undefined) return this;
		const answer = act("queue", this, args)[1];
		return Array.isArray(answer) ? answer : this;
	},
	/** Resolves, with the collection, when all queues of that name are empty; target gets its methods. */
	promise(type, target) {
		if (typeof type !== "string") [type, target] = [undefined, type];
		return promise(this, type).promise(target);
	},
};

/**
 * Plays an effect by a collection's own animate, where the page has replaced ours: jQuery's effects call it.
 * Returns nothing where there is none.
 *
 * @param {any} set
 * @param {string} name
 * @param {any[]} args
 * @param {any} animate ours
 */
export function byReplaced(set, name, [first, ...rest], animate) {
	if (set.animate === animate) return undefined;
	if (name === "fadeTo") {
		const hidden = set.filter((/** @type {any} */ _, /** @type {any} */ element) => isHidden(element));
		hidden.css("opacity", 0).show();
		return set.animate({ opacity: rest[0] }, first, rest[1], rest[2]);
	}
	const properties = propertiesOf[name];
	const atOnce = properties?.width && (first == null || typeof first === "boolean");
	return properties && !atOnce ? set.animate({ ...properties }, first, rest[0], rest[1]) : undefined;
}

for (const [name, call] of Object.entries(calls)) {
	const queueing = /queue|stop|finish/i.test(name);
	elements[name] = function (...args) {
		const played = byReplaced(this, name, args, elements.animate);
		if (played !== undefined) return played;
		if (queueing) act(name, this, args);
		else call(this, ...args);
		return this;
	};
}

const { show, hide, toggle } = elements;

/** jQuery's toggle calls show and hide, and so the page's own in their place. */
elements.toggle = function (state, ...rest) {
	if (typeof (state ?? true) !== "boolean" || (this.show === show && this.hide === hide))
		return toggle.call(this, state, ...rest);
	return walk(this, (one) => make([one])[(state ?? isHidden(one)) ? "show" : "hide"]());
};

// Methods that return a promise have a name that says so; the last three always return one.
for (const [name, call] of Object.entries({ ...calls, queue, bindOnce, firstClick, visible })) {
	elements[`${name}Promise`] = function (...args) {
		return call(this, ...args);
	};
}
elements.bindOnce = elements.bindOncePromise;
elements.firstClick = elements.firstClickPromise;
elements.visible = elements.visiblePromise;
