import { ADD_ALWAYS, REJECT, RESOLVE } from "../deferred/codes.js";
import { cancelWith } from "../deferred/abort.js";
import { flatten } from "../lib/callbacks.js";
import { Core, Values } from "../deferred/core.js";
import { notify } from "../deferred/progress.js";
import { add, settle } from "../deferred/settle.js";
import { later } from "../combine/timer.js";
import { report } from "../lib/errors.js";
import { promiseOf } from "../deferred/promise.js";
import { kinds } from "../deferred/pending.js";
import { describe } from "./describe.js";
import { abort, jqXHRMethods } from "./jqxhr.js";
import { convert } from "./judge.js";
import { remember } from "./modified.js";

const AJAX = kinds.indexOf("ajax");

/**
 * The result of a transport.
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} statusText
 * @property {Headers | null} headers
 * @property {import("./judge.js").Verdict} verdict
 * @property {any} [body]
 */

/** A request and its jqXHR, from the settings to the last callback. */
export class Exchange {
	/**
	 * @param {import("./members.js").Host} host
	 * @param {string} where the page's function, for errors
	 * @param {import("./settings.js").Settings} s
	 * @param {Record<string, any>} options the settings that the caller gave
	 */
	constructor(host, where, s, options) {
		this.host = host;
		this.where = where;
		this.s = s;
		this.options = options;
		this.context = s.context || s;
		this.core = new Core(AJAX);
		/** "waiting" is for the runtime. @type {"setup" | "waiting" | "sent" | "done"} */
		this.stage = "setup";
		/** @type {Map<string, [name: string, value: string]>} */
		this.requestHeaders = new Map();
		/** @type {Headers | null} */
		this.headers = null;
		/** @type {Record<string, any> | undefined} */
		this.statusCodes = undefined;
		/** The textStatus of an abort without a reason: "canceled" before the request is sent. */
		this.word = "canceled";
		this.cacheURL = "";
		/** @type {any[]} */
		this.completes = [];
		/** How many callbacks prefilters have added, for each outcome. */
		this.filtered = [0, 0];
		this.attempt = 0;
		/** Events for the whole page. @type {import("./globals.js").Globals | null} */
		this.globals = null;
		/** The settings that the caller gave, the very object: prefilters and transports get it. @type {any} */
		this.original = options;
		/** What sends it next. @type {import("./transport.js").Transport | null} */
		this.transport = null;
		/** Stops the work under way; with the textStatus. @type {(word?: string) => void} */
		this.stop = () => {};
		/** @type {ReturnType<typeof setTimeout> | undefined} */
		this.timer = undefined;
		/** @type {() => void} */
		this.unlisten = () => {};
		/** Runs before the callbacks of the outcome. @type {() => void} */
		this.cleanUp = () => {};
		/** @type {Record<string, any>} */
		this.jqXHR = Object.assign(/** @type {any} */ (promiseOf(this.core)).promise({}), jqXHRMethods(this));
		cancelWith(this.core, (reason) => abort(this, reason));
	}

	/** Whether anybody listens to progress. */
	get watched() {
		return this.core.progress?.list != null;
	}

	/**
	 * @param {"upload" | "download"} kind
	 * @param {number} loaded
	 * @param {number} total 0 where it is not known
	 */
	notify(kind, loaded, total) {
		if (this.stage === "done") return;
		safely(() => notify(this.core, new Values(this.context, [{ kind, loaded, total }])));
	}

	/**
	 * Sends it once more.
	 *
	 * @param {() => void} run
	 * @param {number} delay in ms
	 * @param {number} _status of the answer that is dropped; 0 without one. For devtools.mjs
	 */
	sendAgain(run, delay, _status) {
		this.timer = later(run, delay);
	}

	/**
	 * Ends with an answer.
	 *
	 * @param {Answer} answer
	 */
	answered(answer) {
		if (!this.close(answer.status, answer.headers)) return;
		const { s, jqXHR } = this;
		const { word } = answer.verdict;
		const { status, statusText } = answer;
		/** @type {ReturnType<typeof convert>} */
		let result;
		try {
			result = convert(s, jqXHR, answer.verdict, answer.body);
		} catch (error) {
			report(error); // from dataFilter, or a converter with `throws`: jQuery leaves the promise pending
			result = { failed: true, error };
		}
		if (word === "error") {
			this.conclude(false, "error", status, statusText, statusText);
			return;
		}
		if (s.ifModified) remember(this.cacheURL, answer.headers);
		if (word !== "success") this.conclude(true, word, status, statusText, undefined);
		else if (result.failed) this.conclude(false, "parsererror", status, statusText, result.error);
		else this.conclude(true, "success", status, statusText, result.data);
	}

	/**
	 * Ends without an answer.
	 *
	 * @param {string} textStatus
	 * @param {any} thrown
	 * @param {string} [statusText]
	 */
	fail(textStatus, thrown, statusText = textStatus) {
		if (this.close(0, null)) this.conclude(false, textStatus, 0, statusText, thrown);
	}

	/**
	 * Only the first end counts.
	 *
	 * @param {number} status
	 * @param {Headers | null} headers
	 */
	close(status, headers) {
		if (this.stage === "done") return false;
		this.stage = "done";
		clearTimeout(this.timer);
		this.unlisten();
		this.headers = headers;
		this.stop = () => {}; // a jqXHR that is kept must not keep the connection
		this.jqXHR.readyState = status > 0 ? 4 : 0;
		return true;
	}

	/**
	 * @param {boolean} ok
	 * @param {string} textStatus
	 * @param {number} status
	 * @param {string} statusText
	 * @param {any} value the data, or what was thrown
	 */
	conclude(ok, textStatus, status, statusText, value) {
		const { jqXHR, context, core, globals, s } = this;
		Object.assign(jqXHR, { status, statusText: String(statusText || textStatus) });
		if (!ok) safely(() => describe(this, textStatus, value));
		const args = ok ? [value, textStatus, jqXHR] : [jqXHR, textStatus, value];
		safely(this.cleanUp);
		// jQuery 4: the promise's callbacks, then those of the status, then complete.
		safely(() => settle(core, ok ? RESOLVE : REJECT, args[0], new Values(context, args)));
		const { statusCodes } = this;
		this.statusCodes = undefined;
		if (statusCodes) safely(() => jqXHR.statusCode(statusCodes));
		globals?.trigger(ok ? "Success" : "Error", [jqXHR, s, value]);
		for (const complete of flatten(this.completes)) {
			safely(() => complete.call(context, jqXHR, textStatus));
		}
		globals?.trigger("Complete", [jqXHR, s]);
		globals?.stop();
	}

	/** @param {any[]} callbacks run whatever the outcome */
	always(callbacks) {
		const list = flatten(callbacks);
		if (list.length > 0) add(this.core, ADD_ALWAYS, list);
	}
}

/**
 * The caller is the platform: exceptions of the page's callbacks are reported, not passed on to it.
 *
 * @param {() => void} fn
 */
function safely(fn) {
	try {
		fn();
	} catch (error) {
		report(error);
	}
}
