/**
 * Sets a mark on the page's timeline, for the developer tools.
 *
 * @param {"fetched" | "compiled" | "ready"} step
 */
export function mark(step) {
	try {
		globalThis.performance.mark(`godeferred:${step}`);
	} catch {
		// The page has removed or replaced performance.mark.
	}
}
