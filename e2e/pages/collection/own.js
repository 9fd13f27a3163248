// Where our collection is not jQuery's: COMPAT.md says why. And what plugins do with it.

import { deepEqual, equal, ok, test, throws } from "../lib/test.js";
import { godeferred as $ } from "../lib/started.js";

const scope = /** @type {any} */ (window);
const stage = document.body.appendChild(document.createElement("div"));

/** @param {string} html */
const show = (html) => {
	stage.innerHTML = html;
	return $(stage);
};

test("an object whose length is no number is one member, as in jQuery", () => {
	const one = { length: "1", 0: "a" };
	deepEqual($(one).get(), [one]);
	deepEqual($({ length: 1, 0: "a" }).get(), ["a"]);
});

test("what jQuery 4 has dropped works as in jQuery 3", () => {
	show("<p>b</p><p>c</p><p>a</p>");
	equal(
		$("p", stage)
			.sort((/** @type {any} */ a, /** @type {any} */ b) => (a.textContent < b.textContent ? -1 : 1))
			.appendTo(stage)
			.text(),
		"abc",
	);
	const some = $("p", stage);
	deepEqual([some.push(5), some.splice(0, 3).length, some.get()], [4, 3, [5]]);
	deepEqual($.parseJSON('{"a":1}'), { a: 1 });
	$.expr[":"].ownStart = (/** @type {any} */ one, /** @type {number} */ _, /** @type {string[]} */ match) =>
		one.textContent.startsWith(match[3]);
	equal($("p:ownStart(b)", stage).text() + $("p", stage).filter(":ownStart('c')").text(), "bc");
	delete $.expr[":"].ownStart;
});

test("scripts in html do not run, wherever it goes", () => {
	scope.ran = 0;
	const script = "<script>ran++</script>";
	show("<p>x</p>").find("p").html(`a ${script}`);
	$("p", stage).append(script).prepend(script).before(script).after(`${script}<b>${script}</b>`);
	$("p", stage).html(() => script);
	$(script).appendTo(stage);
	$(`<i>${script}</i>`).appendTo(stage);
	$("i", stage).replaceWith(script).add(stage).clone(true).appendTo(stage);
	show("<table></table>").find("table").html(`<tr><td>${script}</td></tr>`);
	equal(scope.ran, 0);
	ok(stage.querySelectorAll("script").length > 0, "they are there");
});

test("elements of XHTML, whose names are not in capitals, are known even so", () => {
	const space = "http://www.w3.org/1999/xhtml";
	const page = document.implementation.createDocument(space, "html", null);
	/** @param {string} name @param {any[]} content */
	const make = (name, ...content) => {
		const element = page.createElementNS(space, name);
		element.append(...content);
		return /** @type {any} */ (element);
	};
	const select = make("select", make("option", "a"), make("option", "b"), make("option", "c"));
	select.multiple = true;
	equal(select.nodeName, "select");
	deepEqual($(select).val(["a", "c"]).val(), ["a", "c"]);
	const body = make("tbody");
	$(make("table", body)).append(make("tr"));
	equal(body.childNodes.length, 1);
	const box = make("input");
	box.type = "checkbox";
	/** @type {boolean[]} */
	const checked = [];
	$(box)
		.on("click", () => checked.push(box.checked))
		.trigger("click");
	deepEqual(checked, [true]);
});

test("find and has pass over what is no node, as jQuery does", () => {
	const list = show("<p><b>x</b></p>");
	equal(list.find([5, window, null, list.find("b")[0]]).length, 1);
	equal(list.has(5).length, 0);
});

test("a script element of the page's own runs, as with the DOM", () => {
	scope.ran = 0;
	const script = document.createElement("script");
	script.text = "ran++";
	$(stage).append(script);
	equal(scope.ran, 1);
});

test("an image of html is of this document, and loads before it is inserted", async () => {
	const gif = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
	const image = $(`<img alt="" src="data:image/gif;base64,${gif}">`)[0];
	equal(image.ownerDocument, document);
	await new Promise((resolve) => $(image).on("load", resolve));
	equal(image.naturalWidth, 1);
});

test("html may have more nodes than a call may have arguments", () => {
	equal($("<i></i>".repeat(200_000)).length, 200_000);
});

test("what is a selector neither of CSS nor of jQuery is shown", () => {
	show("<p>x</p>");
	for (const bad of [
		"p:nonsense",
		"p[",
		"p:not(",
		"> >",
		"p >",
		"p:visible >",
		"p,,:first",
		"p:visible:nonsense",
	]) {
		const message = new RegExp(
			`selector must be valid CSS, or one of jQuery's selectors, not .*${bad.replace(/[()[\]]/g, "\\$&")}"`,
		);
		throws(() => $(bad), message);
		throws(() => $(stage).find(bad), message);
		throws(() => $(stage).is(bad), message);
		throws(() => $(stage).filter(bad), message);
		throws(() => $(stage).not(bad), message);
		throws(() => $("body").children(bad), message);
		throws(() => $(stage).on("click", bad, () => {}), message);
	}
});

test("of a selector in another, the part that is not one is shown", () => {
	throws(() => $(":not(p:nonsense)"), /not "p:nonsense"$/);
});

test("jQuery's own selectors go with all of CSS", () => {
	show("<p class=a>x</p><p class=b>y</p><p class=c style='display:none'>z</p>");
	equal($("p:is(.a, .c):visible", stage).text(), "x");
	equal($(":where(p:not(.a)):last", stage).text(), "z");
});

test("text does not become a program", () => {
	scope.ran = 0;
	throws(() => $.globalEval("ran++"), /globalEval runs no text as a program: .*getScript/);
	$(stage).append($.parseHTML("<script>ran++</script><b>x</b>", document, true));
	equal(scope.ran, 0);
});

test("handlers and images of parsed html wait until the page takes it over", () => {
	scope.ran = 0;
	const image = $.parseHTML("<img src='data:,' onerror='ran++'>")[0];
	equal(image.ownerDocument === document, false); // a document without a view loads nothing
	equal(scope.ran, 0);
});

test("in find, :scope is the element", () => {
	const p = show("<p><b>x</b><i><b>y</b></i></p>").find("p");
	equal(p.find(":scope > b").text(), "x");
});

test("a handler or callback that is no function is an error", () => {
	throws(() => $(stage).each(5), /^godeferred\.each: fn must be a function, not 5$/);
	throws(() => $(stage).map(), /^godeferred\.map: fn must be a function, not undefined$/);
	throws(
		() => $(stage).on("click", "x", "y"),
		/^godeferred\.on: handler must be a function or false, not "y"$/,
	);
	throws(() => $(stage).on("click", 5), /not 5$/);
	throws(() => $(stage).trigger(5), /^godeferred\.trigger: event must be a type or an event, not 5$/);
	throws(() => $(document).ready(5), /fn must be a function, not 5$/);
});

test("a handler that throws keeps the others of a native event from nothing", (t) => {
	const errors = t.errors();
	const heard = /** @type {string[]} */ ([]);
	show("<p><b>x</b></p>");
	$("p", stage)
		.on("click", () => heard.push("last"))
		.on("click", "b", () => {
			throw new Error("first");
		});
	stage.querySelector("b")?.click();
	deepEqual(heard, ["last"]);
	deepEqual(
		errors.map(({ message }) => message),
		["first"],
	);
});

test("what a handler throws reaches who triggered it", () => {
	const error = new Error("mine");
	show("<p>x</p>")
		.find("p")
		.on("own", () => {
			throw error;
		});
	throws(() => $("p", stage).trigger("own"), error);
	const box = $('<input type="checkbox">').on("click", () => {
		throw error;
	});
	throws(() => box.trigger("click"), error);
	equal(box.prop("checked"), true);
});

test("listeners above a box that was triggered hear the click", () => {
	let heard = 0;
	show('<p><input type="checkbox"></p>')
		.find("p")[0]
		.addEventListener("click", () => heard++);
	$("input", stage).on("click", () => {});
	$("input", stage).trigger("click");
	equal(heard, 1);
});

test("a click that is triggered while the browser makes another calls its handlers", () => {
	let heard = 0;
	const labels = show("<label><input type=checkbox></label><label><b>x</b></label>").find("label");
	$("input", stage).on("change", () => labels.last().trigger("click"));
	labels.last().on("click", () => heard++);
	labels
		.first()
		.on("click", () => {})
		.trigger("click");
	equal(heard, 1);
});

test("one takes itself away, and no other", () => {
	let heard = 0;
	const count = () => heard++;
	show("<p>x</p>").find("p").on("own", count).one("own", count).trigger("own").trigger("own");
	equal(heard, 3);
});

test("numbers that are added to keep the unit that is there", () => {
	const p = show('<p style="font-size: 20px">x</p>').find("p").css("fontSize", "+=4");
	equal(p.css("font-size"), "24px");
});

test("an invalid name of a class, attribute or event does no harm", () => {
	const p = show("<p>x</p>").find("p");
	p.addClass("  ")
		.on("  ", () => {})
		.off("none")
		.removeClass("x")
		.removeAttr("y");
	equal(stage.innerHTML, "<p>x</p>");
});

test("__proto__ among what came from JSON gets nowhere", () => {
	const evil = JSON.parse('{"__proto__": {"polluted": 1}}');
	const e = $.Event("own", evil);
	equal(e.polluted, undefined);
	equal($.extend({}, evil).polluted, undefined);
	equal($(stage).data(evil).data().polluted, undefined);
	equal(/** @type {any} */ ({}).polluted, undefined);
});

test("plugins: methods that return this go on with the chain", () => {
	$.fn.greens = function () {
		return this.each(
			/** @this {any} */ function () {
				$(this).css("color", "green");
			},
		);
	};
	$.fn.extend({
		shade(/** @type {any} */ options) {
			const { by } = $.extend({ by: "x" }, options);
			return this.addClass(by);
		},
	});
	const p = show("<p>x</p><p>y</p>").find("p").greens().shade({ by: "z" }).shade();
	ok(p instanceof $);
	equal(
		p
			.map((/** @type {number} */ _, /** @type {any} */ one) => one.className + one.style.color)
			.get()
			.join(),
		"z xgreen,z xgreen",
	);
	equal("greens" in $.fn && Object.keys($.fn).includes("addClass"), true);
	delete $.fn.greens;
});

test("a foreign collection is a list like any other", () => {
	const p = show("<p>x</p><p>y</p>").find("p").get();
	const foreign = { length: 2, 0: p[0], 1: p[1], jquery: "1.2.3" };
	equal($(foreign).length, 2);
	equal($(stage).find(foreign).length, 2);
	equal($("p", stage).not(foreign).length, 0);
	equal($("<div>").append(foreign).children().length, 2);
});
