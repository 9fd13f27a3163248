/** @typedef {import("../deferred/core.js").Core} Core */

/**
 * Stands for the block of one pending deferred, while the recorder is open. The script adds 1 to a block's `settled`
 * when it settles a deferred, and reads the mark of a deferred's block before it makes the promise of `then`.
 */
export class Watched {
	/**
	 * @param {Core} core
	 * @param {any} plain its block, which keeps counting for `inspect`
	 * @param {import("./recorder.js").Recorder} recorder
	 */
	constructor(core, plain, recorder) {
		this.core = core;
		this.plain = plain;
		this.recorder = recorder;
	}

	get settled() {
		return this.plain.settled;
	}

	set settled(count) {
		this.plain.settled = count;
		this.recorder.settles(this.core, this.plain);
	}

	get mark() {
		this.recorder.source = this.recorder.known.get(this.core) ?? null;
		return this.plain.mark;
	}

	get kind() {
		return this.plain.kind;
	}

	get born() {
		return this.plain.born;
	}
}
