import { bare } from "../lib/own.js";

/** Resolves once the document is parsed; at once where there is no document. */
export function documentReady() {
	return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
		if (typeof document === "undefined" || document.readyState !== "loading") resolve();
		else document.addEventListener("DOMContentLoaded", resolve, bare({ once: true }));
	});
}
