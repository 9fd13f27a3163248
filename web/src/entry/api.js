import { effects } from "../anim/functions.js";
import { all, allSettled, any, race } from "../combine/all.js";
import { fn } from "../collection/fn.js";
import { Event } from "../collection/event.js";
import { functions } from "../collection/functions.js";
import { extend } from "../collection/extend.js";
import { each, map } from "../collection/list.js";
import { make } from "../collection/make.js";
import { formsOf } from "../ajax/forms.js";
import { createCache } from "../ajax/cache.js";
import { Exchange } from "../ajax/exchange.js";
import { Together } from "../anim/together.js";
import { afterDOMReady, loadImage } from "../ajax/helpers.js";
import { requestsOf } from "../ajax/members.js";
import { parseXML } from "../ajax/xml.js";
import { failed, inspectBridge, isUp, started, starting } from "../runtime/bridge.js";
import { Deferred } from "../deferred/deferred.js";
import { ownerOf } from "../deferred/owner.js";
import { GodeferredError, checkFunction, report } from "../lib/errors.js";
import { bindOnce, firstClick } from "../dom/once.js";
import { restoreGlobals } from "./globals.js";
import { install, uninstall } from "../install/install.js";
import { mark } from "../runtime/mark.js";
import { inspectWasm, start } from "../runtime/load.js";
import { inNode } from "../runtime/node.js";
import { addParts, devtools } from "./inspector.js";
import { kit } from "../program/kit.js";
import { bare, own } from "../lib/own.js";
import { listPending, summarize } from "../deferred/pending.js";
import { Program, Promised, expectProgram, go, listCalls, programOver, programUp } from "../program/calls.js";
import { keepShapes } from "../combine/shapes.js";
import { trusted } from "../dom/trusted.js";
import { visible } from "../dom/visible.js";
import { series } from "../combine/tasks.js";
import { mapAsyncOver } from "../combine/spread.js";
import { documentReady } from "../dom/ready.js";
import { timeout, wait } from "../combine/timer.js";
import { when } from "../combine/when.js";
import { work } from "../combine/work.js";
import { wrap } from "../deferred/wrap.js";

/** @type {string} */
const version = GODEFERRED_VERSION;

/**
 * `godeferred(fn)` runs fn when the document is ready, always later than this call, with `this` the
 * document. Any other argument makes a collection.
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

const documentIsReady = documentReady();

/** @param {(this: any, godeferred: any) => void} run */
function whenReady(run) {
	documentIsReady.then(() => {
		try {
			run.call(/** @type {any} */ (globalThis).document, godeferred);
		} catch (error) {
			report(error);
		}
	});
}

/**
 * The start that is under way or has succeeded. A load with options replaces an automatic start: they
 * say where the wasm is, its hash, how long to wait.
 *
 * @type {{automatic: boolean, promise: Promise<typeof godeferred>} | undefined}
 */
let current;

/** The last start, failed or not. @type {typeof current} */
let latest;

/** The last program. @type {Program | undefined} */
let program;

/** Ends the page's Go program at once, if it runs in a worker. */
const terminate = () => program?.stop?.();

/** `godeferred.ready`: document and runtime, as a native promise of godeferred. @type {Promise<any>} */
let ready;

/** Resolves ready with the start; none once it has ended. @type {((value: any) => void) | undefined} */
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
 * Starts the runtime. Another call returns the same promise, unless it was rejected: then that call
 * tries again, and godeferred.ready is a new promise, too.
 *
 * @param {{wasm?: import("../runtime/source.js").Source, integrity?: string, timeout?: number,
 *   worker?: boolean | string | URL}} [options] where the wasm is, if not beside the script; its hash; after how many
 *   ms without a byte to give up; whether its program runs in a worker, or where that worker's script is
 * @returns {Promise<typeof godeferred>}
 */
export function load(options) {
	const loading = startRuntime(options, false);
	// The caller of load gets the failure there; ready must not report it to the console as well.
	ready.catch(() => {});
	return loading;
}

/**
 * The same for an automatic start, where ready reports a failure.
 *
 * @param {any} [options] of load
 * @param {boolean} [automatic] the page has not called load
 */
export function startRuntime(options, automatic = true) {
	if (current && !(current.automatic && !isUp() && options)) return current.promise;
	lead ??= newReady();
	if (inNode) ready.catch(() => {}); // it would end the program; requests report the failure
	starting();
	const hooks = {
		newProgram,
		begun,
		ended,
		workerOf,
		integrity: kit.place.integrity,
	};
	/** The page has the rules without the program, which is in a worker: requests and animations outlive it. */
	let stays = false;
	/** @type {{automatic: boolean, promise: Promise<typeof godeferred>}} */
	const mine = {
		automatic,
		promise: start(options, hooks).then(rise, fall),
	};
	current = latest = mine;
	mine.promise.catch(() => {});
	return mine.promise;

	// A start that another has replaced does not count: ready follows the last one.

	/** @param {any} given */
	function workerOf(given) {
		const worker = own(given, "worker") ?? kit.place.worker;
		if (worker === false) return undefined;
		return importWorker().then((one) => one.workerOf(kit, worker, given, hooks, trusted));
	}

	/** @param {() => void} up */
	function newProgram(up) {
		if (latest !== mine) throw mine; // it would run beside the other; fall drops what is thrown
		program = new Program(godeferred, up);
		return program;
	}

	/**
	 * The rules can be asked. A program may not be ready yet.
	 *
	 * @param {import("../runtime/load.js").Runtime} runtime
	 * @param {boolean} isProgram
	 */
	function begun({ functions, another }, isProgram) {
		if (latest !== mine) return;
		stays = isProgram && another !== undefined;
		expectProgram(isProgram);
		started(functions, another);
	}

	/** @param {Program} program @param {number} code @param {unknown} error */
	function ended(program, code, error) {
		const isCurrent = current === mine;
		const wasReady = isCurrent && !lead;
		const failCalls = programOver(program, error, isCurrent);
		if (isCurrent) {
			current = undefined; // before a callback of the page's can call load
			if (!stays) failed(error);
		}
		failCalls();
		if (wasReady && code !== 0) report(error); // nobody else tells the page
	}

	/** @param {import("../program/calls.js").Program | undefined} program */
	function rise(program) {
		if (program?.ended) return fall(program.ended);
		if (latest && latest !== mine) return latest.promise;
		if (program) programUp(program);
		lead?.(
			documentIsReady.then(() => {
				mark("ready");
				return godeferred;
			}),
		);
		lead = undefined;
		return godeferred;
	}

	/** @param {unknown} error */
	function fall(error) {
		if (latest && latest !== mine) return latest.promise;
		lead?.(Promise.reject(error));
		current = lead = undefined;
		if (!stays) failed(error);
		throw error;
	}
}

/** What only a program in a worker needs. It is beside the script. */
export const importWorker = () =>
	import("./worker.mjs").catch((error) => {
		throw new GodeferredError("not-found", "worker.mjs, which is beside the script, cannot be loaded", error);
	});

/** The script was started as the worker of a page's program. */
export function hostProgram() {
	// Listens at once: the message may come before the import.
	const sent = new Promise((resolve) =>
		addEventListener("message", ({ data }) => resolve(data), bare({ once: true })),
	);
	importWorker().then(async ({ host }) => host(kit, await sent, godeferred));
}

/**
 * Restores the former values of the globals that `data-global` has set.
 *
 * @param {boolean} [all] the global `godeferred` too
 */
function noConflict(all) {
	restoreGlobals(godeferred, (name) => all === true || name !== "godeferred");
	return godeferred;
}

/**
 * Everything pending, the state of the runtime, and how many of each kind wait for it.
 *
 * @param {{stacks?: boolean}} [options]
 */
const inspectAll = (options) => ({
	...summarize([...listCalls(), ...listPending(options).filter(({ kind }) => kind !== "go")]),
	...inspectBridge(),
});

/** What Go takes of the page, for devtools.mjs: a program of the page's tells how many callbacks it has. */
const inspectGo = () => {
	const wasm = inspectWasm();
	return wasm && { ...wasm, callbacks: program?.bridge.live?.() };
};

Object.assign(fn, formsOf(godeferred));

Object.assign(godeferred, {
	...functions,
	version,
	load,
	terminate,
	go,
	noConflict,
	inspect: inspectAll,
	devtools,
	GodeferredError,
	Deferred,
	when,
	wrap,
	all,
	allSettled,
	any,
	race,
	map,
	mapAsync: mapAsyncOver(() => importWorker().then((one) => one.teams(kit, trusted))),
	series,
	wait,
	timeout,
	work,
	...requestsOf(godeferred),
	createCache,
	loadImage,
	afterDOMReady,
	...effects,
	bindOnce,
	firstClick,
	visible,
	fn,
	prototype: fn,
	parseJSON: JSON.parse,
	parseXML,
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

addParts({ Exchange, Promised, Together, inspect: inspectAll, ownerOf, wasm: inspectGo });

fn.constructor = fn.init = godeferred;

/** @param {any} run */
fn.ready = function (run) {
	checkFunction("(…).ready", "fn", run);
	whenReady(run);
	return this;
};

keepShapes();
