import { notify } from "./fire.js";
import { traceNow } from "./hooks.js";
import { Values } from "./core.js";
import { push } from "./queue.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Reaction} Reaction
 */

/** A notification on its way through `then`: a job of the queue. */
export class ProgressJob {
	/**
	 * @param {Reaction} reaction
	 * @param {Values} values
	 */
	constructor(reaction, values) {
		this.reaction = reaction;
		this.source = reaction.source;
		this.kind = reaction.kind;
		this.values = values;
		/** @type {import("./queue.js").Job | null} */
		this.next = null;
	}

	/** Whether the child still listens to the source that this comes from, and in the same way. */
	current() {
		const { reaction } = this;
		return reaction.source === this.source && reaction.kind === this.kind;
	}

	run() {
		if (!this.current()) return;
		const { reaction, values } = this;
		const current = () => this.current();
		// What follows another promise listens to it as to any thenable.
		const queued = !reaction.waits();
		const onProgress = reaction.rare?.onProgress;
		if (!onProgress) {
			passProgress(reaction.child, values, current, queued);
		} else {
			// What it throws rejects nothing: jQuery lets it reach the window, and so does the queue.
			const returned = Reflect.apply(onProgress, values.context, values.args);
			passProgress(reaction.child, new Values(undefined, [returned]), current, queued);
		}
	}
}

/**
 * Whether a notification of core would reach anybody: a callback of its own, or one further down what
 * follows it.
 *
 * @param {Core} core
 */
export function isHeard(core) {
	const cores = new Set([core]); // each once: what waits for its own descendant is a ring
	for (const at of cores) {
		if (at.progress?.list) return true;
		for (let reaction = at.first; reaction !== null; reaction = reaction.next) {
			if (reaction.rare?.onProgress) return true;
			cores.add(reaction.child);
		}
	}
	return false;
}

/**
 * To be called when somebody begins to listen to any progress. Who makes some looks then whether it is
 * theirs: walking there from the listener takes a time for each promise between, at each adoption.
 */
export let listened = () => {};

/** @param {() => void} look */
export function onListen(look) {
	listened = look;
}

/**
 * Notifies child; waits first for a value that is a thenable, and throws what that is rejected
 * with (jQuery 4).
 *
 * @param {Core} child
 * @param {Values} values
 * @param {() => boolean} current whether child still listens
 * @param {boolean} queued whether what the thenable calls back goes through the queue
 */
export function passProgress(child, values, current, queued) {
	const value = values.args[0];
	const isObject = value !== null && (typeof value === "object" || typeof value === "function");
	if (isObject && value === child.promise) throw new TypeError("A promise cannot wait for itself");
	const then = isObject ? value.then : null;
	if (typeof then !== "function") {
		notify(child, values);
		return;
	}
	/** @param {() => void} job */
	const next = (job) => {
		const run = () => {
			if (current()) job();
		};
		if (!queued) return run();
		traceNow(child);
		push({ run, next: null });
	};
	then.call(
		value,
		/** @this {any} */ function () {
			const later = new Values(this, arguments);
			next(() => passProgress(child, later, current, queued));
		},
		(/** @type {unknown} */ reason) =>
			next(() => {
				throw reason;
			}),
	);
}
