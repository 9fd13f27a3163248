// An overflow inside Go unwinds its frames and leaves the instance in an inconsistent state. So the page's
// calls first make sure that enough of the stack is left.

/** Frames of probe that leave enough stack for Go to answer, and to start: 60 and 240 kB, or more. */
const ROOM = 400;
const ROOM_TO_START = 1600;

/**
 * Uses some of the stack. The extra arguments make its frames as large as Go's. One call with many
 * arguments does not work as a probe: Firefox keeps them outside the stack.
 *
 * @param {number} frames
 * @returns {number}
 */
function probe(frames, a = 0, b = 0, c = 0, d = 0) {
	return frames === 0 ? a + b : probe(frames - 1, b, c, d, a) + 1;
}

/** Whether the next check is left out, since one was made a few frames above. */
let isChecked = false;

/** Throws the engine's own error if little of the stack is left. */
export function checkStack() {
	const skip = isChecked;
	isChecked = false;
	if (!skip) probe(ROOM);
}

/** Leaves out the next check, which would take 3 µs of a call's 25, or does not after all. @param {boolean} is */
export const setChecked = (is) => {
	isChecked = is;
};

/** The same for a new instance. */
export const checkStackToStart = () => probe(ROOM_TO_START);
