import { effects } from "../anim/api.js";
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
		const answer = named.queue(this, ...args);
		return Array.isArray(answer) ? answer : this;
	};
	methods.promise = function (type, target) {
		if (typeof type !== "string") return methods.promise.call(this, "fx", type);
		// A collection may hold what has no queue: texts, the document.
		const elements = Array.from(this).filter((/** @type {any} */ one) => one.style);
		return jQuery
			.Deferred((/** @type {any} */ deferred) => {
				named.promise(elements, type).done(() => deferred.resolveWith(this, [this]));
			})
			.promise(target);
	};
	return methods;
}
