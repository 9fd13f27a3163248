// The names that a jQuery, or godeferred, has: read from the object itself.

/** @typedef {Record<"$" | "fn" | "$.fx" | "$.event" | "$.expr" | "$.Deferred" | "promise" | "request", Set<string>>} Names */

/** @param {any} $ @returns {Names} */
export function namesOf($) {
	return {
		$: membersOf($),
		fn: membersOf($.fn),
		"$.fx": membersOf($.fx),
		"$.event": membersOf($.event),
		"$.expr": membersOf($.expr),
		"$.Deferred": membersOf($.Deferred),
		promise: membersOf($.Deferred()),
		// A request that was cancelled: it is never sent.
		request: membersOf(cancelled($)),
	};
}

/** @param {any} $ */
function cancelled($) {
	const request = $.ajax("data:,", { beforeSend: () => false, global: false });
	request.fail(() => {});
	request.abort();
	return request;
}

/** Own names, and inherited ones up to what all objects and functions have. @param {any} object @returns {Set<string>} */
function membersOf(object) {
	const names = new Set();
	for (
		let at = object;
		at && at !== Object.prototype && at !== Function.prototype;
		at = Object.getPrototypeOf(at)
	)
		for (const name of Object.getOwnPropertyNames(at)) names.add(name);
	if (typeof object === "function")
		for (const name of ["length", "name", "prototype", "arguments", "caller"]) names.delete(name);
	names.delete("constructor");
	return names;
}
