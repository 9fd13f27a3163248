// The engine counts the blocks of the shipped script that run. It does not count what its own functions do: those that
// walk a list are replaced here by functions that count the list's length. The script must be loaded after this.

let walked = 0;

/** Counts from 0 again. @returns {number} what was walked since the last call */
export function takeWalked() {
	const count = walked;
	walked = 0;
	return count;
}

const WALKS = [
	"shift",
	"unshift",
	"splice",
	"indexOf",
	"includes",
	"filter",
	"slice",
	"concat",
	"reverse",
	Symbol.iterator,
];
for (const name of WALKS) {
	const original = Array.prototype[name];
	Array.prototype[name] = function (...args) {
		walked += this.length;
		return Reflect.apply(original, this, args);
	};
}

const { querySelectorAll } = Document.prototype;
/** @param {object} owner @param {Function} original */
const countFound = (owner, original) => {
	owner.querySelectorAll = function (selector) {
		const found = original.call(this, selector);
		walked += found.length;
		return found;
	};
};
countFound(Document.prototype, querySelectorAll);
countFound(Element.prototype, Element.prototype.querySelectorAll);

/** How many listeners each target has, by type. @type {WeakMap<EventTarget, Record<string, number>>} */
const listeners = new WeakMap();
for (const [name, change] of [
	["addEventListener", 1],
	["removeEventListener", -1],
]) {
	const original = EventTarget.prototype[name];
	EventTarget.prototype[name] = function (type, ...args) {
		const target = this ?? globalThis;
		const counts = listeners.get(target) ?? {};
		listeners.set(target, counts);
		counts[type] ??= 0;
		walked += counts[type];
		counts[type] = Math.max(0, counts[type] + change);
		return Reflect.apply(original, target, [type, ...args]);
	};
}
