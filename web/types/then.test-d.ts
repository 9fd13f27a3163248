import godeferred, {
	type Deferred,
	type DeferredPromise,
	type FailureStatus,
	type JqXHR,
	type SuccessStatus,
} from "./godeferred.js";
import { expectAssignable, expectType, expectTypes } from "./expect.js";

declare const p: DeferredPromise<[text: string, size: number], [reason: Error], [part: number], Window>;
declare const other: Deferred<[a: boolean, b: Date], [code: number], [step: string], Document>;
declare const jQueryDeferred: {
	promise(): unknown;
	then(done: (...args: any[]) => unknown, fail?: (...args: any[]) => unknown): any;
};
declare const flag: boolean;
declare const text: string;
declare const count: number;
declare const anything: any;

type Any = [reason: any];

// Without handlers everything passes through
export function passingThrough() {
	expectType<typeof p>()(p.then());
	expectType<typeof p>()(p.then(null));
	expectType<typeof p>()(p.then(undefined, null));
	expectType<typeof p>()(p.catch());
	expectType<typeof p>()(p.pipe());
}

// Handlers get all arguments and the context
export function handlers() {
	p.then(
		function (text, size) {
			expectType<Window>()(this);
			expectType<string>()(text);
			expectType<number>()(size);
		},
		(reason) => expectType<Error>()(reason),
		(part) => expectType<number>()(part),
	);
	p.catch((reason) => expectType<Error>()(reason));
	p.pipe((text, size) => expectTypes<[string, number]>()(text, size));
	// @ts-expect-error: the first argument is a string
	p.then((text: number) => text);
	// @ts-expect-error: the reason is an Error
	p.then(null, (reason: string) => reason);
	// @ts-expect-error: there are two arguments
	p.then((_text, _size, _more) => {});
	// @ts-expect-error: handlers are functions; others would be passed over in silence
	p.then(5);
}

// What a handler returns
export function results() {
	expectType<DeferredPromise<[number], Any, [part: number], Window | undefined>>()(
		p.then((text) => text.length),
	);
	p.then(() => {}).done((nothing) => expectType<void>()(nothing));
	p.then(() => flag).done((value) => expectType<boolean>()(value));
	p.then(() => (flag ? text : count)).done((value) => expectType<string | number>()(value));
	p.then(() => ({ id: 1, list: ["a"] })).done((value) => expectType<{ id: number; list: string[] }>()(value));
	p.then((): unknown => 1).done((value) => expectType<unknown>()(value));
	p.then(() => anything).done((value, more) => expectTypes<[any, any]>()(value, more));
	p.then<number>(() => 1).done((value) => expectType<number>()(value));
	// Nothing comes after a handler that always throws.
	expectType<never>()(
		null as unknown as Parameters<
			Extract<Parameters<ReturnType<typeof thrower>["done"]>[number], (...args: any) => unknown>
		>,
	);
	// @ts-expect-error: the result has one argument
	p.then((text) => text.length).done((_length, _more) => {});
	// @ts-expect-error: a number
	p.then((text) => text.length).done((length: string) => length);
}

function thrower() {
	return p.then(() => {
		throw new Error();
	});
}

// Promises that a handler returns are adopted
export function adopted() {
	p.then(() => Promise.resolve(1)).done((value) => expectType<number>()(value));
	p.then(async () => "a").done((value) => expectType<string>()(value));
	p.then(async () => p).done((value) => expectType<string>()(value));
	// ours with all arguments, and their context, failure and progress
	expectType<
		DeferredPromise<[a: boolean, b: Date], Any, [step: string | number], Window | Document | undefined>
	>()(p.then(() => other));
	p.then(() => other.promise()).done((a, b) => expectTypes<[boolean, Date]>()(a, b));
	p.then(() => p.then(() => other)).done((a, b) => expectTypes<[boolean, Date]>()(a, b));
	// in some cases only
	p.then(() => (flag ? other : count)).done((value, date) => {
		expectType<number | boolean>()(value);
		expectType<Date | undefined>()(date);
	});
	// another library's, of which only its author knows the arguments
	p.then(() => jQueryDeferred).done((a, b) => expectTypes<[any, any]>()(a, b));
}

// Failure
export function failure() {
	expectType<
		DeferredPromise<
			[text: string | number, size: number | undefined],
			Any,
			[part: number],
			Window | undefined
		>
	>()(p.then(null, (reason) => reason.message.length));
	expectType<
		DeferredPromise<
			[text: string | number, size: number | undefined],
			Any,
			[part: number],
			Window | undefined
		>
	>()(p.catch((reason) => reason.message.length));
	p.then(
		() => 1,
		() => "a",
	).done((value) => expectType<string | number>()(value));
	p.catch(() => other).done((first, second) => {
		expectType<string | boolean>()(first);
		expectType<number | Date>()(second);
	});
	// A handler may throw anything, where the rejection that passes through has a type.
	p.then(() => 1).fail((reason) => expectType<any>()(reason));
}

// Progress
export function progress() {
	p.then(null, null, (part) => `${part * 100} %`).progress((text) => expectType<string>()(text));
	p.then(null).progress((part) => expectType<number>()(part));
}

// finally
export function atLast() {
	expectType<DeferredPromise<[text: string, size: number], Any, [part: number], Window | undefined>>()(
		p.finally(() => 5),
	);
	p.finally();
	p.finally(async () => {});
	// @ts-expect-error: it gets no arguments
	p.finally((text: string) => text);
}

// pipe: what a handler returns goes on for the same outcome, and native promises as they are
export function pipes() {
	expectType<DeferredPromise<[number], [reason: Error], [part: number], Window>>()(
		p.pipe((text) => text.length),
	);
	expectType<DeferredPromise<[text: string, size: number], [string], [part: number], Window>>()(
		p.pipe(null, (reason) => reason.message),
	);
	expectType<
		DeferredPromise<[a: boolean, b: Date], [code: number | Error], [step: string | number], Window | Document>
	>()(p.pipe(() => other));
	p.pipe(() => Promise.resolve(1)).done((value) => expectType<Promise<number>>()(value));
	p.pipe(null, null, (part) => String(part)).progress((value) => expectType<string>()(value));
}

// A PromiseLike of the first argument
export function promiseLike() {
	expectAssignable<PromiseLike<string>>(p);
	expectAssignable<PromiseLike<boolean>>(other);
	expectAssignable<PromiseLike<void>>(godeferred.Deferred<[]>());
	expectAssignable<PromiseLike<number>>(p.then((text) => text.length));
	expectType<Promise<string>>()(Promise.resolve(p));
	expectType<Promise<[string, boolean, number]>>()(Promise.all([p, other, 1]));
	expectType<Promise<string | boolean>>()(Promise.race([p, other]));
	expectType<Promise<string>>()(new Promise<string>((resolve) => resolve(p)));
	expectType<string>()(null as unknown as Awaited<typeof p>);
	expectType<number>()(firstOf(p.then((text) => text.length)));
	// @ts-expect-error: its first argument is a string
	expectAssignable<PromiseLike<number>>(p);
	// @ts-expect-error: its first argument is a boolean
	expectAssignable<PromiseLike<Date>>(other);
	// @ts-expect-error: a native promise can do more
	expectAssignable<Promise<string>>(p);
}

declare function firstOf<T>(promise: PromiseLike<T>): T;

export async function awaited() {
	expectType<string>()(await p);
	expectType<boolean>()(await other);
	expectType<undefined>()(await godeferred.Deferred<[]>());
	expectType<any>()(await godeferred.Deferred());
	expectType<number>()(await p.then((text) => text.length));
	expectType<boolean>()(await p.then(() => other));
	expectType<string>()(await p.then(async (text) => text));
	// @ts-expect-error: a string
	const size: number = await p;
	return size;
}

export async function returned(): Promise<string> {
	return p;
}

export function generic<T>(q: DeferredPromise<[T]>): PromiseLike<T> {
	q.done((value) => expectType<T>()(value));
	return q;
}

// One of several kinds of promises
declare const either: DeferredPromise<[string]> | DeferredPromise<[number]>;
declare const requestOrText: JqXHR<{ id: number }> | DeferredPromise<[string]>;

export function unions() {
	either.then((value) => value).done((value) => expectType<string | number>()(value));
	either.then(
		(value) => expectType<string | number>()(value),
		(reason) => expectType<any>()(reason),
	);
	either.done((value) => expectType<string | number>()(value));
	either.fail((reason) => expectType<any>()(reason));
	either.always((value) => expectType<any>()(value));
	either.catch(() => true).done((value) => expectType<string | number | boolean>()(value));
	either.finally(() => {});
	either.pipe((value) => expectType<string | number>()(value));
	requestOrText.then((value) => expectType<string | { id: number }>()(value));
	requestOrText.done((value) => expectType<string | { id: number }>()(value));
	// @ts-expect-error: text or a number
	either.then((value: string) => value);
	// @ts-expect-error: text or a number
	either.done((value: number) => value);
}

export async function unionAwaited() {
	expectType<string | number>()(await either);
	expectType<string | { id: number }>()(await requestOrText);
}

// A function of a page's own that passes a promise on
export function passedOn<T>(q: DeferredPromise<[T]>): DeferredPromise<[T]> {
	return q.then((value) => value);
}

// The jqXHR of a request has its type after then, as well
export function requests() {
	const request = godeferred.get<{ id: number }>("/");
	request.then((row, textStatus, jqXHR) => {
		expectType<{ id: number }>()(row);
		expectType<SuccessStatus>()(textStatus);
		expectType<JqXHR<{ id: number }>>()(jqXHR);
	});
	request
		.then((row) => row.id)
		.fail((jqXHR, textStatus, errorThrown) => {
			expectType<JqXHR<{ id: number }>>()(jqXHR);
			expectType<FailureStatus>()(textStatus);
			expectType<any>()(errorThrown);
		});
	request.then((row) => row.id).then(null, (jqXHR) => expectType<JqXHR<{ id: number }>>()(jqXHR));
	request.then((row) => row.id).catch((jqXHR) => expectType<JqXHR<{ id: number }>>()(jqXHR));
	request.finally().fail((jqXHR) => expectType<JqXHR<{ id: number }>>()(jqXHR));
	request
		.then(null, () => null)
		.done((row, _textStatus, jqXHR) => {
			expectType<{ id: number } | null>()(row);
			expectType<JqXHR<{ id: number }> | undefined>()(jqXHR);
		});
	godeferred
		.when(request, godeferred.get<string>("/text"))
		.then(([row, , jqXHR], [text]) => {
			expectType<JqXHR<{ id: number }>>()(jqXHR);
			return row.id + text;
		})
		.fail((jqXHR) => expectType<JqXHR<{ id: number }> | JqXHR<string>>()(jqXHR));
	// A handler that handles the failure may throw anything.
	request.then(null, (jqXHR) => jqXHR.status).fail((reason) => expectType<any>()(reason));
	// So may one of a promise that is not of a request.
	p.then((text) => text.length).fail((reason) => expectType<any>()(reason));
}
