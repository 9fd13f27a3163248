/**
 * A mark on the page's timeline, for the visitor's tools.
 *
 * @param {"fetched" | "compiled" | "ready"} step
 */
export function mark(step) {
	try {
		globalThis.performance.mark(`godeferred:${step}`);
	} catch {
		// The page has none, or one of its own.
	}
}
