import godeferred, { type DeferredPromise, type JqXHR, type SuccessStatus } from "./godeferred.js";
import { expectAssignable, expectType } from "./expect.js";

// What works on the page: requests, effects, events.

declare const button: HTMLButtonElement;
declare const panel: HTMLElement;
declare const svg: SVGElement;
declare const found: HTMLElement | null;
declare const collection: { length: number; [index: number]: HTMLElement; jquery: string };

interface User {
	name: string;
}

// get
export function requests() {
	const request = godeferred.get<User>("/user.json");
	expectType<JqXHR<User>>()(request);
	request.done(function (data, textStatus, jqXHR) {
		expectType<string>()(this.url);
		expectType<User>()(data);
		expectType<SuccessStatus>()(textStatus);
		expectType<JqXHR<User>>()(jqXHR);
	});
	request.fail((jqXHR, textStatus, errorThrown) => {
		expectType<number>()(jqXHR.status);
		expectType<boolean>()(textStatus === "timeout" || textStatus === "mine");
		expectType<any>()(errorThrown);
	});
	expectType<any>()(request.responseJSON);
	expectType<string | undefined>()(request.responseText);
	expectType<string | null>()(request.getResponseHeader("ETag"));
	expectType<typeof request>()(request.abort().abort("mine").done());
	expectAssignable<PromiseLike<User>>(request);
	godeferred.get(new URL("https://example.org/")).done((data) => expectType<any>()(data));
	godeferred.get("/", null);
	godeferred.get("/user.json", (data: User, textStatus) => expectType<SuccessStatus>()(textStatus));
	// Returned from a handler it passes all three arguments on.
	godeferred
		.wrap(1)
		.then(() => request)
		.done((data, textStatus, jqXHR) => {
			expectType<User>()(data);
			expectType<SuccessStatus>()(textStatus);
			expectType<JqXHR<User>>()(jqXHR);
		});
	// @ts-expect-error: a URL
	godeferred.get(5);
	godeferred.get("/", { a: 1 }, (data: User) => expectType<User>()(data), "json");
	godeferred.get("/", "a=1");
	godeferred.get({ url: "/", retry: 2 });
	// @ts-expect-error: a function
	godeferred.get("/", {}, "json");
	// @ts-expect-error: the answer says what the status is
	request.status = 200;
	// @ts-expect-error: a request is settled by its answer
	request.resolve();
}

// ajax and its kin
export function settings(signal: AbortSignal, file: Blob) {
	expectType<JqXHR<User>>()(godeferred.ajax<User>("/user.json", { dataType: "json", timeout: 1000, signal }));
	expectType<JqXHR<any>>()(
		godeferred.ajax({ url: "/", type: "POST", data: file, progress: (p) => p.loaded }),
	);
	const request = godeferred.ajax({
		url: "/",
		headers: Math.random() < 0.5 ? { "X-A": 1 } : new Headers(),
		statusCode: { 404: () => {}, 500: [() => {}] },
		retry: { limit: 3, methods: ["POST"], backoff: 10 },
		converters: { "text yaml": (text) => text.length, "text mine": true },
		beforeSend(jqXHR, settings) {
			jqXHR
				.setRequestHeader("A", 1)
				.overrideMimeType("text/plain")
				.statusCode({ 200: () => {} });
			expectType<string>()(settings.url);
			return false;
		},
		success: [(data, textStatus, jqXHR) => [data, textStatus, jqXHR.responseXML]],
		error: (jqXHR, textStatus, errorThrown) => [jqXHR.status, textStatus, errorThrown],
		complete: (jqXHR, textStatus) => [jqXHR, textStatus],
	});
	request.progress(({ kind, loaded, total }) => expectType<number>()(kind === "upload" ? loaded : total));
	godeferred.getJSON<User>("/", { a: 1 }, (user) => expectType<string>()(user.name));
	godeferred.delete("/", null).abort(new Error("mine"));
	godeferred.ajax({ url: "/old.js", dataType: "script", scriptAttrs: {}, scriptCharset: "iso-8859-1" });
	// @ts-expect-error: a name
	godeferred.ajax({ url: "/old.js", scriptCharset: true });
	expectType<string>()(godeferred.param({ a: [1] }, true));
	godeferred.ajaxSetup({ timeout: 5 });
	godeferred.ajaxPrefilter((settings, original, jqXHR) => {
		settings.url += `?${original.type}`;
		jqXHR.setRequestHeader("X-Token", "t");
	});
	godeferred.ajaxPrefilter("json +text", () => "script");
	godeferred.ajaxTransport("+*", ({ url }) => {
		if (url !== "/mine") return undefined;
		return { send: (_headers, complete) => complete(200, "OK", { text: "mine" }), abort() {} };
	});
	expectType<number>()(godeferred.active);
	expectType<string | undefined>()(godeferred.get("/").name);
	godeferred.ajax({ url: "/", xhr: () => godeferred.ajaxSettings.xhr() });
	// @ts-expect-error: a transport sends
	godeferred.ajaxTransport(() => ({ abort() {} }));
	// @ts-expect-error: it would freeze the page
	godeferred.ajax({ url: "/", async: false });
	// @ts-expect-error: a word of fetch's
	godeferred.ajax({ url: "/", credentials: "all" });
}

// createCache
export function caches() {
	const search = godeferred.createCache<string, [found: User[]]>(
		(defer, query) => {
			defer.resolve([{ name: query }]);
		},
		{ max: 100, ttl: 1000 },
	);
	expectType<DeferredPromise<[found: User[]]>>()(search("a", (found) => found.length));
	expectType<boolean>()(search.has("a") && search.delete("a"));
	search.clear();
	godeferred.loadImage("/a.png", (url, image) => [url.length, image.naturalWidth]);
	godeferred.cachedGetScript("/a.js").done((_, textStatus) => expectType<SuccessStatus>()(textStatus));
	godeferred.afterDOMReady(10, () => {});
	// @ts-expect-error: a key of the cache's
	search(5);
}

// Effects
export function effects() {
	expectType<DeferredPromise<[target: HTMLElement], [reason: any], [fraction: number], HTMLElement>>()(
		godeferred.slideDown(panel),
	);
	godeferred.fadeIn("#panel").done(function (elements) {
		expectType<Element[]>()(elements);
		expectType<Element[]>()(this);
	});
	godeferred.fadeIn(document.querySelectorAll("p")).done((list) => {
		expectType<NodeListOf<HTMLParagraphElement>>()(list);
	});
	godeferred.slideDown(collection, "slow").done((same) => expectType<string>()(same.jquery));
	godeferred.slideDown([panel, svg], 0, "linear", function () {
		expectType<HTMLElement | SVGElement>()(this);
	});
	godeferred.slideDown(panel, 400, function () {
		expectType<HTMLElement>()(this);
	});
	godeferred.slideDown(panel, function () {
		expectType<HTMLElement>()(this);
	});
	godeferred.slideDown(panel, {
		duration: "fast",
		easing: "swing",
		complete() {
			expectType<HTMLElement>()(this);
		},
	});
	godeferred.slideDown(".panel", function () {
		expectType<Element>()(this);
	});
	godeferred.slideDown(panel, undefined, null, null);
	godeferred.slideDown(panel, {}).then((element) => godeferred.fadeIn(element.children));
	if (found) godeferred.fadeIn(found);
	// @ts-expect-error: there may be none
	godeferred.fadeIn(found);
	// @ts-expect-error: on what?
	godeferred.fadeIn();
	// @ts-expect-error: the document does not fade
	godeferred.fadeIn(document);
	// @ts-expect-error: fast or slow
	godeferred.slideDown(panel, "quick");
	// A page can add it to easing.
	godeferred.slideDown(panel, 400, "bounce");
	// @ts-expect-error: no such option
	godeferred.slideDown(panel, { speed: 400 });
}

// firstClick
export function events() {
	expectType<DeferredPromise<[event: MouseEvent], never, never, HTMLButtonElement>>()(
		godeferred.firstClick(button),
	);
	godeferred.firstClick("button", function (event) {
		expectType<Element>()(this);
		expectType<MouseEvent>()(event);
	});
	godeferred.firstClick([button, document]).done(function () {
		expectType<HTMLButtonElement | Document>()(this);
	});
	godeferred.firstClick(window).done(function () {
		expectType<Window & typeof globalThis>()(this);
	});
	// @ts-expect-error: there may be none
	godeferred.firstClick(found);
	// @ts-expect-error: not a function
	godeferred.firstClick(button, 5);
}

// The panel of panel.html
export function panelDemo() {
	godeferred.firstClick(button).then(() => {
		const request = godeferred.get<string>("/panel-content.html");
		const slide = godeferred.slideDown(panel, 400);
		return godeferred
			.when(request, slide)
			.then((response, opened) => {
				expectType<HTMLElement>()(opened);
				panel.innerHTML = response[0];
				return godeferred.fadeIn(panel, 400);
			})
			.then(opened, failed);
	});
}

function opened(content: HTMLElement) {
	content.focus();
}

/** Both a failed request and an exception arrive here. */
function failed(reason: { status?: number; message?: string }, textStatus?: string) {
	return `${reason.message ?? reason.status} ${textStatus}`;
}

export async function awaited() {
	expectType<User>()(await godeferred.get<User>("/user.json"));
	expectType<HTMLElement>()(await godeferred.slideDown(panel));
	expectType<MouseEvent>()(await godeferred.firstClick(button));
	const [response] = await Promise.all([godeferred.get<User>("/user.json"), godeferred.slideDown(panel)]);
	expectType<User>()(response);
}
