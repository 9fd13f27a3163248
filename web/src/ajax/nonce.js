// Numbers that make a URL or a name unique.

let last = Date.now();

export const nonce = () => last++;

/** Names of callbacks that are free again. @type {string[]} */
const free = [];

/** The name of a global function for JSONP. @this {any} the settings */
export function nextCallback() {
	const name = free.pop() ?? `godeferred_${nonce()}`;
	this[name] = true; // marks the name as generated, to be freed after the request
	return name;
}

/** @param {string} name */
export function freeCallback(name) {
	free.push(name);
}
