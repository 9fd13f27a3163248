import { OUTCOME_MASK, REJECTED, RESOLVED } from "../deferred/codes.js";

/**
 * The core of one of the script's promises or deferreds. Their key for it is a symbol that only the script knows.
 *
 * @param {any} value
 * @param {Function} Core
 * @returns {any} undefined for any other value
 */
function coreOf(value, Core) {
	if (value === null || typeof value !== "object") return undefined;
	for (const key of Object.getOwnPropertySymbols(value)) {
		const core = Object.getOwnPropertyDescriptor(value, key)?.value;
		if (core instanceof Core) return core;
	}
	return undefined;
}

/**
 * Lets the browser's console show deferreds with their state and values: Chromium and Firefox do, once custom formatters
 * are allowed in the settings of their developer tools.
 *
 * @param {import("./recorder.js").Recorder} recorder
 * @returns {() => void} removes it
 */
export function addFormatter({ parts: { Core }, known }) {
	const scope = /** @type {any} */ (globalThis);
	/** Objects are references, which the console shows in its own way. @param {any} value */
	const shown = (value) =>
		value !== null && (typeof value === "object" || typeof value === "function")
			? ["object", { object: value }]
			: ["span", {}, typeof value === "string" ? JSON.stringify(value) : String(value)];
	const formatter = {
		/** @param {any} value */
		header(value) {
			const core = coreOf(value, Core);
			if (!core) return null;
			const outcome = core.state & OUTCOME_MASK;
			const state = outcome === RESOLVED ? "resolved" : outcome === REJECTED ? "rejected" : "pending";
			const values = outcome === 0 ? [] : core.many === null ? [core.value] : Array.from(core.many.args);
			const id = known.get(core)?.id;
			return [
				"span",
				{},
				["span", { style: "font-weight: bold" }, core.deferred === value ? "Deferred " : "Promise "],
				["span", { style: "font-style: italic" }, `${id ? `#${id} ` : ""}${state}`],
				...values.flatMap((one, i) => [i === 0 ? " " : ", ", shown(one)]),
			];
		},
		/** @param {any} value */
		hasBody: (value) => Boolean(coreOf(value, Core) && known.get(coreOf(value, Core))?.stack),
		/** @param {any} value */
		body(value) {
			const lines = known.get(coreOf(value, Core))?.stack?.split("\n") ?? [];
			return ["ol", {}, ...lines.map((line) => ["li", {}, line])];
		},
	};
	const before = scope.devtoolsFormatters;
	if (Array.isArray(before)) before.push(formatter);
	else scope.devtoolsFormatters = [formatter];
	return () => {
		const list = scope.devtoolsFormatters;
		const at = Array.isArray(list) ? list.indexOf(formatter) : -1;
		if (at < 0) return;
		list.splice(at, 1);
		if (list.length === 0 && !Array.isArray(before)) delete scope.devtoolsFormatters;
	};
}
