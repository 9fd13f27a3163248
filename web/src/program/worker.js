import { setTimeout } from "../lib/clock.js";
import { report, wrongArgument } from "../lib/errors.js";
import { bare, own } from "../lib/own.js";
import { WORKER } from "./names.js";
import { ENDED, EXPORT, REPORT, UNHANDLED, UP, connect, unreadable } from "./peer.js";

// The page's half of a Go program that runs in a worker. The worker's script is godeferred's own, at its own address:
// no blob: and no data: URL, which strict policies forbid.

/** ms until a worker that says nothing counts as lost, unless load says how many. */
const TIMEOUT = 30_000;

/**
 * What starts a program in a worker.
 *
 * @param {import("./kit.js").Kit} kit
 * @param {any} worker as load got it: true for the script's own address, or another one
 * @param {any} options of load
 * @param {Pick<import("../runtime/load.js").Hooks, "newProgram" | "ended">} hooks
 * @param {(kind: "createScriptURL", url: string) => any} trusted
 * @returns {import("../runtime/load.js").Elsewhere}
 */
export function workerOf(kit, worker, options, hooks, trusted) {
	const { GodeferredError, failure, place } = kit;
	if (kit.build !== GODEFERRED_BUILD)
		throw failure("mismatch", "worker.mjs is of another build than the script");
	const isAddress = typeof worker === "string" || Object.prototype.toString.call(worker) === "[object URL]";
	if (worker !== true && !isAddress)
		throw wrongArgument("load", "worker", "true, false or the address of godeferred's script", worker);
	if (typeof Worker !== "function")
		throw new GodeferredError("unsupported", "there are no workers here: load the program without worker");
	const url = isAddress ? String(worker) : place.url;
	if (!url) throw wrongArgument("load", "worker", "an address: the script does not know its own", worker);
	const type = isAddress ? (/\.mjs(?:$|[?#])/.test(url) ? "module" : "classic") : place.type;
	const ms = Math.min(own(options, "timeout") ?? TIMEOUT, 2 ** 31 - 1);

	return (module, what) =>
		new Promise((resolve, reject) => {
			const program = hooks.newProgram(() => resolve(program));
			program.made = [module, what, worker, options];
			/** @type {Worker | undefined} */
			let made;
			let isOver = false;
			/** The worker is no more. @param {any} error @param {number} [code] of the program, if it had started */
			const over = (error, code = 0) => {
				if (isOver) return;
				isOver = true;
				clearTimeout(timer);
				made?.terminate();
				reject(error);
				hooks.ended(program, code, error);
			};
			const timer = setTimeout(
				() => over(failure("timeout", `the worker ${url} did not answer for ${ms} ms`)),
				ms,
			);
			/** @param {unknown} cause */
			const refused = (cause) => {
				const why = "it must be of the page's origin, and worker-src must allow it";
				over(new GodeferredError("policy", `the worker ${url} could not start: ${why}`, cause));
			};
			program.stop = (error = failure("ended", `${what} was terminated`)) => over(error);
			try {
				made = new Worker(trusted("createScriptURL", url), bare({ name: WORKER, type }));
			} catch (error) {
				refused(error);
				return;
			}
			made.addEventListener("error", (event) => {
				event.preventDefault(); // load rejects
				refused(event.message);
			});
			made.addEventListener("messageerror", () => report(unreadable()));
			/** What the program exports: a stand-in that is not held is freed. @type {any[]} */
			const held = [];
			connect(kit, program, made, false, (what, values) => {
				if (isOver) return;
				clearTimeout(timer);
				const [first, second] = values;
				if (what === EXPORT) {
					held.push(second);
					program.bridge.export(first, second);
				} else if (what === UP) program.bridge.up();
				else if (what === ENDED) over(first, second);
				else if (what === REPORT) report(first);
				else if (what === UNHANDLED) Promise.reject(first); // the page gets the event, too
			});
			made.postMessage([kit.build, module, what]);
		});
}
