// Wrong arguments: each is refused in words that name the function, the argument and what was expected,
// and leaves nothing pending behind.

import { equal, ok, rejects, test, throws, turn } from "../lib/test.js";
import { godeferred, nothingLeft } from "../lib/started.js";

const element = document.createElement("div");
const none = () => {};

/** @type {[call: () => any, words: string][]} */
const thrown = [
	[() => godeferred.Deferred(5), "Deferred: init must be a function"],
	[() => godeferred.wait(1, { signal: 5 }), "wait: signal must be an AbortSignal, not 5"],
	[() => godeferred.createCache(5), "createCache: request must be a function, not 5"],
	[() => godeferred.createCache(none, 5), "createCache: options must be an object, not 5"],
	[() => godeferred.createCache(none, { max: 0 }), "createCache: max must be a number, 1 or more, not 0"],
	[() => godeferred.createCache(none)("key", 5), "cached: callback must be a function, not 5"],
	[() => godeferred.loadImage("data:,", 5), "loadImage: callback must be a function, not 5"],
	[() => godeferred.loadImage(), "loadImage: url must be a string or a URL, not undefined"],
	[() => godeferred.cachedGetScript(null), "cachedGetScript: url must be a string or a URL, not null"],
	[() => godeferred.afterDOMReady(0, 5), "afterDOMReady: callback must be a function, not 5"],
	[() => godeferred.get(), "get: url must be a string or a URL, not undefined"],
	[() => godeferred.get({ data: 5 }), "get: url must be a string or a URL, not an object"],
	[() => godeferred.ajax("/text", 5), "ajax: settings must be an object, not 5"],
	[() => ajax({ beforeSend: 5 }), "ajax: beforeSend must be a function, not 5"],
	[() => ajax({ dataFilter: "x" }), 'ajax: dataFilter must be a function, not "x"'],
	[() => ajax({ signal: 5 }), "ajax: signal must be an AbortSignal, not 5"],
	[() => ajax({ retry: "often" }), 'ajax: retry must be a number, true or an object, not "often"'],
	[() => godeferred.visible(element, "5px"), 'visible: options must be an object, not "5px"'],
	[() => godeferred.visible(element, { signal: 5 }), "visible: signal must be an AbortSignal, not 5"],
	[() => godeferred.queue(element, [5]), "queue: what is added must be a function or an array of them"],
	[() => godeferred.animate(element, [5]), "animate: properties must be an object, not an array"],
];

/** @param {any} settings */
const ajax = (settings) => godeferred.ajax({ url: "/text", ...settings });

/** @type {[promise: () => any, words: string][]} */
const rejected = [
	[() => godeferred.all(5), "all: list must be an iterable, not 5"],
	[() => godeferred.allSettled(null), "allSettled: list must be an iterable, not null"],
	[() => godeferred.any(), "any: list must be an iterable, not undefined"],
	[() => godeferred.race({}), "race: list must be an iterable, not an object"],
];

for (const [call, words] of thrown) {
	test(`throws: ${words}`, () => {
		const { pending } = godeferred.inspect();
		const { message } = throws(call, TypeError);
		ok(message.startsWith(`godeferred.${words}`), message);
		equal(godeferred.inspect().pending, pending);
		nothingLeft();
	});
}

for (const [promise, words] of rejected) {
	test(`rejects, as its native namesake does: ${words}`, async () => {
		const { message } = await rejects(promise(), TypeError);
		equal(message, `godeferred.${words}`);
	});
}

test("a signal may be another frame's", async () => {
	const frame = document.createElement("iframe");
	document.body.append(frame);
	const { AbortController } = /** @type {any} */ (frame.contentWindow);
	const controller = new AbortController();
	const waiting = godeferred.wait(1e9, { signal: controller.signal });
	controller.abort("enough");
	equal(await rejects(waiting), "enough");
	frame.remove();
});

test("a time that no timer can count does not end at once", async () => {
	const never = godeferred.ajax({ url: "/never", timeout: Number.POSITIVE_INFINITY });
	const delayed = godeferred.delay(element, 1e12);
	const late = godeferred.afterDOMReady(1e12);
	await godeferred.ajax({ url: "/pages/entry/wrong-arguments.js", dataType: "text", timeout: 1e12 });
	await turn();
	for (const promise of [never, delayed, late]) equal(promise.state(), "pending");
	never.abort();
	delayed.abort();
});

test("what was read from a queue can be put back, marker and all", async () => {
	/** @type {string[]} */
	const order = [];
	godeferred.queue(element, (/** @type {() => void} */ next) => turn().then(next));
	godeferred.queue(element, (/** @type {() => void} */ next) => next(order.push("second")));
	const waiting = godeferred.queue(element).slice();
	equal(waiting[0], "inprogress");
	await godeferred.queue(element, waiting);
	equal(order.join(), "second");
});

test("a retry that beforeSend has spoilt ends the request, and is reported", async (t) => {
	const errors = t.errors();
	const settings = {
		retry: { limit: 1 },
		/** @param {any} _ @param {any} s */
		beforeSend(_, s) {
			s.retry = "often";
		},
	};
	const failed = godeferred.ajax({ url: "/missing", ...settings });
	equal(await failed.then(null, (/** @type {any} */ jqXHR) => jqXHR.status), 404);
	ok(String(errors[0]).includes("retry must be"), String(errors[0]));
});
