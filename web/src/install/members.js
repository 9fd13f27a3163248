import { dataOf } from "../anim/element.js";
import { queueOf, step } from "../anim/fxqueue.js";
import { NEXT } from "../runtime/table.js";
import { elements } from "../collection/animating.js";
import { promised } from "./promised.js";
import { queued } from "./queued.js";

/** Functions added to jQuery itself, where it has no such member. */
export const statics = [
	"wrap",
	"all",
	"allSettled",
	"any",
	"race",
	"mapAsync",
	"series",
	"wait",
	"timeout",
	"work",
	"createCache",
	"loadImage",
	"afterDOMReady",
	"easing",
	"fx",
];

/** Each of these also exists with the suffix Promise. */
const moving = [
	"animate",
	"slideDown",
	"slideUp",
	"slideToggle",
	"fadeIn",
	"fadeOut",
	"fadeToggle",
	"fadeTo",
	"show",
	"hide",
	"toggle",
	"delay",
];

/** jQuery's functions of one element, for builds without queues. */
export const queues = {
	/** @param {any} element @param {string} [type] @param {any} [add] */
	queue(element, type = "fx", add) {
		if (add === undefined) return dataOf(element).queues.get(type)?.items ?? [];
		const queue = queueOf(element, type);
		if (Array.isArray(add)) queue.items = [...add];
		else queue.items.push(add);
		return queue.items;
	},
	/** @param {any} element @param {string} [type] */
	dequeue(element, type = "fx") {
		step(element, type, NEXT);
	},
};

/**
 * Methods added to collections, where they have no such member. They depend on whether jQuery has queues
 * and effects: the full builds have both, jQuery 3's slim build only queues, jQuery 4's neither.
 *
 * @param {any} jQuery
 * @returns {Record<string, (this: any, ...args: any[]) => any>}
 */
export function methodsFor(jQuery) {
	const { fn } = jQuery;
	if (!fn.queue) return pick([...moving, ...moving.map(promising), ...queueing, ...waiting]);
	const methods = pick(waiting);
	const own = fn.animate ? {} : queued(jQuery, moving.slice(0, -1));
	for (const name of moving) methods[promising(name)] = promised(jQuery, name, own[name] ?? fn[name]);
	return Object.assign(methods, own);
}

const queueing = ["stop", "finish", "queue", "dequeue", "clearQueue", "promise"];
const waiting = ["bindOnce", "firstClick", "visible"];

/** @param {string} name */
const promising = (name) => `${name}Promise`;

/** Methods of godeferred's own collection, which work on any collection. @param {string[]} names */
const pick = (names) => Object.fromEntries(names.map((name) => [name, elements[name]]));
