// Putting nodes into the page, taking them out, and copies.

import { same } from "./twins.js";

/** @typedef {any} A */

same(($) => $("p").text("a < b & c"));
same(($) => $("p").text((/** @type {A} */ i, /** @type {A} */ old) => `${i}${old}!`));
same(($) => [
	$("p").text(5).text(),
	$("p").text("").text(),
	$("p").text(undefined).text(),
	$("#box").text(null).html(),
]);
same(($) => $("p").html("<b>x</b> &amp; y").html());
same(($) => $("p").html((/** @type {A} */ i, /** @type {A} */ old) => `${i}${old}<hr>`));
same(($) => [
	$("p").html(5).html(),
	$("p").html(undefined).html(),
	$("p").html(null).html(),
	$("p").html("").html(),
]);
same(($) => $("p").html(document.querySelector("b")));
same(($) => $("p").html($("li")));
same(($) => $("#box").html("<tr><td>1</td></tr>").html());
same(
	($) => $("table").html("<tr><td>2</td></tr>").html(),
	"<table><tbody><tr><td>1</td></tr></tbody></table>",
);
same(($) => $("tbody").html("<tr><td>2</td></tr>"), "<table><tbody><tr><td>1</td></tr></tbody></table>");
same(($) => $("select").html("<option value=1>1</option>").val(), "<select></select>");
same(($) => $("textarea").html("<b>").val());
same(($) => $("p").append("<b>x</b>", "text", 5, null, undefined, false, ""));
same(($) => $("p").append(document.querySelector("b")));
same(($) => $("p").append($("li").get(), [["deep"]]));
same(($) => $("p").append([document.querySelector("b"), "<i>y</i>"]));
same(($) => $("p").append(document.querySelectorAll("li")));
same(($) => $("p").append((/** @type {A} */ i, /** @type {A} */ html) => `<u>${i}${html}</u>`));
same(($) => $("p").append((/** @type {A} */ i) => [document.createElement("hr"), i]));
same(($) => $("p").append("a &lt; b").append("a &b").append("1 < 2"));
same(($) => $("p").append(0).append(true));
same(($) => $("p").prepend("<b>x</b><i>y</i>").prepend("z"));
same(($) => $("p").before("<hr>", "text").after($("b"), "<br>"));
same(($) => $("p").before((/** @type {A} */ i) => `<i>${i}</i>`));
same(($) => $("<p>alone</p>").before("<hr>").after("x"));
same(($) => $("p").first().append($("p").first()));
same(($) => $("li").append($("li").eq(1)));
same(
	($) => $("table").append("<tr><td>2</td></tr>").prepend("<tr><td>0</td></tr>"),
	"<table><tbody><tr><td>1</td></tr></tbody></table>",
);
same(($) => $("table").append("<tr><td>2</td></tr>"), "<table></table>");
same(($) => $([document.createTextNode("t"), ...$("p")]).append("x"));
same(($) => $().append("x"));
same(($) => $("b").appendTo("p"));
same(($) => $("<u>x</u>").appendTo($("li")).addClass("new"));
same(($) => $("<u>x</u>").prependTo("#box").end());
same(($) => [$("b").insertBefore("#box"), $("i").insertAfter("li")]);
same(($) => $("<u>x</u>").appendTo("#none"));
same(($) => $("<u>x</u>").appendTo(document.querySelector("#box")).parent().attr("id"));
same(($) => $("p").replaceWith("<hr>"));
same(($) => $("p").replaceWith($("li")));
same(($) => $("p").replaceWith((/** @type {A} */ i) => `<u>${i}</u>`));
same(($) => $("li").first().replaceWith($("li").last(), "x"));
same(($) => $("p").remove());
same(($) => $("p").remove(".a"));
same(($) => $("li").detach(".a").length);
same(($) => $("p").detach().appendTo("#list"));
same(($) => $("p, ul").empty());
same(
	($) =>
		$([document.createTextNode("t"), ...$("p")])
			.empty()
			.remove().length,
);
same(($) => $("p").clone());
same(($) => $("li").clone().appendTo("#box"));
same(($, log) => {
	const p = $("p")
		.on("click", () => log("heard"))
		.data("k", 1);
	p.clone().trigger("click");
	p.clone(true).trigger("click").appendTo("#list");
	return [p.clone(true).data("k"), p.clone().data("k")];
});
same(($, log) => {
	$("b").on("click", () => log("heard"));
	$("li").clone(true).find("b").trigger("click");
	$("li").clone(true, false).find("b").trigger("click");
});
same(($, log) => {
	const made = $("<u>")
		.on("click", () => log("heard"))
		.data("x", 2);
	made.appendTo("p");
	$("p u").trigger("click");
	return $("p u")
		.map(function () {
			return $(this).data("x");
		})
		.get();
});
same(($, log) => {
	const p = $("p")
		.on("click", () => log("heard"))
		.data("k", 1);
	p.remove().trigger("click").appendTo("#box").trigger("click");
	return p.data();
});
same(($, log) => {
	const p = $("p")
		.on("click", () => log("heard"))
		.data("k", 1);
	p.detach().trigger("click");
	return p.data();
});
same(($, log) => {
	const b = $("b")
		.on("click", () => log("heard"))
		.data("k", 1);
	$("li").html("new");
	b.trigger("click");
	return b.data();
});
same(($, log) => {
	const b = $("b")
		.on("click", () => log("heard"))
		.data("k", 1);
	$("ul").empty();
	b.appendTo("#box")[0].click();
	return b.data();
});
same(($, log) => {
	const p = $("p").on("click", () => log("heard"));
	p.replaceWith("gone");
	p.trigger("click");
});
same(($, log) => {
	const b = $("b").on("click", () => log("heard"));
	$("li").text("new");
	b.trigger("click");
});
same(($) =>
	$("p")
		.hide()
		.map(function () {
			return this.style.display;
		})
		.get(),
);
same(($) => $("p").hide().show().toggle().toggle(true));
same(($) => $(" <p>a</p> <p>b</p> ").hide().appendTo("#box").show().length);
same(($) => $("p").slideUp(0).fadeIn(0).animate({ width: 50 }, 0).fadeTo(0, 0.5).stop().finish());
same(($, log) =>
	$("p").slideUp(0, function () {
		log(this);
	}),
);
same(($, log) =>
	$("p")
		.fadeOut({
			duration: 0,
			complete() {
				log(this);
			},
		})
		.is("p"),
);
same(($, log) =>
	$("p")
		.queue("own", (/** @type {A} */ next) => {
			log("own");
			next();
		})
		.dequeue("own"),
);
same(($, log) => {
	$("p").queue(function (/** @type {A} */ next) {
		log(this);
		next();
	});
	return [$("p").queue().length, $("p").queue("own")];
});
same(($) =>
	$("p")
		.queue("own", () => {})
		.clearQueue("own")
		.queue("own"),
);
same(($) => $("p").queue("own", undefined));
same(($, log) => {
	const o = {};
	$(o)
		.queue("x", (/** @type {A} */ next) => {
			log("x");
			next();
		})
		.dequeue("x");
	return $(o).queue("x").length;
});
same(($, log) => {
	$("p")
		.promise()
		.done(function (/** @type {A} */ one) {
			log(this, one);
		});
});
same(($, log) => {
	const to = {};
	const same = $("p").promise(to) === to;
	$("p")
		.promise("own")
		.done(() => log("own"));
	return same;
});
same(($, log) => {
	$()
		.promise()
		.done((/** @type {A} */ one) => log(one));
	$(document)
		.promise()
		.done(() => log("document"));
});
