import { freeCallback } from "./nonce.js";

/**
 * Sets the global function that JSONP calls, and its cleanup.
 *
 * @param {import("./exchange.js").Exchange} x
 * @param {Record<string, any>} options the caller's, which may serve more requests
 */
export function expectCallback(x, options) {
	const { s } = x;
	const scope = /** @type {any} */ (globalThis);
	const name = /** @type {string} */ (s.jsonpCallback);
	const before = scope[name];
	/** @type {any[] | undefined} */
	let called;
	scope[name] = (/** @type {any[]} */ ...args) => {
		called = args;
	};
	s.converters["script json"] = () => {
		if (!called) throw new Error(`${name} was not called`);
		return called[0];
	};
	x.cleanUp = () => {
		if (before === undefined) delete scope[name];
		else scope[name] = before;
		if (s[name]) {
			s.jsonpCallback = options.jsonpCallback;
			// A script that has not called it may still do so: it must not answer another request.
			if (called) freeCallback(name);
		}
		if (called && typeof before === "function") before(called[0]);
		called = undefined;
	};
}
