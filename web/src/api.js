import { effects } from "./anim/api.js";
import { all, allSettled, any, race } from "./combine.js";
import { fn } from "./collection/api.js";
import { Event } from "./collection/event.js";
import { extend } from "./collection/extend.js";
import { each } from "./collection/list.js";
import { make } from "./collection/make.js";
import { ajax } from "./ajax/ajax.js";
import { createCache } from "./ajax/cache.js";
import { afterDOMReady, cachedGetScript, loadImage } from "./ajax/helpers.js";
import { param } from "./ajax/param.js";
import { ajaxSetup } from "./ajax/settings.js";
import { del, get, getJSON, getScript, patch, post, put } from "./ajax/shorthand.js";
import { Deferred } from "./deferred.js";
import { GodeferredError, report, wrongArgument } from "./errors.js";
import { bindOnce, firstClick } from "./events.js";
import { restoreGlobals } from "./global.js";
import { install, uninstall } from "./install/install.js";
import { mark } from "./fetch.js";
import { start } from "./load.js";
import { inspect } from "./pending.js";
import { visible } from "./visible.js";
import { map, series } from "./tasks.js";
import { documentReady } from "./ready.js";
import { timeout, wait } from "./timer.js";
import { when } from "./when.js";
import { work } from "./work.js";
import { wrap } from "./wrap.js";

/** @type {string} */
const version = GODEFERRED_VERSION;

/**
 * `godeferred(fn)` runs fn when document and runtime are both ready, with `this` the document. With
 * anything else, it is the collection of what that means, which needs no runtime.
 *
 * @param {any} [what] a function, a selector, html, an element, a list
 * @param {any} [context]
 * @returns {any}
 */
export function godeferred(what, context) {
	if (typeof what !== "function") return make(what, context);
	whenReady(what);
	return godeferred;
}

/** @param {(this: any, godeferred: any) => void} run */
function whenReady(run) {
	up.then(() => {
		try {
			run.call(/** @type {any} */ (globalThis).document, godeferred);
		} catch (error) {
			report(error);
		}
	});
}

/** @type {() => void} */
let rise;

/**
 * Document and runtime are both ready. It is never rejected: godeferred.ready is, and who waits here
 * gets what a later load brings.
 *
 * @type {Promise<void>}
 */
const up = new Promise((resolve) => {
	rise = resolve;
});

/** @type {Promise<typeof godeferred> | undefined} */
let loaded;

/** `godeferred.ready`: the same, as a native promise of godeferred, which a failure rejects. @type {Promise<any>} */
let ready;

/** Has ready follow what is being started; none once that has failed. @type {((value: any) => void) | undefined} */
let lead = newReady();

/** @returns {(value: any) => void} */
function newReady() {
	/** @type {any} */
	let resolve;
	ready = new Promise((one) => {
		resolve = one;
	});
	Object.assign(godeferred, { ready });
	return resolve;
}

/**
 * Starts the runtime. Calling it again returns the same promise, unless that was rejected: then it
 * tries anew, and godeferred.ready is a new promise, too.
 *
 * @param {{wasm?: import("./fetch.js").Source} & import("./fetch.js").Options} [options] where the wasm is, if not beside the script
 * @returns {Promise<typeof godeferred>}
 */
export function load(options) {
	const loading = begin(options);
	// Whoever calls load hears of a failure there; ready need not tell the console as well.
	ready.catch(() => {});
	return loading;
}

/**
 * The same for a script that starts by itself: ready tells of a failure.
 *
 * @param {any} [options] of load
 */
export function begin(options) {
	if (loaded) return loaded;
	lead ??= newReady();
	loaded = start(options).then(() => godeferred);
	lead(
		loaded.then(documentReady).then(() => {
			mark("ready");
			rise();
			return godeferred;
		}),
	);
	loaded.catch(() => {
		loaded = lead = undefined;
	});
	return loaded;
}

/**
 * Gives the globals that `data-global` has set back to who had them before.
 *
 * @param {boolean} [all] the global `godeferred` too
 */
function noConflict(all) {
	restoreGlobals(godeferred, (name) => all === true || name !== "godeferred");
	return godeferred;
}

Object.assign(godeferred, {
	version,
	load,
	noConflict,
	inspect,
	GodeferredError,
	Deferred,
	when,
	wrap,
	all,
	allSettled,
	any,
	race,
	map,
	series,
	wait,
	timeout,
	work,
	ajax,
	ajaxSetup,
	param,
	get,
	post,
	put,
	patch,
	delete: del,
	getJSON,
	getScript,
	createCache,
	cachedGetScript,
	loadImage,
	afterDOMReady,
	...effects,
	bindOnce,
	firstClick,
	visible,
	fn,
	prototype: fn,
	Event,
	each,
	extend,
	now: Date.now,
	noop() {},
	/** @param {any} value */
	isFunction: (value) => typeof value === "function",
	install: (/** @type {any} */ jQuery, /** @type {any} */ options) => install(godeferred, jQuery, options),
	uninstall,
});

fn.constructor = fn.init = godeferred;

/** @param {any} run */
fn.ready = function (run) {
	if (typeof run !== "function") throw wrongArgument("(…).ready", "fn", "a function", run);
	whenReady(run);
	return this;
};
