import { GodeferredError, checkFunction } from "../lib/errors.js";
import { checkOptions } from "../lib/options.js";
import { own } from "../lib/own.js";
import { watchOwners } from "./owners.js";
import { addFormatter } from "./formatter.js";
import { Panel } from "./panel.js";
import { addTracks } from "./tracks.js";
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
	/** @type {Panel | undefined} */
	#panel;
	/** What else is to be taken back. @type {Map<string, () => void>} */
	#added = new Map();

	/** @param {Parts} parts @param {Options | undefined} options */
	constructor(parts, options) {
		const recorder = new Recorder(parts, { stacks: own(options, "stacks") !== false });
		watchRequests(recorder, watchOwners(recorder));
		this.#recorder = recorder;
		this.#added.set("formatter", addFormatter(recorder));
	}

	/** What a call of `devtools()` asks for, also a later one. @param {Options | undefined} options */
	add(options) {
		if (own(options, "tracks") && !this.#added.has("tracks"))
			this.#added.set("tracks", addTracks(this.#recorder));
		if (own(options, "panel") !== false && typeof Document === "function")
			this.#panel ??= new Panel(this.#recorder, () => this.close());
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
		const { Core } = this.#recorder.parts;
		if (opened.get(Core) !== this) return;
		opened.delete(Core);
		this.#panel?.close();
		for (const undo of this.#added.values()) undo();
		this.#recorder.close();
	}
}

/**
 * Opens the recorder of a script; another call returns the same.
 *
 * @param {string} build of the script
 * @param {Options | undefined} options
 * @param {Partial<Parts> | undefined} more
 * @param {any[]} rest the parts that each script has: see inspector.js
 */
export function open(build, options, more, ...rest) {
	if (build !== GODEFERRED_BUILD)
		throw new GodeferredError("mismatch", "devtools.mjs is of another build than the script");
	checkOptions("devtools", options);
	const [Core, Join, Progress, onListen, kinds, abort, expected] = rest;
	let devtools = opened.get(Core);
	if (!devtools) {
		devtools = new Devtools({ Core, Join, Progress, onListen, kinds, abort, expected, ...more }, options);
		opened.set(Core, devtools);
	}
	devtools.add(options);
	return devtools;
}
