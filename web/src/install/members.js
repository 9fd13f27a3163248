import { dataOf } from "../anim/element.js";
import { queueOf, step } from "../anim/fxqueue.js";
import { NEXT } from "../runtime/table.js";
import { elements } from "../collection/animating.js";
import { promised } from "./promised.js";
import { queued } from "./queued.js";

/** What jQuery itself gets, where it has no such member. */
export const statics = [
	"wrap",
	"all",
	"allSettled",
	"any",
	"race",
	"series",
	"wait",
	"timeout",
	"work",
	"ajax",
	"ajaxSetup",
	"param",
	"get",
	"post",
	"put",
	"patch",
	"delete",
	"getJSON",
	"getScript",
	"createCache",
	"cachedGetScript",
	"loadImage",
	"afterDOMReady",
	"fx",
];

/** Of these, there is one with the suffix Promise as well. */
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
 * What collections get, where they have no such member: that depends on whether they have queues and
 * effects of their own. The full builds have both, jQuery 3's slim one queues alone, jQuery 4's none.
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

/** Methods of our own collection: they take any. @param {string[]} names */
const pick = (names) => Object.fromEntries(names.map((name) => [name, elements[name]]));
