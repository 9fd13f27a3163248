import { parseXML } from "./xml.js";
import { nextCallback } from "./nonce.js";
import { bare, define, own, ownAll, root } from "../lib/own.js";
import { isPlain } from "../lib/plain.js";
import { runScript } from "../dom/trusted.js";

/**
 * A request's settings, with the defaults: what beforeSend sees.
 *
 * @typedef {Record<string, any>} Settings
 */

/** What holds for every request that does not say otherwise. @type {Settings} */
export const defaults = {
	type: "GET",
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
	// `true` is the runtime's own rule for the type, a pattern the page's.
	contents: { xml: true, html: true, json: true },
	responseFields: { xml: "responseXML", text: "responseText", json: "responseJSON" },
	// In this order: it counts where one is looked for by way of another type.
	converters: {
		"* text": String,
		"text html": true,
		"text json": JSON.parse,
		"text xml": parseXML,
		"text script": runScript,
	},
	// These are never looked into.
	flatOptions: { url: true, context: true },
};

// Settings that are objects with defaults, of which each request gets its own.
const nested = ["accepts", "contents", "responseFields", "converters"];

// Pages call these of settings, as of any object.
for (const name of "constructor hasOwnProperty isPrototypeOf toString valueOf".split(" ")) {
	// Writable, or no settings could have such a name of their own.
	define(root, name, { value: /** @type {any} */ (Object.prototype)[name], writable: true });
}

/**
 * The defaults with the options over them.
 *
 * @param {Record<string, any>} options
 * @returns {Settings}
 */
export function settingsOf(options) {
	const settings = bare(defaults);
	for (const name of nested) settings[name] = bare(settings[name]);
	for (const name of Object.keys(defaults)) {
		// What ajaxSetup was given may be deep, such as headers: a request must not write to it.
		if (isPlain(defaults[name]) && !nested.includes(name) && !own(defaults.flatOptions, name)) {
			settings[name] = merge({}, defaults[name]);
		}
	}
	return extend(settings, options);
}

/**
 * `godeferred.ajaxSetup(settings)` changes the defaults and returns them; with a target, that gets
 * defaults and settings.
 *
 * @param {Record<string, any>} target
 * @param {Record<string, any>} [settings]
 */
export function ajaxSetup(target, settings) {
	return settings ? extend(extend(target, defaults), ownAll(settings)) : extend(defaults, ownAll(target));
}

/**
 * @param {any} target
 * @param {any} from what ownAll has made, or the defaults
 */
function extend(target, from) {
	const { flatOptions } = defaults;
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
		// What came from JSON may have it as a name of its own: it would pollute every object.
		if (name !== "__proto__" && from[name] !== undefined) set(target, name, from[name]);
	}
	return target;
}

/**
 * Plain objects and arrays are copied, into what is there of their kind; the rest is taken as it is.
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
