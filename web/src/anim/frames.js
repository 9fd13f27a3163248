import { onListen } from "../deferred/progress.js";
import { midway } from "./midway.js";
import { takeSteps } from "./steps.js";

/** @typedef {import("./flight.js").Flight} Flight */

// The browser runs the animations. Animation frames are for the two things it cannot do: report
// progress, and move properties that are not styles. They are requested only while one of these is
// needed: each costs the page a whole frame, with style and layout, where the compositor alone would
// have made it. (With a request for every frame, a fade of 500 elements took six times the main thread's
// work.)

/** @type {Set<Flight>} */
const flights = new Set();
let asked = false;

/** @param {Flight} flight */
export function watch(flight) {
	flights.add(flight);
	next();
}

/** @param {Flight} flight which is over */
export function unwatch(flight) {
	flights.delete(flight);
}

// The new listener may be for another promise: the frame checks that.
onListen(next);

function next() {
	if (asked || flights.size === 0) return;
	requestAnimationFrame(frame);
	asked = true; // only now: the call throws if the stack is full
}

function frame() {
	asked = false;
	let needed = false;
	for (const flight of flights) {
		for (const together of flight.calls) {
			if (!together.listens()) continue;
			needed = true;
			together.notify();
		}
		if (!flight.busy) continue;
		for (const run of flight.runs) {
			if (run.isOver) continue; // it was stopped, and has no position any more
			needed = true;
			const { duration, step, progress } = run.options;
			const fraction = run.fraction();
			if (fraction === 1) {
				// Its end writes the values of this frame. The browser tells of it, except of an object's.
				if (!run.isElement) flight.look();
				continue;
			}
			if (step) takeSteps(run, fraction);
			else if (run.moves)
				for (const tween of run.tweens) if (tween.own) run.write(tween, midway(tween, fraction));
			if (progress && !run.isOver) run.notify(progress, fraction, duration * (1 - fraction));
		}
	}
	if (needed) next();
}
