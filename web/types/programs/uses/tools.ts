// Tasks of the documentation of @types/jquery, 32 to 42: functions that need no element.
import $ from "godeferred";
import { expectType } from "../../expect.js";

// 32. Over a list, and over an object
export function each() {
	$.each([3, 8], (index, value) => value.toFixed(index));
	$.each({ red: "#f00", blue: "#00f" }, (key, value) => `${key}: ${value.trim()}`);
	$.each($("p"), (_index, one) => one.align);
	$.each(["a", "b"], function (index) {
		return index < 1 && this !== "b";
	});
}

// 33. New lists
export function mapping() {
	expectType<string[]>()($.map([1, 2], (n, index) => `${n}${index}`));
	expectType<number[]>()($.map([-2, 7], (n) => (n > 0 ? n + 1 : null)));
	expectType<number[]>()($.map([0, 1], (n) => [n, n + 1]));
	expectType<("width" | "height")[]>()($.map({ width: 4, height: 3 }, (_value, key) => key));
	expectType<string[]>()($.map($("input"), (one) => one.value));
	return $.grep([4, 6, 8], (n, index) => n > 5 || index < 1, true);
}

// 34. Objects put together
export function extending() {
	const settings = $.extend({}, { limit: 20, sort: "name" }, { sort: "age" });
	expectType<number>()(settings.limit);
	const deep: object = $.extend(true, {}, { tea: { price: 2 } }, { tea: { grams: 50 } });
	$.extend({ own: () => {} });
	return deep;
}

// 35. Lists and what is in them
export function lists() {
	expectType<number>()($.inArray("tea", ["milk", "tea"], 1));
	const nodes: HTMLElement[] = $.makeArray(document.getElementsByTagName("div"));
	const merged: number[] = $.merge([1], [2, 4]);
	return [$.uniqueSort(nodes), merged];
}

// 36. Kinds of values
export function kinds(value: unknown) {
	if ($.isArray(value)) value.concat();
	if ($.isFunction(value)) value();
	return [$.isPlainObject(value), $.isEmptyObject({}), $.isNumeric("4e2"), $.type(/a/), $.isWindow(window)];
}

// 37. A function with its this, and with first arguments
export function proxies() {
	const me = {
		colour: "teal",
		show(this: any, event: any) {
			return [this.colour, event.target];
		},
	};
	const handler = $.proxy(me.show, me);
	$("#show").on("click", handler).off("click", handler);
	$("#other").on("click", $.proxy(me, "show"));
}

// 38. Html and nodes
export function parsing() {
	const nodes = $.parseHTML("Tea from <i>Assam</i>");
	$("main").append(nodes);
	$.each(nodes, (_index, node) => node.nodeName);
	return [$.contains(document.documentElement, document.body), $.text(document.body)];
}

// 39. An event of a kind of its own
export function special() {
	$.event.special.thrice = {
		delegateType: "click",
		bindType: "click",
		handle(event, ...extra) {
			return event.handleObj.handler.apply(this, [event, ...extra]);
		},
	};
	$("p").on("thrice", { within: 500 }, () => {});
}

// 40. A selector of its own
export function selectors() {
	$.expr.pseudos.long = (element: Element) => (element.textContent ?? "").length > 20;
	$.expr.pseudos.wider = $.expr.createPseudo((px) => (element) => $(element).width() ?? 0 > Number(px));
	return $("p:long").length;
}

// 41. A name given back
export function noConflict() {
	const mine = $.noConflict(true);
	mine((own) => own("main p").hide());
	return mine.version;
}

// 42. Time, and nothing
export function small() {
	expectType<number>()($.now());
	const callback: () => void = $.noop;
	$.error("no such tea");
	return callback;
}
