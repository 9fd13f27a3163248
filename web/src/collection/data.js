import { walk } from "./collection.js";
import { hasMemory, recall, remember } from "./memory.js";

/** @param {any} key */
const camel = (key) => String(key).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** @param {any} owner @returns {Record<string, any>} */
function dataOf(owner) {
	if (!hasMemory(owner)) return {};
	const memory = remember(owner);
	memory.data ??= Object.create(null);
	return /** @type {any} */ (memory.data);
}

/**
 * The value of a data-* attribute: parsed if it looks like JSON, else its text.
 *
 * @param {string} text
 */
function parsed(text) {
	if (text === String(Number(text))) return Number(text);
	if (/^(true|false|null|\{.*\}|\[.*\])$/s.test(text)) {
		try {
			return JSON.parse(text);
		} catch {}
	}
	return text;
}

/**
 * A value that was set, or else the attribute's. That is then kept: setting the attribute later
 * changes nothing (jQuery's rule).
 *
 * @param {any} owner
 * @param {string} key in camelCase
 */
function read(owner, key) {
	const known = recall(owner)?.data?.[key];
	if (known !== undefined || owner.nodeType !== 1) return known;
	const text = owner.getAttribute(`data-${key.replace(/[A-Z]/g, "-$&").toLowerCase()}`);
	return text === null ? undefined : (dataOf(owner)[key] = parsed(text));
}

/** @param {any} owner */
function readAll(owner) {
	const data = dataOf(owner);
	const memory = recall(owner);
	if (owner.nodeType === 1 && memory && !memory.complete) {
		memory.complete = true;
		for (const { name } of owner.attributes) if (name.startsWith("data-")) read(owner, camel(name.slice(5)));
	}
	return data;
}

/** Data of elements. @type {import("./collection.js").Methods} */
export const data = {
	data(key, value) {
		if (key === undefined) return this.length > 0 ? readAll(this[0]) : undefined;
		if (typeof key === "object") {
			return walk(this, (one) => {
				const all = dataOf(one);
				for (const name in key) all[camel(name)] = key[name];
			});
		}
		const name = camel(key);
		if (arguments.length < 2) return this.length > 0 ? read(this[0], name) : undefined;
		if (value === undefined) return this;
		return walk(this, (one) => {
			dataOf(one)[name] = value;
		});
	},
	removeData(keys) {
		return walk(this, (one) => {
			const memory = recall(one);
			if (!memory?.data) return;
			if (keys === undefined) memory.data = null;
			else {
				const list = Array.isArray(keys) ? keys : camel(keys) in memory.data ? [keys] : keys.split(/\s+/);
				for (const key of list) delete memory.data[camel(key)];
			}
		});
	},
};
