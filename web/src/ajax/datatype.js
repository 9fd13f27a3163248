// The first type of a request's data decides much before the rules are asked. They find the same: a test of
// ajax/internal/rules compares the two.

/** All types; "*" if there is none. @param {string | undefined} dataType @returns {string[]} */
export const typesOf = (dataType) => (dataType || "*").toLowerCase().match(/[^ \t\r\n\f]+/g) ?? [""];

/**
 * The contents setting of jQuery, for pages that read it. As long as they are there, the rules decide, by the same
 * words.
 *
 * @type {Record<string, RegExp>}
 */
export const patterns = { xml: /\bxml\b/i, html: /\bhtml/i, json: /\bjson\b/i };

/** Whether the answer will be run as a script. @param {string} first */
export const isScript = (first) => first === "jsonp" || first === "script";

/**
 * Whether data that are text belong into the URL. A script's may: only the rules know its method.
 *
 * @param {string} first
 * @param {string} method
 */
export const inURL = (first, method) => isScript(first) || /^(?:get|head)$/i.test(method);
