// Listening and delegating.

import { same } from "./twins.js";

/** @typedef {any} A */

/** @param {A} log @param {string} name @returns {(this: any, e: A, ...rest: A[]) => void} */
export const heard = (log, name) =>
	function (e, ...rest) {
		log(name, this, e.type, e.target, e.currentTarget, e.delegateTarget, e.namespace, e.data, ...rest);
	};
export const click = (/** @type {string} */ selector) =>
	/** @type {A} */ (document.querySelector(selector)).click();

same(($, log) => {
	$("li").on("click", heard(log, "a"));
	click("b");
	return $("li").trigger("click");
});
same(($, log) => {
	$("li").bind("click", heard(log, "a")).unbind("click");
	click("b");
});
same(($, log) => {
	$("li").click(heard(log, "a")).click();
});
same(($, log) => {
	$("li").click({ x: 1 }, heard(log, "a")).click();
});
same(($, log) => $("li").on("a b  c", heard(log, "x")).trigger("b").trigger("c").trigger("d"));
same(($, log) =>
	$("li")
		.on({ a: heard(log, "x"), b: heard(log, "y") })
		.trigger("b"),
);
same(($, log) =>
	$("li")
		.on({ a: heard(log, "x") }, { d: 1 })
		.trigger("a"),
);
same(($, log) => {
	$("ul").on({ a: heard(log, "x") }, "li", { d: 1 });
	$("b").trigger("a");
});
same(($, log) => {
	$("ul").on("a", "li", 5, heard(log, "x"));
	$("b").trigger("a", [1, 2]);
});
same(($, log) => {
	$("ul").on("click", "b, li", heard(log, "x")).on("click", heard(log, "own"));
	click("b");
});
same(($, log) => {
	$("ul").on("click", "> li", heard(log, "x"));
	click("b");
});
same(($, log) => {
	$("#stage").on("click", "ul li", heard(log, "x"));
	click("b");
});
same(($, log) => {
	$(document).on("click", "li", heard(log, "x"));
	click("b");
	$(document).off("click", "li");
	click("b");
});
same(($, log) => {
	$("form").on("click", "button", heard(log, "x"));
	$("button").trigger("click");
});
same(($, log) => {
	$("li").one("click", heard(log, "x"));
	click("b");
	click("b");
});
same(($, log) => {
	$("ul").one("click", "li", heard(log, "x"));
	click("b");
	click("b");
});
same(($, log) => {
	$("li").one("a b", heard(log, "x")).trigger("a").trigger("a").trigger("b");
});
same(($, log) => {
	const f = heard(log, "x");
	$("li").one("a", f).off("a", f).trigger("a");
});
same(($, log) =>
	$("p")
		.on("a.x", heard(log, "x"))
		.on("a.y", heard(log, "y"))
		.on("a.x.y", heard(log, "xy"))
		.trigger("a.x")
		.trigger("a.y.x")
		.trigger("a")
		.off(".x")
		.trigger("a"),
);
same(($, log) =>
	$("p").on("a.x b.x", heard(log, "x")).on("a", heard(log, "none")).off("a.x").trigger("a").trigger("b"),
);
same(($, log) => {
	const f = heard(log, "f");
	$("p").on("a", f).on("a", heard(log, "g")).off("a", f).trigger("a");
});
same(($, log) => {
	const f = heard(log, "f");
	$("p").on("a b", f).off({ a: f }).trigger("a").trigger("b");
});
same(($, log) => {
	$("ul")
		.on("a", "li", heard(log, "x"))
		.on("a", "b", heard(log, "y"))
		.on("a", heard(log, "z"))
		.off("a", "li");
	$("b").trigger("a");
	$("ul").off("a", "**");
	$("b").trigger("a");
});
same(($, log) => {
	$("p").on("a", heard(log, "x")).off().trigger("a");
});
same(($, log) => {
	$("p")
		.on("a", (/** @type {A} */ e) => {
			log("once");
			$("p").off(e);
		})
		.trigger("a")
		.trigger("a");
});
same(($, log) => {
	$("ul").on("a.n", "li", function (/** @type {A} */ e) {
		log(this, e.handleObj.selector, e.handleObj.namespace, e.handleObj.origType);
	});
	$("b").trigger("a");
});
same(($, log) => {
	$("li")
		.on("a", () => false)
		.on("a", (/** @type {A} */ e) => log(e.isDefaultPrevented(), e.isPropagationStopped(), e.result));
	$("ul").on("a", heard(log, "no"));
	$("b").trigger("a");
});
same(($, log) => {
	$("li").on("click", false);
	$("ul").on("click", heard(log, "no"));
	click("b");
	$("li").off("click", false);
	click("b");
});
same(($, log) => {
	$("li")
		.on("a", (/** @type {A} */ e) => e.stopImmediatePropagation())
		.on("a", heard(log, "no"))
		.trigger("a");
});
same(($, log) => {
	$("ul")
		.on("a", "b", (/** @type {A} */ e) => e.stopPropagation())
		.on("a", "li", heard(log, "no"))
		.on("a", heard(log, "no"));
	$("b").trigger("a");
});
same(($, log) => {
	$("ul")
		.on("a", "b", (/** @type {A} */ e) => e.stopImmediatePropagation())
		.on("a", "b", heard(log, "no"));
	$("b").trigger("a");
});
same(($, log) => {
	$("li").on("a", heard(log, "li"));
	$("ul").on("a", heard(log, "ul"));
	$(document).on("a", heard(log, "document"));
	$(window).on("a", heard(log, "window"));
	$("b").trigger("a", "extra");
});
same(($, log) => {
	$("li").on("a", heard(log, "li")).triggerHandler("a");
	return [
		$("li")
			.on("b", () => 5)
			.triggerHandler("b"),
		$("#none").triggerHandler("a"),
		$("li").triggerHandler("none"),
	];
});
same(($, log) => {
	$("p")
		.on("a", heard(log, "x"))
		.trigger("a", { o: 1 })
		.trigger("a", [[1]])
		.trigger("a", 0)
		.trigger("a", null);
});

same(($, log) => {
	$("b").on("valueOf toString", heard(log, "odd")).trigger("valueOf").trigger("toString");
});

// A selector that is empty is none.
for (const none of ["", 0, false, null]) {
	for (const type of ["click", "focus", "own"]) {
		same(
			($, log) => {
				$("#box").on(type, none, { d: 1 }, (/** @type {any} */ event) => log(event.data));
				$("#box").delegate("", type, () => log("delegated"));
				$("#box").one(type, none, () => log("once"));
				$("#box").triggerHandler(type);
				$("#box").off(type, none);
				$("#box").triggerHandler(type);
			},
			undefined,
			`${type} with ${JSON.stringify(none)} for a selector`,
		);
	}
}
