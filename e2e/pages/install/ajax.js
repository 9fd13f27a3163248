// The requests whose callbacks are compared with and without install: those of the side-by-side test of
// our own ajax, and what only jQuery's has.

import { cases } from "../ajax/cases.js";

/** @type {import("../ajax/cases.js").Case[]} */
export const ajaxCases = [
	...cases,
	[
		"events of all requests",
		($, log) => {
			const $document = $(document);
			const events = "ajaxStart ajaxSend ajaxSuccess ajaxError ajaxComplete ajaxStop";
			$document.on(events, (/** @type {any} */ event) => log.add(event.type, $.active));
			return $.ajax(log.all({ url: "/text" })).always(() => setTimeout(() => $document.off(events)));
		},
	],
	[
		"a request that when joins with a value",
		($, log) => {
			const jqXHR = $.get("/json");
			$.when(jqXHR, 5).then(log.as("joined"));
			return jqXHR;
		},
	],
];
