// The page may bring a clock of its own to its tests.
const { setTimeout } = globalThis;

/** ms that a browser may need to say that it was the policy that refused. */
const PATIENCE = 500;

/** Listens for the policy's refusals while the wasm is fetched. */
export function watchPolicy() {
	let refused = "";
	let told = () => {};
	const listen = (/** @type {any} */ event) => {
		if (event.effectiveDirective !== "connect-src") return; // something else of the page's
		refused = event.effectiveDirective;
		told();
	};
	// A document's come up to the window; a worker's are its own.
	const scope = /** @type {any} */ (globalThis);
	scope.addEventListener?.("securitypolicyviolation", listen);
	return {
		/** The directive that refused, if one did: the event comes after the rejection, in Firefox tasks later. */
		directive: async () => {
			if (refused) return refused;
			await new Promise((/** @type {(value?: any) => void} */ resolve) => {
				told = resolve;
				setTimeout(resolve, PATIENCE);
			});
			return refused;
		},
		stop: () => scope.removeEventListener?.("securitypolicyviolation", listen),
	};
}
