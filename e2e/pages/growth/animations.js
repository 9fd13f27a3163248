// Animations of n elements, and n animations of one.

import { elements } from "./surroundings.js";

const LONG = 1e6;
const few = { top: 1000, why: "the browser's animations" };

/** @param {any} $ @returns {Record<string, import("./growth.js").Work>} */
export function animationRows($) {
	/** @type {Record<string, any[]>} */
	const effects = {
		animate: [{ opacity: 0.5 }, LONG],
		fadeIn: [LONG],
		fadeOut: [LONG],
		fadeTo: [LONG, 0.5],
		fadeToggle: [LONG],
		hide: [LONG],
		show: [LONG],
		slideDown: [LONG],
		slideToggle: [LONG],
		slideUp: [LONG],
		toggle: [LONG],
	};
	/** @type {Record<string, import("./growth.js").Work>} */
	const rows = {
		"animate: one after the other on one": {
			...few,
			run: async (n) => {
				const one = elements(1);
				for (let i = 0; i < n; i++) $.animate(one, { opacity: i % 2 }, LONG);
				$.finish(one);
			},
		},
	};
	/** @param {string} name @param {any[]} list */
	const hiddenFirst = (name, list) => {
		if (/In$|Down$|show/.test(name)) for (const one of list) one.style.display = "none";
		return list;
	};
	for (const [name, args] of Object.entries(effects)) {
		rows[`${name}: elements, finished`] = {
			...few,
			run: async (n) => {
				const list = hiddenFirst(name, elements(n));
				const over = $[name](list, ...args);
				$.finish(list);
				await over;
			},
		};
		rows[`fn.${name}: elements, stopped`] = {
			...few,
			run: (n) => {
				$(hiddenFirst(name, elements(n)))
					[name](...args)
					.stop();
			},
		};
		rows[`fn.${name}Promise: elements, aborted`] = {
			...few,
			run: (n) => {
				$(hiddenFirst(name, elements(n)))
					[`${name}Promise`](...args)
					.fail(() => {})
					.abort();
			},
		};
	}
	return rows;
}
