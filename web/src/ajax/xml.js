import { trusted } from "../dom/trusted.js";

/**
 * Parses text as an XML document.
 *
 * @param {any} text
 */
export function parseXML(text) {
	if (!text || typeof text !== "string") return null;
	const parsed = new DOMParser().parseFromString(trusted("createHTML", text), "text/xml");
	const problem = parsed.getElementsByTagName("parsererror")[0];
	if (problem) throw new Error(`Invalid XML: ${problem.textContent}`);
	return parsed;
}
