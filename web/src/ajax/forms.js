import { make } from "../collection/make.js";
import { functions } from "../collection/functions.js";
import { nameOf } from "../dom/list.js";
import { member } from "../dom/member.js";
import { checkFunction } from "../lib/errors.js";

/** The fields that a form sends, jQuery's rule: unlike with FormData, buttons and files are left out. @param {any} one */
const isSent = (one) =>
	one.name &&
	!make([one]).is(":disabled") &&
	/^(INPUT|SELECT|TEXTAREA|KEYGEN)$/.test(nameOf(one) ?? "") &&
	!/^(submit|button|image|reset|file)$/i.test(one.type) &&
	(one.checked || !/^(checkbox|radio)$/i.test(one.type));

/** @param {any} one @returns {{name: string, value: string}[]} */
function pairsOf(one) {
	const value = make([one]).val();
	if (value == null) return [];
	return [value].flat().map((text) => ({ name: one.name, value: text.replace(/\r?\n/g, "\r\n") }));
}

/**
 * What forms send, and html from the server.
 *
 * @param {import("./members.js").Host} host whose ajax is called
 * @returns {import("../collection/collection.js").Methods}
 */
export const formsOf = (host) => ({
	/** A list of {name, value}, of the fields of forms and of fields. */
	serializeArray() {
		const fields = this.get().flatMap((/** @type {any} */ one) =>
			Array.from(member(one, "elements") ?? [one]),
		);
		return fields.filter(isSent).flatMap(pairsOf);
	},
	serialize() {
		return host.param(this.serializeArray());
	},
	/**
	 * Puts html from the server into all members: the whole answer, or what a selector behind the URL finds in
	 * it. Its scripts do not run.
	 */
	load(url, params, callback) {
		if (typeof params === "function") [params, callback] = [undefined, params];
		if (callback) checkFunction("(…).load", "callback", callback);
		const [, address, selector] = /** @type {RegExpExecArray} */ (/^(\S*)\s*(.*?)\s*$/s.exec(String(url)));
		if (this.length === 0) return this;
		/** @type {any} */
		let arrived;
		host
			.ajax({
				url: address,
				type: params && typeof params === "object" ? "POST" : "GET",
				dataType: "html",
				data: params,
			})
			.done((/** @type {any[]} */ ...answer) => {
				arrived = answer;
				const [html] = answer;
				this.html(selector ? make("<div>").append(functions.parseHTML(html)).find(selector) : html);
			})
			.always((/** @type {any} */ jqXHR, /** @type {any} */ status) => {
				if (!callback) return;
				this.each(
					/** @this {any} */ function () {
						callback.apply(this, arrived ?? [jqXHR.responseText, status, jqXHR]);
					},
				);
			});
		return this;
	},
});
