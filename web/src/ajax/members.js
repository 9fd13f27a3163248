import { ajaxOf } from "./ajax.js";
import { cacheOf } from "./cache.js";
import { param } from "./param.js";
import { ajaxPrefilter } from "./prefilter.js";
import { ajaxSetupOf, defaults } from "./settings.js";
import { addressOf, shorthandsOf } from "./shorthand.js";
import { ajaxTransport } from "./transport.js";

/**
 * godeferred, or a jQuery that has no requests of its own. Its functions call each other through it, as jQuery's
 * do: so a page's own function in the place of one counts.
 *
 * @typedef {Record<string, any>} Host
 */

/**
 * The members of a host for requests. The settings, prefilters and transports of all hosts are the same.
 *
 * @param {Host} host
 * @returns {Host}
 */
export function requestsOf(host) {
	const ajax = ajaxOf(host);
	return {
		/** How many requests are under way, without those with `global: false`. */
		active: 0,
		ajaxSettings: defaults,
		ajaxSetup: ajaxSetupOf(host),
		ajaxPrefilter,
		ajaxTransport,
		ajax,
		param,
		...shorthandsOf(host, ajax),
		/** `cachedGetScript(url, callback)`: once per URL, however often it is called. */
		cachedGetScript: cacheOf(
			"cachedGetScript",
			"ajax",
			(defer, url) => {
				host.getScript(url).then(defer.resolve, defer.reject);
			},
			{},
			addressOf, // two URL objects of one address are one key
		),
	};
}
