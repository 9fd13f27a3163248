import { answer } from "./playground-api.js";
import { show, showAll } from "./playground-values.js";
import { watch } from "./playground-watch.js";

// Runs in the sandboxed frame: takes the code, and tells the page about its console, errors and deferreds. The page
// links this module and its imports as blobs, since nothing of the site can be loaded from the frame's opaque origin.

/** How long a loop may run without a pause, in ms. */
const PATIENCE = 2000;

/** How many lines of the console, and events, one run tells. */
const MOST = 2000;

// Read before the code runs, which may replace them.
const { setTimeout, performance, URL, Blob } = window;

/**
 * @param {MessagePort} port
 * @param {{script: string, devtools?: string, wasm: ArrayBuffer, theme: Theme}} kit
 *
 * @typedef {{scheme: string, colours: Record<string, string>}} Theme
 */
export async function start(port, kit) {
	const tell = teller(port);
	wear(kit.theme);
	port.onmessage = ({ data }) => {
		if (data.type === "run") run(data.code, tell);
		if (data.type === "theme") wear(data.theme);
	};
	window.fetch = answer;
	try {
		await load(kit);
	} catch (error) {
		tell({ type: "failed", text: show(error) });
		return;
	}
	await watch(/** @type {any} */ (window).godeferred, (event) => tell(readable(event)));
	tell({ type: "ready" });
}

/** Loads godeferred from its text, and starts its runtime from its bytes. @param {any} kit */
async function load({ script, devtools, wasm }) {
	let text = script;
	if (devtools) text = text.replace(/import\((["'`])\.\/devtools\.mjs\1\)/, `import("${blobOf(devtools)}")`);
	const element = document.createElement("script");
	element.src = blobOf(text);
	element.dataset.manual = "";
	element.dataset.global = "$";
	await new Promise((resolve, reject) => {
		element.onload = resolve;
		element.onerror = () => reject(new Error("godeferred.js does not load"));
		document.head.append(element);
	});
	await /** @type {any} */ (window).godeferred.load({ wasm });
}

const blobOf = (/** @type {string} */ text) =>
	URL.createObjectURL(new Blob([text], { type: "text/javascript" }));

/** Messages in batches, each in a task of its own: a program that makes many deferreds must not wait for them. */
function teller(/** @type {MessagePort} */ port) {
	/** @type {any[]} */
	let batch = [];
	let told = 0;
	return (/** @type {any} */ message) => {
		told++;
		if (told === MOST)
			message = { type: "console", level: "warn", text: "More than this page shows. The code runs on." };
		if (told > MOST && message.type !== "ran") return;
		if (batch.push(message) > 1) return;
		setTimeout(() => {
			port.postMessage(batch);
			batch = [];
		}, 0);
	};
}

/** The address of the code that runs. @type {string} */
let address;

/** The line of the code in a stack, the innermost. @param {unknown} stack */
function lineIn(stack) {
	if (typeof stack !== "string" || !address) return undefined;
	const at = stack.indexOf(address);
	return at < 0 ? undefined : Number(/^:(\d+)/.exec(stack.slice(at + address.length))?.[1]) || undefined;
}

/** What is known of an event of a deferred, as plain data. @param {any} event */
function readable({ stack, ...event }) {
	if ("value" in event) event.value = show(event.value);
	return { type: "event", event: { ...event, line: lineIn(stack) } };
}

/** @param {string} code @param {(message: any) => void} tell */
function run(code, tell) {
	const levels = {
		log: "log",
		info: "log",
		debug: "log",
		table: "log",
		dir: "log",
		trace: "log",
		warn: "warn",
		error: "error",
	};
	for (const [name, level] of Object.entries(levels)) {
		/** @type {any} */ (console)[name] = (/** @type {unknown[]} */ ...values) =>
			tell({ type: "console", level, text: showAll(values), line: lineIn(new Error().stack) });
	}
	console.assert = (/** @type {unknown} */ holds, /** @type {unknown[]} */ ...values) => {
		if (!holds) console.error("Assertion failed:", ...values);
	};
	const problem = (/** @type {string} */ text, /** @type {number | undefined} */ line) =>
		tell({ type: "console", level: "error", uncaught: true, text, line });
	addEventListener("error", (event) => {
		event.preventDefault();
		const line = event.filename === address ? event.lineno : lineIn(event.error?.stack);
		problem(`Uncaught ${event.error === undefined ? event.message : show(event.error)}`, line);
	});
	addEventListener("unhandledrejection", (event) => {
		event.preventDefault();
		problem(`Unhandled rejection: ${show(event.reason)}`, lineIn(event.reason?.stack));
	});
	guard();
	const linked = code.replace(
		/(\bfrom\s*|\bimport\s*)(["'])godeferred\2/g,
		(_, from) => `${from}"${moduleOf()}"`,
	);
	address = blobOf(linked);
	const element = document.createElement("script");
	element.type = "module"; // so that the code can await
	element.src = address;
	element.onload = element.onerror = () => tell({ type: "ran" });
	tell({ type: "started", at: performance.now() });
	document.head.append(element);
}

/** A module with the members of the global, for code that imports them. */
function moduleOf() {
	const names = Object.keys(/** @type {any} */ (window).godeferred).filter((name) =>
		/^[a-z_]\w*$/i.test(name),
	);
	// Not `export const`: one of them is called delete.
	const members = names.map((name, i) => `const _${i} = godeferred.${name};\nexport { _${i} as ${name} };`);
	return blobOf(`export default godeferred;\n${members.join("\n")}`);
}

/** What guarded loops call at each turn (playground-loops.js). It throws where a loop has not paused for too long. */
function guard() {
	let turns = 0;
	/** When the task began, as far as loops know. @type {number | undefined} */
	let began;
	/** @type {any} */ (window).playgroundTurn = (/** @type {number} */ line) => {
		if (++turns % 500 !== 1) return;
		const time = performance.now();
		if (began === undefined) {
			began = time;
			setTimeout(() => {
				began = undefined;
				turns = 0;
			}, 0);
		} else if (time - began > PATIENCE) {
			throw new Error(
				`the loop in line ${line} ran for ${PATIENCE / 1000} s without a pause, so it was stopped`,
			);
		}
	};
}

/** Takes the colours of the page. @param {Theme} theme */
function wear({ scheme, colours }) {
	const { style } = document.documentElement;
	style.colorScheme = scheme;
	for (const [name, value] of Object.entries(colours)) style.setProperty(name, value);
}
