// Types of godeferred, for both of its scripts.
//
// godeferred.mjs:  import godeferred, { load, type Deferred } from "…/godeferred.mjs";
// godeferred.js:   the global `godeferred`; its types stand under the same name: godeferred.Deferred<[string]>.

/** `"resolved"` or `"rejected"` is final, and holds already inside the first callback. */
export type State = "pending" | "resolved" | "rejected";

/** What `done` and its kin take: functions, lists of them however nested, and nothing. */
export type Callbacks<Callback> = Callback | null | undefined | readonly Callbacks<Callback>[];

/**
 * The read-only side of a deferred. Its methods work detached, too, and are enumerable.
 *
 * @template Done what `done` callbacks get: a tuple of arguments
 * @template Fail what `fail` callbacks get
 * @template Progress what `progress` callbacks get
 * @template Context the `this` of all of them
 */
export interface DeferredPromise<
	Done extends any[] = any[],
	Fail extends any[] = any[],
	Progress extends any[] = any[],
	Context = any,
> {
	/** Tells whether it is pending, or how it ended. */
	state: () => State;
	/** Whether `state()` is `"resolved"`. */
	isResolved: () => boolean;
	/** Whether `state()` is `"rejected"`. */
	isRejected: () => boolean;

	/** Adds callbacks that run, synchronously and in the order added, when it is resolved; at once if it is. */
	done: (...callbacks: Callbacks<(this: Context, ...args: Done) => unknown>[]) => this;
	/** Adds callbacks that run, synchronously and in the order added, when it is rejected; at once if it is. */
	fail: (...callbacks: Callbacks<(this: Context, ...args: Fail) => unknown>[]) => this;
	/** Adds callbacks that run, synchronously and in the order added, when it is settled either way; at once if it is. */
	always: (...callbacks: Callbacks<(this: Context, ...args: Done | Fail) => unknown>[]) => this;
	/** Adds callbacks that run, synchronously, at each notification; late ones get the last one at once. */
	progress: (...callbacks: Callbacks<(this: Context, ...args: Progress) => unknown>[]) => this;

	/**
	 * A promise of what the handler returns (adopted where that is a promise) or throws. Handlers run in a microtask and
	 * get all arguments; without one for an outcome, context and all arguments pass through (Promises/A+).
	 */
	then<A = Pass, B = Pass, N = Pass>(
		onDone?: ((this: Context, ...args: Done) => A) | null,
		onFail?: ((this: Context, ...args: Fail) => B) | null,
		onProgress?: ((this: Context, ...args: Progress) => N) | null,
	): DeferredPromise<
		DoneOf<A, Done> | DoneOf<B, never>,
		FailOf<A, never> | FailOf<B, Fail> | Thrown<A> | Thrown<B>,
		ProgressOf<A, never> | ProgressOf<B, never> | Notified<N, Progress>,
		ContextOf<A, Context> | ContextOf<B, Context>
	>;
	/** As a native promise's `then`: what makes this a `PromiseLike` of its first argument. */
	then<A = Done[0], B = never>(
		onDone?: ((value: Done[0]) => A | PromiseLike<A>) | null,
		onFail?: ((reason: any) => B | PromiseLike<B>) | null,
	): DeferredPromise<[A | B]>;

	/** `then(null, onFail)`. */
	catch: <B = Pass>(
		onFail?: ((this: Context, ...args: Fail) => B) | null,
	) => DeferredPromise<
		Done | DoneOf<B, never>,
		FailOf<B, Fail> | Thrown<B>,
		Progress | ProgressOf<B, never>,
		Context | ContextOf<B, Context>
	>;
	/** Runs fn, without arguments, on either outcome, waits for what it returns, and passes context and all arguments on. */
	finally: (fn?: (() => unknown) | null) => DeferredPromise<Done, Fail | [reason: any], Progress, Context>;
	/**
	 * jQuery's old synchronous filter: handlers run with the callbacks, what they return goes on as it is (adopted where
	 * it has a `promise` method), and what they throw reaches the caller of `resolve`.
	 */
	pipe: <A = Pass, B = Pass, N = Pass>(
		onDone?: ((this: Context, ...args: Done) => A) | null,
		onFail?: ((this: Context, ...args: Fail) => B) | null,
		onProgress?: ((this: Context, ...args: Progress) => N) | null,
	) => DeferredPromise<any[], any[], any[], any>;

	/** The promise of it: the same object each time. With a target, adds the methods to that and returns it. */
	promise(target?: null): DeferredPromise<Done, Fail, Progress, Context>;
	promise<Target extends object>(target: Target): Target & DeferredPromise<Done, Fail, Progress, Context>;
}

declare const pass: unique symbol;
/** Stands for a handler that is not given. */
type Pass = typeof pass;

type Ours = DeferredPromise<any[], any[], any[], any>;
type Foreign = PromiseLike<any> & { promise: (...args: any) => any };

type IsAny<T> = 0 extends 1 & T ? true : false;
type IsPass<T> = IsAny<T> extends true ? false : [T] extends [Pass] ? ([T] extends [never] ? false : true) : false;
type Tuple<T> = [T] extends [never] ? never : [T];

type DoneOf<R, Otherwise> = IsAny<R> extends true ? any[] : IsPass<R> extends true ? Otherwise : Settled<R>;
type Settled<R> =
	| (R extends Ours ? OursDone<R> : R extends Foreign ? any[] : never)
	| Tuple<Awaited<Exclude<R, Ours | Foreign>>>;
type OursDone<R> = R extends DeferredPromise<infer Done, any, any, any> ? Done : never;

type FailOf<R, Otherwise> = IsAny<R> extends true ? any[] : IsPass<R> extends true ? Otherwise : R extends DeferredPromise<any, infer Fail, any, any> ? Fail : never;
type Thrown<R> = IsPass<R> extends true ? never : [reason: any];
type ProgressOf<R, Otherwise> = IsAny<R> extends true ? any[] : IsPass<R> extends true ? Otherwise : R extends DeferredPromise<any, any, infer P, any> ? P : never;
type Notified<N, Otherwise> = DoneOf<N, Otherwise>;
type ContextOf<R, Otherwise> = IsAny<R> extends true ? any : IsPass<R> extends true ? Otherwise : R extends DeferredPromise<any, any, any, infer C> ? C : R extends Foreign ? any : undefined;

export interface Deferred<
	Done extends any[] = any[],
	Fail extends any[] = any[],
	Progress extends any[] = any[],
	Context = any,
> extends DeferredPromise<Done, Fail, Progress, Context> {
	resolve: (...args: Done) => this;
}

export interface Godeferred { x: 1; version: string }
export class GodeferredError extends Error { code: string }

declare global {
	var godeferred: Godeferred;
	namespace godeferred { export type { Deferred, DeferredPromise }; }
}
export default godeferred;
