import { expectType } from "./expect.js";
import godeferred, { type Collection, type CollectionEvent, type CollectionPromise } from "./godeferred.js";

// The collection.

declare const panel: HTMLElement;
declare const list: NodeListOf<HTMLLIElement>;

export function made() {
	expectType<Collection<HTMLElement>>()(godeferred(".a", panel));
	expectType<Collection<HTMLInputElement>>()(godeferred("input"));
	expectType<Collection<SVGElement>>()(godeferred<SVGElement>("svg > *"));
	expectType<Collection<HTMLElement>>()(godeferred(panel));
	expectType<Collection<HTMLLIElement>>()(godeferred(list));
	expectType<Collection<HTMLElement>>()(godeferred("<div/>", { text: "x", click() {} }));
	expectType<Collection<Document>>()(godeferred(document));
	expectType<Collection<HTMLElement>>()(godeferred());
	expectType<Collection<number>>()(godeferred([1, 2]));
	const [first] = godeferred(list);
	expectType<HTMLLIElement>()(first);
	expectType<HTMLLIElement>()(godeferred(list)[0]);
	// @ts-expect-error: a selector is a text
	godeferred(5);
}

export function methods() {
	const items = godeferred(list);
	expectType<Collection<HTMLLIElement>>()(items.addClass("a").attr("title", "x").css({ width: 5 }));
	items.each(function (index, one) {
		expectType<HTMLLIElement>()(this);
		expectType<HTMLLIElement>()(one);
		expectType<number>()(index);
	});
	expectType<Collection<string>>()(items.map((_, one) => one.title));
	expectType<string[]>()(items.map((_, one) => [one.title]).get());
	expectType<string | undefined>()(items.attr("title"));
	expectType<string | undefined>()(items.html());
	expectType<string>()(items.text());
	items.text((index, old) => old + index);
	items.width((_, old) => old / 2);
	items.append((index) => `<b>${index}</b>`, panel, [panel], "text");
	expectType<Collection<HTMLAnchorElement>>()(items.find("a"));
	expectType<boolean>()(items.is(".a"));
	expectType<{ top: number; left: number } | undefined>()(items.offset());
	expectType<number | undefined>()(items.outerWidth(true));
	expectType<Collection<HTMLLIElement>>()(
		items
			.wrap((index) => `<b class=${index}>`)
			.outerHeight(5, true)
			.scrollTop(3),
	);
	expectType<Collection<HTMLLIElement>>()(
		items.even().load("/part.html #a", function (text, status) {
			expectType<HTMLLIElement>()(this);
			expectType<string>()(text + status);
		}),
	);
	expectType<{ name: string; value: string }[]>()(items.serializeArray());
	// @ts-expect-error: which class?
	items.addClass();
	// @ts-expect-error: no such method
	items.replaceText("x");
}

export function events() {
	godeferred(list)
		.on("click.menu", function (event, more) {
			expectType<HTMLLIElement>()(this);
			expectType<CollectionEvent>()(event);
			expectType<any>()(more);
			return false;
		})
		.on("click", "a", { x: 1 }, (event) => event.preventDefault())
		.one({ keydown: (event) => event.which, submit: false })
		.off("click.menu")
		.trigger("click", [1, 2])
		.click();
	const event = godeferred.Event("own", { relatedTarget: panel });
	expectType<boolean>()(event.isDefaultPrevented());
	godeferred(panel)
		.trigger(event)
		.ready(($) => $.now());
	// @ts-expect-error: no handler
	godeferred(panel).on("click", "a", 5);
}

export function effects() {
	const items = godeferred(list);
	expectType<Collection<HTMLLIElement>>()(
		items.slideDown().fadeTo("slow", 0.5).stop(true).delay(5).toggle(true),
	);
	expectType<CollectionPromise<HTMLLIElement>>()(items.slideDownPromise("fast"));
	items.animatePromise({ left: 5 }, 100).done(function (same) {
		expectType<Collection<HTMLLIElement>>()(this);
		expectType<Collection<HTMLLIElement>>()(same);
	});
	items.fadeOut(400, function () {
		expectType<HTMLLIElement>()(this);
	});
	items.promise().done((same) => expectType<Collection<HTMLLIElement>>()(same));
	items.firstClick().done((event) => expectType<MouseEvent>()(event));
	expectType<Collection<HTMLLIElement>>()(items.queue((next) => next()));
	// A page can add it to easing.
	items.fadeIn(400, "bounce");
}

export function functions() {
	expectType<number[]>()(godeferred.each([1, 2], (index, value) => expectType<number>()(index + value)));
	expectType<{ a: number } & { b: string }>()(godeferred.extend({ a: 1 }, { b: "x" }));
	expectType<number>()(godeferred.now());
	godeferred.fn.mine = function () {
		return this.each(() => {});
	};
}

export function requests() {
	expectType<Collection<Document>>()(
		godeferred(document)
			.ajaxStart(() => panel.focus())
			.ajaxStop(() => panel.blur()),
	);
	godeferred(document).ajaxError(
		(_event, jqXHR, settings, error) => `${jqXHR.status} ${settings.url} ${error}`,
	);
	// @ts-expect-error: a handler is a function
	godeferred(document).ajaxSend("x");
}

export function plugins() {
	expectType<number[]>()(godeferred.grep([1, 2], (n) => n > 1));
	expectType<number>()(godeferred.inArray(1, [1]));
	expectType<HTMLLIElement[]>()(godeferred.makeArray(list));
	expectType<number>()(godeferred.data(panel, "n", 5));
	godeferred.expr.pseudos.long = (one: Element) => one.childElementCount > 9;
	godeferred.event.special.press = { setup: () => false };
	// @ts-expect-error: a function, or an object and a name
	godeferred.proxy(5);
}

// Elements that may not be there
declare const cell: HTMLTableCellElement | null;
export function missing(maybe: string | undefined, image: HTMLImageElement | undefined) {
	expectType<Collection<HTMLTableCellElement>>()(godeferred(cell));
	expectType<Collection<HTMLElement>>()(godeferred(document.getElementById("x")));
	expectType<Collection<HTMLImageElement>>()(godeferred(image));
	expectType<Collection<HTMLElement>>()(godeferred(maybe));
	expectType<Collection<HTMLElement>>()(godeferred(maybe === "x" && "p"));
	expectType<Collection<HTMLElement>>()(godeferred(null));
	// @ts-expect-error: a number
	godeferred(5);
}
