import { expectType } from "./expect.js";
import godeferred, { type Deferred, type DeferredPromise } from "./godeferred.js";

declare const text: Deferred<[text: string, more: number]>;
declare const signal: AbortSignal;

// The combinators give what await gives.
export async function combine() {
	expectType<[number, string, boolean]>()(await godeferred.all([1, text, Promise.resolve(true)]));
	expectType<(number | string)[]>()(await godeferred.all(new Set<number | typeof text>()));
	expectType<PromiseSettledResult<string>[]>()(await godeferred.allSettled([text]));
	expectType<string | number>()(await godeferred.any([text, 1]));
	expectType<string>()(await godeferred.race([text]));
	godeferred.any([text]).fail((error) => expectType<AggregateError>()(error));
}

// jQuery's idiom for several requests.
export function mapped() {
	expectType<string[]>()(godeferred.map(["a"], (text, i) => (i ? [text, text] : null)));
	expectType<string[]>()(godeferred.map({ a: 1, b: 2 }, (n, key) => key + n.toFixed()));
	expectType<number[]>()(godeferred.map(document.images, (image) => image.width));
	const requests = godeferred.map(["/a", "/b"], (url) => godeferred.getJSON(url));
	godeferred.when(...requests).done((...answers) => expectType<any[]>()(answers));
	godeferred.when.apply(godeferred, requests).done(() => {});
	// @ts-expect-error tasks have options in mapAsync
	godeferred.map(["/a", "/b"], (url) => godeferred.getJSON(url), { concurrency: 2 });
}

export async function tasks() {
	expectType<string[]>()(
		await godeferred.mapAsync([1, 2], (n) => Promise.resolve(String(n)), { concurrency: 2, signal }),
	);
	expectType<string[]>()(await godeferred.mapAsync(new Set("ab"), () => text));
	expectType<number>()(await godeferred.series<number>([() => 1, (before) => before + 1], { signal }));
	expectType<DeferredPromise<[], [reason: any]>>()(godeferred.wait(10, { signal }));
	expectType<string>()(await godeferred.timeout(text, 10));
	// @ts-expect-error a time is a number of milliseconds
	godeferred.wait("10");
	// @ts-expect-error a function is needed
	godeferred.mapAsync([1]);
	// @ts-expect-error a signal is an AbortSignal
	godeferred.wait(1, { signal: "now" });
	// @ts-expect-error a number is no list
	godeferred.all(5);
}

export function aborting(p: DeferredPromise<[string]>) {
	expectType<DeferredPromise<[string]>>()(p.abort());
	text.then(() => 1).abort(new Error("enough"));
}

export function working() {
	const p = godeferred.work<[text: string, size: number]>(
		function (deferred, onAbort) {
			expectType<typeof deferred>()(this);
			onAbort((reason) => expectType<any>()(reason));
			deferred.resolve("text", 4);
		},
		{ signal },
	);
	expectType<DeferredPromise<[text: string, size: number], [reason: any]>>()(p);
	p.then((text, size) => text.length + size).abort("left");
	// @ts-expect-error the deferred has its types
	godeferred.work<[number]>((deferred) => deferred.resolve("text"));
	// @ts-expect-error a function is needed
	godeferred.work(5);
	// @ts-expect-error what stops the work is a function
	godeferred.work((_, onAbort) => onAbort("stop"));
}
