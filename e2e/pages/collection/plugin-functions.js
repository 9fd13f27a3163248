// jQuery's functions and methods that plugins call first.

import { page, same } from "./twins.js";

/** @typedef {any} A */

// Functions.
same(($) => [
	$.inArray(2, [1, 2]),
	$.inArray(9, [1]),
	$.inArray(1, [1, 2, 1], 1),
	$.inArray(1, null),
	$.inArray("a", "bar"),
]);
same(($) => [
	$.grep([1, 2, 3, 4], (/** @type {A} */ n, /** @type {A} */ i) => n > 1 && i < 3),
	$.grep([1, 2, 3], (/** @type {A} */ n) => n > 1, true),
	$.grep({ length: 2, 0: "a", 1: "b" }, (/** @type {A} */ s) => s === "b"),
	$.grep($("li"), (/** @type {A} */ li) => li.className === "b"),
	$.grep("text", (/** @type {A} */ letter) => letter === "t"),
	// biome-ignore lint/suspicious/noSparseArray: jQuery walks over holes
	$.grep([1, , 3], () => true).length,
	$.grep(5, () => true),
]);
same(($) => [
	$.parseXML("<a><b>x</b></a>").documentElement.nodeName,
	$.parseXML(""),
	$.parseXML(null),
	$.hasData($("#box").on("own", () => {})[0]),
	$.hasData($("#box").off("own")[0]),
]);
same(($) => [
	$.makeArray("text"),
	$.makeArray(5),
	$.makeArray(null),
	$.makeArray(undefined),
	$.makeArray([1, 2]),
	$.makeArray({ length: 1, 0: "a" }),
	$.makeArray({ a: 1 }),
	$.makeArray($("li")),
	$.makeArray(document.querySelectorAll("p")),
	$.makeArray([3], [1, 2]),
	$.makeArray(() => {}).length,
]);
same(($) => {
	const first = [1];
	return [
		$.merge(first, [2, 3]) === first,
		first,
		$.merge({ length: 1, 0: "a" }, ["b"]),
		$.merge([], document.querySelectorAll("li")),
	];
});
same(($) =>
	[
		{},
		Object.create(null),
		JSON.parse("{}"),
		[],
		null,
		undefined,
		"text",
		5,
		window,
		document,
		new Date(),
		$("p"),
		() => {},
		new (class Own {})(),
		Object.create({}),
		Math,
	].map((one) => $.isPlainObject(one)),
);
same(($) => [$.isEmptyObject({}), $.isEmptyObject([]), $.isEmptyObject({ a: 1 }), $.isEmptyObject(null)]);
same(($) => {
	const [ul, b] = [document.querySelector("ul"), document.querySelector("b")];
	return [
		$.contains(ul, b),
		$.contains(b, ul),
		$.contains(ul, ul),
		$.contains(document, ul),
		$.contains(document.documentElement, ul),
		$.contains(ul, document.createElement("i")),
		$.contains(b, b?.firstChild),
		$.contains(document, document.documentElement),
		$.contains(ul, null),
	];
});
same(($) => {
	const [a, b, c] = document.querySelectorAll("li");
	const list = [c, a, c, b];
	return [$.uniqueSort(list) === list, list];
});
same(($, log) => {
	const one = {
		name: "one",
		tell(/** @type {A[]} */ ...args) {
			return [this.name ?? "none", ...args];
		},
	};
	log($.proxy(one.tell, one)(1), $.proxy(one, "tell")(2), $.proxy(one.tell, one, 3)(4), $.proxy(5));
	log($.proxy(one.tell).call({ name: "own" }, 5));
	const handler = () => log("heard");
	$("p").on("own", $.proxy(handler, one)).trigger("own").off("own", handler).trigger("own");
});
same(($) => {
	try {
		$.error("mine");
	} catch (error) {
		return String(error);
	}
	return "";
});
same(($) => [
	$.parseHTML("<p>a</p> text <b>c</b>"),
	$.parseHTML("<p>"),
	$.parseHTML("text"),
	$.parseHTML("a &amp; b").length,
	$.parseHTML("<tr><td>1</td></tr>"),
	$.parseHTML("<script>ran++</script><p>x<script>ran++</script></p><script type='text/x'>y</script>"),
	$.parseHTML("<script>x</script><i>y</i>", document, true).length,
	$.parseHTML("<script>x</script><i>y</i>", true).length,
	$.parseHTML(null),
	$.parseHTML(5),
	$.parseHTML(""),
	$.parseHTML("<b>x</b>")[0].ownerDocument === document,
	$.parseHTML("<b>x</b>", document)[0].ownerDocument === document,
]);
same(($) => {
	const one = document.querySelector("li.last");
	const object = {};
	const before = $.data(one, "n");
	$.data(one, { "first-name": 1, other: 2 });
	return [
		before,
		$.data(one, "own", 5),
		$.data(one, "own"),
		$.data(one, "firstName"),
		$.data(one),
		$(one).data("n"),
		$.data(one, "n"),
		$.data(object, "x", 1) && $(object).data("x"),
		$.hasData(one),
		$.hasData(document.querySelector("p")),
		$.removeData(one, "own"),
		$.data(one, "own"),
		$.removeData(one),
		$.hasData(one),
	];
});
same(($) => typeof $.support === "object" && typeof $.guid);
same(($) => [
	$.attr(document.querySelector("#box"), "title"),
	$.prop(document.querySelector("#box"), "id"),
	$.css(document.querySelector("p"), "display"),
	$.text(document.querySelector("p")),
	$.text($("p").get()),
]);
same(($) => [
	$.find("li"),
	$.find("b", document.querySelector("ul")),
	$.find.matchesSelector(document.querySelector("b"), "li b"),
	$.find.matches("li.a", $("li").get()),
	$.filter("li:visible", $("li, p").get()),
	$.filter(".a", $("li").get(), true),
]);
same(($) => [
	$.isXMLDoc(document),
	$.isXMLDoc(document.body),
	$.isXMLDoc(new DOMParser().parseFromString("<a/>", "text/xml")),
]);

// Events.
same(($, log) => {
	const box = document.querySelector("#box");
	const handler = (/** @type {A} */ event, /** @type {A[]} */ ...more) => log(event.type, event.data, more);
	$.event.add(box, "own.a click", handler, { d: 1 });
	$.event.add(box, "own", handler, null, "p");
	$.event.trigger("own", [5], box);
	$.event.trigger("own", [6], document.querySelector("p"));
	$.event.remove(box, "own", handler);
	$("#box").trigger("own");
	$.event.trigger("click", null, box, true);
});
same(($, log) => {
	$.event.special.press = {
		setup(/** @type {A} */ data, /** @type {A} */ names) {
			log("setup", this, data, names);
			$(this).on("mousedown.press", (/** @type {A} */ event) => $(event.target).trigger("press"));
		},
		teardown() {
			log("teardown", this);
			$(this).off(".press");
		},
		add(/** @type {A} */ entry) {
			log("add", entry.type, entry.selector);
		},
		remove(/** @type {A} */ entry) {
			log("remove", entry.namespace);
		},
	};
	const heard = () => log("heard");
	$("#box").on("press.x", { d: 1 }, heard).on("press.y", "p", heard);
	$("p").first().trigger("mousedown");
	$("#box").off("press.x");
	$("#box").off("press");
	$("p").first().trigger("mousedown");
	delete $.event.special.press;
});
same(($, log) => {
	$.event.special.enterkey = {
		bindType: "keydown",
		delegateType: "keydown",
		handle(/** @type {A} */ event) {
			if (event.key === "Enter") return event.handleObj.handler.apply(this, arguments);
		},
	};
	$("#form").on("enterkey", () => log("own"));
	$("#form").on("enterkey", "input", () => log("delegated"));
	const input = document.querySelector("input");
	for (const key of ["a", "Enter"])
		input?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
	$("#form").off("enterkey");
	input?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
	delete $.event.special.enterkey;
});
same(($, log) => {
	$.event.addProp("shifted");
	$.event.addProp("twice", (/** @type {A} */ native) => native.detail * 2);
	$("#box").on("own", (/** @type {A} */ event) =>
		log(event.shifted, event.twice, "twice" in $.Event.prototype),
	);
	document
		.querySelector("#box")
		?.dispatchEvent(Object.assign(new CustomEvent("own", { detail: 4 }), { shifted: 1 }));
});
same(($, log) => {
	$("#box").on("own", (/** @type {A} */ event, /** @type {A} */ more) => log(event.type, more));
	$.event.dispatch.call(document.querySelector("#box"), $.Event("own"), 7);
	const fixed = $.event.fix(new Event("x"));
	return [fixed.type, $.event.fix(fixed) === fixed];
});
same(($, log) => {
	const handler = () => log("heard");
	$("#list").delegate("li", "own", handler);
	$("b").trigger("own");
	$("#list")
		.undelegate("li", "own", handler)
		.delegate("b", "own.ns", handler)
		.delegate("b", "other", handler);
	$("b").trigger("own");
	$("#list").undelegate(".ns");
	$("b").trigger("own").trigger("other");
	$("#list").undelegate();
	$("b").trigger("other");
});

// Going from elements to others.
same(($) => [
	$("i").parentsUntil("#stage"),
	$("b, i").parentsUntil("#stage", "li, p"),
	$("b").parentsUntil(document.querySelector("ul")),
]);
same(($) => [
	$(".first").nextUntil(".last"),
	$(".first").nextUntil(),
	$("li").nextUntil(".last", ".b"),
	$(".first").nextUntil($("li.b")),
]);
same(($) => [$(".last").prevUntil(".first"), $("li").prevUntil("none"), $(".last").prevUntil("", ".b")]);
same(($) => [$("ul").contents().length, $("p").contents(), $("p").contents("i"), $().contents()]);
same(($) => $("template").contents(), "<template><b>x</b>y</template>");
same(($) => $("iframe").contents()[0].nodeType, "<iframe></iframe>");
same(($) => [$("li").even(), $("li").odd(), $("li").odd().end().length]);
same(($) => [
	$("ul").find("li").addBack(),
	$("#box").children().addBack(".box"),
	$("p").first().addBack().length,
]);

// Wrapping.
const wrappers = ["<u></u>", "<u><s></s></u>", "<u class=x><s>t</s><em></em></u>", "#form b", "<u>"];
for (const wrapper of wrappers) {
	for (const method of ["wrap", "wrapAll", "wrapInner"]) {
		same(($) => $("p")[method](wrapper), page, `${method} ${wrapper}`);
		same(($) => $("p, .b")[method](() => wrapper), page, `${method} by a function ${wrapper}`);
	}
}
same(($) => $("p").wrap(document.querySelector("span")));
same(($) => $("p").wrap($("<u>").addClass("y")));
same(($) => $("p").wrap((/** @type {A} */ i) => `<u id=u${i}>`));
same(($) => $("p").wrapInner(document.createElement("u")).end());
same(($) => $("<p>").wrap("<div>").parent());
same(($) => $("<p>").wrapInner("<b>x</b>"));
same(($) => $("p").wrapAll("").length);
same(($) => [$().wrapAll("<u>").length, $().wrap("<u>").length]);
same(($) => $("i, b").unwrap());
same(($) => $("i, b").unwrap("p"));
same(($) => $("p").unwrap().length);
same(($) => $("<u>new</u>").replaceAll("p"));
same(($) => $("li").first().replaceAll("p, span").length);

// Sizes and places.
const boxes = `<div class="box" id="a">x</div><div class="border-box" id="b"><p style="margin:3px">x</p></div>
<div class="at box" id="c"><span id="d">inline</span></div><div class="box" id="e" style="margin:-5px 2%;overflow:scroll">x</div>
<div class="gone box" id="f">x</div><div class="border-box" id="g" style="overflow:scroll;padding:1%">x</div><svg id="h" width="30" height="20"></svg>
<table id="i"><tr id="j"><td style="padding:2px;border:1px solid">cell</td></tr></table><div id="k" style="position:fixed;top:3px;margin:4px;width:20.5px">x</div>
<div id="l" style="position:relative;border:3px solid;margin:5px"><b id="m" style="position:absolute;margin:2px;top:1px">x</b><i id="n">x</i></div>`;
const rounded = (/** @type {A} */ value) =>
	JSON.parse(JSON.stringify(value ?? null), (_, one) =>
		typeof one === "number" ? Math.round(one * 1e6) / 1e6 : one,
	);
for (const id of "abcdefghijklmn") {
	for (const size of ["width", "height", "innerWidth", "innerHeight", "outerWidth", "outerHeight"]) {
		same(($) => rounded([$(`#${id}`)[size](), $(`#${id}`)[size](true)]), boxes, `${size} of ${id}`);
	}
	same(($) => [rounded($(`#${id}`).position()), $(`#${id}`).offsetParent()], boxes, `position of ${id}`);
	for (const size of ["innerWidth", "outerHeight"]) {
		same(($) => $(`#${id}`)[size](40), boxes, `${size}(40) of ${id}`);
		same(($) => $(`#${id}`)[size]("50%"), boxes, `${size}("50%") of ${id}`);
		same(($) => $(`#${id}`)[size](40, true)[size]("+=5"), boxes, `${size}(40, true) of ${id}`);
		same(
			($) => $(`#${id}`)[size]((/** @type {A} */ i, /** @type {A} */ old) => old + i + 1),
			boxes,
			`${size}(fn) of ${id}`,
		);
	}
}
same(($) =>
	[window, document].flatMap((one) =>
		["width", "innerHeight", "outerWidth", "outerHeight"].map((size) => $(one)[size]()),
	),
);
same(($) => [$().outerWidth(), $().innerHeight(), $().position(), $().scrollTop(), $().offsetParent()]);
same(($) => {
	const box = $("#box").css({ overflow: "scroll", width: 40, height: 20 });
	box.scrollTop(7).scrollLeft(3);
	return [
		box.scrollTop(),
		box.scrollLeft(),
		box.scrollTop(2).scrollTop(),
		$(window).scrollTop(),
		$(document).scrollLeft(),
	];
});
same(($) => {
	$("#box").height(9000);
	const tops = [
		$(window).scrollTop(30).scrollTop(),
		$(document).scrollTop(),
		$(document).scrollTop(20).scrollTop(),
	];
	$(window).scrollTop(0);
	return tops;
});

// Forms.
const fields = `<form id="form"><input name="q" value="a b&c"><input value="no name"><input name="off" value="1" disabled>
<input type="checkbox" name="c" value="1" checked><input type="checkbox" name="c" value="2"><input type="radio" name="r" checked>
<select name="s"><option>x</option><option selected>y</option></select><select name="m" multiple><option selected>1</option><option selected>2</option></select>
<textarea name="t">1\n2</textarea><input type="submit" name="go" value="go"><input type="file" name="f"><input type="image" name="i"><button name="b">b</button>
<fieldset disabled><input name="within" value="1"></fieldset><input type="hidden" name="h[]" value="ä"><select name="none"></select></form><input name="out" value="of it">`;
same(($) => $("form").serialize(), fields);
same(($) => $("form").serializeArray(), fields);
same(
	($) => [
		$("input").serialize(),
		$("input, form").serializeArray().length,
		$("p").serializeArray(),
		$().serialize(),
	],
	fields,
);
