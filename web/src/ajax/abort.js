// What a jqXHR's then, catch, finally and pipe return can abort the request, too.

const chaining = ["then", "catch", "finally", "pipe"];

/**
 * @param {any} promise
 * @param {(reason?: any) => void} abort
 */
export function keepAbort(promise, abort) {
	for (const name of chaining) {
		const method = promise[name];
		promise[name] = (/** @type {any[]} */ ...args) => {
			const next = method(...args);
			next.abort = (/** @type {any} */ reason) => {
				abort(reason);
				return next;
			};
			return keepAbort(next, abort);
		};
	}
	return promise;
}
