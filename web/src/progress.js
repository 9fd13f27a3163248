import { notify } from "./fire.js";
import { report } from "./errors.js";
import { Values } from "./core.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Reaction} Reaction
 */

/** A notification on its way through `then`: a job of the queue. */
export class ProgressJob {
	/**
	 * @param {Reaction} reaction
	 * @param {Values} values
	 * @param {unknown} trace
	 */
	constructor(reaction, values, trace) {
		this.reaction = reaction;
		this.source = reaction.source;
		this.values = values;
		this.trace = trace;
	}

	/** Whether the child still listens to the source that this comes from. */
	current() {
		return this.reaction.source === this.source && this.reaction.child.reaction === this.reaction;
	}

	run() {
		if (!this.current()) return;
		const { reaction, values } = this;
		if (reaction.onProgress === null) {
			this.pass(values);
		} else {
			// What it throws rejects nothing: jQuery lets it reach the window, and so does the queue.
			const returned = Reflect.apply(reaction.onProgress, values.context, values.args);
			this.pass(new Values(undefined, [returned]));
		}
	}

	/**
	 * Notifies the child; waits first for a value that is a thenable (jQuery 4).
	 *
	 * @param {Values} values
	 */
	pass(values) {
		const value = values.args[0];
		const isObject = value !== null && (typeof value === "object" || typeof value === "function");
		const then = isObject ? value.then : null;
		if (typeof then !== "function") {
			notify(this.reaction.child, values);
			return;
		}
		const job = this;
		then.call(
			value,
			/** @this {any} */ function () {
				if (job.current()) job.pass(new Values(this, arguments));
			},
			report,
		);
	}
}
