import godeferred, { type Deferred, type DeferredPromise, type State } from "./godeferred.js";
import { expectAssignable, expectType } from "./expect.js";

declare const image: HTMLImageElement;
declare const callback: (() => void) | undefined;
declare const flag: boolean;

// Deferred, with and without new
export function newAndPlain() {
	expectType<Deferred>()(godeferred.Deferred());
	expectType<Deferred>()(new godeferred.Deferred());
	expectType<Deferred<[a: string, b: number]>>()(godeferred.Deferred<[a: string, b: number]>());
	expectType<Deferred<[string], [Error], [number], Window>>()(
		new godeferred.Deferred<[string], [Error], [number], Window>(),
	);
	godeferred.Deferred<[string]>(function (d) {
		expectType<Deferred<[string]>>()(this);
		expectType<Deferred<[string]>>()(d);
		d.resolve("a");
	});
	const init = (d: Deferred<[number]>) => d.resolve(1);
	expectType<Deferred<[number]>>()(godeferred.Deferred(init));
	godeferred.Deferred(null);
	// @ts-expect-error: init is a function
	godeferred.Deferred(5);
	// @ts-expect-error: the arguments are a tuple
	godeferred.Deferred<string>();
	const unknown: unknown = godeferred.Deferred();
	if (unknown instanceof godeferred.Deferred) expectType<Deferred>()(unknown);
}

const d = godeferred.Deferred<[text: string, size: number], [reason: Error], [done: number], Window>();

// Settling
export function settling() {
	expectType<typeof d>()(d.resolve("a", 1).reject(new Error()).notify(0.5));
	expectType<typeof d>()(d.resolveWith(window, ["a", 1]));
	d.resolveWith(window, ["a", 1] as const);
	d.rejectWith(window, [new Error()]).notifyWith(window, [1]);
	godeferred.Deferred().resolve().resolve(1, 2).resolveWith(image).resolveWith(image, [1, 2]);
	godeferred.Deferred<[]>().resolve().resolveWith(null).resolveWith(null, []);
	godeferred.Deferred<[a: string, b?: number]>().resolve("a").resolve("a", 2);
	godeferred.Deferred<[a?: string]>().resolveWith(null);
	// @ts-expect-error: an argument is missing
	d.resolve("a");
	// @ts-expect-error: too many
	d.resolve("a", 1, 2);
	// @ts-expect-error: of the wrong type
	d.resolve(1, "a");
	// @ts-expect-error: not an Error
	d.reject("no");
	// @ts-expect-error: not a number
	d.notify("half");
	// A function's own this and arguments, as plugins pass them on
	function passing(this: any) {
		d.resolveWith(this, arguments);
		d.rejectWith(this, arguments);
		d.notifyWith(this, arguments);
		godeferred.Deferred().resolveWith(this, arguments);
		godeferred.Deferred<[a?: string]>().resolveWith(this, arguments);
		godeferred.Deferred().resolveWith(this, document.images);
		// @ts-expect-error: two arguments, of these types
		d.resolveWith(this, document.images);
	}
	passing();
	// @ts-expect-error: not a Window
	d.resolveWith(image, ["a", 1]);
	// @ts-expect-error: the callbacks need two arguments
	d.resolveWith(window);
	// @ts-expect-error: of the wrong type
	d.resolveWith(window, [1, "a"]);
	// @ts-expect-error: not an array
	d.rejectWith(window, new Error());
	// @ts-expect-error: the outside of a deferred cannot settle it
	d.promise().resolve("a", 1);
}

// Callbacks
export function callbacks() {
	d.done(function (text, size) {
		expectType<Window>()(this);
		expectType<string>()(text);
		expectType<number>()(size);
	});
	d.fail(function (reason) {
		expectType<Window>()(this);
		expectType<Error>()(reason);
	});
	d.progress((part) => expectType<number>()(part));
	d.always((first, second) => {
		expectType<string | Error>()(first);
		expectType<number | undefined>()(second);
	});
	expectType<typeof d>()(
		d
			.done(() => {})
			.fail()
			.always()
			.progress(),
	);
	// functions, arrays, nested arrays, and nothing
	d.done((text) => text, [(text) => text, [[(_, size) => size]]], callback, null, undefined, []);
	d.done([(text) => expectType<string>()(text)]);
	d.done((text: string) => text, console.log);
	// what a callback returns is nobody's business
	d.done(async () => {}).always(() => 5);
	// @ts-expect-error: ignored when it runs, surely not meant
	d.done("x");
	// @ts-expect-error: not a function
	d.done([5]);
	// @ts-expect-error: the first argument is a string
	d.done((text: number) => text);
	// @ts-expect-error: this is the window
	d.done(function (this: Document) {});
	// @ts-expect-error: there are two arguments
	d.done((_text: string, _size: number, _more: string) => {});
	// Without type arguments anything goes.
	godeferred.Deferred().done((a: string, b: number) => `${a}${b}`);
}

// Detached
export function detached() {
	image.onload = d.promise().promise as any;
	image.onload = godeferred.Deferred<[event: Event]>().resolve;
	image.onerror = godeferred.Deferred().reject;
	setTimeout(d.reject, 10, new Error());
	const { done, resolve } = d;
	done((text) => expectType<string>()(text));
	resolve("a", 1);
	// @ts-expect-error: it takes a string and a number
	image.onload = d.resolve;
}

// State
export function state() {
	expectType<State>()(d.state());
	expectAssignable<"pending" | "resolved" | "rejected">(d.state());
	expectType<boolean>()(d.isResolved());
	expectType<boolean>()(d.isRejected());
	// @ts-expect-error: there is no such state
	d.state() === "fulfilled";
}

// promise
export function promises() {
	const promise = d.promise();
	expectType<DeferredPromise<[text: string, size: number], [reason: Error], [done: number], Window>>()(
		promise,
	);
	expectType<typeof promise>()(promise.promise());
	expectType<typeof promise>()(d.promise(null));
	expectType<{ id: number } & typeof promise>()(d.promise({ id: 1 }));
	d.promise({ id: 1 }).done((text) => expectType<string>()(text));
	// @ts-expect-error: the target holds properties
	d.promise(5);
}

// Who may stand for whom
export function variance() {
	expectAssignable<DeferredPromise>(d);
	expectAssignable<DeferredPromise<any[], any[], any[], unknown>>(d);
	expectAssignable<DeferredPromise<[string | number, number], [Error], [number], Window>>(d);
	expectAssignable<DeferredPromise<[string, number]>>(godeferred.Deferred());
	// @ts-expect-error: another first argument
	expectAssignable<DeferredPromise<[number]>>(d);
	// @ts-expect-error: what settles it with strings may not be handed on to settle it with more
	expectAssignable<Deferred<[string | number, number], [Error], [number], Window>>(d);
	// @ts-expect-error: a promise is no deferred
	expectAssignable<Deferred>(d.promise());
}

// Hooks
export function hooks() {
	godeferred.Deferred.exceptionHook = (error, asyncError) => console.warn(error, asyncError);
	godeferred.Deferred.getErrorHook = () => new Error("queued here");
	godeferred.Deferred.exceptionHook = undefined;
	delete godeferred.Deferred.exceptionHook;
	delete godeferred.Deferred.getErrorHook;
	// @ts-expect-error: not a function
	godeferred.Deferred.exceptionHook = "warn";
	// @ts-expect-error: it may have been deleted
	godeferred.Deferred.exceptionHook(new Error());
	// @ts-expect-error: instanceof needs it
	godeferred.Deferred.prototype = d;
}

export function unionOfOutcomes() {
	const either = flag ? godeferred.Deferred<[string]>() : godeferred.Deferred<[string, number]>();
	return either.done((text) => expectType<string>()(text));
}
