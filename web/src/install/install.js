import { wrongArgument } from "../lib/errors.js";
import { makeDeferred } from "../deferred/deferred.js";
import { define, own } from "../lib/own.js";
import { release } from "../collection/remove.js";
import { addOwner } from "../deferred/owner.js";
import { whenAll } from "../combine/when.js";
import { requestsOf } from "../ajax/members.js";
import { methodsFor, queues, statics } from "./members.js";
import { Patches } from "./patches.js";
import { readyThen } from "./readied.js";

/** @typedef {{owner: import("../deferred/owner.js").Owner, mark: number, patches: Patches | null}} Installed */

/** Keyed by jQuery: a page may have several, each with its own hooks. @type {Map<any, Installed>} */
const all = new Map();

/**
 * `godeferred.install(jQuery[, { unhandled }])` makes a page's jQuery use the runtime: it replaces `Deferred`
 * and `when`, and adds the functions of godeferred that jQuery lacks. Returns jQuery. A second call
 * changes only the option.
 *
 * Unhandled rejections of its deferreds stay silent, as in jQuery: its pages do not expect any. With
 * `unhandled`, they raise the page's event.
 *
 * @param {Record<string, any>} functions godeferred's, by name
 * @param {any} jQuery
 * @param {{unhandled?: boolean}} [options]
 */
export function install(functions, jQuery, options) {
	const version = jQuery === functions ? undefined : jQuery?.fn?.jquery; // godeferred, too, has a version of jQuery's
	if (typeof jQuery !== "function" || !(Number.parseInt(version, 10) >= 3)) {
		throw wrongArgument("install", "jQuery", "jQuery 3 or 4", version ?? jQuery);
	}
	if (options !== undefined && (options === null || typeof options !== "object")) {
		throw wrongArgument("install", "options", "an object", options);
	}
	let installed = all.get(jQuery);
	if (!installed) {
		const owner = { host: jQuery, quiet: true, older: Number.parseInt(jQuery.fn.jquery, 10) < 4 };
		installed = { owner, mark: addOwner(owner), patches: null };
		all.set(jQuery, installed);
	}
	installed.owner.quiet = !own(options, "unhandled");
	if (!installed.patches) {
		installed.patches = new Patches();
		try {
			patch(installed.patches, functions, jQuery, installed.mark);
		} catch (error) {
			uninstall(jQuery); // a frozen jQuery, for example: half an install is worse than none
			throw error;
		}
	}
	return jQuery;
}

/**
 * @param {Patches} patches
 * @param {Record<string, any>} functions
 * @param {any} jQuery
 * @param {number} mark
 */
function patch(patches, functions, jQuery, mark) {
	const methods = methodsFor(jQuery); // before the patches: it checks which methods jQuery has
	const Deferred = makeDeferred(mark);
	// Its hooks, and anything else a page keeps there. As descriptors: accessors of jquery-migrate warn.
	const { Deferred: before } = jQuery;
	if (before) Deferred.exceptionHook = undefined;
	for (const name of Object.keys(before ?? {})) {
		define(Deferred, name, /** @type {any} */ (Object.getOwnPropertyDescriptor(before, name)));
	}
	patches.replace(jQuery, "Deferred", Deferred);
	patches.replace(jQuery, "when", (/** @type {any[]} */ ...subordinates) => whenAll(subordinates, mark));
	patches.replace(jQuery.ready, "then", readyThen(jQuery, Deferred));
	const { cleanData } = jQuery;
	if (cleanData) patches.replace(jQuery, "cleanData", cleaning(cleanData));
	for (const name of statics) patches.add(jQuery, name, functions[name]);
	for (const [name, member] of Object.entries(requestsOf(jQuery))) patches.add(jQuery, name, member);
	for (const [name, fn] of Object.entries(queues)) patches.add(jQuery, name, fn);
	for (const name in methods) patches.add(jQuery.fn, name, methods[name]);
}

/**
 * jQuery calls its cleanData with the elements that it is about to remove: they lose godeferred's queues, handlers
 * and data as well. (jQuery UI replaces the same function.)
 *
 * @param {(elements: ArrayLike<any>) => void} own
 */
const cleaning = (own) =>
	/** @this {any} @param {ArrayLike<any>} elements */
	function (elements) {
		for (const element of Array.from(elements)) if (element) release(element);
		own.call(this, elements);
	};

/**
 * `godeferred.uninstall([jQuery])` restores the members that install replaced, in one jQuery or in all.
 * Deferreds made meanwhile keep working. A member that the page has replaced since then stays.
 *
 * @param {any} [jQuery]
 */
export function uninstall(jQuery) {
	if (jQuery !== undefined && typeof jQuery !== "function") {
		throw wrongArgument("uninstall", "jQuery", "a jQuery, or left out", jQuery);
	}
	for (const [one, installed] of all) {
		if (jQuery !== undefined && one !== jQuery) continue;
		installed.patches?.undo();
		installed.patches = null;
	}
}
