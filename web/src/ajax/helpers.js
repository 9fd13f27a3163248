import { documentReady } from "../ready.js";
import { cacheOf } from "./cache.js";
import { getScript } from "./shorthand.js";

// Built on createCache: each is done once per URL or delay, however often it is asked for.

/** `godeferred.cachedGetScript(url, callback)` */
export const cachedGetScript = cacheOf("ajax", (defer, url) => {
	getScript(url).then(defer.resolve, defer.reject);
});

/** `godeferred.loadImage(url, callback)`: resolves with url and the image once that can be drawn. */
export const loadImage = cacheOf("image", (defer, url) => {
	const image = new Image();
	const settle = (/** @type {(...args: any[]) => void} */ how, /** @type {any[]} */ ...args) => {
		image.onload = image.onerror = null;
		how(...args);
	};
	image.onerror = () => settle(defer.reject, new Error(`the image ${url} could not be loaded`), image);
	image.onload = () => {
		// It can be drawn even where decode, which only spares the first drawing a wait, refuses.
		const done = () => settle(defer.resolve, url, image);
		image.decode().then(done, done);
	};
	image.src = url;
});

/** `godeferred.afterDOMReady(delay, callback)`: resolves delay ms after the document is there. */
export const afterDOMReady = cacheOf("timer", (defer, delay) => {
	documentReady().then(() => setTimeout(defer.resolve, delay));
});
