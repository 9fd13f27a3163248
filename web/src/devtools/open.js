import { GodeferredError, checkFunction } from "../lib/errors.js";
import { checkOptions } from "../lib/options.js";
import { own } from "../lib/own.js";
import { watchOwners } from "./owners.js";
import { Recorder } from "./recorder.js";
import { watchRequests } from "./requests.js";
import { snapshotOf } from "./snapshot.js";

/**
 * @typedef {import("./parts.d.ts").Parts} Parts
 * @typedef {import("./parts.d.ts").Options} Options
 * @typedef {import("./parts.d.ts").DevtoolsEvent} DevtoolsEvent
 */

/** What is open, by script: a page may have several of godeferred's. @type {Map<Core, Devtools>} */
const opened = new Map();

/** @typedef {Parts["Core"]} Core */

/** What `devtools()` resolves with. */
class Devtools {
	/** @type {Recorder} */
	#recorder;

	/** @param {Parts} parts @param {Options} options @param {any} promise */
	constructor(parts, options, promise) {
		const recorder = new Recorder(parts, { stacks: own(options, "stacks") !== false });
		const core = parts.ourCore(promise);
		if (core) recorder.ignored.add(core); // an `await` of this call is not the page's work
		watchRequests(recorder, watchOwners(recorder));
		this.#recorder = recorder;
	}

	/** @param {(event: DevtoolsEvent) => void} listener */
	watch(listener) {
		checkFunction("devtools().watch", "listener", listener);
		return this.#recorder.watch((event) => listener(event));
	}

	snapshot() {
		return snapshotOf(this.#recorder);
	}

	close() {
		const { parts } = this.#recorder;
		if (opened.get(parts.Core) !== this) return;
		opened.delete(parts.Core);
		this.#recorder.close();
	}
}

/**
 * Opens the recorder of a script; another call returns the same.
 *
 * @param {Parts} parts
 * @param {Options} [options]
 * @param {any} [promise] of the call
 */
export function open(parts, options, promise) {
	checkOptions("devtools", options);
	if (parts.build !== GODEFERRED_BUILD)
		throw new GodeferredError("mismatch", "devtools.mjs is of another build than the script");
	let devtools = opened.get(parts.Core);
	if (!devtools) {
		devtools = new Devtools(parts, options ?? {}, promise);
		opened.set(parts.Core, devtools);
	}
	return devtools;
}
