// godeferred.loadImage: images outside the document, lazy ones elsewhere, broken ones, and the same URL again.

import { deepEqual, equal, ok, rejects, test } from "../lib/test.js";
import { asked, colour, put, red } from "../lib/images.js";
import { godeferred, nothingLeft } from "../lib/started.js";

/** What a promise of loadImage resolves with: its URL and the image. @param {any} promise @returns {Promise<any[]>} */
const all = (promise) =>
	new Promise((resolve, reject) =>
		promise.done((/** @type {any[]} */ ...args) => resolve(args)).fail(reject),
	);

test("an image outside the document is loaded, and can be drawn at once", async () => {
	const [url, image] = await all(godeferred.loadImage("/red.png?detached"));
	deepEqual(
		[url, image.isConnected, image.complete, image.naturalWidth],
		["/red.png?detached", false, true, 7],
	);
	deepEqual(colour(image), red);
	nothingLeft();
});

test("one that is put into the document and taken out while it loads is loaded", async () => {
	// The image is the page's only when it has come; this one is the test's, of the same URL.
	const element = put(`<img src="/red.png?moved">`);
	const loading = all(godeferred.loadImage("/red.png?moved"));
	element.remove();
	const [, image] = await loading;
	ok(image !== element);
	document.body.append(image);
	deepEqual(colour(image), red);
	image.remove();
	deepEqual(colour(image), red);
});

test("a lazy image elsewhere, far from view, does not keep it unloaded", async () => {
	const far = put(`<div style="padding-top: 20000px"><img loading="lazy" src="/red.png?lazy"></div>`);
	const [, image] = await all(godeferred.loadImage("/red.png?lazy"));
	ok(image.loading !== "lazy"); // which some say as "eager", others as "auto"
	deepEqual(colour(image), red);
	// Shown in place of the lazy one, in which the browser had no reason to load anything.
	far.querySelector("img").replaceWith(image);
	deepEqual([image.complete, image.naturalWidth], [true, 7]);
	far.remove();
});

test("made lazy afterwards, it stays loaded", async () => {
	const [, image] = await all(godeferred.loadImage("/red.png?later"));
	image.loading = "lazy";
	put(`<div style="padding-top: 20000px"></div>`).append(image);
	deepEqual([image.complete, image.naturalWidth], [true, 7]);
	deepEqual(colour(image), red);
	image.parentElement.remove();
});

test("in a part of the page that does not show, images load", async () => {
	const hidden = put(`<div style="display: none"></div>`);
	const [, image] = await all(godeferred.loadImage("/red.png?hidden"));
	hidden.append(image);
	deepEqual([image.complete, colour(image)], [true, red]);
	hidden.remove();
});

for (const [what, url] of Object.entries({
	"one that is not there": "/missing.png",
	"one that is a text": "/text.png",
	"one that is cut off": "/cut.png",
	"an address that is none": "http://",
	"no address": "",
})) {
	test(`an error names the URL: ${what}`, async () => {
		const error = await rejects(godeferred.loadImage(url), Error);
		equal(error.message, `the image ${url} could not be loaded`);
		equal(godeferred.loadImage.has(url), false);
		nothingLeft();
	});
}

test("the same URL again is the same image, without a request", async () => {
	const [, first] = await all(godeferred.loadImage("/red.png?same"));
	const [, again] = await all(godeferred.loadImage("/red.png?same"));
	ok(first === again);
	equal(await asked("/red.png?same"), 1);
	godeferred.loadImage.delete("/red.png?same");
	const [, fresh] = await all(godeferred.loadImage("/red.png?same"));
	ok(fresh !== first);
	deepEqual(colour(fresh), red);
});

test("a URL that failed is asked for again, and may come", async () => {
	await rejects(godeferred.loadImage("/late.png"), /late\.png could not be loaded/);
	const [, image] = await all(godeferred.loadImage("/late.png"));
	deepEqual(colour(image), red);
	equal(await asked("/late.png"), 2);
});

test("an SVG without a size, which browsers may refuse to decode, is loaded", async () => {
	const [, image] = await all(godeferred.loadImage("/sizeless.svg"));
	ok(image.complete);
	nothingLeft();
});
