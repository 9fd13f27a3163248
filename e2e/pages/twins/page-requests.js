// Requests of the page face: see internal/twins/requests_js.go.

import { problemOf } from "./trace.js";

/** @param {string} hex */
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** @param {any} step */
function settingsOf(step) {
	/** @type {Record<string, any>} */
	const s = { url: step.url, headers: Object.fromEntries(step.headers ?? []) };
	const content = step.form ?? step.text ?? (step.hex ? bytes(step.hex) : undefined);
	if (step.method !== undefined) s.method = step.method;
	if (step.query) s.data = step.query;
	if (content !== undefined) s.data = content;
	// What is a string or bytes has the type that the caller gives, or fetch.
	if (step.contentType) s.contentType = step.contentType;
	else if (content !== undefined && !step.form) s.contentType = false;
	if (step.noCache) s.cache = false;
	if (step.credentials) s.credentials = step.credentials;
	if (step.timeout) s.timeout = step.timeout;
	if (step.retry) s.retry = step.retry;
	if (step.json) s.dataType = "json";
	return s;
}

/** @param {any} godeferred @param {import("./page-face.js").Around} around */
export function pageRequests(godeferred, around) {
	const { say, begun } = around;

	/** @param {any} jqXHR */
	const answerOf = (jqXHR) => ({
		status: jqXHR.status,
		statusText: jqXHR.statusText,
		text: jqXHR.responseText ?? "",
		type: jqXHR.getResponseHeader("Content-Type") ?? "",
		kind: jqXHR.getResponseHeader("x-KIND") ?? "",
	});

	/** @param {any} step @param {any} jqXHR @param {string} textStatus @param {any} thrown @returns {import("./page-face.js").Outcome} */
	function failed({ reason }, jqXHR, textStatus, thrown) {
		if (textStatus === "abort" || textStatus === "canceled")
			return ["abort", { error: reason ? problemOf(thrown) : { name: "AbortError", message: "aborted" } }];
		if (textStatus === "timeout") return [textStatus, { status: jqXHR.status }];
		if (textStatus === "parsererror")
			return [textStatus, { ...answerOf(jqXHR), error: { name: thrown.name, message: "" } }];
		if (jqXHR.status > 0) return [textStatus, { ...answerOf(jqXHR), data: jqXHR.responseJSON }];
		return [textStatus, { status: 0, error: problemOf(thrown) }];
	}

	return {
		/** @param {any} step */
		ask(step) {
			const { id } = step;
			const controller = new AbortController();
			around.kept[id] = controller;
			around.kept[`reason of ${id}`] = step;
			if (step.aborted) controller.abort(step.reason ? new Error(step.reason) : undefined);
			let jqXHR;
			try {
				jqXHR = godeferred.ajax({ ...settingsOf(step), signal: controller.signal });
			} catch (error) {
				return begun(id, ["refused", { error: problemOf(error) }]);
			}
			let last = { loaded: 0, total: 0 };
			if (step.watch) {
				jqXHR.progress((/** @type {any} */ { kind, loaded, total }) => {
					if (kind !== "download") return;
					if (loaded <= last.loaded) say(id, "progress goes back");
					last = { loaded, total };
				});
			}
			const told = jqXHR.then(
				(/** @type {any} */ data, /** @type {string} */ textStatus) => {
					if (step.watch) say(id, "progress", last);
					return [textStatus, { ...answerOf(jqXHR), data: data instanceof Node ? "a document" : data }];
				},
				(/** @type {any} */ _, /** @type {string} */ textStatus, /** @type {any} */ thrown) => {
					if (step.watch) say(id, "progress", last);
					return failed(around.kept[`reason of ${id}`], jqXHR, textStatus, thrown);
				},
			);
			begun(id, told);
		},
		/** @param {any} step */
		abort({ id, reason }) {
			around.kept[`reason of ${id}`] = { reason };
			around.kept[id].abort(reason ? new Error(reason) : undefined);
		},
	};
}
