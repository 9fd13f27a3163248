// What handlers get, and triggering.

import { click, heard } from "./events.js";
import { same } from "./twins.js";

/** @typedef {any} A */

same(($, log) => {
	$("p")
		.on("a", (/** @type {A} */ e) => log(e.which, e.key, e.own, e.type))
		.trigger($.Event("a", { which: 13, key: "Enter", own: 1 }))
		.trigger({ type: "a", own: 2 });
});
same(($, log) => {
	const e = $.Event("a.n");
	$("p")
		.on("a", (/** @type {A} */ x) => {
			log(x === e);
			x.preventDefault();
		})
		.trigger(e);
	return [e.isDefaultPrevented(), e.type, e.namespace];
});
same(($) => {
	const e = $.Event("a");
	return [
		e instanceof $.Event,
		new $.Event("b").type,
		e.isDefaultPrevented(),
		e.isPropagationStopped(),
		e.isImmediatePropagationStopped(),
		typeof e.timeStamp,
	];
});
same(($, log) => {
	$("p").on("x", (/** @type {A} */ e) => log(e.originalEvent instanceof Event, e.detail, e.bubbles, e.which));
	$("p")[0].dispatchEvent(new CustomEvent("x", { detail: 5, bubbles: true }));
});
same(($, log) => {
	$("p").on("keydown", (/** @type {A} */ e) => log(e.key, e.ctrlKey, e.which));
	$("p")[0].dispatchEvent(new KeyboardEvent("keydown", { key: "a", ctrlKey: true }));
});
same(($, log) => {
	$("p").on("click", (/** @type {A} */ e) => {
		e.preventDefault();
		log(e.isDefaultPrevented());
	});
	$("#box").on("click", (/** @type {A} */ e) => log(e.isDefaultPrevented()));
	return $("p")[0].dispatchEvent(new MouseEvent("click", { cancelable: true, bubbles: true }));
});
same(($, log) => {
	$("li").on("mouseenter", heard(log, "enter")).on("mouseleave", heard(log, "leave"));
	const b = $("b")[0];
	for (const [type, relatedTarget] of /** @type {A} */ ([
		["mouseover", document.body],
		["mouseover", $(".b")[0]],
		["mouseout", b],
		["mouseout", document.body],
	]))
		b.dispatchEvent(new MouseEvent(type, { relatedTarget, bubbles: true }));
});
same(($, log) => {
	$("ul").on("mouseenter", "li", heard(log, "enter"));
	$("b")[0].dispatchEvent(new MouseEvent("mouseover", { relatedTarget: document.body, bubbles: true }));
});
same(($, log) => {
	$("li").hover(heard(log, "in"), heard(log, "out"));
	$("b")[0].dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
});
same(($, log) => {
	$("li")
		.on("mouseenter", heard(log, "enter"))
		.on("mouseover", heard(log, "over"))
		.trigger("mouseenter")
		.off("mouseenter")
		.trigger("mouseover");
});
same(($, log) => {
	$("[value=c2]")
		.on("click", function (/** @type {A} */ e, /** @type {A} */ x) {
			log(this.checked, x, e.type);
		})
		.trigger("click", 7);
	return $("[value=c2]").prop("checked");
});
same(($, log) => {
	$("form").on("click", "[value=c2]", function (/** @type {A} */ e, /** @type {A} */ x) {
		log(this.checked, x, e.type);
	});
	$("[value=c2]").trigger("click", 7);
	return $("[value=c2]").prop("checked");
});
same(($, log) => {
	$("[value=c2]").on("change", heard(log, "change")).trigger("click");
});
same(($, log) => {
	$("[value=c2]").on("click", heard(log, "x"))[0].click();
	return $("[value=c2]").prop("checked");
});
same(($, log) => {
	$("input[name]").on("focus", heard(log, "focus")).on("focusin", heard(log, "in")).trigger("focus", 3);
	return document.activeElement === $("input")[0];
});
same(($, log) => {
	$("form").on("focus", "input", heard(log, "focus"));
	$("input").first().trigger("focus");
});
same(($, log) => {
	$("input[name]").trigger("focus").on("blur", heard(log, "blur")).trigger("blur");
	return document.activeElement === document.body;
});
same(($, log) => {
	$("input[name]").on("focus", heard(log, "focus")).triggerHandler("focus");
	return document.activeElement === document.body;
});
same(($, log) => {
	$("p").on("focus", heard(log, "focus")).trigger("focus");
});
same(($, log) => {
	$("form")
		.on("submit", (/** @type {A} */ e) => {
			log("submit");
			e.preventDefault();
		})
		.trigger("submit");
});
same(($, log) => {
	$("form").on("reset", heard(log, "reset")).find("input").first().val("new");
	$("form").trigger("reset");
	return $("input").val();
});
same(($, log) => {
	$("#box")[0].onclick = (/** @type {A} */ e) => {
		log("property", e.type);
		return false;
	};
	$("#box").on("click", heard(log, "x"));
	$("p").trigger("click");
});
same(($, log) => {
	const a = $("<a href='#here'>").appendTo("#box").on("click", heard(log, "a")).trigger("click");
	a.remove();
	return location.hash;
});
same(($, log) => {
	$("p")[0].addEventListener("click", () => log("native"));
	$("p").on("click", heard(log, "x")).trigger("click");
});
same(($, log) => {
	$("#box")[0].addEventListener("own", () => log("native"));
	$("p").on("own", heard(log, "x")).trigger("own");
});
same(($, log) => {
	const o = {
		x() {
			log("method");
		},
	};
	$(o).on("x", heard(log, "o")).trigger("x");
	$(o).off("x").trigger("y");
});
same(($, log) => {
	$(document.createTextNode("t")).on("a", heard(log, "no")).trigger("a");
});
same(($, log) => {
	$("p")
		.on("a", () => $("p").off("a"))
		.on("a", heard(log, "still"))
		.trigger("a");
});
same(($, log) => {
	$("p")
		.first()
		.on("a", () => $("p").first().on("a", heard(log, "later")))
		.trigger("a")
		.trigger("a");
});
same(($, log) => {
	$("p")
		.on("a", null)
		.on("a", undefined)
		.on("a")
		.on("", heard(log, "no"))
		.on(".n", heard(log, "no"))
		.trigger("a");
});
same(($, log) => {
	$("p").on("a", heard(log, "x"));
	$(".a").filter("p").trigger("a");
	$("p").not(".a").remove().trigger("a");
});
same(($, log) => {
	const names =
		"blur focus focusin focusout resize scroll click dblclick mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave change select submit keydown keypress keyup contextmenu";
	for (const name of names.split(" ")) {
		$("#box")[name](heard(log, name))[name]();
	}
});
same(($, log) => {
	$("ul").on("click", "li", (/** @type {A} */ e) => {
		e.type = "changed";
		log(e.type);
	});
	click("b");
	click("b");
});
same(($, log) => {
	$("img").on("load", heard(log, "img"));
	$("#box").on("load", heard(log, "no"));
	$("img").trigger("load");
}, '<div id="box"><img alt=""></div>');

same(($, log) => {
	$("[value=c2]").on("click", function (/** @type {A} */ e) {
		e.preventDefault();
		log(this.checked);
	});
	$("[value=c2]").trigger("click");
	return $("[value=c2]").prop("checked");
});
same(($, log) => {
	$("input").first().trigger("focus").on("focus", heard(log, "again")).trigger("focus");
});
same(($, log) => {
	$("form").on("click", heard(log, "form"));
	$("[value=c2]")
		.on("click", (/** @type {A} */ e) => e.stopPropagation())
		.trigger("click");
});
same(($, log) => {
	$("li").on("a", (/** @type {A} */ e) => e.preventDefault());
	$("ul").on("a", (/** @type {A} */ e) => log(e.isDefaultPrevented()));
	$("b").trigger("a");
});
same(($, log) => {
	const input = $("input").first();
	input.on("focusin", heard(log, "in")).on("focus", heard(log, "focus")).on("focusout", heard(log, "out"));
	input[0].focus();
	input[0].blur();
});
same(($, log) => {
	$("li").on("own:event", heard(log, "x")).trigger("own:event").triggerHandler("own:event.n");
});
same(($, log) => {
	$("#box").on("a", "p", heard(log, "p")).clone(true).appendTo("#list").find("p").trigger("a");
});

// A click on a label makes one on its field, which bubbles as well: no handler hears it.
const labels = `<div id="box"><label>a <input type="checkbox"></label><label for="radio">b</label>
<input type="radio" id="radio"><label><b>c</b> <select><option>x</select></label>
<label>d <button type="button">e</button></label><details><summary>f</summary>g</details></div>`;
const names = (/** @type {A} */ log, /** @type {string} */ name) =>
	function (/** @type {A} */ e) {
		log(name, e.type, e.target.nodeName, e.currentTarget.nodeName);
	};
for (const [i, what] of ["label", "label b", "label input", "summary", "button"].entries())
	for (const trigger of ["trigger", "click"])
		same(
			($, log) => {
				$("#box").on("click", names(log, "box")).on("click change", "*", names(log, "delegated"));
				$(document).on("click", "label", names(log, "document"));
				$("input, select, button").on("click", names(log, "field"));
				if (trigger === "click") $(what).click();
				else $(what).trigger("click", i);
				log(
					$("input")
						.get()
						.map((/** @type {A} */ one) => one.checked),
					$("details").prop("open"),
				);
				$(what).off().trigger("click");
			},
			labels,
			`${trigger} on ${what}`,
		);
same(
	($, log) => {
		$("input").on("click", names(log, "input"));
		$("label")
			.on("click", (/** @type {A} */ e) => e.preventDefault())
			.trigger("click");
		log($("input").prop("checked"));
		$("label").off();
		$("label")[0].click(); // by the page: the browser makes both events, and both are heard
		log($("input").prop("checked"));
	},
	labels,
	"a label whose click is prevented, and one that is clicked",
);
same(($) => [$().jquery, $.fn.jquery, typeof $("p").jquery]);
