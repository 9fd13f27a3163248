import { here, originOf } from "./address.js";
import { adder } from "./transport.js";

/** The page's prefilters, by data type; null is where jQuery's own one comes. @type {Map<string, any[]>} */
const prefilters = new Map();

const add = adder("ajaxPrefilter", prefilters);
let any = false;

/**
 * `godeferred.ajaxPrefilter([dataTypes,] handler)`: calls handler(settings, the caller's settings, jqXHR) for
 * each later request, in the call of ajax, before the data are written. A string that it returns is a data type
 * to go through first.
 *
 * @param {any} types
 * @param {any} [handler]
 */
export function ajaxPrefilter(types, handler) {
	add(types, handler);
	any = true;
}

/**
 * Calls the prefilters of the data type, and then those of all types.
 *
 * @param {import("./exchange.js").Exchange} x
 * @param {any} original the settings that the caller gave
 */
export function filter(x, original) {
	const { s, jqXHR } = x;
	x.original = original;
	if (!any) return;
	s.url = s.url.replace(/^\/\//, `${here.split("/")[0]}//`); // as jQuery's prefilters expect
	s.crossDomain ??= originOf(s.url) !== here; // the rules find the same, but can be asked only once they are up
	const seen = new Set();
	const inspect = (/** @type {string} */ type) => {
		seen.add(type);
		// A copy: one that is added meanwhile is for later requests.
		for (const one of prefilters.get(type)?.slice() ?? []) {
			const to = one ? one(s, original, jqXHR) : type === "jsonp" && "script";
			if (typeof to !== "string" || seen.has(to)) continue;
			if (one) s.dataTypes.unshift(to); // for JSONP, the rules do it
			inspect(to);
			return;
		}
	};
	inspect(s.dataTypes[0]);
	if (!seen.has("*")) inspect("*");
}
