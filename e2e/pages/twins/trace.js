// What both faces tell of events, as plain objects, becomes the lines of a trace here, and nowhere else.

/**
 * @typedef {object} Problem an error
 * @property {string} name
 * @property {string} message
 *
 * @typedef {{ id: string, what: string, error?: Problem, [field: string]: any }} Told
 */

// What the faces say in words of their own, and mean alike. Each entry has the words of the page and those of Go.
/** @type {[means: string, page: RegExp, go: RegExp][]} */
const alike = [
	["TimeoutError", /^TimeoutError: Nothing came within \d+ ms$/, /^TimeoutError: it took too long$/],
	["AbortError: aborted", /^AbortError: .*aborted.*$/, /^AbortError: (aborted|context canceled)$/],
	[
		"AbortError: stopped",
		/^AbortError: The animation was stopped$/,
		/^AbortError: the animation was stopped$/,
	],
	[
		"nothing resolved",
		/^AggregateError: /,
		/^Error: (all promises are rejected|there is no promise to resolve)/,
	],
];

// The Go face takes one listener and one event, the page's function many of both.
/** @type {[page: string, go: string][]} */
const phrases = [
	[
		"an element, the document, the window, a list of those or a selector",
		"an element, the document or the window",
	],
	["events must be names of events", "event must be the name of an event"],
];

/** @param {Problem} error */
function problem({ name, message }) {
	// The page's errors name the function, of which the Go face has another.
	let text = `${name}: ${message.replace(/^godeferred\.\w+: /, "")}`;
	for (const [page, go] of phrases) text = text.replace(page, go);
	for (const [means, ...faces] of alike) if (faces.some((words) => words.test(text))) return means;
	return text;
}

/** @param {any} value */
function plain(value) {
	if (Array.isArray(value)) return value.map(plain);
	if (value === null || typeof value !== "object") return value;
	/** @type {Record<string, any>} */
	const out = {};
	for (const name of Object.keys(value).sort()) {
		if (value[name] === undefined || value[name] === null) continue; // Go has no undefined
		out[name] = name === "error" ? problem(value[name]) : plain(value[name]);
	}
	return out;
}

/** @param {Told} told @param {(text: string) => string} clean takes out what differs from run to run */
export function line({ id, what, ...fields }, clean) {
	const rest = JSON.stringify(plain(fields));
	return clean(`${id}: ${what}${rest === "{}" ? "" : ` ${rest}`}`);
}

/** The trace of a thrown value, usually an error. @param {any} error @returns {Problem} */
export function problemOf(error) {
	if (error === null || typeof error !== "object") return { name: "Error", message: String(error) };
	return { name: String(error.name), message: String(error.message) };
}
