import { setTimeout } from "../lib/clock.js";
import { GodeferredError, report, wrongArgument } from "../lib/errors.js";
import { bare, own } from "../lib/own.js";
import { failure } from "../runtime/failure.js";
import { build } from "../runtime/load.js";
import { ENDED, EXPORT, Peer, REPORT, UP } from "./peer.js";

// The page's half of a Go program that runs in a worker. The worker's script is godeferred's own, at its own address:
// no blob: and no data: URL, which strict policies forbid.

/** The name of such a worker, by which the script knows what it is started for. */
export const WORKER = "godeferred.go";

/** ms until a worker that says nothing counts as lost, unless load says how many. */
const TIMEOUT = 30_000;

/** Where this script is. @type {string | undefined} */
let script;

/** @type {WorkerType} */
let type;

/** What load uses unless it is told. @type {boolean | URL} */
let byDefault;

/** @param {string | undefined} url @param {WorkerType} kind @param {boolean | URL} worker */
export function scriptAt(url, kind, worker) {
	script = url;
	type = kind;
	byDefault = worker;
}

/** Ends the worker that runs, if one does. */
let stop = () => {};

/** Ends the page's Go program, if it runs in a worker: at once, whatever it is doing. */
export const terminate = () => stop();

/**
 * What starts a program in a worker, if the options of load or the script's attribute ask for one.
 *
 * @param {any} options
 * @param {Pick<import("../runtime/load.js").Hooks, "newProgram" | "ended">} hooks
 * @param {(kind: "createScriptURL", url: string) => any} trusted
 * @returns {import("../runtime/load.js").Elsewhere | undefined}
 */
export function workerOf(options, hooks, trusted) {
	const worker = own(options, "worker") ?? byDefault;
	if (worker === false) return undefined;
	const isAddress = typeof worker === "string" || Object.prototype.toString.call(worker) === "[object URL]";
	if (worker !== true && !isAddress)
		throw wrongArgument("load", "worker", "true, false or the address of godeferred's script", worker);
	if (typeof Worker !== "function")
		throw new GodeferredError("unsupported", "this platform has no workers: load the program without worker");
	const url = isAddress ? String(worker) : script;
	if (url === undefined)
		throw wrongArgument("load", "worker", "an address: the script does not know its own", worker);
	const kind = isAddress ? (/\.mjs(?:$|[?#])/.test(url) ? "module" : "classic") : type;
	const ms = Math.min(own(options, "timeout") ?? TIMEOUT, 2 ** 31 - 1);

	return (module, what) =>
		new Promise((resolve, reject) => {
			const program = hooks.newProgram(() => resolve(program));
			/** @type {Worker} */
			let made;
			const timer = setTimeout(
				() => over(failure("timeout", `the worker ${url} did not answer for ${ms} ms`)),
				ms,
			);
			let isOver = false;
			/** The worker is no more. @param {any} error @param {number} [code] of the program, if it had started */
			const over = (error, code) => {
				if (isOver) return;
				isOver = true;
				clearTimeout(timer);
				made?.terminate();
				reject(error);
				hooks.ended(program, code ?? 0, error);
			};
			/** @param {unknown} cause */
			const refused = (cause) => {
				const why = "it must be of the page's origin, and worker-src must allow it";
				over(new GodeferredError("policy", `the worker ${url} could not start: ${why}`, cause));
			};
			try {
				made = new Worker(trusted("createScriptURL", url), bare({ name: WORKER, type: kind }));
			} catch (error) {
				refused(error);
				return;
			}
			made.addEventListener("error", ({ message }) => refused(message));
			/** What the program exports: a stand-in that is not held is freed. @type {any[]} */
			const held = [];
			new Peer(program, made, (what, values) => {
				clearTimeout(timer);
				if (what === EXPORT) {
					held.push(values[1]);
					program.bridge.export(values[0], values[1]);
				} else if (what === UP) program.bridge.up();
				else if (what === ENDED) over(values[0], values[1]);
				else if (what === REPORT) report(values[0]);
			});
			stop = () => over(failure("ended", `${what} was terminated`), 0);
			made.postMessage([build, module, what]);
		});
}
