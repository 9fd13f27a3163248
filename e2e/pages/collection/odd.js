// A form whose fields are named like everything that a form can do, and images that are named like what the
// document can do. What comes of a program is what comes of it in jQuery with harmless names.

import { deepEqual, equal, ok, run, test } from "../lib/test.js";
import { godeferred } from "../lib/started.js";

const scope = /** @type {any} */ (window);

/** @param {any} proto @param {any} until @returns {string[]} */
function names(proto, until) {
	const all = [];
	for (let one = proto; one && one !== until; one = Object.getPrototypeOf(one))
		all.push(...Object.getOwnPropertyNames(one));
	return [...new Set(all)].filter((name) => /^[a-z]\w*$/i.test(name));
}

const ofForms = names(HTMLFormElement.prototype, Object.prototype);
const ofDocuments = names(Document.prototype, Object.prototype);

const stage = document.createElement("div");
stage.id = "stage";
stage.style.cssText = "position:relative;width:400px";
const images = document.createElement("p");
document.body.append(stage, images);

/** @param {string} prefix of the fields' names */
const page = (prefix) =>
	`<p class="a">before</p><form id="form" class="a b" title="t" action="#">` +
	`${ofForms.map((name) => `<input name="${prefix}${name}" value="${prefix}${name}">`).join("")}` +
	`<b class="a">bold</b></form><i>after</i>`;

/** @type {Record<string, ($: any, log: (...values: any[]) => void) => any>} */
const programs = {
	is: ($) => [
		$("#form").is("form"),
		$("#form").is(":visible, p"),
		$("#form").is($("form")),
		$("#form").is("#stage > form"),
	],
	filter: ($) => $("#stage *").filter("form, b, :header").length,
	not: ($) => $("#form, b").not("form").length,
	find: ($) => [
		$("#form").find("b").length,
		$("#form").find("> b").length,
		$("#form").find("+ i").length,
		$("#form").find(":text").length,
	],
	"find by id": ($) => [$("#stage").find("#form").length, $("b", "#form").length],
	closest: ($) => [$("b").closest("form").length, $("#form").closest("#stage").length],
	parents: ($) => [
		$("b").parents().length,
		$("#form").parent().attr("id"),
		$("b").parentsUntil("#stage").length,
	],
	children: ($) => [
		$("#form").children().length,
		$("#form").contents().length,
		$("#form").children(":last").text(),
	],
	siblings: ($) => [
		$("#form").siblings().length,
		$("#form").next().text(),
		$("#form").prevAll().text(),
		$("p").nextUntil("i").length,
	],
	index: ($) => [$("#form").index(), $("form").index($("#form"))],
	has: ($) => [
		$("#form").has("b").length,
		$.contains($("#form")[0], $("b")[0]),
		$.contains(document, $("#form")[0]),
	],
	add: ($) => $("i").add("#form").add("p").length,
	append: ($) => $("#form").append("<u>new</u>", "text").prepend("<s>first</s>").before("<hr>").after("<hr>"),
	appendTo: ($) => [$("i").appendTo("#form").length, $("<u>").insertBefore("#form").length],
	html: ($) => [$("#form").html().length > 100, $("#form").html("<u>u</u>").html()],
	text: ($) => [$("#form").text(), $("#form").text("new").text()],
	wrap: ($) => [
		$("#form").wrap("<div class=w>").parent().attr("class"),
		$("#form").wrapInner("<u>").unwrap().length,
	],
	replaceWith: ($) => $("#form").replaceWith("<u>gone</u>"),
	remove: ($) => [$("#form").remove().length, $("form").length],
	empty: ($) => $("#form").empty().children().length,
	clone: ($) => $("#form").clone(true).attr("id", "copy").appendTo("#stage").find("b").length,
	attributes: ($) => $("#form").attr("title", "new").removeAttr("action").attr("title"),
	classes: ($) => $("#form").addClass("c").removeClass("a").toggleClass("d").hasClass("c"),
	css: ($) => [
		$("#form").css("color", "red").css("color"),
		$("#form").css({ width: 100 }).width(),
		$("#form").outerHeight() > 0,
	],
	place: ($) => [
		$("#form").offset(),
		$("#form").position(),
		$("#form").offsetParent().attr("id"),
		$("#form").scrollTop(),
	],
	display: ($) => [
		$("#form").hide().css("display"),
		$("#form").show().css("display"),
		$("#form").toggle().is(":hidden"),
	],
	data: ($) => [$("#form").data("x", 1).data("x"), $("#form").removeData().data("x")],
	serialize: ($) => [$("#form").serialize(), $("#form").serializeArray().length],
	events: ($, log) => {
		$("#form").on("own click", (/** @type {any} */ event) => log(event.type, $(event.target).is("form")));
		$("#form").on("own", "b", () => log("delegated"));
		$("#stage").on("own", "form", () => log("above"));
		$("b").trigger("own");
		$("b")[0].click();
		$("#form").off("click").triggerHandler("own");
	},
	submit: ($, log) => {
		$("#form").on("submit", (/** @type {any} */ event) => {
			log("submit");
			event.preventDefault();
		});
		$("#form").trigger("submit").submit();
	},
	context: ($) => [$($("#form")[0]).length, $("b", $("#form")[0]).length, $($("#form")).length],
	data_attributes: ($) => $("#form").attr("data-a-b", "5").data(),
	each: ($, log) =>
		$("#form").each(
			/** @this {any} */ function () {
				log($(this).get(0) === this);
			},
		).length,
};

/** @param {any} $ @param {string} prefix @param {($: any, log: (...values: any[]) => void) => any} program */
function play($, prefix, program) {
	stage.innerHTML = page(prefix);
	/** @type {any[]} */
	const log = [];
	const result = program($, (...values) => log.push(values));
	const end = JSON.stringify([result instanceof $ ? result.length : result, log, stage.innerHTML]).replaceAll(
		"x_",
		"",
	);
	$(stage).off().empty();
	return JSON.parse(end);
}

for (const [name, program] of Object.entries(programs)) {
	test(name, () => {
		const expected = play(scope.jQuery, "x_", program);
		// Names that hide what the test itself needs would fail the test, not the program.
		images.innerHTML = ofDocuments
			.filter((one) => !/^(body|documentElement|location)$/.test(one))
			.map((one) => `<img alt="" name="${one}">`)
			.join("");
		try {
			deepEqual(play(godeferred, "", program), expected);
		} finally {
			images.innerHTML = "";
		}
	});
}

test("effects", async () => {
	stage.innerHTML = page("");
	const form = godeferred("#form");
	const style = () => ["display", "opacity", "height"].map((name) => form.css(name));
	const before = style();
	await godeferred.slideUp("#form", 20);
	deepEqual(style()[0], "none");
	await godeferred.fadeIn("#form", 20);
	deepEqual(style(), before);
	const moving = godeferred.animate("#form", { opacity: 0.5, height: 50 }, 20);
	deepEqual(form.is(":animated"), true);
	await moving;
	deepEqual(style(), ["block", "0.5", "50px"]);
	godeferred.fadeOut("#form", 1000);
	godeferred.stop("#form", true, true);
	deepEqual(style()[0], "none");
	await form.show(20).promise();
	deepEqual(style(), ["block", "0.5", "50px"]);
	form.remove();
	stage.innerHTML = "";
});

test("images hide nothing of the document from requests, sizes and effects", async () => {
	stage.innerHTML = `${page("x_")}<table><tr style='border:1px solid'><td>cell</td></tr></table>`;
	images.innerHTML = ofDocuments.map((name) => `<img alt="" name="${name}">`).join("");
	try {
		const here = new URL("/pages/collection/odd.html", window.location.href);
		here.username = "visitor";
		ok(
			(await godeferred.ajax(here.href, { dataType: "text" })).includes("<!doctype html>"),
			"with a user name",
		);
		let crossDomain;
		await godeferred.ajax("odd.html", {
			dataType: "text",
			beforeSend: (/** @type {any} */ _, /** @type {any} */ settings) => {
				crossDomain = settings.crossDomain;
			},
		});
		equal(crossDomain, false);
		await godeferred.getScript("data:text/javascript,window.byElement=1//");
		equal(scope.byElement, 1);
		await godeferred.getScript("/modules/underscore/underscore-min.js");
		equal(typeof scope._.VERSION, "string");
		ok(godeferred("#stage tr").height() > 0);
		// Two elements: the second gets a copy of the effect of the first.
		await godeferred.fadeOut("#form, #stage table", 20);
		deepEqual(
			[godeferred("#form").css("display"), godeferred("#stage table").css("display")],
			["none", "none"],
		);
		await new Promise((resolve) => godeferred(resolve));
	} finally {
		images.innerHTML = stage.innerHTML = "";
	}
});

await run();
