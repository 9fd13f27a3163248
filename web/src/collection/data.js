import { walk } from "./collection.js";
import { invoke, member, typeOf } from "../dom/member.js";
import { hasMemory, recall, remember } from "./memory.js";

/** @param {any} key */
export const camel = (key) => String(key).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

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
	if (known !== undefined || typeOf(owner) !== 1) return known;
	const text = invoke(owner, "getAttribute", `data-${key.replace(/[A-Z]/g, "-$&").toLowerCase()}`);
	return text === null ? undefined : (dataOf(owner)[key] = parsed(text));
}

/** @param {any} owner */
function readAll(owner) {
	const data = dataOf(owner);
	const memory = recall(owner);
	if (typeOf(owner) === 1 && memory && !memory.complete) {
		memory.complete = true;
		for (const { name } of member(owner, "attributes"))
			if (name.startsWith("data-")) read(owner, camel(name.slice(5)));
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
		return walk(this, (one) => removeFrom(one, keys));
	},
};

/** @param {any} one @param {any} keys a name, several in one text or a list; undefined removes all */
function removeFrom(one, keys) {
	const memory = recall(one);
	if (!memory?.data) return;
	if (keys === undefined) memory.data = null;
	else {
		const list = Array.isArray(keys) ? keys : camel(keys) in memory.data ? [keys] : keys.split(/\s+/);
		for (const key of list) delete memory.data[camel(key)];
	}
}

/** The same for one owner, without its data-* attributes: `godeferred.data(owner, …)`. @type {Record<string, any>} */
export const dataFunctions = {
	data(/** @type {any} */ owner, /** @type {any} */ key, /** @type {any} */ value) {
		const all = dataOf(owner);
		if (key === undefined) return all;
		if (typeof key === "object") {
			for (const name in key) all[camel(name)] = key[name];
			return all;
		}
		if (value === undefined) return all[camel(key)];
		all[camel(key)] = value;
		return value;
	},
	removeData: removeFrom,
	hasData(/** @type {any} */ owner) {
		const { data, events } = recall(owner) ?? {};
		return Object.keys(data ?? {}).length > 0 || Boolean(events?.size);
	},
};
