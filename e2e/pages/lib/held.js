// The wasm at /held.wasm comes when the page asks for it, and no sooner: see held in firstline_test.go.

/** Lets the wasm come. */
export const release = () => fetch("/release");

/** A request of ours to a path of the server's that counts who asks. @param {string} name */
export const counted = async (name) => Number(await (await fetch(`/asked?${name}`)).text());
