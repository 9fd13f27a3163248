// Requests, scripts and images, and the functions about them.

import { times, turn } from "./surroundings.js";

const nop = () => {};
/** A browser's request, script or image takes longer than all that godeferred does for it. */
const FEW = 300;

/** How many were loaded: each has an address of its own. */
let images = 0;

/** @param {any} godeferred @returns {Record<string, import("./growth.js").Work>} */
export function requestRows(godeferred) {
	/** @type {Record<string, import("./growth.js").Work>} */
	const rows = {
		"ajax: waiters of one request": async (n) => {
			const request = godeferred.ajax("/answer");
			for (let i = 0; i < n; i++) request.done(nop);
			await request;
		},
		"ajaxSetup: calls": (n) => {
			for (let i = 0; i < n; i++) godeferred.ajaxSetup({ global: true });
		},
		"param: fields": (n) => {
			godeferred.param(Object.fromEntries(times(n, (i) => [`field${i}`, i])));
		},
		"param: a list": (n) => {
			godeferred.param({ list: times(n, (i) => i) });
		},
		"parseXML: documents": {
			top: 10_000,
			why: "the browser's parser",
			run: (n) => {
				for (let i = 0; i < n; i++) godeferred.parseXML("<a/>");
			},
		},
		"afterDOMReady: calls": async (n) => {
			for (let i = 0; i < n; i++) godeferred.afterDOMReady(0, nop);
			await godeferred.afterDOMReady(0);
		},
		"getScript: files": {
			top: FEW,
			why: "the browser's scripts",
			run: (n) => Promise.all(times(n, (i) => godeferred.getScript(`/script?${i}`))),
		},
		"cachedGetScript: calls of one": async (n) => {
			for (let i = 0; i < n; i++) godeferred.cachedGetScript("/script", nop);
			await godeferred.cachedGetScript("/script");
		},
		"loadImage: calls of one": async (n) => {
			for (let i = 0; i < n; i++) godeferred.loadImage("/image.svg", nop);
			await godeferred.loadImage("/image.svg");
		},
		"loadImage: images": {
			top: 100,
			why: "the browser's images",
			run: (n) => Promise.all(times(n, () => godeferred.loadImage(`/image.svg?${++images}`))),
		},
	};
	for (const name of ["ajax", "get", "post", "put", "patch", "delete", "getJSON"]) {
		rows[`${name}: in flight`] = {
			top: 1000,
			why: "the browser's answers",
			run: (n) => Promise.all(times(n, (i) => godeferred[name](`/answer?${i}`))),
		};
	}
	rows["ajax: aborted"] = {
		top: 1000,
		why: "the browser's answers",
		run: async (n) => {
			const list = times(n, (i) => godeferred.ajax(`/answer?${i}`).fail(nop));
			while (list.length > 0) list.pop().abort();
			await turn();
		},
	};
	// Each stays for good: the first page that measures it is the last.
	for (const name of ["ajaxPrefilter", "ajaxTransport"]) {
		rows[`${name}: calls`] = (n) => {
			for (let i = 0; i < n; i++) godeferred[name]("never", nop);
		};
	}
	return rows;
}
