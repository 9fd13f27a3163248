/** The name of the worker of a page's program, by which the script knows what it is started for. */
export const WORKER = "godeferred.go";

/** What the language asks any object for. `go` is no thenable, and no function of it is called to show it. */
export const notExported = /^(?:then|toJSON|toString|valueOf|constructor)$/;
