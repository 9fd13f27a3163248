// First events, and what else a page waits for, of the page face: see internal/twins/events_js.go.

import { problemOf } from "./trace.js";

/** @param {any} target */
function listener(target) {
	if (target === "window") return window;
	if (target === "document") return document;
	return typeof target === "string" ? document.querySelector(target) : target;
}

/** @param {any} event */
const eventOf = ({ type, target, detail }) => ({ type, on: target.id, detail });

/** @param {any} godeferred @param {import("./page-face.js").Around} around */
export function pageEvents(godeferred, around) {
	const { say, begun } = around;

	/** @param {string} id @param {() => any} start @param {(...args: any[]) => any} came */
	function wait(id, start, came) {
		let promise;
		try {
			promise = start();
		} catch (error) {
			return begun(id, ["refused", { error: problemOf(error) }]);
		}
		begun(
			id,
			promise.then(came, (/** @type {any} */ error) => ["failed", { error: problemOf(error) }]),
		);
	}

	/** @param {any} step */
	function signalFor({ id }) {
		const controller = new AbortController();
		around.kept[id] = controller;
		return controller.signal;
	}

	return {
		/** @param {any} step */
		first({ id, target, event }) {
			wait(
				id,
				() => godeferred.bindOnce(listener(target), event),
				(came) => ["came", eventOf(came)],
			);
		},
		/** @param {any} step */
		once({ id, target, event }) {
			const came = (/** @type {any} */ { originalEvent }) => say(id, "came", eventOf(originalEvent));
			const found = godeferred(listener(target));
			found.one(event, came);
			around.kept[id] = () => found.off(event, came);
		},
		/** @param {any} step */
		forget: ({ id }) => around.kept[id](),
		/** @param {any} step */
		visible(step) {
			const { id, target, margin, threshold } = step;
			const signal = signalFor(step);
			wait(
				id,
				() => godeferred.visible(listener(target), { rootMargin: margin, threshold, signal }),
				() => ["in view"],
			);
		},
		/** @param {any} step */
		image({ id, url }) {
			wait(
				id,
				() => godeferred.loadImage(url),
				(_, { naturalWidth: width, naturalHeight: height }) => ["loaded", { width, height }],
			);
		},
	};
}
