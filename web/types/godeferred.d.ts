// Types of godeferred, for both of its scripts.
//
//   godeferred.mjs   import godeferred, { load } from "…/godeferred.mjs"; import type { Deferred } from it
//   godeferred.js    the global `godeferred`; the types are named on it: godeferred.Deferred<[string]>
//
// core.d.mts has the types of core.mjs, which shares most of them with these; jquery.d.mts those of a jQuery with
// godeferred in it; global.d.ts declares `$` as well. The build makes the types of modules from this file: they declare
// no global.
//
// TypeScript 4.9 and later can read them.
//
// Everything can be called at once. Requests and animations need the runtime, which is Go compiled to
// WebAssembly: those made before it is up begin when it is, in the order of the calls. Nothing else waits
// for it.
//
// A deferred passes all its arguments on, so the type of its arguments is a tuple:
// Deferred<[data: string, status: number]>.

// ------------------------------------------------------------------------------------------------- deferreds

/** The state. `"resolved"` and `"rejected"` are final, and already set inside the first callback. */
export type State = "pending" | "resolved" | "rejected";

/**
 * A callback of `done`, `fail` and the like: a function of all arguments. Its result is ignored.
 *
 * `concat` says that it is not an array. Only then does TypeScript know the arguments of a callback that is added to one
 * of several kinds of promises.
 */
export interface DeferredCallback<Context, Args extends any[]> {
	(this: Context, ...args: Args): unknown;
	readonly concat?: undefined;
}

/** Arguments of `done`, `fail` and the like: functions, nested lists of them, null or undefined. */
export type Callbacks<Callback, None = null | undefined> =
	| Callback
	| None
	| readonly Callbacks<Callback, None>[];

/**
 * No callback: the value that the methods of promises take instead of one. They have it as a type parameter, `None`,
 * that no call sets. TypeScript sees `any` in its place where it compares the overloads of another library's promise,
 * so a promise can be a `JQuery.Promise`, whose callbacks take three arguments or more.
 */
export interface NoCallback {
	value: null | undefined;
}

declare const parts: unique symbol;

/**
 * The types of a promise's callbacks, for TypeScript alone: no promise has this member. It keeps promises of other types
 * apart where `NoCallback` would not.
 */
export interface DeferredTypes<Done extends any[], Fail extends any[], Progress extends any[], Context> {
	readonly [parts]?: (
		done: DeferredCallback<Context, Done>,
		fail: DeferredCallback<Context, Fail>,
		progress: DeferredCallback<Context, Progress>,
	) => void;
}

/**
 * The read-only side of a deferred. All methods work detached, and are enumerable, so that `$.extend` copies
 * them.
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
> extends DeferredTypes<Done, Fail, Progress, Context> {
	/** Returns the state. */
	state: () => State;

	/** Whether it has been resolved. */
	isResolved: () => boolean;

	/** Whether it has been rejected. */
	isRejected: () => boolean;

	/**
	 * Adds callbacks for when it is resolved. They run synchronously, in the order added; late ones run at
	 * once.
	 */
	done: <None extends NoCallback = NoCallback>(
		...callbacks: Callbacks<DeferredCallback<Context, Done>, None["value"]>[]
	) => this;

	/**
	 * Adds callbacks for when it is rejected. They run synchronously, in the order added; late ones run at
	 * once.
	 */
	fail: <None extends NoCallback = NoCallback>(
		...callbacks: Callbacks<DeferredCallback<Context, Fail>, None["value"]>[]
	) => this;

	/**
	 * Adds callbacks for when it is settled either way. They run like those of `done` and `fail`, in one
	 * order with them.
	 */
	always: <None extends NoCallback = NoCallback>(
		...callbacks: Callbacks<DeferredCallback<Context, Either<Done | Fail>>, None["value"]>[]
	) => this;

	/**
	 * Adds callbacks for each notification. They run synchronously; late ones get the last notification at
	 * once.
	 */
	progress: <None extends NoCallback = NoCallback>(
		...callbacks: Callbacks<DeferredCallback<Context, Progress>, None["value"]>[]
	) => this;

	/**
	 * A promise of the result of the handler: its return value (adopted if it is a promise) or its
	 * exception. Handlers run in a microtask, with all arguments. Without a handler for the outcome, context
	 * and all arguments pass through. `await` gives the first argument.
	 */
	then<A = Pass, B = Pass, N = Pass, None extends NoCallback = NoCallback>(
		onDone?: ((this: Context, ...args: Awaitable<Done>) => A) | None["value"],
		onFail?: ((this: Context, ...args: Fail) => B) | None["value"],
		onProgress?: ((this: Context, ...args: Progress) => N) | None["value"],
	): DeferredPromise<
		Either<Given<A, Resolved<A>, Done> | Given<B, Resolved<B>>>,
		Either<Adopted<A, "fail"> | Given<A, Thrown<Fail>> | Adopted<B, "fail"> | Given<B, Reason, Fail>>,
		Either<Adopted<A, "progress"> | Adopted<B, "progress"> | Given<N, Resolved<N>, Progress>>,
		| Adopted<A, "context">
		| Given<A, undefined, Context>
		| Adopted<B, "context">
		| Given<B, undefined, Context>
	>;

	/** `then(null, onFail)`: the handler's return value resolves the new promise. */
	catch: <B = Pass, None extends NoCallback = NoCallback>(
		onFail?: ((this: Context, ...args: Fail) => B) | None["value"],
	) => DeferredPromise<
		Either<Done | Given<B, Resolved<B>>>,
		Either<Adopted<B, "fail"> | Given<B, Reason, Fail>>,
		Either<Progress | Adopted<B, "progress">>,
		Context | Adopted<B, "context"> | Given<B, undefined>
	>;

	/**
	 * Runs fn in a microtask, without arguments, whatever the outcome. If fn returns a promise, waits until
	 * it is settled. Then outcome, context and all arguments pass through, unless fn threw or its promise
	 * was rejected.
	 */
	finally: (
		fn?: (() => unknown) | null,
	) => DeferredPromise<Done, Either<Fail | Thrown<Fail>>, Progress, Context | undefined>;

	/**
	 * jQuery's old synchronous filter. Handlers run among the callbacks. A return value is passed on for the
	 * same outcome, and adopted only if it has a `promise` method. An exception reaches the caller of
	 * `resolve`, `reject` or `notify`.
	 */
	pipe: <A = Pass, B = Pass, N = Pass, None extends NoCallback = NoCallback>(
		onDone?: ((this: Context, ...args: Done) => A) | None["value"],
		onFail?: ((this: Context, ...args: Fail) => B) | None["value"],
		onProgress?: ((this: Context, ...args: Progress) => N) | None["value"],
	) => DeferredPromise<
		Either<Given<A, Piped<A, "done">, Done> | Adopted<B | N, "done">>,
		Either<Given<B, Piped<B, "fail">, Fail> | Adopted<A | N, "fail">>,
		Either<Given<N, Piped<N, "progress">, Progress> | Adopted<A | B, "progress">>,
		Context | Adopted<A | B | N, "context">
	>;

	/**
	 * Aborts the work behind the promise, also through `then` and joins, unless something else waits for it.
	 * The promise is rejected with reason, by default an `AbortError`. A plain deferred has no work: nothing
	 * happens to it.
	 */
	abort: (reason?: any) => this;

	/** Adds the promise's methods to target and returns it. */
	promise<Target extends object>(target: Target): Target & DeferredPromise<Done, Fail, Progress, Context>;

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
	/**
	 * Resolves with all arguments, and runs the `done` callbacks before it returns. Called as a method of
	 * another object, it passes that object as their `this`.
	 */
	resolve: (...args: Done) => this;

	/**
	 * Rejects with all arguments, and runs the `fail` callbacks before it returns. Called as a method of
	 * another object, it passes that object as their `this`.
	 */
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
	/** A new pending deferred. `init` is called at once, with the deferred as `this` and as argument. */
	new <Done extends any[] = any[], Fail extends any[] = any[], Progress extends any[] = any[], Context = any>(
		init?: Init<Deferred<Done, Fail, Progress, Context>> | null,
	): Deferred<Done, Fail, Progress, Context>;

	/** A new pending deferred. `init` is called at once, with the deferred as `this` and as argument. */
	<Done extends any[] = any[], Fail extends any[] = any[], Progress extends any[] = any[], Context = any>(
		init?: Init<Deferred<Done, Fail, Progress, Context>> | null,
	): Deferred<Done, Fail, Progress, Context>;

	/** `instanceof` holds for every deferred. */
	readonly prototype: Deferred;

	/**
	 * Called for every exception that becomes a rejection, as in jQuery. Looked up for each one, so it can be
	 * replaced or deleted. The default hook warns of mistakes such as a TypeError. asyncError is the value
	 * that getErrorHook returned.
	 */
	exceptionHook?: ((error: any, asyncError?: any) => void) | undefined;

	/** Called when a reaction is queued; returns the origin for exceptionHook to show. Not set by default. */
	getErrorHook?: (() => any) | undefined;
}

/** The function that gets a new deferred. */
export type Init<D> = (this: D, deferred: D) => unknown;

// ------------------------------------------------------------------------------------------------ godeferred

/**
 * The functions of a page's own Go program. Each takes what the program's function reads, and an AbortSignal as any
 * argument, or as `signal` of an object that is the last one. Its promise resolves with what the function returns,
 * rejects with its error, and aborts it.
 *
 * A page can say which functions there are, and of which types:
 *
 *   declare module "./godeferred.mjs" {
 *     interface GodeferredGo {
 *       search(query: string, options?: { signal?: AbortSignal }): DeferredPromise<[Product[]]>;
 *     }
 *   }
 */
export interface GodeferredGo {
	[name: string]: (...args: any[]) => DeferredPromise<any[]>;
}

/** The global `godeferred`, and the module's default export: one function with everything on it. */
export interface Godeferred extends Elements, PluginFunctions {
	/**
	 * Runs fn when the document is ready, with the document as `this`; always later than this call. The
	 * runtime may not be up by then.
	 */
	(fn: (this: Document, godeferred: Godeferred) => void): Godeferred;

	/** The elements that a selector finds (in context), or new ones from html. */
	<K extends keyof HTMLElementTagNameMap>(
		selector: K,
		context?: Within,
	): Collection<HTMLElementTagNameMap[K]>;
	<T extends Element = HTMLElement>(
		selector: string | false | null | undefined,
		context?: Within,
	): Collection<T>;

	/**
	 * A new element, from `"<div>"`. Fields with the name of a method are the arguments of that method, the
	 * rest are attributes.
	 */
	<T extends Element = HTMLElement>(tag: string, fields: Record<string, any>): Collection<T>;

	/**
	 * A collection of one object, or of the members of a list; an empty one without arguments, and for null, undefined
	 * and false.
	 */
	<T extends Node | Window>(one: T | null | undefined): Collection<T>;
	<T>(list: ArrayLike<T> | null | undefined): Collection<T>;
	<T = HTMLElement>(nothing?: null | undefined | false | ""): Collection<T>;
	<T extends object>(one: T): Collection<T>;

	/**
	 * What the page's own Go program exports (package page). Functions can be called at any time: a call waits
	 * for the program. It rejects with a TypeError if the program exports nothing of that name.
	 */
	readonly go: GodeferredGo;

	/** The methods of collections, for plugins to add to. */
	readonly fn: Collection<any> & Record<string, any>;

	/** An event to be triggered, with or without `new`. */
	readonly Event: {
		new (type: string | Event, fields?: Record<string, any>): CollectionEvent;
		(type: string | Event, fields?: Record<string, any>): CollectionEvent;
		readonly prototype: CollectionEvent;
	};

	/**
	 * Calls fn for each member of a list or property of an object, until fn returns false. Returns the list
	 * or object.
	 */
	readonly each: {
		<T, L extends ArrayLike<T>>(list: L & ArrayLike<T>, fn: (this: T, index: number, value: T) => unknown): L;
		<O extends object>(
			object: O,
			fn: (this: O[keyof O], key: Extract<keyof O, string>, value: O[keyof O]) => unknown,
		): O;
	};

	/**
	 * jQuery's `$.map`: the results of fn in one list. A result that is an array adds its members; null or
	 * undefined adds nothing. It waits for no promise: `mapAsync` does.
	 */
	readonly map: {
		<T, R>(list: ArrayLike<T>, fn: (value: T, index: number) => R): Mapped<R>[];
		<O extends object, R>(
			object: O,
			fn: (value: O[Extract<keyof O, string>], key: Extract<keyof O, string>) => R,
		): Mapped<R>[];
	};

	/**
	 * Copies properties to target, or to `godeferred` itself if only one object is given. With deep, objects
	 * and lists are copied too, not shared.
	 */
	readonly extend: Extend;

	/** ms since 1970. */
	readonly now: () => number;

	/** Does nothing. */
	readonly noop: () => void;

	readonly isFunction: (value: unknown) => value is (...args: any[]) => any;

	/** The version of the release. */
	readonly version: string;

	/**
	 * Starts the runtime. Further calls return the same promise, unless it was rejected. Then they try again,
	 * `ready` is a new promise, too, and the requests and animations that still wait begin once it is up.
	 *
	 * Without a call of load, the classic script starts the runtime at once; with `data-lazy`, when a request
	 * or an animation first needs it; with `data-manual`, never. The module starts it when first needed. A
	 * load with options replaces an automatic start that is not finished.
	 */
	readonly load: (options?: LoadOptions) => Promise<Godeferred>;

	/**
	 * Ends the page's Go program at once, whatever it is doing, if it runs in a worker (`load({ worker: true })`).
	 * Its pending calls and promises, and later calls, reject with a GodeferredError whose code is `ended`.
	 * Requests and animations go on. `load` starts the program again. The workers of `mapAsync` end, too, with any
	 * program. Does nothing without workers.
	 */
	readonly terminate: () => void;

	/**
	 * Resolves when document and runtime are both ready; rejects with a GodeferredError that says what to do.
	 * Calls do not need to wait for it. Reading it does not start the runtime: until something else does, it
	 * stays pending.
	 */
	readonly ready: Promise<Godeferred>;

	/** Restores the former value of the `data-global` global; with `true`, that of `godeferred`, too. */
	readonly noConflict: (all?: boolean) => Godeferred;

	/**
	 * Plain data on everything pending, and on the runtime. `{ stacks: true }` records, from now on, where
	 * each deferred is created.
	 */
	readonly inspect: (options?: { stacks?: boolean | undefined }) => Inspection;

	/**
	 * Opens the inspector: a panel in the page that shows what is pending, what waits for what, where it was created, what
	 * has settled, requests with their attempts, animations and calls of Go; with buttons that abort. A second call
	 * returns the same object, and adds what its options ask for.
	 *
	 * `devtools.mjs` must be beside the script. Only the first call downloads it; where it is missing, the promise rejects with
	 * the platform's own error, and with a `GodeferredError` (`mismatch`) if it is of another build. Until then nothing is
	 * recorded, and nothing is slower. While it is open, creating a deferred takes some microseconds more, most of them for
	 * `stacks`. In Node and in workers it records, and there is no panel.
	 */
	readonly devtools: (
		options?: DevtoolsOptions,
	) => DeferredPromise<[devtools: Devtools], [error: Error], never, undefined>;

	/** The errors of the runtime itself. */
	readonly GodeferredError: typeof GodeferredError;

	/** Makes a deferred, with or without `new`. */
	readonly Deferred: DeferredConstructor;

	/** jQuery 4's `$.when`: a promise of all its arguments. */
	readonly when: When;

	/**
	 * A godeferred promise, with all its methods, of a native promise or any thenable. A godeferred promise is
	 * returned unchanged; a plain value gives a promise resolved with it.
	 */
	readonly wrap: <T>(
		value: T,
	) => DeferredPromise<
		Either<Resolved<T>>,
		Either<Rejected<T>>,
		Either<Adopted<T, "progress">>,
		OwnContext<T>
	>;

	/**
	 * Resolves with the array of all first arguments; rejects with the first argument of the first failure.
	 * Takes any iterable.
	 */
	readonly all: {
		<T extends readonly unknown[] | []>(
			list: T,
		): DeferredPromise<[{ -readonly [I in keyof T]: First<T[I]> }], Reason>;
		<T>(list: Iterable<T>): DeferredPromise<[First<T>[]], Reason>;
	};

	/** Resolves, once all have settled, with the outcome of each. */
	readonly allSettled: <T>(list: Iterable<T>) => DeferredPromise<[PromiseSettledResult<First<T>>[]], never>;

	/** Resolves with the first that resolves; rejects with an `AggregateError` of all reasons. */
	readonly any: <T>(list: Iterable<T>) => DeferredPromise<[First<T>], [error: AggregateError]>;

	/** Settles as the first one that settles. */
	readonly race: <T>(list: Iterable<T>) => DeferredPromise<[First<T>], Reason>;

	/**
	 * Runs fn on each item, at most `concurrency` at a time; results keep the order of the items. The first
	 * failure rejects; no further item is started then, and the others are aborted.
	 */
	readonly mapAsync: MapAsync & MapOverWorkers;

	/** Runs functions one after the other. Each gets the value that the one before resolved with. */
	readonly series: <R = any>(
		tasks: Iterable<(before: any) => any>,
		options?: WorkOptions,
	) => DeferredPromise<[R], Reason>;

	/** Resolves, without arguments, after ms milliseconds. */
	readonly wait: (ms: number, options?: WorkOptions) => DeferredPromise<[], Reason>;

	/** Settles as promise does, or rejects with a `TimeoutError` after ms milliseconds. */
	readonly timeout: <T>(promise: T, ms: number) => DeferredPromise<Either<Resolved<T>>, Reason>;

	/**
	 * Starts work that can be aborted, and returns its promise. start is called at once, with a deferred to
	 * settle and a function that adds abort callbacks: see `Work`. An exception of start rejects the promise.
	 */
	readonly work: <Done extends any[] = any[], Fail extends any[] = Reason, Progress extends any[] = any[]>(
		start: Work<Deferred<Done, Fail, Progress>>,
		options?: WorkOptions | null,
	) => DeferredPromise<Done, Either<Fail | Reason>, Progress>;

	/**
	 * jQuery's `$.ajax`: makes a request; `await` gives the data. Before the runtime is up the request waits
	 * for it, with readyState 1. `beforeSend` and `ajaxSend` then run when the request begins, and `timeout`
	 * counts from there. Errors in the settings that only the runtime detects reject the request, instead of
	 * being thrown. If the runtime cannot start, the request rejects with the GodeferredError that says why.
	 */
	readonly ajax: Ajax;

	/**
	 * Sets defaults for later requests, and returns them. `ajaxSetup(target, settings)` copies defaults and
	 * settings to target instead, returns it, and does not affect any request.
	 */
	readonly ajaxSetup: (settings: AjaxSettings, more?: AjaxSettings) => AjaxSettings;

	/** The defaults themselves: `ajaxSetup` writes into them. `ajaxSettings.xhr()` makes an XMLHttpRequest. */
	ajaxSettings: AjaxSettings & { xhr: () => XMLHttpRequest };

	/** How many requests are under way or wait for the runtime, without those with `global: false`. */
	active: number;

	/**
	 * Calls handler for each later request with one of the data types (separated by spaces; all, if left out),
	 * within the call of `ajax`, before the data are written. It may change the settings, set headers and abort.
	 * With a plus sign before the type it is called before the others. A type that it returns is gone through first.
	 */
	readonly ajaxPrefilter: AddHook<string | undefined | void>;

	/**
	 * Lets factory make what sends requests with one of the data types (all, if left out): jQuery's. Where it
	 * returns nothing, the next is asked, and the browser at last. With a plus sign before the type it is asked first;
	 * for all types, that is the only way to come before the browser.
	 */
	readonly ajaxTransport: AddHook<RequestTransport | false | null | undefined | void>;

	/** jQuery's `$.param`: a query string. traditional repeats a list's name, and writes no nested names. */
	readonly param: (
		values: Record<string, any> | { name: string; value?: any }[] | null | undefined,
		traditional?: boolean,
	) => string;

	/** Requests url as jQuery's `$.get` does; `await` gives the data. success is added with `done`. */
	readonly get: Shorthand;

	/** Sends data by POST, as a form unless the settings say otherwise. */
	readonly post: Shorthand;

	/** Sends data by PUT. */
	readonly put: Shorthand;

	/** Sends data by PATCH. */
	readonly patch: Shorthand;

	/** Sends data by DELETE. */
	readonly delete: Shorthand;

	/** `get` of JSON, whatever content type the answer has. */
	readonly getJSON: {
		<Data = any>(url: string | URL, success?: Success<Data> | null): JqXHR<Data>;
		<Data = any>(url: string | URL, data: RequestData, success?: Success<Data> | null): JqXHR<Data>;
	};

	/** Loads a script and runs it. */
	readonly getScript: (url: string | URL, success?: Success<any> | null) => JqXHR;

	/**
	 * A function that runs request once per key, also while it is under way, and returns its promise. A failure
	 * is forgotten, so that the next call tries again, unless `keepFailures` is set.
	 */
	readonly createCache: <Key = string, Done extends any[] = any[], Fail extends any[] = any[]>(
		request: (defer: Deferred<Done, Fail>, key: Key) => unknown,
		options?: CacheOptions,
	) => Cached<Key, Done, Fail>;

	/** `getScript`, once per URL. */
	readonly cachedGetScript: Cached<string, RequestAnswer>;

	/** Loads an image, once per URL. Resolves with the URL and the image once it can be drawn. */
	readonly loadImage: Cached<
		string,
		[url: string, image: HTMLImageElement],
		[error: Error, image: HTMLImageElement]
	>;

	/** Resolves the given number of ms after the document is parsed; in a microtask if they have passed. */
	readonly afterDOMReady: Cached<number, []>;

	/**
	 * Makes a page's jQuery (3 or 4, full or slim) use the runtime: replaces its `Deferred` and `when`, and
	 * adds the functions of godeferred that it lacks. Returns jQuery. A second call changes only the options.
	 */
	readonly install: <JQuery extends InstallTarget>(jQuery: JQuery, options?: InstallOptions) => JQuery;

	/** Restores the members that `install` replaced, in one jQuery or in all. */
	readonly uninstall: (jQuery?: InstallTarget) => void;
}

/** A jQuery: its function with `fn`. */
export interface InstallTarget {
	(...args: any[]): any;
	fn: { jquery: string };
}

export interface InstallOptions {
	/**
	 * Unhandled rejections raise the page's `unhandledrejection` event; left out, they are silent, as in
	 * jQuery.
	 */
	unhandled?: boolean | undefined;
}

/** The first argument that a value resolves with, as `await` gives it. */
export type First<T> = Awaited<T>;

/** See `Godeferred.mapAsync`. */
export type MapAsync = <T, R>(
	list: Iterable<T>,
	fn: (item: T, index: number) => R,
	options?: WorkOptions & { concurrency?: number | undefined },
) => DeferredPromise<[First<R>[]], Reason>;

/**
 * `mapAsync` of a function of `godeferred.go`, whose calls are spread over workers. Each worker has an instance of
 * the page's Go program of its own and one call at a time. Workers start when they are needed, serve later calls,
 * too, and end after 10 s without a call if the page has no instances from them, with the program, or by `terminate()`. Go has 1 s to end a call that is
 * aborted, then its worker ends. A GodeferredError says why a worker cannot start.
 */
export type MapOverWorkers = <T, R>(
	list: Iterable<T>,
	fn: (item: T, ...more: any[]) => R,
	options: WorkOptions & {
		concurrency?: number | undefined;
		/** How many workers there are at most; `true` for one for each processor. */
		workers: number | true;
	},
) => DeferredPromise<[First<R>[]], Reason>;

/** The members that a result of `map`'s function adds. */
type Mapped<R> = R extends null | undefined ? never : R extends readonly (infer M)[] ? M : R;

/**
 * The start function of `work`. onAbort adds functions to call, with the reason, when the promise is
 * aborted. They may settle the deferred; if none does, it is rejected with the reason.
 */
export type Work<D> = (this: D, deferred: D, onAbort: (stop: (reason: any) => unknown) => void) => unknown;

/** Options of functions that start work. */
export interface WorkOptions {
	/** Aborts the work, now or later; the promise is rejected with the signal's reason. */
	signal?: AbortSignal | null | undefined;
}

export interface LoadOptions {
	/**
	 * The address of the wasm, or the wasm itself; by default `data-wasm` of the script, or
	 * `godeferred.wasm` beside it.
	 */
	wasm?: string | URL | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module | undefined;
	/**
	 * The hash of the wasm, as in the attribute of a script element (`"sha384-…"`); by default
	 * `data-integrity` of the script. The build writes it to `integrity.json`. Any other file is refused
	 * with the code `mismatch`, before it runs. A `WebAssembly.Module` cannot be checked, and nothing can be
	 * checked on a page that is not from https or localhost.
	 */
	integrity?: string | undefined;
	/**
	 * The ms without an answer, or without another byte of it, after which the start fails with the code
	 * `timeout`; 30,000 when left out, `Infinity` for no limit.
	 */
	timeout?: number | undefined;
	/**
	 * Runs the page's own Go program in a worker, so that long work never blocks the page; `data-worker` of the
	 * script is the same. The worker's script is godeferred's own, which must be of the page's origin. An address
	 * names another copy of it, as a page whose bundler has moved the code needs: `.mjs` is started as a module.
	 * `worker.mjs` must be beside the script. Without a program of its own, the page has no worker.
	 */
	worker?: boolean | string | URL | undefined;
}

/** The kinds of pending promises. */
export type Kind =
	| "deferred"
	| "then"
	| "when"
	| "wrap"
	| "ajax"
	| "animation"
	| "image"
	| "event"
	| "timer"
	| `go.${string}`;

/**
 * The state of the runtime: not started yet, starting, up, or failed to start and not being started again.
 */
export type RuntimeState = "idle" | "starting" | "ready" | "failed";

/** Everything pending. Abandoned deferreds may be included for a while. */
export interface Pending {
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

/** The result of `inspect`. */
export interface Inspection extends Pending {
	/** The state of the runtime. */
	runtime: RuntimeState;
	/** How many of each kind, requests and animations, wait for the runtime. */
	waiting: Partial<Record<Kind, number>>;
}

// -------------------------------------------------------------------------------------------------- devtools

export interface DevtoolsOptions {
	/** Whether to open the panel; true when left out. Without it, `devtools()` only records. */
	panel?: boolean | undefined;
	/**
	 * Shows requests, animations and calls of Go in the browser's own tools, as measures: Chromium's Performance panel puts
	 * them on tracks of the group "godeferred", Firefox's profiler among the markers. False when left out.
	 */
	tracks?: boolean | undefined;
	/** Whether to record where each deferred is created, which takes most of the time; true when left out. */
	stacks?: boolean | undefined;
}

/** The inspector, while it is open. */
export interface Devtools {
	/**
	 * Calls listener with each event, in order, in a microtask after it has happened. First come the `created` events of what is
	 * pending now. Deferreds that a listener makes are not recorded, and its exceptions are reported. Returns a function that
	 * ends it.
	 */
	watch(listener: (event: DevtoolsEvent) => void): () => void;
	/** Plain data of what is pending, and of the latest 500 that have settled. */
	snapshot(): DevtoolsSnapshot;
	/** Closes the panel and ends the recording, without a trace in page and script. A second call does nothing. */
	close(): void;
}

/** How a deferred has ended; `collected` means that it was abandoned while it was pending, and is garbage. */
export type Outcome = "resolved" | "rejected" | "aborted" | "collected";

/** What `watch` tells. `id` is the number of a deferred, and `at` the time as `performance.now()` has it, in ms. */
export type DevtoolsEvent =
	| {
			type: "created";
			id: number;
			kind: Kind;
			at: number;
			/** The deferred whose `then`, `catch`, `finally` or `pipe` has made it. */
			parent?: number;
			/** The request, or the animated element. */
			label?: string;
			/** The jQuery that it belongs to: see `install`. */
			owner?: string;
			/** Where it was created: the lines of the page's code, the innermost first. */
			stack?: string;
	  }
	/** It was resolved with another promise, which is pending. */
	| { type: "follows"; id: number; of: number; at: number }
	/** A join waits for a member, which is pending. */
	| { type: "waits"; id: number; of: number; at: number }
	| { type: "progress"; id: number; at: number; value: unknown }
	| { type: "settled"; id: number; at: number; state: "resolved" | "rejected" | "aborted"; value: unknown }
	| { type: "collected"; id: number; at: number }
	/** An attempt of a request was sent, or has its answer; the status is 0 without one. */
	| {
			type: "request";
			id: number;
			at: number;
			phase: "sent" | "retry" | "answer";
			attempt: number;
			method: string;
			url: string;
			status?: number;
	  };

/** What is known of one deferred. Values are short texts. */
export interface DevtoolsEntry {
	id: number;
	kind: Kind;
	at: number;
	state: "pending" | Outcome;
	parent?: number;
	label?: string;
	owner?: string;
	stack?: string;
	/** When it has settled. */
	ended?: number;
	value?: string;
	progress?: { count: number; last: string };
	/** The attempts of a request. */
	attempts?: { attempt: number; at: number; ended?: number; status?: number }[];
}

/** The result of `devtools.snapshot()`. */
export interface DevtoolsSnapshot {
	/** The time of the snapshot. */
	at: number;
	pending: (DevtoolsEntry & {
		/** In ms. */
		age: number;
		/** The pending deferreds that it waits for. */
		waits: number[];
		/** Whether `abort` would end it. */
		abortable: boolean;
	})[];
	/** The latest last. */
	settled: DevtoolsEntry[];
	/** How many are pending that were created before the recording, and of which nothing has been heard. */
	unseen: number;
	/** The state of the runtime, and what waits for it. Not in core.mjs. */
	runtime?: RuntimeState;
	waiting?: Partial<Record<Kind, number>>;
	/**
	 * The wasm: its memory in bytes and in pages of 64 KiB, how many objects and functions of the page Go has, and, of the page's
	 * own Go program, how many callbacks of it are live: functions for the page that were not released, and awaited promises.
	 */
	wasm?: { bytes: number; pages: number; objects: number; callbacks?: number };
}

/** A failure of the runtime. All codes but `ended` say why it could not start. */
export type ErrorCode =
	/** There is no wasm at the address. */
	| "not-found"
	/** The server sent it with another type than `application/wasm`, or sent other content. */
	| "wrong-type"
	/** The file is incomplete. */
	| "cut-short"
	/** The page's Content-Security-Policy forbids it. */
	| "policy"
	/** It could not be fetched. */
	| "network"
	/** No byte arrived for too long. */
	| "timeout"
	/** Script and wasm are of different builds, or it is not the file that `integrity` names. */
	| "mismatch"
	/** The browser has no WebAssembly, or the page cannot check `integrity`. */
	| "unsupported"
	/** It crashed twice on the same call, the second time in a new instance. */
	| "ended";

/** The runtime could not start, or has crashed. The message says what to do. */
export class GodeferredError extends Error {
	constructor(code: ErrorCode, message: string, cause?: unknown);
	name: "GodeferredError";
	/** The kind of failure, for programs. */
	code: ErrorCode;
	/** The platform's own error, where there is one. */
	cause?: unknown;
}

// ------------------------------------------------------------------------------------------------------ when

export interface When {
	/** Resolved at once, without arguments. */
	(): DeferredPromise<[], never, never, undefined>;

	/**
	 * Adopts subordinate: a deferred settles it with its context and all its arguments; a value resolves it
	 * at once.
	 */
	<S>(subordinate: S): DeferredPromise<Either<Resolved<S>>, Either<Rejected<S>>, never, OwnContext<S>>;

	/**
	 * Resolved when all are, with one argument for each: its value, or the array of its values if it had
	 * several; `this` is the array of their contexts. Rejected at the first failure, with the context and
	 * arguments of that one.
	 */
	<S extends any[]>(
		...subordinates: S
	): DeferredPromise<Either<Together<S>>, Either<Rejected<S[number]>>, never, any>;
}

/**
 * The arguments of `when(...S)`. A list of unknown length may have just one member, which passes all of its
 * own arguments.
 */
type Together<S extends any[]> =
	| { [I in keyof S]: ValueOf<Resolved<S[I]>> }
	| (number extends S["length"] ? Resolved<S[number]> : never);

/** The value of several arguments in `when(a, b)`: one is itself, none is undefined, more are an array. */
type ValueOf<Args extends any[]> = Args extends any
	? number extends Args["length"]
		? any
		: Args["length"] extends 0 | 1
			? Args[0]
			: Extract<Args["length"], 0 | 1> extends never
				? Args
				: Args[0] | Args
	: never;

// ----------------------------------------------------------------------------------------- requests, effects

/** How a request succeeded, as jQuery names it. */
export type SuccessStatus = "success" | "notmodified" | "nocontent";

/** How a request failed, as jQuery names it, or the reason given to `abort`. */
export type FailureStatus = "error" | "timeout" | "abort" | "parsererror" | "canceled" | (string & {});

/** Data that can be sent. */
export type RequestData =
	| Record<string, any>
	| { name: string; value?: any }[]
	| string
	| FormData
	| Blob
	| URLSearchParams
	| BufferSource;

/** A callback of a request that succeeds. */
export type Success<Data = any> = (
	this: RequestSettings,
	data: Data,
	textStatus: SuccessStatus,
	jqXHR: JqXHR<Data>,
) => unknown;

/** `get`, `post` and the like. */
export interface Shorthand {
	<Data = any>(
		url: string | URL,
		success?: Success<Data> | Success<Data>[] | null,
		dataType?: string,
	): JqXHR<Data>;
	<Data = any>(
		url: string | URL,
		data: RequestData | null | undefined,
		success?: Success<Data> | Success<Data>[] | null,
		dataType?: string,
	): JqXHR<Data>;
	<Data = any>(settings: AjaxSettings<Data> & { url: string | URL }): JqXHR<Data>;
}

export interface Ajax {
	<Data = any>(url: string | URL, settings?: AjaxSettings<Data> | null): JqXHR<Data>;
	<Data = any>(settings?: AjaxSettings<Data>): JqXHR<Data>;
}

/** `ajaxPrefilter` and `ajaxTransport`. original are the settings that the caller gave to `ajax`. */
export interface AddHook<Answer> {
	(handler: RequestHook<Answer>): void;
	(dataTypes: string, handler: RequestHook<Answer>): void;
}

export type RequestHook<Answer> = (settings: RequestSettings, original: AjaxSettings, jqXHR: JqXHR) => Answer;

/** Sends one request. complete ends it: the bodies are by data type, headers has a line for each. */
export interface RequestTransport {
	send: (
		headers: Record<string, string>,
		complete: (status: number, statusText: string, bodies?: Record<string, any>, headers?: string) => void,
	) => void;
	abort?: ((textStatus: string) => void) | undefined;
}

/** The types that data can be requested as, and any type that `converters` make. */
export type DataType =
	| "json"
	| "text"
	| "html"
	| "xml"
	| "script"
	| "jsonp"
	| "blob"
	| "arrayBuffer"
	| (string & {});

/** The settings of a request: jQuery's, then those that jQuery does not have. */
export interface AjaxSettings<Data = any> {
	url?: string | URL | undefined;
	method?: string | undefined;
	type?: string | undefined;
	/** Part of the URL for GET and HEAD, else the body. Plain objects and lists are written by `param`. */
	data?: RequestData | null | undefined;
	/** false: data is sent unchanged. */
	processData?: boolean | undefined;
	/** As for `param`. */
	traditional?: boolean | undefined;
	/** The `Content-Type` of the body; false: none is sent. */
	contentType?: string | false | undefined;
	/** One or more types, in the order of conversion, separated by spaces. Missing: as the answer says. */
	dataType?: DataType | undefined;
	headers?: Record<string, any> | Headers | null | undefined;
	/** false: a number in the URL bypasses caches. That is the default for scripts and JSONP. */
	cache?: boolean | undefined;
	/** Sends `If-Modified-Since` and `If-None-Match` of the last answer. 304 is a success, without data. */
	ifModified?: boolean | undefined;
	/** ms, for each attempt. */
	timeout?: number | undefined;
	/** The `this` of callbacks, in place of the settings. */
	context?: any;
	/** false: triggers none of the global events, such as `ajaxStart`. */
	global?: boolean | undefined;
	accepts?: Record<string, string> | undefined;
	contents?: Record<string, RegExp | boolean> | undefined;
	converters?: Record<string, ((value: any) => any) | boolean> | undefined;
	/** Replaces the raw body of a success, before conversion. */
	dataFilter?: ((this: AjaxSettings, data: any, type: string | undefined) => any) | undefined;
	statusCode?: Record<number, ((...args: any[]) => unknown) | ((...args: any[]) => unknown)[]> | undefined;
	username?: string | undefined;
	password?: string | undefined;
	/** Makes the XMLHttpRequest that makes the request, if it is not the default one. */
	xhr?: (() => XMLHttpRequest) | undefined;
	/** Fields of an XMLHttpRequest, which makes the request if any but `withCredentials` is set. */
	xhrFields?: Record<string, any> | undefined;
	crossDomain?: boolean | undefined;
	/** false cancels the request. */
	beforeSend?: ((this: any, jqXHR: JqXHR<Data>, settings: RequestSettings) => unknown) | null | undefined;
	success?: Success<Data> | Success<Data>[] | null | undefined;
	error?:
		| Many<(this: any, jqXHR: JqXHR<Data>, textStatus: FailureStatus, errorThrown: any) => unknown>
		| null
		| undefined;
	complete?:
		| Many<(this: any, jqXHR: JqXHR<Data>, textStatus: SuccessStatus | FailureStatus) => unknown>
		| null
		| undefined;
	/** The name of the JSONP parameter; false for none. */
	jsonp?: string | false | undefined;
	jsonpCallback?: string | (() => string) | undefined;
	/** The encoding of a script that a script element loads, where its server does not say: `"iso-8859-1"`. */
	scriptCharset?: string | undefined;
	/** Attributes of the script element, which then loads the script. */
	scriptAttrs?: Record<string, any> | undefined;
	/** Replaces the content type of the answer. */
	mimeType?: string | undefined;
	isLocal?: boolean | undefined;
	/** An exception of a converter is reported, too, besides failing the request. */
	throws?: boolean | undefined;
	async?: true | undefined;

	/** Aborts the request. */
	signal?: AbortSignal | null | undefined;
	/** Whether cookies and the like are sent; by default only to the page's own origin. */
	credentials?: "omit" | "same-origin" | "include" | undefined;
	/** Retries temporary failures; a number is the limit. */
	retry?: boolean | number | Retry | undefined;
	/** The hash that the answer, or the script, must have. */
	integrity?: string | undefined;
	/** The nonce of a script. */
	nonce?: string | undefined;
	/** Added with `progress`. */
	progress?: ((progress: RequestProgress) => unknown) | undefined;
}

type Many<F> = F | F[];

/** Which requests are retried, and when. */
export interface Retry {
	/** How many more requests after the first; 2 when left out. */
	limit?: number | undefined;
	/** The methods that may be sent twice; GET, HEAD, PUT, DELETE, OPTIONS and TRACE when left out. */
	methods?: string | string[] | undefined;
	/** 408, 413, 429, 500, 502, 503 and 504 when left out; no answer at all always counts. */
	statusCodes?: number | number[] | undefined;
	/**
	 * The first wait in ms, doubled each time; 300 when left out. The actual wait is between half and all of
	 * it. `Retry-After` counts instead, where the answer has it.
	 */
	backoff?: number | undefined;
	/** The longest wait in ms; 30,000 when left out. If `Retry-After` asks for more, there is no retry. */
	maxDelay?: number | undefined;
}

/** The bytes sent or received so far, and their total; total is 0 where it is not known. */
export interface RequestProgress {
	kind: "upload" | "download";
	loaded: number;
	total: number;
}

export interface CacheOptions {
	/** The number of keys kept: the least recently used one is dropped. No limit when left out. */
	max?: number | undefined;
	/** How long a success is kept, in ms. No limit when left out. */
	ttl?: number | undefined;
	/** Failures are kept, too. */
	keepFailures?: boolean | undefined;
}

/** A cache of the promises of requests. */
export interface Cached<Key, Done extends any[] = any[], Fail extends any[] = any[]> {
	/** The promise of a key; callback is added with `done`. */
	(key: Key, callback?: ((...args: Done) => unknown) | null): DeferredPromise<Done, Fail>;
	/** Forgets a key. Callbacks that wait for it still run. Returns whether it was there. */
	delete: (key: Key) => boolean;
	clear: () => void;
	/** Whether a call with this key needs no new request. */
	has: (key: Key) => boolean;
}

/** The `this` of a request's callbacks: its settings, with the defaults. */
export interface RequestSettings extends AjaxSettings {
	url: string;
	type: string;
	dataTypes: string[];
	hasContent: boolean;
}

/** The arguments of a request's `done` callbacks. */
export type RequestAnswer<Data = any> = [data: Data, textStatus: SuccessStatus, jqXHR: JqXHR<Data>];

/** The arguments of a request's `fail` callbacks. errorThrown is the server's words for its status, or the error. */
export type RequestFailure<Data = any> = [jqXHR: JqXHR<Data>, textStatus: FailureStatus, errorThrown: any];

/**
 * A request: the promise of its data, with the fields of its answer. It fails with the jqXHR, textStatus,
 * and the server's words for its status or the error. After `then`, too, the failure has these types, though it may then
 * be the exception of a handler.
 */
export interface JqXHR<Data = any>
	extends DeferredPromise<
		RequestAnswer<Data>,
		RequestFailure<Data>,
		[progress: RequestProgress],
		RequestSettings
	> {
	/**
	 * 0 before it is sent, 1 while under way, 4 with an answer, 0 when it ended without one. The members
	 * below are set when it ends.
	 */
	readonly readyState: 0 | 1 | 4;

	/** The HTTP status; 0 without an answer. */
	readonly status: number;

	/** The server's words for its status; where there are none, textStatus. */
	readonly statusText: string;

	/**
	 * Only of one that failed: `HttpError` for a status, `NetworkError` without an answer, `TimeoutError`,
	 * `AbortError`, `SyntaxError` for an answer that is not of its type, `GodeferredError` without the runtime.
	 * Not enumerable.
	 */
	readonly name?: string;

	/** Only of one that failed: the method, the URL without its password, and why. Not enumerable. */
	readonly message?: string;

	/** The answer as text; missing without an answer. */
	readonly responseText?: string;

	/** The answer's data if its content type says JSON. */
	readonly responseJSON?: any;

	/** The answer's document if it is XML. */
	readonly responseXML?: XMLDocument;

	/**
	 * Ends the request, unless it has ended. It fails with reason as textStatus if that is a string, else with
	 * `"abort"`, or `"canceled"` before it is sent. The promises that `then` and the like return have abort,
	 * too.
	 */
	abort: (reason?: any) => this;

	/** Sets a header until the request is sent. Throws for an invalid name or a value of several lines. */
	setRequestHeader: (name: string, value: any) => this;

	/** Replaces the content type of the answer. Counts until the request is sent. */
	overrideMimeType: (type: string) => this;

	/** Adds callbacks by status. They run after `done` and `fail`; at once if the request has ended. */
	statusCode: (map?: AjaxSettings["statusCode"]) => this;

	/** A header of the answer, by name in any case; null where there is none. */
	getResponseHeader: (name: string) => string | null;

	/** All headers of the answer, one per line; null while under way. */
	getAllResponseHeaders: () => string | null;
}

/**
 * The target of effects: an element, a list or array-like of elements (such as a jQuery collection), or a
 * selector.
 */
export type Target = Element | ArrayLike<Element> | string;

/** The target of listeners: as Target, or any EventTarget, such as the document and the window. */
export type ListeningTarget = EventTarget | ArrayLike<EventTarget> | string;

/** ms, or `"fast"` (200) or `"slow"` (600). Anything else takes 400 ms, as in jQuery, and is warned of once. */
export type Duration = number | "fast" | "slow";

/** A name in `easing`. */
export type Easing = "swing" | "linear" | (string & {});

/** The further arguments are those of old plugins. */
export type EasingFunction = (
	fraction: number,
	time: number,
	start: 0,
	change: 1,
	duration: number,
) => number;

export interface EffectOptions<Of = Element> {
	/** 400 ms when left out. */
	duration?: Duration | (string & {}) | null | undefined;
	/** `"swing"` when left out. */
	easing?: Easing | null | undefined;
	/** For single properties, instead of easing. */
	specialEasing?: Record<string, Easing> | undefined;
	/** The queue it waits in, `"fx"` when left out; false: it starts at once, beside the queues. */
	queue?: boolean | string | null | undefined;
	/** Stops it where it is. */
	signal?: AbortSignal | null | undefined;
	/** Called for each element as its animation ends, with `this` the element. */
	complete?: ((this: Of) => unknown) | null | undefined;
	/** Called for each element as its animation starts. */
	start?: ((this: Of, animation: ElementAnimation<Of>) => unknown) | null | undefined;
	/**
	 * Called for each property of each element at every frame, before its value is written. Only with step does the page
	 * itself move the styles.
	 */
	step?: ((this: Of, now: number, tween: PropertyTween<Of>) => unknown) | null | undefined;
	/** Called for each element at every frame. */
	progress?:
		| ((this: Of, animation: ElementAnimation<Of>, fraction: number, remaining: number) => unknown)
		| null
		| undefined;
	/** Called for each element whose animation has come to its end, or jumped there. */
	done?: ((this: Of, animation: ElementAnimation<Of>, jumped?: boolean) => unknown) | null | undefined;
	/** Called for each element whose animation was stopped before its end. */
	fail?: ((this: Of, animation: ElementAnimation<Of>, jumped?: boolean) => unknown) | null | undefined;
	/** Called after either. */
	always?: ((this: Of, animation: ElementAnimation<Of>, jumped?: boolean) => unknown) | null | undefined;
}

/** The animation of one element, as callbacks get it. */
export interface ElementAnimation<Of = Element> {
	readonly elem: Of;
	readonly duration: number;
	/** Stops it where it is, or at its end. */
	stop(toEnd?: boolean): void;
}

/** How one property of an animation moves, as step gets it. step may change `now` and `end`. */
export interface PropertyTween<Of = Element> {
	readonly elem: Of;
	readonly prop: string;
	readonly options: EffectOptions<Of>;
	start: number;
	end: number;
	now: number;
	readonly unit: string;
	/** The fraction of the way. */
	readonly pos: number;
}

/** The arguments after the target of an effect, as in jQuery: duration or options, easing, complete. */
type EffectArguments<Of> =
	| [options: EffectOptions<Of>]
	| [complete: (this: Of) => unknown]
	| [duration: Duration | (string & {}) | null | undefined, complete: (this: Of) => unknown]
	| [duration?: Duration | null, easing?: Easing | null, complete?: ((this: Of) => unknown) | null];

/**
 * An effect, with jQuery's arguments. Its promise is resolved once, when the last element is done, with
 * target as value and context; for a selector, with the array of the elements found. It is rejected if an
 * element is stopped before its end.
 */
export interface Effect {
	<T extends Target>(target: T, options: EffectOptions<Member<T>>): EffectPromise<T>;
	<T extends Target>(target: T, complete: (this: Member<T>) => unknown): EffectPromise<T>;
	<T extends Target>(
		target: T,
		duration: Duration | null | undefined,
		complete: (this: Member<T>) => unknown,
	): EffectPromise<T>;
	<T extends Target>(
		target: T,
		duration?: Duration | null,
		easing?: Easing | null,
		complete?: ((this: Member<T>) => unknown) | null,
	): EffectPromise<T>;
}

/** An effect that happens at once where no duration is given. */
export interface Appearance extends Effect {
	<T extends Target>(target: T, show?: boolean): EffectPromise<T>;
}

/**
 * The end values of animated properties: `70`, `"+=20px"`, `"50%"`, `"toggle"`, or with an easing
 * `[70, "linear"]`.
 */
export type Goals = Record<string, number | string | null | undefined | readonly [number | string, Easing]>;

/** A function that waits in a queue. It must call next when it is done. */
export type Queued<Of = Element> = (
	this: Of,
	next: () => void,
	hooks: { stop?: (toEnd?: boolean) => void },
) => unknown;

/** The promise of a call. Its progress is the fraction done, from 0 to 1. */
export type EffectPromise<T extends Target> = DeferredPromise<
	[target: Found<T>],
	Reason,
	[fraction: number],
	Found<T>
>;

/** Animations, queues and events of elements. */
export interface Elements {
	/** Animates properties, with jQuery's arguments. */
	readonly animate: <T extends Target>(
		target: T,
		properties: Goals,
		...rest: EffectArguments<Member<T>>
	) => EffectPromise<T>;

	readonly slideDown: Effect;
	readonly slideUp: Effect;
	readonly slideToggle: Effect;
	readonly fadeIn: Effect;
	readonly fadeOut: Effect;
	readonly fadeToggle: Effect;
	/** Fades to an opacity. Hidden elements are shown first, from opacity 0. */
	readonly fadeTo: <T extends Target>(
		target: T,
		duration: Duration | null | undefined,
		opacity: number | string,
		...rest:
			| [complete: (this: Member<T>) => unknown]
			| [easing?: Easing | null, complete?: (this: Member<T>) => unknown]
	) => EffectPromise<T>;
	readonly show: Appearance;
	readonly hide: Appearance;
	readonly toggle: Appearance;

	/** Stops the running animations, where they are or at their end, and starts the next in the queue. */
	readonly stop: {
		<T extends Target>(target: T, clearQueue?: boolean, jumpToEnd?: boolean): EffectPromise<T>;
		<T extends Target>(target: T, queue: string, clearQueue?: boolean, jumpToEnd?: boolean): EffectPromise<T>;
	};
	/** Ends running and waiting animations at their end values; with false, those beside the queues. */
	readonly finish: <T extends Target>(target: T, queue?: string | false) => EffectPromise<T>;

	/** Delays the next function of a queue, by ms. */
	readonly delay: <T extends Target>(
		target: T,
		time: Duration,
		...rest:
			| [options: { signal?: AbortSignal | undefined }]
			| [queue?: string, options?: { signal?: AbortSignal | undefined }]
	) => EffectPromise<T>;

	/** Returns the functions that wait for the first element, adds one, or replaces all. */
	readonly queue: {
		(target: Target, queue?: string): (Queued | "inprogress")[];
		<T extends Target>(target: T, add: Queued<Member<T>> | Queued<Member<T>>[]): EffectPromise<T>;
		<T extends Target>(
			target: T,
			queue: string,
			add: Queued<Member<T>> | Queued<Member<T>>[],
		): EffectPromise<T>;
	};
	/** Calls the next function of a queue. */
	readonly dequeue: <T extends Target>(target: T, queue?: string) => EffectPromise<T>;
	/** Removes all waiting functions from a queue. */
	readonly clearQueue: <T extends Target>(target: T, queue?: string) => EffectPromise<T>;
	/** Resolves when the queues of that name (`"fx"` when left out) have run empty. */
	readonly promise: <T extends Target>(target: T, queue?: string) => EffectPromise<T>;

	/**
	 * Timing functions by name. A page can add its own, and replace these: each gets the elapsed fraction of the time,
	 * from 0 to 1, and returns the fraction of the way. `_default` is the name of the default.
	 */
	readonly easing: Record<string, EasingFunction> & { _default: any };

	/** Settings of all animations. */
	readonly fx: {
		/** true: animations jump to their end. */
		off: boolean;
		/** Names of durations, in ms. */
		readonly speeds: Record<string, number>;
		/** Whether animations jump to their end where the user prefers reduced motion. */
		respectReducedMotion: boolean;
	};

	/**
	 * The promise of the first such event after the first call; of several events or elements, the first to
	 * come. Further calls for the same element and event return the same promise. callback is added with
	 * `done`.
	 */
	readonly bindOnce: <T extends ListeningTarget>(
		target: T,
		events: string,
		callback?: ((this: Member<T>, event: Event) => unknown) | null,
	) => DeferredPromise<[event: Event], never, never, Member<T>>;

	/** The same for clicks. */
	readonly firstClick: <T extends ListeningTarget>(
		target: T,
		callback?: ((this: Member<T>, event: MouseEvent) => unknown) | null,
	) => DeferredPromise<[event: MouseEvent], never, never, Member<T>>;

	/** The promise of the first of the elements to come into view. */
	readonly visible: <T extends Target>(
		target: T,
		options?: IntersectionObserverInit & { signal?: AbortSignal | undefined },
	) => DeferredPromise<[entry: IntersectionObserverEntry], Reason, never, Member<T>>;
}

type Found<T> = T extends string ? Element[] : T;

/** One member of a target. */
type Member<T> = T extends string
	? Element
	: T extends EventTarget
		? T
		: T extends ArrayLike<infer Of>
			? Of
			: never;

// ----------------------------------------------------------------------------------------------- collections

/** Where a selector looks. */
export type Within = Node | ArrayLike<Node> | string | null | undefined;

/** A way to choose elements. */
export type Which<T = any> = string | Node | ArrayLike<any> | ((this: T, index: number, one: T) => unknown);

/** Content for the page: nodes, lists of them, html, text. */
export type Content = Node | ArrayLike<any> | string | number | boolean | null | undefined;

/** A value, or a function that returns one for each element, from its index and the old value. */
export type Value<T, V, Old = string> = V | ((this: T, index: number, old: Old) => V | undefined);

type Inserter<T> = (
	...contents: [(this: T, index: number, html: string) => Content | undefined, ...Content[]] | Content[]
) => Collection<T>;

/** A handler of `on`. `false` stands for a handler that prevents the default and stops the event. */
export type Handler<T = any> = ((this: T, event: CollectionEvent, ...extra: any[]) => unknown) | false;

/** The event that handlers get: the fields of a native event, writable, and jQuery's. */
export interface CollectionEvent extends Record<string, any> {
	type: string;
	/** The native event; missing where the page triggered it. */
	originalEvent?: any;
	target: any;
	/** The element that the handler is called for. */
	currentTarget: any;
	/** The element that it is bound to. */
	delegateTarget: any;
	relatedTarget?: any;
	/** The data given to `on`. */
	data?: any;
	/** The return value of the handler before. */
	result?: any;
	/** The namespaces given to trigger: `"a.b"`. */
	namespace?: string;
	timeStamp: number;
	preventDefault(): void;
	stopPropagation(): void;
	stopImmediatePropagation(): void;
	isDefaultPrevented(): boolean;
	isPropagationStopped(): boolean;
	isImmediatePropagationStopped(): boolean;
}

interface Extend {
	(deep: boolean, target: any, ...sources: any[]): any;
	<A extends object, B>(target: A, source: B): A & B;
	<A extends object, B, C>(target: A, second: B, third: C): A & B & C;
	(target: any, ...sources: any[]): any;
}

/** An effect as a method: chainable; its namesake with `Promise` at the end returns the promise. */
type Method<T, Result> = {
	(options: EffectOptions<T>): Result;
	(complete: (this: T) => unknown): Result;
	(duration: Duration | null | undefined, complete: (this: T) => unknown): Result;
	(duration?: Duration | null, easing?: Easing | null, complete?: ((this: T) => unknown) | null): Result;
};

type AppearanceMethod<T, Result> = Method<T, Result> & ((show: boolean) => Result);

type EffectNames = "slideDown" | "slideUp" | "slideToggle" | "fadeIn" | "fadeOut" | "fadeToggle";

type AppearanceNames = "show" | "hide" | "toggle";

interface Controls<T, Result> {
	animate: (properties: Goals, ...rest: EffectArguments<T>) => Result;
	fadeTo: (
		duration: Duration | null | undefined,
		opacity: number | string,
		...rest: [complete: (this: T) => unknown] | [easing?: Easing | null, complete?: (this: T) => unknown]
	) => Result;
	stop: {
		(clearQueue?: boolean, jumpToEnd?: boolean): Result;
		(queue: string, clearQueue?: boolean, jumpToEnd?: boolean): Result;
	};
	finish: (queue?: string | false) => Result;
	delay: (time: Duration, queue?: string) => Result;
	dequeue: (queue?: string) => Result;
	clearQueue: (queue?: string) => Result;
}

type Moving<T, Result> = { [Name in EffectNames]: Method<T, Result> } & {
	[Name in AppearanceNames]: AppearanceMethod<T, Result>;
} & Controls<T, Result>;

/** Effects as methods that return a promise, not the collection: `fadeInPromise` and so on. */
export type PromiseMethods<T, Result, Names extends keyof Moving<T, any> = keyof Moving<T, any>> = {
	[Name in Names as `${Name}Promise`]: Moving<T, Result>[Name];
};

/** The promise of a call for all elements. Its progress is the fraction done, from 0 to 1. */
export type CollectionPromise<T> = DeferredPromise<
	[collection: Collection<T>],
	Reason,
	[fraction: number],
	Collection<T>
>;

type EventMethods<T> = {
	[Name in
		| "blur"
		| "focus"
		| "focusin"
		| "focusout"
		| "resize"
		| "scroll"
		| "click"
		| "dblclick"
		| "mousedown"
		| "mouseup"
		| "mousemove"
		| "mouseover"
		| "mouseout"
		| "mouseenter"
		| "mouseleave"
		| "change"
		| "select"
		| "submit"
		| "keydown"
		| "keypress"
		| "keyup"
		| "contextmenu"]: {
		/** Triggers it. */
		(): Collection<T>;
		/** Binds a handler. */
		(handler: Handler<T> | null | undefined): Collection<T>;
		(data: any, handler: Handler<T>): Collection<T>;
	};
};

type LoadComplete<T> = (this: T, text: string, textStatus: string, jqXHR: any) => unknown;

/**
 * Hooks for an event of a plugin's own: `godeferred.event.special.name = hooks`. `this` is the element.
 */
export interface SpecialEvent {
	/** The event that is listened to instead; `delegateType` for delegated handlers. */
	bindType?: string;
	delegateType?: string;
	/** The first handler of an element. The browser is not asked to listen, unless it returns false. */
	setup?(this: any, data: any, namespaces: string[], listener: (event: any) => void): unknown;
	/** The last handler of an element is removed. */
	teardown?(this: any, namespaces: string[], listener: (event: any) => void): unknown;
	/** Each handler. */
	add?(this: any, handleObj: any): void;
	remove?(this: any, handleObj: any): void;
	/** Called instead of the handler, which is `event.handleObj.handler`. */
	handle?(this: any, event: any, ...extra: any[]): unknown;
}

/** jQuery's functions that plugins call. Those that jQuery 4 has dropped are for older plugins. */
export interface PluginFunctions {
	/** Data that were set, without `data-` attributes; those of one name, or all in one object. */
	data(owner: object, name?: string): any;
	data<V>(owner: object, name: string, value: V): V;
	data(owner: object, map: Record<string, any>): Record<string, any>;
	removeData(owner: object, name?: string): void;
	hasData(owner: object): boolean;
	inArray(value: any, list: ArrayLike<any> | null | undefined, from?: number): number;
	/** The members for which fn returns true; with invert, the others. */
	grep<V>(list: ArrayLike<V>, fn: (one: V, index: number) => unknown, invert?: boolean): V[];
	makeArray<V>(list: ArrayLike<V> | null | undefined): V[];
	makeArray(value: any, into?: any[]): any[];
	/** Appends the second list to the first, and returns the first. */
	merge<L extends { length: number }>(first: L, second: ArrayLike<any>): L;
	isPlainObject(value: unknown): boolean;
	isEmptyObject(value: unknown): boolean;
	/** Whether a node is inside an element or document, and not it. */
	contains(outer: any, inner: any): boolean;
	isXMLDoc(node: any): boolean;
	/** Sorts elements in document order, removes duplicates, and returns the list. */
	uniqueSort<L extends any[]>(list: L): L;
	/** fn with a fixed `this` and first arguments; `off` takes it for fn. */
	proxy(fn: (...args: any[]) => any, context: any, ...args: any[]): (...args: any[]) => any;
	proxy(object: any, name: string, ...args: any[]): (...args: any[]) => any;
	/** Throws an `Error`. */
	error(message: string): never;
	/** Nodes, in a document of their own unless one is given. Scripts are left out, and never run. */
	parseHTML(html: string, context?: Document | null, keepScripts?: boolean): Node[];
	parseHTML(html: string, keepScripts: boolean): Node[];
	parseJSON(text: string): any;
	/** Null for an empty text; throws for text that is not XML. */
	parseXML(text: string | null | undefined): XMLDocument | null;
	/** Always throws a `TypeError`: no text runs as a program. */
	globalEval(...args: any[]): never;
	filter(selector: string, list: ArrayLike<any>, not?: boolean): any[];
	find: {
		(selector: string, context?: Node, into?: any[]): any[];
		matchesSelector(element: Element, selector: string): boolean;
		matches(selector: string, list: Element[]): Element[];
	};
	/** `pseudos` is open: `expr.pseudos.long = (element) => …` makes `:long` a selector. */
	readonly expr: {
		readonly pseudos: Record<string, any>;
		readonly filters: Record<string, any>;
		readonly ":": Record<string, any>;
		/** Marks a function that gets the argument of a pseudo-class and returns its test. */
		createPseudo<F extends (argument: string) => (element: any) => unknown>(fn: F): F;
		readonly match: { readonly needsContext: RegExp };
	};
	readonly event: {
		readonly special: Record<string, SpecialEvent>;
		add(target: any, events: string, handler: any, data?: any, selector?: string): void;
		remove(target: any, events: string, handler?: any, selector?: string): void;
		trigger(event: any, data?: any, target?: any, onlyHandlers?: boolean): any;
		/** Calls the handlers of `this` for an event. */
		dispatch(this: any, event: any, ...extra: any[]): any;
		fix(event: any): CollectionEvent;
		/** A field of events that is read from the native event. */
		addProp(name: string, hook?: (native: any) => any): void;
	};
	attr(element: any, name: string, value?: any): any;
	prop(element: any, name: string, value?: any): any;
	css(element: any, name: string, value?: any): any;
	text(element: any): string;
	/** Empty: plugins keep their own findings there. */
	readonly support: Record<string, any>;
	guid: number;
	/** @deprecated `Array.isArray` */
	isArray(value: unknown): value is any[];
	/** @deprecated */
	isNumeric(value: unknown): boolean;
	/** @deprecated */
	isWindow(value: unknown): boolean;
	/** @deprecated `typeof` */
	type(value: unknown): string;
	/** @deprecated `text.trim()` */
	trim(text: unknown): string;
	/** @deprecated */
	camelCase(text: string): string;
	/** @deprecated */
	nodeName(element: any, name: string): boolean;
	/** @deprecated `uniqueSort` */
	unique<L extends any[]>(list: L): L;
}

/** `godeferred(…)`: a list with jQuery's methods. Methods without another result return the collection. */
export interface Collection<T = HTMLElement>
	extends Moving<T, Collection<T>>,
		PromiseMethods<T, CollectionPromise<T>>,
		EventMethods<T> {
	[index: number]: T;
	length: number;
	/** The version of jQuery whose rules the methods follow: plugins check it. */
	jquery: string;
	[Symbol.iterator](): IterableIterator<T>;

	// As a list.
	/** Calls fn for each, until it returns false. */
	each(fn: (this: T, index: number, one: T) => unknown): this;
	/** A collection of the results of fn: lists are flattened, null and undefined left out. */
	map<R>(fn: (this: T, index: number, one: T) => R | R[] | null | undefined): Collection<R>;
	get(index: number): T | undefined;
	get(): T[];
	toArray(): T[];
	push(...members: T[]): number;
	sort(compare?: (a: T, b: T) => number): this;
	splice(from: number, count?: number, ...members: T[]): T[];
	eq(index: number): Collection<T>;
	first(): Collection<T>;
	last(): Collection<T>;
	slice(start?: number, end?: number): Collection<T>;
	/** A collection with more elements, in document order. */
	add(what: Which | null | undefined, context?: Within): Collection<any>;
	/** Every second one, from the first; `odd` from the second. */
	even(): Collection<T>;
	odd(): Collection<T>;
	/** The collection that this was made from. */
	end(): Collection<any>;
	/** Adds the collection that this was made from, or what matches in it. */
	addBack(selector?: string): Collection<any>;
	index(of?: string | Node | ArrayLike<any>): number;
	pushStack<R>(list: ArrayLike<R>): Collection<R>;

	// Finding other elements; results are in document order.
	find<K extends keyof HTMLElementTagNameMap>(selector: K): Collection<HTMLElementTagNameMap[K]>;
	find<E extends Element = HTMLElement>(what: string | Node | ArrayLike<any>): Collection<E>;
	filter(which: Which<T> | null | undefined): Collection<T>;
	not(which: Which<T> | null | undefined): Collection<T>;
	is(which: Which<T> | null | undefined): boolean;
	has(what: string | Node | ArrayLike<any>): Collection<T>;
	closest<E extends Element = HTMLElement>(
		what: string | Node | ArrayLike<any>,
		context?: Node,
	): Collection<E>;
	parent<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	parents<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	children<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	siblings<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	next<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	prev<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	nextAll<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	prevAll<E extends Element = HTMLElement>(selector?: string): Collection<E>;

	/** The ancestors up to one that `until` is; without it, all. The next two go over siblings. */
	parentsUntil<E extends Element = HTMLElement>(
		until?: string | Node | ArrayLike<any>,
		selector?: string,
	): Collection<E>;
	nextUntil<E extends Element = HTMLElement>(
		until?: string | Node | ArrayLike<any>,
		selector?: string,
	): Collection<E>;
	prevUntil<E extends Element = HTMLElement>(
		until?: string | Node | ArrayLike<any>,
		selector?: string,
	): Collection<E>;
	/** The child nodes, texts and comments, too; of a frame its document, of a template its content. */
	contents(): Collection<any>;
	/** The closest ancestors that a position refers to. */
	offsetParent(): Collection<HTMLElement>;

	// Attributes, properties, values and styles.
	attr(name: string): string | undefined;
	/** null removes it; so does false, except for `aria-` attributes. */
	attr(name: string, value: Value<T, string | number | boolean | null | undefined, string | undefined>): this;
	attr(map: Record<string, any>): this;
	removeAttr(names?: string): this;
	prop(name: string): any;
	prop(name: string, value: any): this;
	prop(map: Record<string, any>): this;
	removeProp(name: string): this;
	addClass(names: Value<T, string | string[] | undefined>): this;
	removeClass(names?: Value<T, string | string[] | undefined>): this;
	toggleClass(names: Value<T, string | string[] | undefined>, on?: boolean): this;
	hasClass(name: string): boolean;
	val(): any;
	val(value: any): this;
	/** A value that was set, or that of a `data-` attribute, parsed where it looks like JSON. */
	data(): any;
	data(key: string): any;
	data(key: string, value: any): this;
	data(map: Record<string, any>): this;
	removeData(keys?: string | string[]): this;
	/** The computed style. */
	css(name: string): string | undefined;
	css(names: string[]): Record<string, string | undefined>;
	css(name: string, value: Value<T, string | number | null | undefined>): this;
	css(map: Record<string, any>): this;
	/** In px, without padding and border. */
	width(): number | undefined;
	width(value: Value<T, string | number, number>): this;
	height(): number | undefined;
	height(value: Value<T, string | number, number>): this;
	/** In px, with padding. */
	innerWidth(): number | undefined;
	innerWidth(value: Value<T, string | number, number>): this;
	innerHeight(): number | undefined;
	innerHeight(value: Value<T, string | number, number>): this;
	/** In px, with padding and border; with true, also with the margin. */
	outerWidth(margin?: boolean): number | undefined;
	outerWidth(value: Value<T, string | number, number>, margin?: boolean): this;
	outerHeight(margin?: boolean): number | undefined;
	outerHeight(value: Value<T, string | number, number>, margin?: boolean): this;
	/** How far the content is scrolled, in px. */
	scrollTop(): number | undefined;
	scrollTop(value: Value<T, number, number>): this;
	scrollLeft(): number | undefined;
	scrollLeft(value: Value<T, number, number>): this;
	/** The place in the offset parent, in px, as CSS positions it: without the margins. */
	position(): { top: number; left: number } | undefined;
	/** The query string of the fields that a form sends: with a name, not disabled, no buttons, no files. */
	serialize(): string;
	serializeArray(): { name: string; value: string }[];
	/** The position in the document, in px. */
	offset(): { top: number; left: number } | undefined;
	offset(
		to: Value<
			T,
			{ top?: number; left?: number; using?: (this: T, styles: { top?: number; left?: number }) => unknown },
			{ top: number; left: number }
		>,
	): this;

	// Putting things into the page, and taking them out.
	text(): string;
	text(text: Value<T, string | number | boolean | null | undefined>): this;
	html(): string | undefined;
	/** Scripts in html do not run. */
	html(html: Value<T, Content>): this;
	append: Inserter<T>;
	prepend: Inserter<T>;
	before: Inserter<T>;
	after: Inserter<T>;
	replaceWith: Inserter<T>;
	appendTo(target: string | Node | ArrayLike<any>): Collection<T>;
	prependTo(target: string | Node | ArrayLike<any>): Collection<T>;
	insertBefore(target: string | Node | ArrayLike<any>): Collection<T>;
	insertAfter(target: string | Node | ArrayLike<any>): Collection<T>;
	/** Replaces the targets by these elements. */
	replaceAll(target: string | Node | ArrayLike<any>): Collection<T>;
	/** Puts a copy of a wrapper around each element, around all of them, or around the content of each. */
	wrap(
		wrapper: string | Node | ArrayLike<any> | ((this: T, index: number) => string | Node | ArrayLike<any>),
	): this;
	wrapAll(wrapper: string | Node | ArrayLike<any> | ((this: T) => string | Node | ArrayLike<any>)): this;
	wrapInner(
		wrapper: string | Node | ArrayLike<any> | ((this: T, index: number) => string | Node | ArrayLike<any>),
	): this;
	/** Replaces the parents, or those that match, by their content. */
	unwrap(selector?: string): this;
	/**
	 * Puts html from the server into all elements: the answer, or what the selector behind the URL finds in it. Its
	 * scripts do not run. Data that are an object are sent with POST. complete is called for each element when the
	 * request has ended.
	 */
	load(url: string, complete?: LoadComplete<T>): this;
	load(url: string, data: string | object | null | undefined, complete?: LoadComplete<T>): this;
	/** Copies; with true, also their handlers and data, and those of their descendants. */
	clone(own?: boolean, deep?: boolean): Collection<T>;
	/** Removes the elements, and releases their handlers and data. */
	remove(selector?: string): this;
	/** Removes the elements, and keeps their handlers and data. */
	detach(selector?: string): this;
	empty(): this;

	// Events.
	on(events: string, handler: Handler<T> | null | undefined): this;
	on(events: string, selector: string, handler: Handler): this;
	on(events: string, selector: string | null | undefined, data: any, handler: Handler): this;
	on(events: string, data: any, handler: Handler<T>): this;
	on(handlers: Record<string, Handler>, selector?: any, data?: any): this;
	one(events: string, handler: Handler<T> | null | undefined): this;
	one(events: string, selector: string, handler: Handler): this;
	one(events: string, selector: string | null | undefined, data: any, handler: Handler): this;
	one(events: string, data: any, handler: Handler<T>): this;
	one(handlers: Record<string, Handler>, selector?: any, data?: any): this;
	off(events?: string | CollectionEvent, handler?: Handler): this;
	off(events: string, selector: string | null | undefined, handler?: Handler): this;
	off(handlers: Record<string, Handler>, selector?: string): this;
	bind(events: string, handler: Handler<T>): this;
	bind(events: string, data: any, handler: Handler<T>): this;
	bind(handlers: Record<string, Handler>): this;
	unbind(events?: string, handler?: Handler): this;
	hover(enter: Handler<T>, leave?: Handler<T>): this;
	delegate(selector: string, events: string, handler: Handler): this;
	delegate(selector: string, events: string, data: any, handler: Handler): this;
	delegate(selector: string, handlers: Record<string, Handler>): this;
	undelegate(namespace?: string): this;
	undelegate(selector: string, events: string, handler?: Handler): this;
	/** A request begins and no other is active. These six events are triggered on the document by default. */
	ajaxStart(handler: Handler<T>): this;
	/** A request is about to be sent. jqXHR and settings are further arguments, as for the next three. */
	ajaxSend(handler: Handler<T>): this;
	ajaxSuccess(handler: Handler<T>): this;
	ajaxError(handler: Handler<T>): this;
	ajaxComplete(handler: Handler<T>): this;
	/** The last request has ended. */
	ajaxStop(handler: Handler<T>): this;
	/** Calls handlers, up to the window, then the element's method of that name. */
	trigger(event: string | CollectionEvent | { type: string }, extra?: any): this;
	/** Calls only the handlers of the first element; returns the result of the last handler. */
	triggerHandler(event: string | CollectionEvent | { type: string }, extra?: any): any;
	/** As `godeferred(fn)`. */
	ready(fn: (this: Document, godeferred: Godeferred) => void): this;

	// Queues and promises.
	queue(name?: string): (Queued | "inprogress")[];
	queue(add: Queued<T> | Queued<T>[]): this;
	queue(name: string, add: Queued<T> | Queued<T>[]): this;
	/**
	 * Resolves with the collection when all queues of that name (`"fx"` when left out) have run empty. target
	 * gets the promise's methods.
	 */
	promise(queue?: string): CollectionPromise<T>;
	promise<Target extends object>(target: Target): Target & CollectionPromise<T>;
	promise<Target extends object>(queue: string, target: Target): Target & CollectionPromise<T>;
	/** The promise of the first such event after the first call. */
	bindOnce(
		events: string,
		callback?: ((this: T, event: Event) => unknown) | null,
	): DeferredPromise<[event: Event], never, never, T>;
	firstClick(
		callback?: ((this: T, event: MouseEvent) => unknown) | null,
	): DeferredPromise<[event: MouseEvent], never, never, T>;
	visible(
		options?: IntersectionObserverInit & { signal?: AbortSignal | undefined },
	): DeferredPromise<[entry: IntersectionObserverEntry], Reason, never, T>;
}

// ----------------------------------------------------------------------------- what a handler's result means

declare const pass: unique symbol;

/** The result of a missing handler. */
interface Pass {
	readonly [pass]: never;
}

/** T where there is a handler with the result R, Otherwise where there is none. */
type Given<R, T, Otherwise = never> = 0 extends 1 & R
	? T
	: [R] extends [never]
		? T
		: [R] extends [Pass]
			? Otherwise
			: T;

/** The arguments of native promises' rejections and of handlers' exceptions. */
type Reason = [reason: any];

/**
 * The arguments of a handler's exception, where a failure with the arguments Fail passes it by. After a request they are
 * left out, so that its jqXHR has a type: an exception then comes in the place of the jqXHR.
 */
type Thrown<Fail extends any[]> = Fail extends [JqXHR<any>, ...any[]] ? never : Reason;

/** A promise with all of godeferred's methods. */
type Ours = DeferredPromise<any[], any[], any[], any>;

/** Another library's deferred, such as jQuery's. It passes all its arguments; its type does not say which. */
type Foreign = { then: (...args: any) => any; promise: (...args: any) => any };

/** The parts of a deferred's type. */
interface Parts {
	done: any[];
	fail: any[];
	progress: any[];
	context: any;
}

/** The part of a deferred R; never where R is not a deferred. */
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

/**
 * Merges several possible lists of arguments into one, so that callbacks can take as many as the longest
 * has. Arguments that a shorter list lacks are undefined. (For a plain union, TypeScript lets a callback take
 * only as many as the shortest has.)
 *
 * While Args has type parameters, as in the `then` of `PromiseLike`, they may be any: TypeScript cannot tell yet, and would
 * find no two of them alike. (An index is used since a conditional type with one `any` does not count as any.)
 */
type Either<Args extends any[]> = {
	0: number extends Args["length"]
		? Args[number][]
		: (<T>() => T extends Args ? 1 : 0) extends <T>() => T extends Last<Args> ? 1 : 0
			? Args // just one: it keeps its name
			: Last<Longest<Args>> extends infer Shape extends any[]
				? Merged<Shape, Args>
				: never;
	1: any;
}[([Args] extends [0] ? 0 : 0) extends 1 ? 1 : 0];

type Merged<Shape extends any[], Args extends any[]> = { [I in keyof Shape]: At<Args, I> };

type At<Args extends any[], I> = Args extends any ? (I extends keyof Args ? Args[I] : undefined) : never;

type Longest<Args extends any[], All = Args> = Args extends any
	? [All extends any ? keyof All : never] extends [keyof Args]
		? Args
		: never
	: never;

/** One member of a union: the last overload is the one that `infer` sees. */
type Last<U> = (U extends any ? (member: () => U) => void : never) extends (member: infer All) => void
	? All extends () => infer Member
		? Member
		: never
	: never;

/** The arguments of `then`'s first handler: `await` reads the value from there, and there may be none. */
type Awaitable<Args extends any[]> = Args extends [] ? [nothing?: undefined] : Args;

/** One argument; never where T is never. */
type Single<T> = [T] extends [never] ? never : [T];

/** The arguments that a result R resolves with: those of a deferred, the one of a promise, or R itself. */
type Resolved<R> = 0 extends 1 & R ? any[] : Adopted<R, "done"> | Single<Awaited<Exclude<R, Ours | Foreign>>>;

/** The arguments that `pipe` passes on: those of a deferred for the same outcome, or R itself. */
type Piped<R, Part extends "done" | "fail" | "progress"> = 0 extends 1 & R
	? any[]
	: Adopted<R, Part> | Single<Exclude<R, Ours | Foreign>>;

/** The arguments that R itself may reject with: none where it is a plain value. */
type Rejected<R> =
	| Adopted<R, "fail">
	| (R extends Ours ? never : R extends PromiseLike<any> ? Reason : never);

/** The context that R settles with: only deferreds have one. */
type OwnContext<R> = Adopted<R, "context"> | (R extends Ours ? never : undefined);

/**
 * An array-like of arguments as one argument, which may be left out where all of them may. The types of a function's own
 * `arguments` are not known.
 */
type List<Args extends any[]> = any[] extends Args
	? [args?: ArrayLike<any> | null]
	: [] extends Args
		? [args?: Readonly<Args> | IArguments | null]
		: [args: Readonly<Args> | IArguments];

// --------------------------------------------------------------------------------------------------- exports

// Names of a value, too: before version 7, TypeScript makes a second type of an interface that is exported from CommonJS
// together with such a value.
type GodeferredErrorInstance = GodeferredError;
type DeferredInstance<
	Done extends any[] = any[],
	Fail extends any[] = any[],
	Progress extends any[] = any[],
	Context = any,
> = Deferred<Done, Fail, Progress, Context>;

declare global {
	// Set only by godeferred.js: the module sets no globals.
	var godeferred: Godeferred;

	namespace godeferred {
		export type {
			AddHook,
			Ajax,
			AjaxSettings,
			Appearance,
			Cached,
			CacheOptions,
			Callbacks,
			Collection,
			CollectionEvent,
			CollectionPromise,
			Content,
			DataType,
			DeferredInstance as Deferred,
			DeferredCallback,
			DeferredConstructor,
			DeferredPromise,
			DeferredTypes,
			Devtools,
			DevtoolsEntry,
			DevtoolsEvent,
			DevtoolsOptions,
			DevtoolsSnapshot,
			Duration,
			Easing,
			EasingFunction,
			Effect,
			EffectOptions,
			EffectPromise,
			ElementAnimation,
			Elements,
			ErrorCode,
			FailureStatus,
			First,
			Goals,
			Godeferred,
			GodeferredErrorInstance as GodeferredError,
			GodeferredGo,
			Handler,
			Init,
			Inspection,
			InstallOptions,
			InstallTarget,
			JqXHR,
			Kind,
			ListeningTarget,
			LoadOptions,
			MapAsync,
			MapOverWorkers,
			NoCallback,
			Outcome,
			Pending,
			PluginFunctions,
			PromiseMethods,
			PropertyTween,
			Queued,
			RequestAnswer,
			RequestData,
			RequestFailure,
			RequestHook,
			RequestProgress,
			RequestSettings,
			RequestTransport,
			Retry,
			RuntimeState,
			Shorthand,
			SpecialEvent,
			State,
			Success,
			SuccessStatus,
			Target,
			Value,
			When,
			Which,
			Within,
			Work,
			WorkOptions,
		};
	}
}

/** As `godeferred.load`. Without it the runtime starts when a request or an animation first needs it. */
export const load: Godeferred["load"];

export default godeferred;
