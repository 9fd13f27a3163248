import { documentReady } from "../dom/ready.js";
import { later } from "../combine/timer.js";
import { cacheOf } from "./cache.js";
import { addressOf } from "./shorthand.js";

// Built on createCache: each runs once per URL or delay, however often it is called.

/** `godeferred.loadImage(url, callback)`: resolves with url and image once the image can be drawn. */
export const loadImage = cacheOf("loadImage", "image", image, {}, addressOf);

/**
 * @param {any} defer
 * @param {string} url
 */
function image(defer, url) {
	const img = new Image();
	const settle = (/** @type {(...args: any[]) => void} */ how, /** @type {any[]} */ ...args) => {
		img.onload = img.onerror = null;
		how(...args);
	};
	img.onerror = () => settle(defer.reject, new Error(`the image ${url} could not be loaded`), img);
	img.onload = () => {
		// Decode only saves the first drawing a wait: the image can be drawn even if decode rejects.
		const done = () => settle(defer.resolve, url, img);
		img.decode().then(done, done);
	};
	img.src = url;
}

// When the document became ready: this script may have been loaded long after.
const readyAt = documentReady().then(() => {
	const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (
		performance.getEntriesByType?.("navigation") ?? []
	);
	return navigation?.domContentLoadedEventStart || performance.now();
});

/**
 * `godeferred.afterDOMReady(delay, callback)`: resolves delay ms after the document was ready; in a
 * microtask where that time has passed.
 */
export const afterDOMReady = cacheOf(
	"afterDOMReady",
	"timer",
	(defer, delay) => {
		readyAt.then((at) => {
			const left = delay - (performance.now() - at);
			if (left > 0) later(defer.resolve, left);
			else defer.resolve();
		});
	},
	{},
	(_, delay) => Number(delay) || 0, // delay may be an attribute's text, or missing
);
