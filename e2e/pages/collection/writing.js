// Attributes, classes, values and data.

import { same } from "./twins.js";

/** @typedef {any} A */

same(($) => [
	$("#box").attr("title"),
	$("#box").attr("nothing"),
	$("#none").attr("title"),
	$("li").attr("class"),
]);
same(($) => $("p").attr("title", "t"));
same(($) => $("p").attr({ title: "t", lang: (/** @type {A} */ i, /** @type {A} */ old) => `${i}${old}` }));
same(($) =>
	$("p").attr("title", function (/** @type {A} */ i, /** @type {A} */ old) {
		return i ? this.className + old : undefined;
	}),
);
same(($) => $("#box").attr("title", null).attr("hidden", true).attr("aria-busy", false).attr("inert", false));
same(($) => $("#box").attr("title", undefined).attr("tabindex", 0));
same(($) => [$(document).attr("title", "T").length, $(window).attr("nothing")]);
same(($) => $("#box").removeAttr("title class").removeAttr());
same(($) => [
	$("input").prop("checked"),
	$("input").eq(1).prop("checked"),
	$("#box").prop("class"),
	$("button").prop("disabled"),
	$("#none").prop("x"),
]);
same(($) => $("input").prop("checked", true).eq(2).prop("checked"));
same(($) => $("p").prop({ title: "t", class: "c" }));
same(($) =>
	$("input")
		.prop("checked", (/** @type {A} */ _i, /** @type {A} */ old) => !old)
		.map(function () {
			return this.checked;
		})
		.get(),
);
same(($) => $("label").add("<label for=x>").prop("for"));
same(($) => $("p").prop("own", 5).removeProp("own").prop("own"));
same(($) => $("#box").addClass("x y").addClass("box"));
same(($) => $("p").addClass(["m", "n o"]).addClass("").addClass(undefined));
same(($) =>
	$("p").addClass(function (/** @type {A} */ i, /** @type {A} */ now) {
		return `${now}-${i} ${this.tagName}`;
	}),
);
same(($) => $("li").removeClass("a"));
same(($) => $("li").removeClass("first a none"));
same(($) => $("li").removeClass());
same(($) => $("li").removeClass(["a", "b"]));
same(($) => $("li").removeClass((/** @type {A} */ i, /** @type {A} */ now) => (i ? now : "")));
same(($) => $("li").toggleClass("a c"));
same(($) => $("li").toggleClass("a", true).toggleClass("b", false));
same(($) =>
	$("li").toggleClass(
		(/** @type {A} */ i, /** @type {A} */ now, /** @type {A} */ to) => `${now} ${to} x${i}`,
		true,
	),
);
same(($) =>
	$("<p class='  a   b a '>")
		.addClass("c")
		.add($("<p class='  a   b a '>").removeClass("b"))
		.add($("<p class='a  a'>").addClass("a")),
);
same(($) => [
	$("li").hasClass("a"),
	$("li").hasClass("z"),
	$("#list").hasClass("menu"),
	$("li").hasClass("a first"),
	$().hasClass("a"),
]);
same(($) => [
	$("input").val(),
	$("#one").val(),
	$("#many").val(),
	$("textarea").val(),
	$("p").val(),
	$("#none").val(),
]);
same(($) => $("input[name]").val("x").val());
same(($) => $("input[name]").val(5).val());
same(($) => $("input[name]").val(null).val());
same(($) =>
	$("input[name]")
		.val((/** @type {A} */ i, /** @type {A} */ old) => old + i)
		.val(),
);
same(($) => [
	$("#one").val("x").val(),
	$("#one").val("none").val(),
	$("#one").prop("selectedIndex"),
	$("#one").val("z").val(),
]);
same(($) => [
	$("#many").val(["m2"]).val(),
	$("#many").val("m1").val(),
	$("#many").val([]).val(),
	$("#many").val(["m3", null]).val(),
]);
same(($) =>
	$("[type=checkbox]")
		.val(["c2"])
		.map(function () {
			return this.checked;
		})
		.get(),
);
same(($) =>
	$("[type=checkbox]")
		.val("new")
		.map(function () {
			return this.checked + this.value;
		})
		.get(),
);
same(($) => [$(".last").data("n"), $(".last").data("none"), $("#none").data("n"), $().data()]);
same(($) =>
	$(
		"<p data-a=1 data-b=1.0 data-c=true data-d=null data-e='{\"x\": [1]}' data-f='[1, 2]' data-g='{bad}' data-h='' data-two-words=x data-n=NaN data-e2=1e3>",
	).data(),
);
same(($) => {
	const p = $("p");
	p.data("k", { a: 1 }).data("two-words", 2);
	return [p.data("k"), p.data("twoWords"), p.data("two-words"), p.eq(1).data()];
});
same(($) => $("p").data({ a: 1, "b-c": 2 }).data());
same(($) => $("p").data("a", undefined).data());
same(($) =>
	$("p")
		.data("f", () => 5)
		.data("f"),
);
same(($) => {
	const p = $(".last");
	const before = p.data("n");
	return [before, p.attr("data-n", 4).data("n"), p.data("n", 5).attr("data-n")];
});
same(($) => $("p").data({ a: 1, b: 2, c: 3 }).removeData("a b").data());
same(($) => $("p").data({ a: 1, b: 2, c: 3 }).removeData(["c"]).data());
same(($) => $(".last").data("n", 7).removeData().data());
same(($) => {
	const o = {};
	$(o).data("x", 1);
	return [$(o).data("x"), $(o).data(), Object.keys(o)];
});
same(($) => $(document).data("x", 3).data("x"));

// A function that returns nothing changes nothing.
for (const method of [
	"text",
	"html",
	"width",
	"outerHeight",
	"scrollTop",
	"scrollLeft",
	"val",
	"append",
	"addClass",
]) {
	for (const value of [undefined, null, 7, "7"]) {
		same(
			($) => {
				const box = $("#box").css({ overflow: "scroll", width: 40, height: 20 }).scrollTop(5).scrollLeft(3);
				$("p, #box, input")
					.filter(method === "html" ? "p" : "*")
					.eq(0)
					[method](() => value);
				if (method !== "text") $("p")[method]((/** @type {any} */ i) => (i === 1 ? value : undefined));
				return [box.scrollTop(), box.scrollLeft(), $("input").val()];
			},
			undefined,
			`${method}(() => ${JSON.stringify(value)})`,
		);
	}
}
for (const method of ["attr", "prop", "css"])
	same(($) =>
		$("#box")
			.css("width", 30)
			[method]({ title: () => undefined, width: () => undefined }),
	);
