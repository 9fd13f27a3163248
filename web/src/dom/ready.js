import { bare } from "../lib/own.js";
import { invoke, member } from "./member.js";

/** Resolves once the document is parsed; at once where there is no document. */
export function documentReady() {
	return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
		if (typeof document === "undefined" || member(document, "readyState") !== "loading") resolve();
		else invoke(document, "addEventListener", "DOMContentLoaded", resolve, bare({ once: true }));
	});
}
