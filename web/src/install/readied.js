/**
 * `jQuery.ready.then` that answers a promise of ours. jQuery's own ready list, made when it was loaded,
 * still says when, so the order among all that waits for it stays.
 *
 * @param {any} jQuery
 * @param {any} Deferred
 */
export function readyThen(jQuery, Deferred) {
	const { then } = jQuery.ready;
	return (/** @type {any[]} */ ...handlers) => {
		const ready = Deferred();
		then.call(
			jQuery.ready,
			/** @this {any} */ function (/** @type {any[]} */ ...args) {
				ready.resolveWith(this, args);
			},
		);
		return ready.then(...handlers);
	};
}
