import { parseXML } from "./xml.js";
import { nextCallback } from "./nonce.js";
import { bare, define, own, ownAll, root } from "../lib/own.js";
import { isPlain } from "../lib/plain.js";
import { patterns } from "./datatype.js";
import { runScript } from "../dom/trusted.js";
import { makeXHR } from "./xhr.js";

/**
 * A request's settings with the defaults, as beforeSend sees them.
 *
 * @typedef {Record<string, any>} Settings
 */

/** The settings of every request that does not set its own. @type {Settings} */
export const defaults = {
	type: "GET",
	xhr: makeXHR,
	isLocal: /^(?:about|app|app-storage|.+-extension|file|res|widget):$/.test(globalThis.location?.protocol),
	global: true,
	processData: true,
	async: true,
	contentType: "application/x-www-form-urlencoded; charset=UTF-8",
	jsonp: "callback",
	jsonpCallback: nextCallback,
	accepts: {
		"*": "*/*",
		text: "text/plain",
		html: "text/html",
		xml: "application/xml, text/xml",
		json: "application/json, text/javascript",
		script: "text/javascript, application/javascript, application/ecmascript, application/x-ecmascript",
	},
	contents: { ...patterns },
	responseFields: { xml: "responseXML", text: "responseText", json: "responseJSON" },
	// The order counts where a conversion goes through another type.
	converters: {
		"* text": String,
		"text html": true,
		"text json": JSON.parse,
		"text xml": parseXML,
		"text script": runScript,
	},
	// These are assigned, never copied deep.
	flatOptions: { url: true, context: true },
};

// Settings that are objects with defaults. Each request gets its own copy.
const nested = ["accepts", "contents", "responseFields", "converters"];

// Pages call these methods on settings, as on any object.
for (const name of "constructor hasOwnProperty isPrototypeOf toString valueOf".split(" ")) {
	// Writable, or settings could not have own properties of these names.
	define(root, name, { value: /** @type {any} */ (Object.prototype)[name], writable: true });
}

/**
 * The defaults with the options over them.
 *
 * @param {Settings} defaults
 * @param {Record<string, any>} options
 * @returns {Settings}
 */
export function settingsOf(defaults, options) {
	const settings = bare(defaults);
	for (const name of nested) settings[name] = bare(settings[name]);
	for (const name of Object.keys(defaults)) {
		// Defaults set by ajaxSetup may be nested, such as headers: a request must not write to them.
		if (isPlain(defaults[name]) && !nested.includes(name) && !own(defaults.flatOptions, name)) {
			settings[name] = merge({}, defaults[name]);
		}
	}
	return extend(settings, options, defaults);
}

/**
 * Makes `godeferred.ajaxSetup(settings)`, which changes the defaults and returns them. `ajaxSetup(target, settings)`
 * copies defaults and settings to target instead.
 *
 * @param {import("./members.js").Host} host
 */
export const ajaxSetupOf = (host) => (/** @type {any} */ target, /** @type {any} */ settings) => {
	const { ajaxSettings } = host;
	if (!settings) return extend(ajaxSettings, ownAll(target), ajaxSettings);
	return extend(extend(target, ajaxSettings, ajaxSettings), ownAll(settings), ajaxSettings);
};

/**
 * @param {any} target
 * @param {any} from a result of ownAll, or the defaults
 * @param {Settings} defaults
 */
function extend(target, from, { flatOptions }) {
	for (const name of Object.keys(from)) {
		const value = from[name];
		if (value === undefined || name === "__proto__") continue;
		if (own(flatOptions, name)) target[name] = value;
		else set(target, name, value);
	}
	return target;
}

/**
 * @param {any} target
 * @param {any} from
 */
function merge(target, from) {
	// Only own properties count: a page may have extended Object.prototype.
	for (const name of Object.keys(from)) {
		// Parsed JSON may have it as an own property: it would pollute every object.
		if (name !== "__proto__" && from[name] !== undefined) set(target, name, from[name]);
	}
	return target;
}

/**
 * Copies plain objects and arrays into the existing value of their kind; assigns everything else.
 *
 * @param {any} target
 * @param {string} name
 * @param {any} value
 */
function set(target, name, value) {
	const there = Object.hasOwn(target, name) ? target[name] : undefined;
	if (value === target) return;
	if (Array.isArray(value)) target[name] = merge(Array.isArray(there) ? there : [], value);
	else if (isPlain(value)) target[name] = merge(isPlain(there) ? there : {}, value);
	else target[name] = value;
}
