// Types of godeferred, for both of its scripts.
//
//   godeferred.mjs   import godeferred, { load } from "…/godeferred.mjs"; import type { Deferred } from there, too
//   godeferred.js    the global `godeferred`; the types have their names on it: godeferred.Deferred<[string]>
//
// A deferred passes on all its arguments, so what its callbacks get is a tuple: Deferred<[data: string, status: number]>.

// -------------------------------------------------------------------------------------------------------- deferreds

/** How it stands. `"resolved"` and `"rejected"` are final, and hold already inside the first callback. */
export type State = "pending" | "resolved" | "rejected";

/** What `done` and its kin take: functions, lists of them however nested, and nothing. */
export type Callbacks<Callback> = Callback | null | undefined | readonly Callbacks<Callback>[];

/**
 * The read-only side of a deferred. All methods work detached, and are enumerable, so that `$.extend` copies them.
 *
 * @template Done the arguments of `done` callbacks, a tuple
 * @template Fail the arguments of `fail` callbacks
 * @template Progress the arguments of `progress` callbacks
 * @template Context the `this` of all of them
 */
export interface DeferredPromise<
	Done extends any[] = any[],
	Fail extends any[] = any[],
	Progress extends any[] = any[],
	Context = any,
> {
	/** Tells how it stands. */
	state: () => State;

	/** Whether it has been resolved. */
	isResolved: () => boolean;

	/** Whether it has been rejected. */
	isRejected: () => boolean;

	/** Adds callbacks for when it is resolved. They run synchronously, in the order added; late ones run at once. */
	done: (...callbacks: Callbacks<(this: Context, ...args: Done) => unknown>[]) => this;

	/** Adds callbacks for when it is rejected. They run synchronously, in the order added; late ones run at once. */
	fail: (...callbacks: Callbacks<(this: Context, ...args: Fail) => unknown>[]) => this;

	/** Adds callbacks for when it is settled either way. They run as those of `done` and `fail`, and among them. */
	always: (...callbacks: Callbacks<(this: Context, ...args: Done | Fail) => unknown>[]) => this;

	/** Adds callbacks for each notification. They run synchronously; late ones get the last notification at once. */
	progress: (...callbacks: Callbacks<(this: Context, ...args: Progress) => unknown>[]) => this;

	/**
	 * A promise of what the handler returns (adopted if it is a promise itself) or throws. Handlers run in a microtask,
	 * with all arguments. Without a handler for the outcome, context and all arguments pass through.
	 */
	then<A = Pass, B = Pass, N = Pass>(
		onDone?: ((this: Context, ...args: Done) => A) | null,
		onFail?: ((this: Context, ...args: Fail) => B) | null,
		onProgress?: ((this: Context, ...args: Progress) => N) | null,
	): DeferredPromise<
		Given<A, Resolved<A>, Done> | Given<B, Resolved<B>>,
		Adopted<A, "fail"> | Given<A, [reason: any]> | Adopted<B, "fail"> | Given<B, [reason: any], Fail>,
		Adopted<A, "progress"> | Adopted<B, "progress"> | Given<N, Resolved<N>, Progress>,
		Adopted<A, "context"> | Given<A, undefined, Context> | Adopted<B, "context"> | Given<B, undefined, Context>
	>;

	/** The same, in the shape of a native promise's `then`: it makes this a `PromiseLike` of the first argument. */
	then<A = Done[0], B = never>(
		onDone?: ((value: Done[0]) => A | PromiseLike<A>) | null,
		onFail?: ((reason: any) => B | PromiseLike<B>) | null,
	): DeferredPromise<[A | B]>;

	/** `then(null, onFail)`: what the handler returns resolves the new promise. */
	catch: <B = Pass>(
		onFail?: ((this: Context, ...args: Fail) => B) | null,
	) => DeferredPromise<
		Done | Given<B, Resolved<B>>,
		Adopted<B, "fail"> | Given<B, [reason: any], Fail>,
		Progress | Adopted<B, "progress">,
		Context | Adopted<B, "context"> | Given<B, undefined>
	>;

	/**
	 * Runs fn in a microtask, without arguments, whatever the outcome. Outcome, context and all arguments pass through
	 * once what fn returns is settled, unless fn throws or what it returns is rejected.
	 */
	finally: (
		fn?: (() => unknown) | null,
	) => DeferredPromise<Done, Fail | [reason: any], Progress, Context | undefined>;

	/**
	 * jQuery's old synchronous filter. Handlers run among the callbacks; what one returns goes on for the same outcome,
	 * adopted only if it has a `promise` method; what one throws reaches the caller of `resolve`, `reject` or `notify`.
	 */
	pipe: <A = Pass, B = Pass, N = Pass>(
		onDone?: ((this: Context, ...args: Done) => A) | null,
		onFail?: ((this: Context, ...args: Fail) => B) | null,
		onProgress?: ((this: Context, ...args: Progress) => N) | null,
	) => DeferredPromise<
		Given<A, Piped<A, "done">, Done> | Adopted<B | N, "done">,
		Given<B, Piped<B, "fail">, Fail> | Adopted<A | N, "fail">,
		Given<N, Piped<N, "progress">, Progress> | Adopted<A | B, "progress">,
		Context | Adopted<A | B | N, "context">
	>;

	/** Adds the promise's methods to target and returns it. */
	promise<Target extends object>(
		target: Target,
	): Target & DeferredPromise<Done, Fail, Progress, Context>;

	/** The promise: the same object each time. */
	promise(target?: null): DeferredPromise<Done, Fail, Progress, Context>;
}

/** A promise and the means to settle it. Only the first settling counts. */
export interface Deferred<
	Done extends any[] = any[],
	Fail extends any[] = any[],
	Progress extends any[] = any[],
	Context = any,
> extends DeferredPromise<Done, Fail, Progress, Context> {
	/** Resolves with all arguments, and runs the `done` callbacks before it returns. Called on another object, that is their `this`. */
	resolve: (...args: Done) => this;

	/** Rejects with all arguments, and runs the `fail` callbacks before it returns. Called on another object, that is their `this`. */
	reject: (...args: Fail) => this;

	/** Runs the `progress` callbacks with all arguments before it returns; ignored once settled. */
	notify: (...args: Progress) => this;

	/** `resolve` with context as the callbacks' `this` and the arguments in an array or array-like. */
	resolveWith: (context: Context, ...args: List<Done>) => this;

	/** `reject` with context as the callbacks' `this` and the arguments in an array or array-like. */
	rejectWith: (context: Context, ...args: List<Fail>) => this;

	/** `notify` with context as the callbacks' `this` and the arguments in an array or array-like. */
	notifyWith: (context: Context, ...args: List<Progress>) => this;
}

/** `godeferred.Deferred`, to be called with or without `new`. */
export interface DeferredConstructor {
	/** A new pending deferred. `init` is called at once, with `this` and its argument the deferred. */
	new <
		Done extends any[] = any[],
		Fail extends any[] = any[],
		Progress extends any[] = any[],
		Context = any,
	>(
		init?: Init<Deferred<Done, Fail, Progress, Context>> | null,
	): Deferred<Done, Fail, Progress, Context>;

	/** A new pending deferred. `init` is called at once, with `this` and its argument the deferred. */
	<
		Done extends any[] = any[],
		Fail extends any[] = any[],
		Progress extends any[] = any[],
		Context = any,
	>(
		init?: Init<Deferred<Done, Fail, Progress, Context>> | null,
	): Deferred<Done, Fail, Progress, Context>;

	/** `instanceof` holds for every deferred. */
	readonly prototype: Deferred;

	/**
	 * Hears of every exception that becomes a rejection, as jQuery's. Looked up at each, so it can be replaced or deleted;
	 * the one from the start warns of mistakes such as a TypeError. asyncError is what getErrorHook returned.
	 */
	exceptionHook?: ((error: any, asyncError?: any) => void) | undefined;

	/** Called when a reaction is queued; returns what exceptionHook is to show as its origin. Not set from the start. */
	getErrorHook?: (() => any) | undefined;
}

/** What a new deferred is given to. */
export type Init<D> = (this: D, deferred: D) => unknown;

// ------------------------------------------------------------------------------------------------------- godeferred

/** The global `godeferred`, and the module's default export: one function with everything on it. */
export interface Godeferred {
	/** Runs fn when document and runtime are both ready, with `this` the document. May be called before they are. */
	(fn: (this: Document, godeferred: Godeferred) => void): Godeferred;

	/** The version of the release. */
	readonly version: string;

	/** Starts the runtime; further calls return the same promise. The classic script calls it by itself, unless `data-manual`. */
	readonly load: (options?: LoadOptions) => Promise<Godeferred>;

	/** Resolves when document and runtime are both ready; rejects with a GodeferredError that says what to do. */
	readonly ready: Promise<Godeferred>;

	/** Gives the global of `data-global` back to who had it before; with `true`, the global `godeferred`, too. */
	readonly noConflict: (all?: boolean) => Godeferred;

	/** Plain data on all that is pending. `{ stacks: true }` notes, from now on, where each is created. */
	readonly inspect: (options?: { stacks?: boolean }) => Inspection;

	/** The errors of the runtime itself. */
	readonly GodeferredError: typeof GodeferredError;

	/** Makes a deferred, with or without `new`. Throws before the runtime is ready, as all below do. */
	readonly Deferred: DeferredConstructor;

	/** jQuery 4's `$.when`: a promise of all its arguments. */
	readonly when: When;

	/** Our promise, with all its methods, of a native promise or any thenable; one of ours is answered as it is. */
	readonly wrap: <T>(
		value: T,
	) => DeferredPromise<Resolved<T>, Rejected<T>, Adopted<T, "progress">, Context<T>>;

	/** Fetches url. Settles as jQuery's `$.get` does, with all three arguments; `await` gives the data. */
	readonly get: <T = any>(url: string | URL) => JqXHR<T>;

	/** Shows elements by sliding them open. Resolved when all have come to rest; ms, or `"fast"` (200) or `"slow"` (600). */
	readonly slideDown: (target: Target, duration?: Duration) => AnimationPromise;

	/** Shows elements by fading them in. Resolved when all have come to rest; ms, or `"fast"` (200) or `"slow"` (600). */
	readonly fadeIn: (target: Target, duration?: Duration) => AnimationPromise;

	/** The promise of the first click on target, the same however often asked; late callbacks run at once. */
	readonly firstClick: (target: Target) => DeferredPromise<[event: MouseEvent], never, never, Element>;
}

export interface LoadOptions {
	/** Where the wasm is, or the wasm itself; by default `godeferred.wasm` beside the script. */
	wasm?: string | URL | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module;
}

/** What can be pending. */
export type Kind = "deferred" | "then" | "when" | "wrap" | "ajax" | "animation" | "image" | "event" | "timer";

/** What `inspect` answers. Abandoned deferreds are in it until they are collected. */
export interface Inspection {
	/** How many are pending. */
	pending: number;
	/** How many of each kind. */
	kinds: Partial<Record<Kind, number>>;
	/** The age of the oldest, in ms. */
	oldest: number;
	/** Each of them, oldest first. */
	entries: {
		kind: Kind;
		/** ms since it was created, to about 100 ms. */
		age: number;
		/** Where it was created; only with `{ stacks: true }` set before. */
		stack?: string;
	}[];
}

export type ErrorCode =
	| "not-ready"
	| "not-found"
	| "wrong-type"
	| "cut-short"
	| "policy"
	| "network"
	| "mismatch"
	| "unsupported"
	| "ended"
	| "full"
	| "internal";

/** The runtime could not start, is not ready yet, or has ended. The message says what to do. */
export class GodeferredError extends Error {
	constructor(code: ErrorCode, message: string, cause?: unknown);
	name: "GodeferredError";
	/** What went wrong, for programs. */
	code: ErrorCode;
	/** The platform's own error, where there is one. */
	cause?: unknown;
}

// ------------------------------------------------------------------------------------------------------------- when

export interface When {
	/** Resolved at once, without arguments. */
	(): DeferredPromise<[], never, never, undefined>;

	/** Adopts subordinate: a deferred or promise settles it with context and all its arguments; a value resolves it at once. */
	<S>(subordinate: S): DeferredPromise<Resolved<S>, Rejected<S>, never, Context<S>>;

	/**
	 * Resolved when all are, with one argument for each: its value, or the array of its values where it had several; `this`
	 * is the array of their contexts. Rejected at the first failure, with that one's context and arguments.
	 */
	<S extends any[]>(...subordinates: S): DeferredPromise<Together<S>, Rejected<S[number]>, never, any>;
}

/** The arguments of `when(...S)`. A list whose length is not known may have one member, which passes all of its own. */
type Together<S extends any[]> =
	| { [I in keyof S]: ValueOf<Resolved<S[I]>> }
	| (number extends S["length"] ? Resolved<S[number]> : never);

/** What several arguments become in `when(a, b)`: one is itself, none is undefined, more are an array. */
type ValueOf<Args extends any[]> = Args extends any
	? number extends Args["length"]
		? any
		: Args["length"] extends 0 | 1
			? Args[0]
			: Extract<Args["length"], 0 | 1> extends never
				? Args
				: Args[0] | Args
	: never;

// ------------------------------------------------------------------------------------------------ requests, effects

/** How a request succeeded, as jQuery names it. */
export type SuccessStatus = "success" | "notmodified" | "nocontent";

/** How a request failed, as jQuery names it. */
export type FailureStatus = "error" | "timeout" | "abort" | "parsererror" | "canceled";

/** A request, as jQuery's: the promise of its answer, and what is known of it. */
export interface JqXHR<T = any>
	extends DeferredPromise<
		[data: T, textStatus: SuccessStatus, jqXHR: JqXHR<T>],
		[jqXHR: JqXHR<T>, textStatus: FailureStatus, errorThrown: any],
		any[],
		any
	> {
	/** The HTTP status; 0 where no answer came. */
	readonly status: number;
	/** The status in words: the server's, or how the request failed. */
	readonly statusText: string;
	/** The answer as text. */
	readonly responseText: string;
}

/** What effects and events work on: an element, a list of them (jQuery's too), or a selector. */
export type Target = Element | ArrayLike<Element> | Iterable<Element> | string;

/** In ms, or by name. */
export type Duration = number | "fast" | "slow";

/** Settles when the effect is over. */
export type AnimationPromise = DeferredPromise<any[], any[], any[], any>;

// -------------------------------------------------------------------------------------- what a handler's result means

declare const pass: unique symbol;

/** The result of a handler that is not given. */
type Pass = typeof pass;

/** T where there is a handler with the result R, Otherwise where there is none. */
type Given<R, T, Otherwise = never> = 0 extends 1 & R
	? T
	: [R] extends [never]
		? T
		: [R] extends [Pass]
			? Otherwise
			: T;

/** What has all our methods. */
type Ours = DeferredPromise<any[], any[], any[], any>;

/** Someone else's deferred, such as jQuery's. It passes all its arguments, but its type does not tell them. */
type Foreign = PromiseLike<any> & { promise: (...args: any) => any };

/** What a deferred carries. */
interface Parts {
	done: any[];
	fail: any[];
	progress: any[];
	context: any;
}

/** What of its own a deferred R brings with it; nothing where R is no deferred. */
type Adopted<R, Part extends keyof Parts> = 0 extends 1 & R
	? Parts[Part]
	: R extends Ours
		? PartsOf<R>[Part]
		: R extends Foreign
			? Parts[Part]
			: never;

type PartsOf<R extends Ours> = R extends {
	promise: (target?: null) => DeferredPromise<infer Done, infer Fail, infer Progress, infer Context>;
}
	? { done: Done; fail: Fail; progress: Progress; context: Context }
	: never;

/** One argument, or none that could be. */
type Single<T> = [T] extends [never] ? never : [T];

/** The arguments that a result R resolves with: those of a deferred, the one of a promise, or R. */
type Resolved<R> = 0 extends 1 & R ? any[] : Adopted<R, "done"> | Single<Awaited<Exclude<R, Ours | Foreign>>>;

/** The arguments that `pipe` passes on: those of a deferred for the same outcome, or R as it is. */
type Piped<R, Part extends "done" | "fail" | "progress"> = 0 extends 1 & R
	? any[]
	: Adopted<R, Part> | Single<Exclude<R, Ours | Foreign>>;

/** The arguments that R itself may reject with: none where it is a plain value. */
type Rejected<R> = Adopted<R, "fail"> | (R extends Ours ? never : R extends PromiseLike<any> ? [reason: any] : never);

/** The context that R settles with: only deferreds have one. */
type Context<R> = Adopted<R, "context"> | (R extends Ours ? never : undefined);

/** An array-like of arguments as one argument, which may be left out where all of them may. */
type List<Args extends any[]> = [] extends Args ? [args?: Readonly<Args> | null] : [args: Readonly<Args>];

// ---------------------------------------------------------------------------------------------------------- exports

type GodeferredErrorInstance = GodeferredError;

declare global {
	// Set by godeferred.js alone: the module sets no globals.
	var godeferred: Godeferred;

	namespace godeferred {
		export type {
			AnimationPromise,
			Callbacks,
			Deferred,
			DeferredPromise,
			Duration,
			ErrorCode,
			FailureStatus,
			GodeferredErrorInstance as GodeferredError,
			Inspection,
			JqXHR,
			Kind,
			LoadOptions,
			State,
			SuccessStatus,
			Target,
		};
	}
}

/** As `godeferred.load`. Nothing starts before it is called. */
export const load: Godeferred["load"];

export default godeferred;
