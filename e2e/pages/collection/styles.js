// Styles, sizes and places.

import { same } from "./twins.js";

/** @typedef {any} A */

same(($) => [
	$("#box").css("width"),
	$("#box").css("padding-top"),
	$("#box").css("paddingTop"),
	$("#box").css("display"),
	$("#box").css("nothing"),
]);
same(($) => $("#box").css(["width", "padding-left", "color"]));
same(($) => $("p").css("color", "red").css("color"));
same(($) =>
	$("p").css({ color: "red", width: 50, "margin-left": "5px", opacity: 0.5, zIndex: 3, lineHeight: 2 }),
);
same(($) =>
	$("p").css("width", (/** @type {A} */ i, /** @type {A} */ old) => (i ? "" : parseFloat(old) / 2)),
);
same(($) =>
	$("p")
		.css("color", "red")
		.css("color", "")
		.css("width", null)
		.css("width", Number.NaN)
		.css("height", undefined),
);
same(($) => $("p").css("--own", " x ").css("--own"));
same(($) => [
	$("p").css("--none"),
	$("p").css("float"),
	$("p").css("letter-spacing"),
	$("p").css("fontWeight"),
	$("#none").css("color"),
]);
same(($) => $("#box").css("width", "+=20").css("height", "-=5px"));
same(($) => $("#box").css({ width: "+=10%", paddingLeft: "+=1em", opacity: "-=.25" }));
same(($) => $("#box").css("width", -5).css("padding", -1).css("margin-top", -4));
same(($) => $("#box").css("fontSize", 20).css("border-width", 3).css("flexGrow", 2).css("max-width", 90));
same(($) => [
	$("<p style='width: 50%; color: red'>").css("width"),
	$("<p style='color: red'>").css("color"),
	$("<p>").css("color"),
]);
same(
	($) => [$(".gone").css("width"), $(".gone").width(), $(".gone").height()],
	'<div class="gone box">x</div>',
);
same(($) => [
	$("#box").width(),
	$("#box").height(),
	$("span").css("width"),
	$("span").width() > 10,
	$("#none").width(),
]);
same(($) => [$("div").width(), $("div").height(), $("div").css("width")], '<div class="border-box">x</div>');
same(($) => $("div.border-box").width(50).height("60px"), '<div class="border-box">x</div>');
same(($) => $("div.border-box").width("50%").width(), '<div class="border-box">x</div>');
same(($) =>
	$("#box")
		.width(70)
		.height((/** @type {A} */ _, /** @type {A} */ old) => old * 2),
);
same(($) => $("#box").width("+=5").width("50%").width());
same(($) => [$(window).width(), $(window).height(), $(document).width(), $(document).height()]);
same(
	($) =>
		$("span").width() === $("span")[0].getBoundingClientRect().width ||
		Math.abs($("span").width() - $("span")[0].getBoundingClientRect().width) < 1,
);
same(($) => [$("#box").offset(), $("#none").offset(), $("<p>").offset(), $(".gone").offset()]);
same(($) => $("#box").offset({ top: 50, left: 30 }).offset());
same(($) => $("#box").offset({ top: 50 }));
same(
	($) => $(".at, .auto").offset({ top: 50, left: 80 }),
	'<div class="at">x</div><div class="auto">y</div>',
);
same(($) =>
	$("p").offset((/** @type {A} */ i, /** @type {A} */ { top, left }) => ({ top: top + i, left: left + 5 })),
);
same(($, log) => $("#box").offset({ left: 9, top: 3, using: log }));
same(($) => $("#box").offset(undefined).css("position"));
same(($) => [
	$("p").text(),
	$("p").html(),
	$("#none").text(),
	$("#none").html(),
	$(document).text().includes("bold"),
]);

const table =
	'<table style="border-collapse: separate"><colgroup><col span="2"></colgroup><tbody><tr style="height: 30px"><td style="width: 40px">1</td><td>2</td></tr></tbody></table>';
same(
	($) =>
		["tr", "td", "table", "tbody"].map((name) => [$(name).width(), $(name).height(), $(name).css("height")]),
	table,
);
const svg = '<svg width="40" height="30" viewBox="0 0 9 9"><rect class="r" width="5" height="6"/></svg>';
same(($) => [$("rect").addClass("x").hasClass("r"), $("svg").attr("viewBox"), $("rect").attr("width")], svg);
same(($) => [$("svg").width(), $("svg").css("width"), $("rect").is(".r"), $("rect").closest("svg")], svg);
same(($) => $("rect").css("fill", "red").toggleClass("r z").parent().children().length, svg);
same(($) => [$("input").eq(1).attr("checked"), $("input").attr("type", "hidden").attr("type")]);
same(($) => $("#box").css("background-color", "rgb(1, 2, 3)").css("backgroundColor"));
same(($) => $("#box").css({ "--a": 5, "--b": "x" }).attr("style"));
same(($) => $("#box").css("margin", "1px 2px").css(["marginTop", "margin-right", "margin"]));
same(($) => $("#box").width("2em").width());
same(($) => $("div").width("auto").width("calc(10px + 5px)").width(), '<div class="border-box">x</div>');
same(($) => $("#box").css("width", "12abc").css("color", 5).attr("style"));
same(($) => $("#box").css("top", "+=5").css("left", "-=5.5px").css("z-index", "+=2").attr("style"));
same(($) => $("li").val());

// Of a list of sizes the first.
same(($) => $("#box").css("margin", "+=5").css("padding", "-=2px").attr("style"));
