import { FOLLOW, PASS, Reaction } from "./core.js";
import { listened } from "./progress.js";
import { attach } from "./react.js";

/** @typedef {import("./core.js").Core} Core */

/**
 * Has child end as another deferred of ours does (Promises/A+ 2.3.2): its reaction moves there.
 *
 * @param {Core} child
 * @param {Core} source
 */
export function follow(child, source) {
	// Where no other follows child no ring can close, and a long row need not be walked.
	if (source === child || (isFollowed(child) && waitsFor(source, child))) {
		throw new TypeError("A promise cannot be resolved with itself"); // 2.3.1
	}
	const reaction = child.reaction ?? new Reaction(child);
	child.reaction = reaction;
	if (reaction.kind !== PASS) reaction.kind = FOLLOW;
	reaction.drop();
	attach(source, reaction);
	listened(); // those of child, if there are any
}

/** @param {Core} core */
function isFollowed(core) {
	for (let reaction = core.first; reaction !== null; reaction = reaction.next) {
		if (reaction.waits()) return true;
	}
	return false;
}

/**
 * Whether core is other, or will end as other does. Without this, a ring of promises that follow
 * each other passes its progress round for ever (jQuery, too, but at a timer's pace).
 *
 * @param {Core | null} core
 * @param {Core} other
 */
function waitsFor(core, other) {
	while (core !== null && core !== other) {
		const reaction = core.reaction;
		if (!reaction?.waits()) return false;
		core = reaction.source;
	}
	return core === other;
}
