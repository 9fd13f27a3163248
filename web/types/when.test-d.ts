import godeferred, { type Deferred, type DeferredPromise } from "./godeferred.js";
import { expectType, expectTypes } from "./expect.js";

declare const none: Deferred<[]>;
declare const one: Deferred<[text: string], [reason: Error], [part: number], Window>;
declare const two: DeferredPromise<[a: boolean, b: Date], [code: number, message: string], never, Document>;
declare const perhaps: Deferred<[a: string, b?: number]>;
declare const untyped: Deferred;
declare const anything: any;
declare const flag: boolean;
declare const count: number;
declare const jQueryDeferred: PromiseLike<string> & { promise(): unknown };

type Any = [reason: any];

// None: resolved without arguments
expectType<DeferredPromise<[], never, never, undefined>>()(godeferred.when());

// One: adopted, with all its arguments and its context
export function alone() {
	expectType<DeferredPromise<[number], never, never, undefined>>()(godeferred.when(1));
	expectType<DeferredPromise<[undefined], never, never, undefined>>()(godeferred.when(undefined));
	expectType<DeferredPromise<[text: string], [reason: Error], never, Window>>()(godeferred.when(one));
	expectType<DeferredPromise<[a: boolean, b: Date], [code: number, message: string], never, Document>>()(
		godeferred.when(two),
	);
	expectType<DeferredPromise<[number], Any, never, undefined>>()(godeferred.when(Promise.resolve(1)));
	godeferred.when(flag ? one : count).done((value) => expectType<string | number>()(value));
	godeferred.when(jQueryDeferred).done((a, b) => expectTypes<[any, any]>()(a, b));
	godeferred.when(anything).done((a, b) => expectTypes<[any, any]>()(a, b));
	// An array is one value.
	godeferred.when([one, two]).done((list) => expectType<(typeof one | typeof two)[]>()(list));
}

// Several: one argument for each, an array where there were several
export function several() {
	const all = godeferred.when(1, none, one, two, Promise.resolve("a"), untyped);
	all.done((plain, nothing, text, pair, native, unknown) => {
		expectType<number>()(plain);
		expectType<undefined>()(nothing);
		expectType<string>()(text);
		expectType<[a: boolean, b: Date]>()(pair);
		expectType<string>()(native);
		expectType<any>()(unknown);
	});
	all.then((_plain, _nothing, _text, [a, b]) => expectTypes<[boolean, Date]>()(a, b));
	godeferred.when(perhaps, 1).done((value) => expectType<string | [a: string, b?: number]>()(value));
	godeferred.when(jQueryDeferred, 1).done((value) => expectType<any>()(value));
	// @ts-expect-error: two of them, two arguments
	godeferred.when(one, two).done((_text, _pair, _more) => {});
	// @ts-expect-error: the second is an array
	godeferred.when(one, two).done((_text, pair: boolean) => pair);
}

// It fails as the first that fails, and there is no progress
export function failing() {
	godeferred.when(one, two).fail((first, second) => {
		expectType<number | Error>()(first);
		expectType<string | undefined>()(second);
	});
	godeferred.when(one, 5).fail((reason) => expectType<Error>()(reason));
	expectType<DeferredPromise<[number, string], never, never, any>>()(godeferred.when(1, "a"));
}

// A list: how many there are is not known, and one alone passes all of its own arguments
export function lists() {
	const list: (typeof one)[] = [];
	expectType<DeferredPromise<string[], [reason: Error], never, any>>()(godeferred.when(...list));
	godeferred.when(...list).done((...texts) => expectType<string[]>()(texts));
	const pair: [typeof one, typeof two] = [one, two];
	godeferred.when(...pair).done((text, [a, b]) => expectTypes<[string, boolean, Date]>()(text, a, b));
}

// wrap
export function wraps() {
	expectType<DeferredPromise<[number], Any, never, undefined>>()(godeferred.wrap(Promise.resolve(1)));
	expectType<DeferredPromise<[number], Any, never, undefined>>()(
		godeferred.wrap(Promise.resolve(1) as PromiseLike<number>),
	);
	expectType<DeferredPromise<[text: string], [reason: Error], [part: number], Window>>()(
		godeferred.wrap(one),
	);
	expectType<DeferredPromise<[number], never, never, undefined>>()(godeferred.wrap(5));
	godeferred.wrap(jQueryDeferred).done((a, b) => expectTypes<[any, any]>()(a, b));
	// @ts-expect-error: of what?
	godeferred.wrap();
}

export async function awaited() {
	expectType<undefined>()(await godeferred.when());
	expectType<string>()(await godeferred.when(one, two));
	expectType<number>()(await godeferred.wrap(Promise.resolve(1)));
}
