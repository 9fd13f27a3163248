// How a promise goes on. Go sends 4 times its number, plus this: see internal/page/link_js.go.

export const RESOLVED = 0;
export const REJECTED = 1;
export const NOTIFIED = 2;
/** Resolved, with a value that is written as JSON: its address in Go's memory and its length follow. */
export const WRITTEN = 3;
