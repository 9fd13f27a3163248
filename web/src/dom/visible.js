import { cancelWith } from "../deferred/abort.js";
import { abortOn } from "../deferred/signal.js";
import { Core, Values } from "../deferred/core.js";
import { settle } from "../deferred/settle.js";
import { RESOLVE } from "../deferred/codes.js";
import { report } from "../lib/errors.js";
import { kinds } from "../deferred/pending.js";
import { promiseOf } from "../deferred/promise.js";
import { elements, findSome } from "./targets.js";
import { ownAll } from "../lib/own.js";
import { signalOf } from "../lib/options.js";

/**
 * `godeferred.visible(target[, {root, rootMargin, threshold, signal}])`: the promise of the first
 * element to come into view; it resolves at once if one is in view. Its value is the observer's entry,
 * its context the element.
 *
 * @param {any} target
 * @param {IntersectionObserverInit & {signal?: AbortSignal} | null} [options]
 */
export function visible(target, options) {
	const found = findSome("visible", target, elements);
	const signal = signalOf("visible", options);
	const observer = new (globalThis.IntersectionObserver ?? AllInView)((entries) => {
		const entry = entries.find((one) => one.isIntersecting);
		if (!entry) return;
		observer.disconnect();
		try {
			settle(core, RESOLVE, entry, new Values(entry.target, [entry]));
		} catch (error) {
			report(error); // the observer must not get errors of callbacks
		}
	}, ownAll(options));
	const core = new Core(kinds.indexOf("event"));
	cancelWith(core, () => {
		observer.disconnect();
	});
	for (const element of found) observer.observe(element);
	abortOn(core, signal, true);
	return promiseOf(core);
}

/** Where nothing is laid out, as in jsdom, every element is in view. */
class AllInView {
	/** @param {(entries: any[]) => void} tell */
	constructor(tell) {
		this.tell = tell;
	}

	/** @param {Element} target */
	observe(target) {
		queueMicrotask(() => this.tell([{ target, isIntersecting: true }]));
	}

	disconnect() {
		this.tell = () => {};
	}
}
