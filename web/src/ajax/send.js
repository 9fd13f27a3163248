import { report, wrongArgument } from "../lib/errors.js";
import { ownAll } from "../lib/own.js";
import { later } from "../combine/timer.js";
import { ask } from "../rules/wire.js";
import { choose } from "./transport.js";

/** @typedef {import("./exchange.js").Exchange} Exchange */
/** @typedef {import("./exchange.js").Answer} Answer */

/**
 * One sending of the request. Code that holds it checks `over` before it continues.
 *
 * @typedef {object} Attempt
 * @property {boolean} over
 * @property {(status: number, headers: Headers | null) => boolean} again whether an answer of that status is
 *   dropped because the request is sent again
 * @property {(answer: Answer) => void} answered
 * @property {(error: any, textStatus?: string, statusText?: string) => void} fail no answer, or a broken one
 */

/**
 * Sends the request, and retries it as the setting `retry` says.
 *
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} plan
 */
export function send(x, plan) {
	const { s } = x;
	x.attempt++;
	/** @type {(word?: string) => void} */
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
				report(error); // beforeSend may have made `retry` invalid: the request must end all the same
			}
			if (delay < 0) return false;
			finish();
			x.sendAgain(() => send(x, plan), delay, status);
			return true;
		},
		answered(answer) {
			if (attempt.over) return;
			attempt.over = true;
			x.answered(answer);
		},
		fail(error, textStatus = "error", statusText = textStatus) {
			if (attempt.again(0, null)) return;
			attempt.over = true;
			x.fail(textStatus, error, statusText);
		},
	};
	const finish = (/** @type {string} */ word = "") => {
		attempt.over = true;
		clearTimeout(x.timer);
		stop(word);
	};
	x.stop = finish;
	try {
		if (s.timeout > 0) {
			x.timer = later(() => {
				if (attempt.over || attempt.again(0, null)) return;
				finish("timeout");
				x.fail("timeout", "timeout");
			}, s.timeout);
		}
		const transport = x.transport ?? choose(x, plan);
		x.transport = null; // one that sends again is chosen anew
		stop = transport(x, plan, attempt);
	} catch (error) {
		if (attempt.over) throw error;
		attempt.fail(error);
	}
}

/**
 * @param {Exchange} x
 * @param {number} status 0 without an answer
 * @param {string} retryAfter
 */
function delayOf({ s, attempt }, status, retryAfter) {
	const { limit, methods, statusCodes, backoff, maxDelay } = policyOf("ajax", s.retry);
	const { delay } = ask("ajax", "retry", {
		attempt,
		limit: whole(limit),
		methods: listOf(methods).map((method) => String(method).toUpperCase()),
		statuses: listOf(statusCodes),
		backoff: whole(backoff),
		maxDelay: whole(maxDelay),
		method: s.type,
		status,
		retryAfter,
		now: now(),
		random: whole(Math.random() * 1000),
	});
	return Number(delay);
}

/** A single one will do. An empty list allows nothing: for the rules, that is a list of nothing they know. @param {any} given */
const listOf = (given) => {
	const list = given == null ? [] : [given].flat();
	return list.length === 0 && given != null ? ["none"] : list;
};

// Taken when the script is loaded: a test's fake clock, set later, may return anything.
const { now } = Date;

/** The rules take only whole numbers. @param {number | undefined} n */
const whole = (n) => (n === undefined ? "" : Math.max(0, Math.round(Math.min(n, 1e12))));

/** @param {string} where @param {any} retry @returns {import("./retry.js").Retry} */
export function policyOf(where, retry) {
	if (typeof retry === "number") retry = { limit: retry };
	if (retry === true) return {};
	if (typeof retry !== "object") throw wrongArgument(where, "retry", "a number, true or an object", retry);
	return ownAll(retry);
}
