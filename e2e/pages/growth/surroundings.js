// What the rows of the table use in place of the page's: answers that come at once, an observer that sees
// nothing. Timers are in timers.js.

// The rows are about requests, not about the network.
const { fetch } = globalThis;
globalThis.fetch = async (what, options) => {
	const url = String(what?.url ?? what);
	return url.includes("/answer")
		? new Response("1", { headers: { "Content-Type": "application/json" } })
		: fetch(what, options);
};

globalThis.IntersectionObserver = /** @type {any} */ (
	class {
		observe() {}
		disconnect() {}
	}
);

/** @template T @param {number} n @param {(i: number) => T} make */
export function times(n, make) {
	const list = new Array(n);
	for (let i = 0; i < n; i++) list[i] = make(i);
	return list;
}

/** A task of its own: the microtasks before it are over. */
export const turn = () =>
	new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve(undefined);
		};
		port2.postMessage(null);
	});

const stage = /** @type {HTMLElement} */ (document.querySelector("#stage"));

/** New elements in the page, side by side. @param {number} n @param {string} [tag] */
export function elements(n, tag = "b") {
	const list = times(n, () => document.createElement(tag));
	const parent = document.createElement("div");
	for (const one of list) parent.append(one);
	stage.replaceChildren(parent);
	return list;
}

/** The same, each in a parent of its own with a child of its own. @param {number} n */
export function families(n) {
	const parent = document.createElement("div");
	const list = times(n, () => {
		const family = document.createElement("p");
		family.innerHTML = "<i></i><b><i></i></b><i></i>";
		parent.append(family);
		return family.children[1];
	});
	stage.replaceChildren(parent);
	return list;
}

/** Elements that are not in the page, which is faster. @param {number} n @param {string} [tag] */
export function loose(n, tag = "b") {
	const parent = document.createElement("div");
	return times(n, () => parent.appendChild(document.createElement(tag)));
}

export const clear = () => stage.replaceChildren();
