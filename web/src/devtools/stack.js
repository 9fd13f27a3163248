// Where a deferred was created: the lines of the stack without those of this script.

/** How many lines V8 records: the script's own come first. Other engines record more. */
const DEEP = 16;
/** How many different stacks are remembered. */
const MOST = 500;
/** How many lines are kept. */
const KEPT = 10;

/** @param {string} [stack] */
const linesOf = (stack) => (stack ?? "").split("\n").filter((line) => /[\w)]:\d+/.test(line));

/** The address of the file that a line names: "at name (address:1:2)", or "name@address:1:2". @param {string} line */
const fileOf = (line) => addressIn(/^\s*at /.test(line) ? line : line.replace(/^[^@]*@/, ""));

/** @param {string} line */
const addressIn = (line) =>
	/((?:https?|file|blob|data|node|[\w-]+):[^\s()]*?|\/[^\s()]*?)(?::\d+){1,2}\)?$/.exec(line)?.[1];

/** The script's file as it is shipped, which has nothing of the page's. */
const OURS = /(?:godeferred|core)[.\w]*\.[mc]?js$/;

/** This file, whose lines are left out. */
const here = fileOf(linesOf(new Error().stack)[0] ?? "");

/**
 * Makes a function that returns the lines where the page has called the script. The script's own address is learnt
 * from the first stack: the line below this file's is the script's.
 */
export function creations() {
	/** @type {string | undefined} */
	let script;
	/** What stacks were made to: a loop makes deferreds with the same one. @type {Map<string, string>} */
	const known = new Map();
	return () => {
		const stack = stackNow();
		let made = known.get(stack);
		if (made === undefined) {
			if (known.size === MOST) known.clear();
			made = shorten(stack);
			known.set(stack, made);
		}
		return made;
	};

	/** @param {string} stack */
	function shorten(stack) {
		const lines = linesOf(stack);
		const first = Math.max(
			0,
			lines.findIndex((line) => fileOf(line) !== here),
		);
		script ??= fileOf(lines[first] ?? "");
		const below = lines.slice(first);
		const own = below.filter((line) => fileOf(line) !== script);
		// Where a bundler has made one file of the page's code and the script, no line can be left out.
		return (own.length > 0 || OURS.test(script ?? "") ? own : below)
			.slice(0, KEPT)
			.map((line) => line.trim().replace(/^at /, ""))
			.join("\n");
	}
}

/** @returns {string} */
function stackNow() {
	const engine = /** @type {any} */ (Error);
	const { stackTraceLimit } = engine; // V8 and WebKit have it
	try {
		if (stackTraceLimit !== undefined) engine.stackTraceLimit = DEEP;
		const { stack } = new Error();
		return typeof stack === "string" ? stack : "";
	} catch {
		return ""; // a page's prepareStackTrace, or a frozen Error
	} finally {
		if (stackTraceLimit !== undefined) engine.stackTraceLimit = stackTraceLimit;
	}
}
