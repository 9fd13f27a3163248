/** @typedef {import("./plugins.js").Kit} Kit */

const form = `<form id="form"><label for="name">Name</label><input id="name" name="name" required minlength="2">
<input id="mail" name="mail" type="email" required><input id="age" name="age" data-rule-range="[5,9]"><input type="password" id="p" name="p">
<input type="password" id="q" name="q"><label><input type="radio" name="r" value="1"> 1</label><label><input type="radio" name="r" value="2"> 2</label>
<input type="checkbox" name="c" id="c"><select name="s" id="s"><option value="">choose</option><option>x</option></select>
<input name="hidden" required style="display:none"><button>send</button></form>`;

/** Types into a field, and leaves it. @param {string} selector @param {string} text */
function fill(selector, text) {
	const field = /** @type {HTMLInputElement} */ (document.querySelector(selector));
	field.focus();
	field.value = text;
	field.dispatchEvent(new KeyboardEvent("keyup", { key: "a", bubbles: true }));
	field.blur();
}

/** @type {Record<string, (kit: Kit) => Promise<void>>} */
export const validate = {
	async "a form that is filled in"({ $, show, click, look, log }) {
		show(form);
		$.validator.addMethod("odd", (/** @type {string} */ value) => Number(value) % 2 === 1, "odd, please");
		const validator = $("#form").validate({
			rules: {
				age: { odd: true, required: (/** @type {any} */ one) => log("asked", one.id) || true },
				q: { equalTo: "#p" },
				r: "required",
				c: { required: "#name:filled" },
				s: { required: true },
			},
			messages: { s: "choose one" },
			submitHandler(/** @type {HTMLFormElement} */ one, /** @type {any} */ event) {
				log("sent", $(one).serialize(), event.type);
			},
			invalidHandler: (/** @type {any} */ _, /** @type {any} */ all) =>
				log("invalid", all.numberOfInvalids(), all.errorMap),
			errorPlacement: (/** @type {any} */ error, /** @type {any} */ element) =>
				element.is(":radio") ? error.insertAfter(element.parent()) : error.insertAfter(element),
		});
		await click("button");
		look();
		fill("#name", "a");
		look();
		fill("#name", "ab");
		fill("#mail", "no");
		look();
		fill("#mail", "a@b.example");
		fill("#age", "6");
		look();
		fill("#age", "7");
		fill("#p", "secret");
		fill("#q", "other");
		await click("button");
		look();
		fill("#q", "secret");
		await click("[value='2']");
		await click("#c");
		$("#s").val("x").trigger("change");
		look();
		await click("button");
		log($("#form").valid(), validator.numberOfInvalids(), $("#age").rules());
		validator.resetForm();
		look();
		$("#name").rules("add", { maxlength: 1, messages: { maxlength: $.validator.format("at most {0}") } });
		log(validator.element("#name"));
		look();
		$("#name").rules("remove", "maxlength");
		log($("input:blank").length, $("input:filled").length, $("input:unchecked", "#form").length);
		validator.destroy();
		look();
	},

	async "a rule that asks the server"({ $, show, click, look, log }) {
		show(
			`<form id="form"><input id="name" name="name"><input id="other" name="other"><button>send</button></form>`,
		);
		const validator = $("#form").validate({
			rules: {
				name: { required: true, remote: "/free" },
				other: { remote: { url: "/free", type: "post", data: { name: () => $("#other").val(), why: 1 } } },
			},
			messages: { other: "not this one" },
			submitHandler(/** @type {HTMLFormElement} */ one) {
				log("sent", $(one).serialize());
			},
		});
		$(document).on("ajaxError.test", (/** @type {any} */ _, /** @type {any} */ jqXHR) =>
			log(jqXHR.statusText),
		);
		// An aborted request ends without success.
		const answers = (/** @type {number} */ count) =>
			new Promise((/** @type {any} */ resolve) => {
				$(document).on("ajaxSuccess.test", () => {
					if (--count === 0) setTimeout(resolve);
				});
			});
		let over = answers(1);
		fill("#name", "taken");
		log(validator.pendingRequest);
		await over;
		look();
		over = answers(2);
		fill("#name", "fr");
		fill("#name", "free"); // aborts the request before
		fill("#other", "taken");
		await over;
		look();
		log(validator.pendingRequest, validator.errorMap, $("#form").valid());
		over = answers(1);
		$("#other").val("free");
		await click("button"); // it is sent when the answer is there
		await over;
		look();
		$(document).off(".test");
	},
};
