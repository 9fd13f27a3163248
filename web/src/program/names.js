/** The name of the worker of a page's program, by which the script knows what it is started for. */
export const WORKER = "godeferred.go";

/** What the language asks any object for. `go` is no thenable, and no function of it is called to show it. */
export const notExported = /^(?:then|toJSON|toString|valueOf|constructor)$/;

/**
 * What objects have, and what jQuery asks any for. An instance that Go is still making has no such method: it has each
 * other that somebody asks for.
 */
export const notMethod =
	/^(?:then|toJSON|toString|valueOf|constructor|promise|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|__.*__)$/;
