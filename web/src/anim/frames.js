/** @typedef {import("./flight.js").Flight} Flight */

// The browser runs the frames. These are for what it cannot do: telling how far an animation is, and
// moving what is no style. A frame in which there is nothing of this looks and goes.

/** @type {Set<Flight>} */
const flights = new Set();
let asked = false;

/** @param {Flight} flight */
export function watch(flight) {
	flights.add(flight);
	if (!asked) next();
}

function next() {
	asked = true;
	requestAnimationFrame(frame);
}

function frame() {
	asked = false;
	for (const flight of flights) {
		if (flight.runs.length === 0) flights.delete(flight);
		for (const together of flight.calls) if (together.listens()) together.tell();
		if (!flight.busy) continue;
		for (const run of flight.runs) {
			const { options } = run;
			if (run.moves) move(run);
			if (!options.progress) continue;
			const fraction = run.fraction();
			run.tell(options.progress, fraction, options.duration * (1 - fraction));
		}
	}
	if (flights.size > 0 && !asked) next();
}

/** @param {import("./run.js").Run} run */
function move(run) {
	const fraction = run.fraction();
	for (const tween of run.tweens) if (tween.own) run.write(tween, run.at(tween, fraction));
}
