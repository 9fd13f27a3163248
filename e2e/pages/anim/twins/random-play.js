// Plays a program of random-effects.js on jQuery and on godeferred, and compares what they do.

import { deepEqual, equal } from "../../lib/test.js";
import { crowd, forget } from "./random-oracle.js";
import { stepsOf } from "./random-steps.js";
import { stage } from "../../lib/stage.js";
import { animations, godeferred, nothingLeft } from "../../lib/started.js";
import { near, play } from "./play.js";

/** px: swing is a curve that is off by 0.0004 of the way, and so is what goes on from there. */
const SLACK = 0.3;

/** Throws unless both do the same. @param {import("./random-effects.js").Program} program */
function compare(program) {
	const html = program.elements.join("");
	const before = animations();
	crowd.seen = false;
	const theirs = play("jQuery", html, stepsOf(program));
	const ours = play("godeferred", html, stepsOf(program));
	if (crowd.seen) {
		const bare = (/** @type {{log: string[]}} */ { log }) => log.map((line) => line.replace(/ \|.*/, ""));
		deepEqual(bare(ours), bare(theirs), "callbacks");
	} else {
		near(ours.moments, theirs.moments, "on the way", SLACK);
		near(ours.end, theirs.end, "at the end", SLACK);
		near(ours.inline, theirs.inline, "inline styles", SLACK);
		deepEqual(ours.log, theirs.log, "callbacks");
	}
	equal(animations(), before, "animations that are pending");
	nothingLeft();
}

/** What is wrong with a program. @param {import("./random-effects.js").Program} program */
export function wrong(program) {
	try {
		compare(program);
		return "";
	} catch (error) {
		forget();
		godeferred.stop(stage.querySelectorAll("*"), true);
		return error instanceof Error ? error.message : String(error);
	}
}
