import { bare } from "../lib/own.js";

/** A promise of the document being parsed; at once where there is none. */
export function documentReady() {
	return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
		if (typeof document === "undefined" || document.readyState !== "loading") resolve();
		else document.addEventListener("DOMContentLoaded", resolve, bare({ once: true }));
	});
}
