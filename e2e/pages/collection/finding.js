// What `$(…)` takes, and going from elements to others.

import { same } from "./twins.js";

same(($) => $("li"));
same(($) => $("#list"));
same(($) => $("#nothing").length);
same(($) => $("li", "#list"));
same(($) => $("li", document.getElementById("list")));
same(($) => $("b", $("li")));
same(($) => $("#list", "form"));
same(($) => [$(""), $(null), $(undefined), $(false), $(), $(0)]);
same(($) => $([stage(), 5, "text"]));
same(($) => $(document.querySelectorAll("p")));
same(($) => $($("p")).length);
same(($) => $(window)[0] === window && $(document)[0] === document);
same(($) => $({ a: 1 })[0]);
same(($) => $({ length: 2, 0: "a", 1: "b" }));
same(($) => $(document.querySelector("form")));
same(($) => $(document.querySelector("select")));
same(($) => $(5));
same(($) => $("<p>"));
same(($) => $("<p/>"));
same(($) => $("<p></p>"));
same(($) => $("<div class='x'>text</div>"));
same(($) => $("<p>a</p><p>b</p>"));
same(($) => $("  <p>a</p> text"));
same(($) => $("<p>a</p> text <p>b</p>"));
same(($) => $("<tr><td>1</td></tr>"));
same(($) => $("<td>1</td><td>2</td>"));
same(($) => $("<option>1</option>"));
same(($) =>
	$("<div/>", { class: "x", text: "a & b", title: "t", css: { color: "red" }, width: 5, data: { a: 1 } }),
);
same(($) => $("<a>", { href: "#x", html: "<b>x</b>", "aria-label": "no" }));
same(($, log) => $("<button>", { click: () => log("clicked"), type: "button" }).trigger("click"));
same(($) => $("<i>x</i>", { class: "y" }));
same(($) => $("<p>a</p><p>b</p>").eq(0).next());
same(($) => $("<p>a</p><p>b</p>").parent());
same(($) => $("<p>a</p>")[0].ownerDocument === document);
same(($) => $("li")[1]);
same(($) => [$("li").get(0), $("li").get(-1), $("li").get(9), $("li").get()]);
same(($) => [
	$("li").eq(1),
	$("li").eq(-1),
	$("li").eq(7),
	$("li").first(),
	$("li").last(),
	$("li").slice(1, 2),
]);
same(($) => $("li").toArray());
same(($) => [...$("li")].length);
same(($, log) =>
	$("li").each(function (/** @type {any} */ i, /** @type {any} */ li) {
		log(i, li, this === li);
	}),
);
same(($, log) =>
	$("li").each((/** @type {any} */ i) => {
		log(i);
		return i < 1;
	}),
);
same(($) =>
	$("li")
		.map((/** @type {any} */ i, /** @type {any} */ li) => (i === 1 ? null : [li.textContent, [i]]))
		.get(),
);
same(($) =>
	$("li")
		.map(function () {
			return this.className;
		})
		.get()
		.join(),
);
same(($) => $("ul").find("li"));
same(($) => $("#box").find("div p"));
same(($) => $("#box").find("> p, > span"));
same(($) => $("#box").find("> p"));
same(($) => $("ul, div").find("b, i"));
same(($) => $("li.b").find("+ li"));
same(($) => $("li.first").find("~ li"));
same(($) => $("ul, #box").find(".a"));
same(($) => $("#box, ul").find(".a, [title='a,b'], :is(b, i)"));
same(($) => $(document).find("li").length);
same(($) => $("#box").find(document.querySelectorAll("i, b")));
same(($) => $("#box").find($("p")));
same(($) => $("#box").find(document.querySelector("b")));
same(($) => $("#box").find(""));
same(($) => $(window).find("p"));
same(($) => $("li").filter(".a"));
same(($) => $("li").filter((/** @type {any} */ i) => i > 0));
same(($) =>
	$("li").filter(function () {
		return this.className === "b";
	}),
);
same(($) => $("li").filter($(".first")));
same(($) => $("li").filter(document.querySelector(".b")));
same(($) => [
	$("li").filter(""),
	$("li").filter(undefined),
	$("li").not("").length,
	$("li").not(undefined).length,
]);
same(($) => $("li").not(".a"));
same(($) => $("li").not((/** @type {any} */ i) => i > 0));
same(($) => $("li").not($(".first").get()));
same(($) => $([document, ...$("li")]).not(".a").length);
same(($) => [
	$("li").is(".b"),
	$("ul").is("p"),
	$("li").is((/** @type {any} */ i) => i === 2),
	$("p").is($("p.a")),
	$().is("p"),
]);
same(($) => $("li").has("b"));
same(($) => $("div, ul").has(document.querySelector("i")).length);
same(($) => $("b").closest("li"));
same(($) => $("b, i").closest("ul, div"));
same(($) => $("i, b").closest("#stage > *"));
same(($) => $("b").closest(".none"));
same(($) => $("b").closest($("ul")));
same(($) => $("b").closest(document.querySelector("ul")));
same(($) => $("b").closest("#stage", document.querySelector("ul")));
same(($) => $("li").closest("li"));
same(($) => $("li").parent());
same(($) => [$("i, b").parent(".b"), $("html").parent().length, $(document).parent()]);
same(($) => $("i").parents("#stage div"));
same(($) => $("i, b").parents("div, li"));
same(($) => $("#box").children());
same(($) => $("ul, #box").children(".a"));
same(($) => $("form, ul").children("li, textarea"));
same(($) => $(".b").siblings());
same(($) => $("li").siblings(".a"));
same(($) => [$(".b").next(), $(".b").prev(), $("li").next(".a"), $(".first").prev()]);
same(($) => [$(".first").nextAll(), $(".last").prevAll(), $("li").prevAll()]);
same(($) => [
	$(".b").index(),
	$("li").index(document.querySelector(".last")),
	$(".b").index("li"),
	$("li").index($(".b")),
	$().index(),
]);
same(($) => $("li.last").add("li.first").add("p"));
same(($) => $("p").add("<hr>").add(document.querySelector("ul")));
same(($) => $("li").add($("li")).length);
same(($) => $("li").add("b", document.querySelector(".b")));
same(($) => $("ul").find("li").first().end().end());
same(($) => [$("p").end(), $("p").length, $.fn.length]);
same(($) => $("p").pushStack([document.body]).end().length);
same(($, log) => {
	$.each([4, 5], (/** @type {any} */ i, /** @type {any} */ v) => log(i, v));
	return $.each({ a: 1, b: 2 }, (/** @type {any} */ k) => {
		log(k);
		return false;
	});
});
same(($) => $.extend({ a: 1, c: { d: 1 } }, { b: 2, c: { e: 2 } }, null, { a: undefined }));
same(($) => $.extend(true, { a: 1, c: { d: 1 }, l: [1, 2] }, { b: 2, c: { e: 2 }, l: [3] }));
same(($) => $.extend(true, {}, JSON.parse('{"__proto__": {"x": 1}, "y": {"z": [{}]}}')));
same(($) => {
	$.fn.twice = function () {
		return this.each(() => {}).add(this);
	};
	return $("p").twice().length;
});
same(($) => {
	$.fn.extend({
		thrice() {
			return 3;
		},
	});
	return $("p").thrice();
});
same(($) => {
	$.extend({ mine: 4 });
	return $.mine;
});
same(($) => [
	$("p") instanceof $,
	$("p").constructor === $,
	$.fn === $.prototype,
	new $.fn.init("p").length,
	$.noop(),
]);
same(($) => $(".a", $("#nothing")));
same(($) => $("p").first().is($("p")));

const stage = () => document.getElementById("stage");

// Two elements with one id.
same(($) => {
	$("#box").clone().appendTo("#form");
	return [
		$("#box"),
		$("#box", "#stage"),
		$("#stage").find("#box"),
		$("#form").find("#box"),
		$("div#box", "#stage"),
	];
});
same(($) => $("#box").clone().find("#box, p").add($("<div><u id=x></u><u id=x></u></div>").find("#x")));
