import { effects } from "../anim/api.js";
import { dataOf } from "../anim/data.js";
import { NEXT, queueOf, step } from "../anim/queue.js";
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

const named = /** @type {Record<string, any>} */ (effects);

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
 * @param {Record<string, any>} functions
 * @param {any} jQuery
 * @returns {Record<string, (this: any, ...args: any[]) => any>}
 */
export function methodsFor(functions, jQuery) {
	/** @type {Record<string, (this: any, ...args: any[]) => any>} */
	const methods = {};
	for (const name of ["bindOnce", "firstClick", "visible"]) {
		methods[name] = function (...args) {
			return functions[name](this, ...args);
		};
	}
	const { fn } = jQuery;
	if (fn.queue) {
		const own = fn.animate ? {} : queued(jQuery, moving.slice(0, -1));
		for (const name of moving) methods[`${name}Promise`] = promised(jQuery, name, own[name] ?? fn[name]);
		return Object.assign(methods, own);
	}
	for (const name of moving) {
		methods[`${name}Promise`] = function (...args) {
			return named[name](this, ...args);
		};
	}
	for (const name of [...moving, "stop", "finish", "dequeue", "clearQueue"]) {
		methods[name] = function (...args) {
			named[name](this, ...args);
			return this;
		};
	}
	methods.queue = function (...args) {
		const last = args.at(-1);
		if (args.length > 0 && last === undefined) return this;
		const answer = named.queue(this, ...args);
		return Array.isArray(answer) ? answer : this;
	};
	methods.promise = function (type, target) {
		if (typeof type !== "string") return methods.promise.call(this, "fx", type);
		return named.promise(this, type).promise(target);
	};
	return methods;
}
