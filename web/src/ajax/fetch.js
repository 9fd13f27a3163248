import { bare } from "../lib/own.js";
import { judge } from "./judge.js";
import { headersFor } from "./jqxhr.js";
import { readBody } from "./body.js";

/** @typedef {import("./exchange.js").Exchange} Exchange */

/**
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} plan
 * @param {import("./send.js").Attempt} attempt
 */
export function sendFetch(x, plan, attempt) {
	const { s } = x;
	const controller = new AbortController();
	/** @type {RequestInit} */
	const init = bare({
		method: s.type,
		headers: headersFor(x),
		credentials: /** @type {RequestCredentials} */ (plan.credentials),
		signal: controller.signal,
	});
	if (s.hasContent && s.data) init.body = s.data;
	if (s.integrity) init.integrity = s.integrity;
	fetch(s.url, init)
		.then((head) => answered(x, attempt, head))
		.catch(attempt.fail);
	return () => controller.abort();
}

/**
 * @param {Exchange} x
 * @param {import("./send.js").Attempt} attempt
 * @param {Response} head
 */
async function answered(x, attempt, head) {
	const { s } = x;
	const { status, statusText, headers } = head;
	if (attempt.again(status, headers)) return;
	const own = headers.get("content-type") || "";
	let verdict = judge(s, status, "", s.mimeType || own);
	// As with XMLHttpRequest, a mimeType without a charset keeps the charset of the server's type.
	if (s.mimeType && !/charset/i.test(s.mimeType))
		verdict = { ...verdict, charset: judge(s, status, "", own).charset };
	const body = await readBody(x, head, verdict);
	attempt.answered({ status, statusText, headers, verdict, body });
}
