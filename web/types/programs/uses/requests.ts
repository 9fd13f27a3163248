// Tasks of the documentation of @types/jquery, 1 to 13: requests and deferreds. In each, types are inferred where that
// documentation's code has none.
import $, { type DeferredPromise, type JqXHR, type RequestSettings } from "godeferred";
import { expectType, expectTypes } from "../../expect.js";

interface Person {
	name: string;
	city: string;
}

// 1. Save a form's data, and say how it went
export function save() {
	$.ajax<string>({ method: "POST", url: "/people", data: { name: "Ada", city: "London" } })
		.done((message) => window.alert(message.trim()))
		.fail((jqXHR, textStatus) => window.alert(`${textStatus}: ${jqXHR.status}`))
		.always(() => $("#spinner").hide());
}

// 2. A page that is never from the cache, into an element
export function newest() {
	$.ajax({ url: "/news", cache: false }).done((html) => {
		$("main").append(html);
	});
	$.ajax("/news", { ifModified: true, dataType: "html" });
}

// 3. Answers by their status
export function byStatus() {
	$.ajax({
		url: "/stock",
		statusCode: { 404: () => window.alert("not found"), 503: [() => {}, () => {}] },
	});
	$.get("/stock").statusCode({ 200: () => {} });
}

// 4. A document with another type and headers, before it is sent
export function before() {
	$.ajax({
		url: "/report",
		beforeSend(xhr, settings) {
			expectType<RequestSettings>()(settings);
			xhr.overrideMimeType("application/xml");
			xhr.setRequestHeader("X-Requested-By", "page");
		},
	}).done((data) => console.log(data.length));
}

// 5. The same place for several kinds of failure
export function failures(): JqXHR<Person[]> {
	const xhr = $.getJSON<Person[]>("people.json");
	xhr.fail((request, textStatus, errorThrown) => {
		if (textStatus === "parsererror") console.warn(request.responseText, errorThrown);
	});
	return xhr.always((first, textStatus) => {
		if (textStatus === "success") console.log(first);
	});
}

// 6. Defaults, prefilters and transports
export function hooks() {
	$.ajaxSetup({ url: "/alive", global: false, headers: { "X-Page": "1" } });
	const running: Record<string, JqXHR> = {};
	$.ajaxPrefilter((options, original, jqXHR) => {
		if (original.url !== undefined) running[options.url]?.abort();
		running[options.url] = jqXHR;
	});
	$.ajaxPrefilter("json", (options) => {
		if (options.crossDomain) options.url = `/proxy/${encodeURIComponent(options.url)}`;
	});
	$.ajaxTransport("image", (settings) => {
		const image = new Image();
		return {
			send(_headers, completed) {
				image.onload = () => completed(200, "success", { image });
				image.src = settings.url;
			},
			abort() {
				image.src = "";
			},
		};
	});
	$.ajaxSettings.converters = { "text list": (text: string) => text.split(",") };
}

// 7. JSON into a list of elements
export function list() {
	$.getJSON<Record<string, string>>("/cities", (data) => {
		const rows: string[] = [];
		$.each(data, (key, value) => {
			rows.push(`<li title="${key}">${value.trim()}</li>`);
		});
		$("<ul>", { class: "cities", html: rows.join("") }).appendTo("body");
	});
	$.getJSON<Person>("/person", { id: 7, full: true }).done((person) => expectType<string>()(person.name));
}

// 8. A script, and what it adds
export function script() {
	$.getScript("/paint.js", (source, textStatus, jqXHR) => console.log(source, textStatus, jqXHR.status))
		.done(() => $("#paint").on("click", () => $("canvas").animate({ opacity: 1 }, 300)))
		.fail((jqXHR, settings, exception) => $("output").text([jqXHR.status, settings, exception].join()));
	$.ajax({ dataType: "script", cache: true, url: "/paint.js", scriptCharset: "utf-8" });
}

// 9. Several requests at once
export function together() {
	const done = $.when($.get<Person>("person"), $.getJSON<number[]>("sizes"), { plain: true });
	done.done(([person, , jqXHR], [sizes, textStatus], plain) => {
		expectTypes<[string, number[], boolean]>()(person.name, sizes, plain.plain);
		expectType<JqXHR<Person>>()(jqXHR);
		return textStatus;
	});
	done
		.then(
			([person]) => person.city,
			(jqXHR) => String(jqXHR),
		)
		.done((text) => expectType<string>()(text));
	const requests = ["a", "b"].map((url) => $.get<string>(url));
	$.when(...requests).then((...answers) => answers.length);
	$.when.apply($, requests as any).done(() => {});
}

// 10. A function that returns a promise of its own
export function slow(): DeferredPromise<[message: string], [code: number], [percent: number]> {
	const dfd = $.Deferred<[message: string], [code: number], [percent: number]>();
	setTimeout(() => dfd.resolve("stored"), 500);
	setTimeout(() => dfd.reject(404), 700);
	setTimeout(function tell() {
		if (dfd.state() !== "pending") return;
		dfd.notify(50);
		setTimeout(tell, 100);
	}, 1);
	return dfd.promise();
}

export function watch() {
	$.when(slow()).then(
		(status) => status.trim(),
		(code) => code.toFixed(),
	);
	slow().progress((percent) => $("progress").val(percent));
}

// 11. A promise on an object that is there
export function onObject() {
	const shelf = { label: (name: string) => `Books of ${name}` };
	const defer = $.Deferred<[name: string]>((own) => own.resolve("Lovelace"));
	const target = defer.promise(shelf);
	target.done((name) => target.label(name));
	return target.label("Ada");
}

// 12. Filters: a value for a value, and a request after a request
export function filters() {
	const defer = $.Deferred<[value: number]>();
	defer.pipe((value) => value / 100).done((value) => value.toFixed());
	defer.then(null, () => "none").done((value) => expectType<string | number>()(value));
	const chained = $.ajax<{ author: string }>("/book").then((data) =>
		$.ajax<Person>("/author", { data: { id: data.author } }),
	);
	chained.done((person, textStatus, jqXHR) => [person.name, textStatus, jqXHR.status]);
	chained.catch(() => $.get<Person>("cached")).then((person) => person.name);
}

// 13. Callbacks in lists, with this and arguments passed on
export function passedOn(this: any) {
	const fns = [() => {}, (n: number) => n];
	const dfd = $.Deferred<[n: number]>();
	dfd.done(fns, [fns[0], null], (n) => n.toFixed());
	$("button").on("click", function () {
		$.Deferred().resolveWith(this, arguments);
	});
	function settle(this: any, _n: number) {
		dfd.resolveWith(this, arguments);
	}
	settle.call(this, 5);
	$("p").on("done", (_event, n: number) => dfd.resolve(n));
}
