import { report, wrongArgument } from "../lib/errors.js";
import { ownAll } from "../lib/own.js";
import { later } from "../combine/timer.js";
import { ask } from "../rules/ajax.js";
import { sendFetch } from "./fetch.js";
import { sendScript } from "./script.js";
import { sendXHR } from "./xhr.js";

/** @typedef {import("./exchange.js").Exchange} Exchange */
/** @typedef {import("./exchange.js").Answer} Answer */

/**
 * One request on its way; whoever has one asks `over` before it goes on.
 *
 * @typedef {object} Attempt
 * @property {boolean} over
 * @property {(status: number, headers: Headers | null) => boolean} again whether an answer of that status is
 *   thrown away because the request is made once more
 * @property {(answer: Answer) => void} end
 * @property {(error: any) => void} fail no answer, or a broken one
 */

/**
 * Sends the request, and again as the setting `retry` wants it.
 *
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} plan
 */
export function send(x, plan) {
	const { s } = x;
	const transport = plan.script ? sendScript : needsXHR(x) ? sendXHR : sendFetch;
	x.attempt++;
	/** @type {() => void} */
	let stop = () => {};
	/** @type {Attempt} */
	const attempt = {
		over: false,
		again(status, headers) {
			if (attempt.over) return true;
			let delay = -1;
			try {
				if (s.retry) delay = delayOf(x, status, headers?.get("retry-after") ?? "");
			} catch (error) {
				report(error); // beforeSend may have spoilt the setting: the request ends even so
			}
			if (delay < 0) return false;
			finish();
			x.timer = later(() => send(x, plan), delay);
			return true;
		},
		end(answer) {
			if (attempt.over) return;
			attempt.over = true;
			x.end(answer);
		},
		fail(error) {
			if (attempt.again(0, null)) return;
			attempt.over = true;
			x.fail("error", error);
		},
	};
	const finish = () => {
		attempt.over = true;
		clearTimeout(x.timer);
		stop();
	};
	x.stop = finish;
	if (s.timeout > 0) {
		x.timer = later(() => {
			if (attempt.over || attempt.again(0, null)) return;
			finish();
			x.fail("timeout", "timeout");
		}, s.timeout);
	}
	try {
		stop = transport(x, plan, attempt);
	} catch (error) {
		attempt.fail(error);
	}
}

/**
 * XMLHttpRequest does what fetch cannot: it tells how much of a body is sent, asks the server's
 * password dialog, and has fields.
 *
 * @param {Exchange} x
 */
function needsXHR({ s, watched }) {
	if (typeof XMLHttpRequest !== "function") return false;
	if (s.username != null || s.password != null || s.xhr) return true;
	for (const name of Object.keys(s.xhrFields ?? {})) if (name !== "withCredentials") return true;
	return watched && s.hasContent && s.data != null && s.credentials !== "omit";
}

/**
 * @param {Exchange} x
 * @param {number} status 0 without an answer
 * @param {string} retryAfter
 */
function delayOf({ s, attempt }, status, retryAfter) {
	const { limit, methods, statusCodes, backoff, maxDelay } = policyOf("ajax", s.retry);
	const codes = statusCodes ? [statusCodes].flat().join(" ") || "none" : "";
	const [delay] = ask(
		"ajax",
		"retry",
		attempt,
		whole(limit),
		[methods].flat().join(" ").toUpperCase(), // a single one will do
		codes,
		whole(backoff),
		whole(maxDelay),
		s.type,
		status,
		retryAfter,
		now(),
		whole(Math.random() * 1000),
	);
	return Number(delay);
}

// As it was when the script was loaded: a test's fake clock may answer anything.
const { now } = Date;

/** The rules deal in whole numbers. @param {number | undefined} n */
const whole = (n) => (n === undefined ? "" : Math.max(0, Math.round(Math.min(n, 1e12))));

/** @param {string} where @param {any} retry @returns {import("./retry.js").Retry} */
export function policyOf(where, retry) {
	if (typeof retry === "number") retry = { limit: retry };
	if (retry === true) return {};
	if (typeof retry !== "object") throw wrongArgument(where, "retry", "a number, true or an object", retry);
	return ownAll(retry);
}
