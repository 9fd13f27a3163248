import { onListen } from "../deferred/progress.js";

/** @typedef {import("./flight.js").Flight} Flight */

// The browser runs the frames. These are for what it cannot do: telling how far an animation is, and
// moving what is no style. They are asked for only while there is something of this: each costs the
// page a whole frame, style and layout included, where the compositor alone would have made it. (A fade
// of 500 elements took six times the main thread's work with one asked for each time.)

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

// Whether it is one of these that somebody begins to listen to shows in the frame.
onListen(next);

function next() {
	if (asked || flights.size === 0) return;
	requestAnimationFrame(frame);
	asked = true; // not before: where the stack is full, the call throws
}

function frame() {
	asked = false;
	let needed = false;
	for (const flight of flights) {
		for (const together of flight.calls) {
			if (!together.listens()) continue;
			needed = true;
			together.tell();
		}
		if (!flight.busy) continue;
		for (const run of flight.runs) {
			if (run.isOver) continue; // it was stopped, and is nowhere any more
			needed = true;
			const { options } = run;
			if (run.moves) move(run);
			if (!options.progress) continue;
			const fraction = run.fraction();
			run.tell(options.progress, fraction, options.duration * (1 - fraction));
		}
	}
	if (needed) next();
}

/** @param {import("./run.js").Run} run */
function move(run) {
	const fraction = run.fraction();
	for (const tween of run.tweens) if (tween.own) run.write(tween, run.at(tween, fraction));
}
