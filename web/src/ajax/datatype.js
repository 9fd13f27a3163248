// The first type of a request's data decides much before the rules are asked. They find the same: a test of
// ajax/internal/rules compares the two.

/** Its name; "*" if there is none. @param {string | undefined} dataType */
export function firstType(dataType) {
	return dataType ? (/[^ \t\r\n\f]+/.exec(dataType)?.[0] ?? "").toLowerCase() : "*";
}

/** Whether the answer will be run as a script. @param {string} first */
export const isScript = (first) => first === "jsonp" || first === "script";

/**
 * Whether data that are text belong into the URL. A script's may: only the rules know its method.
 *
 * @param {string} first
 * @param {string} method
 */
export const inURL = (first, method) => isScript(first) || /^(?:get|head)$/i.test(method);
