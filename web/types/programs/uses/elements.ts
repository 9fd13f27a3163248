// Tasks of the documentation of @types/jquery, 14 to 31: elements, events and effects.
import $ from "godeferred";
import type { Collection, CollectionEvent } from "godeferred";
import { expectType, expectTypes } from "../../expect.js";

// 14. A class that depends on the index and the classes there are
export function classes() {
	$("ul li").addClass((index) => `row${index}`);
	$("div").addClass((index, current) => (current === "" ? "empty" : current.repeat(index)));
	$("p")
		.removeClass(["wide", "new"])
		.toggleClass("marked", Math.random() > 0.5);
	expectType<boolean>()($("p").hasClass("chosen"));
}

// 15. Attributes and properties, one or many, by value or by function
export function attributes() {
	const title: string | undefined = $("abbr").attr("title");
	$("img").attr({ src: "/map.png", alt: "map" });
	$("div").attr("id", (index) => `part${index}`);
	$("input[type='checkbox']")
		.prop("disabled", true)
		.prop("checked", (_index: number, old: boolean) => !old);
	$("#x").removeAttr("title");
	return title;
}

// 16. Values of fields
export function values() {
	const single = $("#size").val();
	const multiple: string[] = $("#colours").val() ?? [];
	$("input").val((index: number, value: string) => `${index}${value.trim()}`);
	$("select").val(["a", "b"]);
	$("p").text(`${single} ${multiple.join(", ")}`);
}

// 17. Styles, read and set
export function styles() {
	const color = $("div").css("border-color");
	const several = $("div").css(["width", "height"]);
	$.each(several, (property, value) => `${property}: ${value?.trim()}`);
	$("p").css({ "border-color": "teal", lineHeight: 2, opacity: 0.9 });
	$("div").css("width", (_index, value) => Number.parseFloat(value) + 3);
	$(".box").css("width", "-=30");
	return color?.trim();
}

// 18. Sizes and places
export function sizes() {
	const height = $(window).height() ?? 0;
	$("div")
		.width((_index, width) => width / 2)
		.height("50vh");
	const offset = $("p").last().offset();
	$("p").text(`${offset?.left}/${offset?.top}`);
	$("p").last().offset({ top: 4, left: 8 });
	const { top } = $("p").first().position() ?? { top: 0 };
	$("div").scrollTop(64);
	return [height, top, $("p").outerWidth(true), $(document).scrollLeft()];
}

// 19. Finding around an element
export function around(this: HTMLElement) {
	$("h2.open").nextUntil("h2").css("color", "teal");
	$("li").closest("ul").find("> b").addBack().end();
	$("p").parents("body").children(".chosen").siblings().not("div").has("span");
	const links = $("a").filter(function (index) {
		return index > 0 && this.hash !== "";
	});
	expectType<Collection<HTMLAnchorElement>>()(links);
	expectType<HTMLAnchorElement | undefined>()(links[0]);
	expectType<boolean>()($(this).parent().is("form"));
	$("iframe").contents().find("a").css("color", "teal");
}

// 20. Each element, and a list made of them
export function each() {
	$("li").each(function (index, element) {
		$(this).toggleClass("seen");
		expectTypes<[number, HTMLLIElement]>()(index, element);
		return index < 5;
	});
	const names = $("input")
		.map(function () {
			return this.name;
		})
		.get();
	expectType<string[]>()(names);
	for (const one of $("li")) one.value = 5;
	return $("li").toArray().reverse();
}

// 21. New elements, with fields
export function creating() {
	$("<div>", {
		class: "note",
		text: "Close",
		on: { click: (event: CollectionEvent) => event.preventDefault() },
	}).appendTo("body");
	const input = $<HTMLInputElement>("<input>", { type: "text", val: "Oslo" });
	input[0]?.select();
	$("<p>In <i>short</i></p>").insertAfter("h2");
}

// 22. Moving, wrapping and copying
export function moving() {
	$("p").append("<mark>New</mark>", document.createTextNode("!"), $("b"), [$("i")]);
	$("p").before((index: number) => `<hr id="h${index}">`);
	$("p").wrap("<div></div>").wrapInner(document.createElement("b")).unwrap();
	$("b").clone(true).prependTo("p");
	const kept = $("p").detach();
	$("button").replaceWith(() => $("<span>"));
	$("p")
		.html((_index, old) => old.toUpperCase())
		.text((_index, old) => old.trim());
	return kept.appendTo("body");
}

// 23. Data of elements
export function data() {
	$("div").data("size", { width: 3, height: 4 });
	const { width } = $("div").data("size") as { width: number };
	$("div").data({ kind: "card", open: true }).removeData("size");
	return [width, $.data(document.body, "theme", "dark"), $.hasData(document.body)];
}

// 24. Handlers: several events, data, delegates, namespaces
export function handlers() {
	$("p").on("click mouseenter", (event) => $("#log").text(`${event.type} ${event.pageX}`));
	$("button").on("click", { price: 12 }, (event) => window.alert(event.data.price));
	$("#table tbody").on("click", "tr", function () {
		$(this).toggleClass("chosen");
	});
	$("div").on({
		mouseenter() {
			$(this).addClass("near");
		},
		"click.plugin": (event: CollectionEvent) => event.stopPropagation(),
	});
	$("form")
		.on("submit", false)
		.one("reset", (event) => event.isDefaultPrevented());
	$("p").off("click.plugin").off();
	$("td").hover(
		function () {
			$(this).addClass("near");
		},
		function () {
			$(this).removeClass("near");
		},
	);
}

// 25. Events of the page's own
export function triggering() {
	$("p").on("sold", (_event, name: string, value: number) => name.repeat(value));
	$("p").trigger("sold", ["tea", 2]);
	const event = $.Event("signedIn", { user: "ada" });
	$("body").trigger(event).trigger({ type: "signedIn" });
	const result = $("input").triggerHandler("focus");
	$("button")
		.click()
		.keydown((pressed) => pressed.which === 13);
	return [event.isPropagationStopped(), result];
}

// 26. The document is ready, and requests begin and end
export function readiness() {
	$((own) => own("p").text("here"));
	$(document).ready(function ($) {
		$(this).ajaxStart(() => {});
	});
	$(document)
		.ajaxSend((_event, jqXHR, settings) => [jqXHR.status, settings.url])
		.ajaxError((event, jqXHR, settings, thrownError) => [event.type, jqXHR, settings, thrownError])
		.ajaxComplete(() => $("#loading").hide())
		.ajaxStop(() => {});
	$.ready.then(() => {});
}

// 27. Animations with options
export function animating() {
	$("#grow").on("click", () => {
		$("figure").animate(
			{ opacity: 0.8, left: "+=9", height: "toggle", width: [120, "swing"] },
			{
				duration: 600,
				specialEasing: { width: "linear", height: "easeOutBounce" },
				step: (now, tween) => [now, tween.prop],
				complete() {
					$(this).after("<hr>");
				},
			},
		);
	});
	$("p").animate({ left: 90 }, "slow", "linear", function () {
		this.remove();
	});
	$({ n: 0 }).animate({ n: 10 }, { step: (now) => now.toFixed() });
}

// 28. Effects, in every form of their arguments
export function effects() {
	$("p")
		.fadeIn("slow")
		.fadeOut(400, () => {})
		.fadeTo("fast", 0.5)
		.fadeToggle({ duration: 200, queue: false });
	$("p")
		.slideDown()
		.slideUp("fast", "swing", function () {
			$(this).remove();
		});
	$("p")
		.show(true)
		.hide("slow")
		.toggle(Math.random() < 0.5)
		.delay(150)
		.slideToggle();
	$.fx.off = true;
	$.easing.mine = (fraction) => fraction ** 2;
}

// 29. Queues and the end of all effects
export function queues() {
	$("div")
		.queue(function (next) {
			$(this).addClass("turned");
			next();
		})
		.queue("mine", [(next) => next()])
		.dequeue("mine")
		.clearQueue()
		.stop(true, true)
		.finish();
	$("#show").text($("div").queue("fx").length);
	$("div")
		.promise()
		.done(function (all) {
			this.addClass("ready");
			expectType<Collection<HTMLDivElement>>()(all);
		});
}

// 30. A form's fields for a request
export function forms() {
	$("form").on("submit", function (event) {
		event.preventDefault();
		$.post(this.action, $(this).serialize());
		for (const { name, value } of $(this).serializeArray()) console.log(name, value);
		$("section").load("/rows #newest", { from: 9 }, function (text, status, xhr) {
			this.title = `${text.length} ${status} ${xhr.status}`;
		});
	});
	return $.param({ page: 2, tags: ["a", "b"] });
}

// 31. A plugin
declare module "godeferred" {
	interface Collection<T> {
		mark(): this;
	}
}

export function plugin() {
	$.fn.mark = function (this: Collection<HTMLInputElement>) {
		return this.each(function () {
			this.checked = true;
		});
	};
	$.fn.extend({ unmark: () => {} });
	return $("input").mark().addClass("checked");
}
