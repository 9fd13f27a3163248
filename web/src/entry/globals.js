/** @type {{name: string, had: boolean, before: unknown}[]} */
const taken = [];

/**
 * Sets a global and remembers its former value.
 *
 * @param {string} name
 * @param {unknown} value
 */
export function setGlobal(name, value) {
	const scope = /** @type {any} */ (globalThis);
	taken.push({ name, had: name in scope, before: scope[name] });
	scope[name] = value;
}

/**
 * Restores the former values of those globals that still hold value.
 *
 * @param {unknown} value
 * @param {(name: string) => boolean} which
 */
export function restoreGlobals(value, which) {
	const scope = /** @type {any} */ (globalThis);
	for (const { name, had, before } of taken) {
		if (!which(name) || scope[name] !== value) continue;
		if (had) scope[name] = before;
		else delete scope[name];
	}
}
