// The collection's methods: n elements, or n listeners of one.

import { elements, families, loose, times } from "./surroundings.js";

const nop = () => {};
/** Each element is laid out by the browser. */
const laidOut = { top: 1000, why: "the browser's layout" };

const forms = { top: 1000, why: "the browser's forms" };

/** @param {any} $ @returns {Record<string, import("./growth.js").Work>} */
export function collectionRows($) {
	/** @type {Record<string, import("./growth.js").Work>} */
	const rows = {
		"fn.extend: members": (n) => {
			$($.extend({}, {})).extend(Object.fromEntries(times(n, (i) => [`m${i}`, i])));
		},
		"fn.ready: calls": (n) => {
			for (let i = 0; i < n; i++) $(document).ready(nop);
		},
		"fn.nextAll: siblings": (n) => $(elements(n)[0]).nextAll(),
		"fn.prevAll: siblings": (n) => $(elements(n)[n - 1]).prevAll(),
		"fn.siblings: siblings": (n) => $(elements(n)[0]).siblings(),
		"fn.children: children": (n) => $(elements(n)[0].parentNode).children(),
		"fn.contents: children": (n) => $(elements(n)[0].parentNode).contents(),
		"fn.find: descendants": (n) => $(elements(n)[0].parentNode).find("b"),
		"fn.find: descendants, jQuery's selector": (n) => $(elements(n)[0].parentNode).find("b:even"),
		"fn.append: to one": (n) => $(document.createElement("div")).append(loose(n)),
		"fn.appendTo: one": (n) => $(loose(n)).appendTo(document.createElement("div")),
		"fn.prependTo: one": (n) => $(loose(n)).prependTo(document.createElement("div")),
		"fn.insertBefore: one": (n) => $(loose(n)).insertBefore(loose(2)[1]),
		"fn.insertAfter: one": (n) => $(loose(n)).insertAfter(loose(2)[1]),
		"fn.replaceAll: each": (n) => $("<i>").replaceAll(loose(n)),
		"fn.wrapAll: elements": (n) => $(loose(n)).wrapAll("<p>"),
		"fn.unwrap: elements": (n) => $(families(n)).unwrap(),
		"fn.serialize: fields": { ...forms, run: (n) => $(form(n)).serialize() },
		"fn.serializeArray: fields": { ...forms, run: (n) => $(form(n)).serializeArray() },
		"fn.load: elements": {
			top: 1000,
			why: "the browser's parser",
			run: (n) => new Promise((done) => $(elements(n)).load("/answer", () => done(0))),
		},
		"fn.empty: children with data": (n) => {
			const list = elements(n);
			$(list).data("key", 1);
			$(list[0].parentNode).empty();
		},
		"fn.on: handlers of one": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.on("click", () => {});
			one.triggerHandler("click");
		},
		"fn.on: delegated handlers of one": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.on("click", "b", () => {});
			one.triggerHandler("click");
		},
		"fn.on: names of events": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.on(`event${i}`, nop);
			one.off();
		},
		"fn.off: all handlers of one": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.on("click", () => {});
			one.off("click");
		},
		"fn.off: by namespace": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.on("click.some", () => {});
			one.off(".some");
		},
		"fn.bindOnce: waiters of one": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.bindOnce("click", nop);
			one[0].dispatchEvent(new Event("click"));
		},
		"fn.firstClick: waiters of one": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.firstClick(nop);
			one[0].dispatchEvent(new Event("click"));
		},
		"fn.queue: functions of one": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.queue("own", nop);
			for (let i = 0; i < n; i++) one.dequeue("own");
		},
		"fn.clearQueue: functions of one": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.queue("own", nop);
			one.clearQueue("own");
		},
		"fn.delay: delays of one": (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one.delay(1e6, "own");
			one.clearQueue("own");
		},
		"fn.promise: waiters of one": (n) => {
			const one = $(loose(1)).delay(1e6, "own");
			for (let i = 0; i < n; i++) one.promise("own");
			one.finish("own");
		},
		"fn.trigger: a path": {
			top: 10_000,
			why: "the browser's deep trees",
			run: (n) => {
				let end = document.createElement("b");
				for (let i = 0; i < n; i++) {
					const outer = document.createElement("b");
					outer.append(end);
					end = outer;
				}
				let deepest = end;
				while (deepest.firstChild) deepest = deepest.firstChild;
				$(deepest).trigger("own");
				$(deepest).parents();
			},
		},
	};
	/** Each method on n elements that are not in the page. @type {Record<string, any[]>} */
	const onLoose = {
		toArray: [],
		get: [],
		first: [],
		last: [],
		even: [],
		odd: [],
		slice: [1],
		end: [],
		each: [nop],
		map: [(/** @type {any} */ one) => one],
		eq: [1],
		index: [],
		add: [document.body],
		addBack: [],
		push: [document.body],
		sort: [() => 0],
		splice: [0, 1],
		pushStack: [[]],
		filter: ["b"],
		not: ["i"],
		is: ["i"],
		has: ["i"],
		attr: ["title", "a"],
		removeAttr: ["title"],
		prop: ["title", "a"],
		removeProp: ["own"],
		addClass: ["a b"],
		removeClass: ["a"],
		toggleClass: ["a"],
		hasClass: ["a"],
		val: ["a"],
		data: ["key", 1],
		removeData: ["key"],
		text: ["a"],
		html: ["a"],
		clone: [true],
		prepend: ["a"],
		before: ["a"],
		after: ["a"],
		replaceWith: ["a"],
		remove: [],
		detach: [],
		empty: [],
		append: ["a"],
		wrap: ["<p>"],
		wrapInner: ["<p>"],
		on: ["click.some key", nop],
		one: ["click", nop],
		off: ["click"],
		bind: ["click", nop],
		unbind: ["click"],
		delegate: ["i", "click", nop],
		undelegate: ["i", "click"],
		hover: [nop, nop],
		trigger: ["own"],
		triggerHandler: ["own"],
		css: ["color", "red"],
		queue: ["own", nop],
		dequeue: ["own"],
		clearQueue: ["own"],
		delay: [1e6, "own"],
		stop: ["own"],
		finish: ["own"],
		promise: ["own"],
		bindOnce: ["click"],
		firstClick: [],
		visible: [],
		hide: [],
		show: [],
		toggle: [],
	};
	for (const [name, args] of Object.entries(onLoose)) {
		rows[`fn.${name}: elements`] = (n) => {
			$(loose(n))[name](...args);
		};
	}
	for (const name of ["next", "prev", "parent", "children", "contents", "siblings", "nextAll", "prevAll"]) {
		rows[`fn.${name}: elements`] = (n) => $(families(n))[name]();
	}
	for (const name of ["closest", "find", "parents"]) {
		rows[`fn.${name}: elements`] = (n) => $(families(n))[name](name === "find" ? "i" : "p");
	}
	for (const name of ["parentsUntil", "nextUntil", "prevUntil"]) {
		rows[`fn.${name}: elements`] = (n) => $(families(n))[name]("p");
	}
	for (const name of [
		"offset",
		"position",
		"width",
		"innerWidth",
		"outerWidth",
		"height",
		"innerHeight",
		"outerHeight",
		"scrollLeft",
		"scrollTop",
	]) {
		rows[`fn.${name}: elements`] = {
			...laidOut,
			run: (n) => $(elements(n))[name](name === "offset" ? { top: 1, left: 1 } : 10),
		};
	}
	rows["fn.position: calls"] = {
		...laidOut,
		run: (n) => {
			const one = $(elements(1));
			for (let i = 0; i < n; i++) one.position();
		},
	};
	rows["fn.offsetParent: elements"] = { ...laidOut, run: (n) => $(elements(n)).offsetParent() };
	for (const name of ["ajaxStart", "ajaxSend", "ajaxSuccess", "ajaxError", "ajaxComplete", "ajaxStop"]) {
		rows[`fn.${name}: listeners`] = (n) => {
			const one = $(loose(1));
			for (let i = 0; i < n; i++) one[name](() => {});
		};
	}
	for (const name of EVENTS) {
		rows[`fn.${name}: listeners of elements`] = (n) => {
			$(loose(n))[name](nop);
		};
	}
	for (const name of [
		"bindOnce",
		"firstClick",
		"visible",
		"delay",
		"stop",
		"finish",
		"clearQueue",
		"dequeue",
		"queue",
	]) {
		rows[`fn.${name}Promise: elements`] = (n) => {
			$(loose(n))[`${name}Promise`](...onLoose[name]);
		};
		rows[`${name}: elements`] = (n) => {
			$[name](loose(n), ...onLoose[name]);
		};
	}
	rows["promise: elements"] = (n) => {
		$.promise(loose(n), "own");
	};
	return rows;
}

const EVENTS = (
	"blur focus focusin focusout resize scroll click dblclick mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave " +
	"change select submit keydown keypress keyup contextmenu"
).split(" ");

/** @param {number} n */
function form(n) {
	const form = document.createElement("form");
	for (let i = 0; i < n; i++) {
		const field = document.createElement("input");
		field.name = `field${i}`;
		form.append(field);
	}
	return form;
}
