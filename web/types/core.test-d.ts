// core.mjs
import type { DeferredPromise as Promised, Godeferred, Inspection } from "godeferred";
import {
	all,
	allSettled,
	any,
	Deferred,
	type DeferredConstructor,
	type DeferredPromise,
	devtools,
	inspect,
	mapAsync,
	type Pending,
	race,
	series,
	timeout,
	wait,
	when,
	work,
	wrap,
} from "godeferred/core";
import type * as everything from "godeferred/core";
// @ts-expect-error: requests need the runtime
import { ajax } from "godeferred/core";
import { expectAssignable, expectType } from "./expect.js";

expectType<
	| "Deferred"
	| "all"
	| "allSettled"
	| "any"
	| "devtools"
	| "inspect"
	| "mapAsync"
	| "race"
	| "series"
	| "timeout"
	| "wait"
	| "when"
	| "work"
	| "wrap"
>()(null as unknown as keyof typeof everything);

// Deferreds are those of the page.
const deferred: Deferred<[text: string], [reason: Error]> = Deferred();
expectType<DeferredConstructor>()(Deferred);
expectType<DeferredPromise<[text: string], [reason: Error]>>()(deferred.promise());
expectAssignable<Promised<[text: string]>>(deferred);
new Deferred<[number]>((d) => d.resolve(1)).done((n) => expectType<number>()(n));
when(deferred, 1).done((text, n) => {
	expectType<string>()(text);
	expectType<number>()(n);
});
// @ts-expect-error: text
deferred.resolve(1);

// Joins and tasks
export async function joins() {
	expectType<Godeferred["when"]>()(when);
	expectType<string>()(await wrap(Promise.resolve("a")));
	expectType<[number, string]>()(await all([1, deferred]));
	expectType<PromiseSettledResult<number>[]>()(await allSettled([1]));
	expectType<number>()(await any([1]));
	expectType<number>()(await race([1]));
	expectType<number[]>()(await mapAsync(["a"], (text) => text.length, { concurrency: 2 }));
	expectType<number>()(await series<number>([() => 1]));
	await timeout(wait(1), 2);
	await work<[number]>((d, onAbort) => onAbort(() => d.resolve(1)), { signal: new AbortController().signal });
}

export async function inspector() {
	expectType<Godeferred["devtools"]>()(devtools);
	(await devtools({ panel: false })).close();
}

// It has no runtime, which could be up or not.
export function pending() {
	expectType<Pending>()(inspect({ stacks: true }));
	expectAssignable<Pending>(null as unknown as Inspection);
	// @ts-expect-error: no runtime
	inspect().runtime;
	// @ts-expect-error: nothing waits for one
	inspect().waiting;
}
export { ajax };
// @ts-expect-error: workers need the runtime
mapAsync([1], (n) => n, { workers: 2 });
