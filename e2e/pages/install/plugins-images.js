// imagesLoaded makes a deferred of its own for each call, with progress.

const { jQuery: $ } = /** @type {any} */ (window);

/** @typedef {(...what: any[]) => void} Write */

const picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const broken = "data:image/gif;base64,AAAA";

/**
 * @param {Write} log
 * @param {string[]} addresses
 */
async function load(log, addresses) {
	const element = $("<div>").appendTo(document.body);
	for (const src of addresses) $("<img>", { src }).appendTo(element);
	const promise = element.imagesLoaded();
	log(promise.state());
	promise
		.progress((/** @type {any} */ _, /** @type {any} */ image) => log("progress", image.isLoaded))
		.done((/** @type {any} */ of) => log("done", of.images.length))
		.fail((/** @type {any} */ of) => log("fail", of.images.length))
		.always((/** @type {any} */ of) => log("always", of.isComplete));
	const joined = $.when(promise, "a value").then(
		() => log("joined"),
		() => log("the join failed"),
	);
	await joined;
	log(promise.state());
	element.remove();
}

/** @type {Record<string, (log: Write) => Promise<void>>} */
export const images = {
	"an image": (log) => load(log, [picture]),
	"a broken image": (log) => load(log, [broken]),
	"no images": (log) => load(log, []),
	"several images": (log) => load(log, [picture, picture, picture]),
};
