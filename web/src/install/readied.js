/**
 * A `jQuery.ready.then` that returns a godeferred promise. jQuery's own ready list, made when jQuery was
 * loaded, still decides when, so the order of all ready handlers stays.
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
