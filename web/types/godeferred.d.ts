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
// The reference of the site is made from the comments. Besides the usual tags, @callbacks says when callbacks run, @again
// what a second call does, and @jquery what jQuery does. Examples marked `js run` are run by a test, and print what they
// say.
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
	/**
	 * Returns the state: `"pending"`, `"resolved"` or `"rejected"`.
	 *
	 * @returns The state; inside the first callback, it is already the final one.
	 * @jquery The same.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * console.log(d.state()); // prints pending
	 * d.resolve();
	 * console.log(d.state()); // prints resolved
	 * ```
	 */
	state: () => State;

	/**
	 * Whether it has been resolved.
	 *
	 * @returns true or false.
	 * @jquery jQuery 1.5 to 1.7 had it; `state` has taken its place.
	 */
	isResolved: () => boolean;

	/**
	 * Whether it has been rejected.
	 *
	 * @returns true or false.
	 * @jquery jQuery 1.5 to 1.7 had it; `state` has taken its place.
	 */
	isRejected: () => boolean;

	/**
	 * Adds callbacks for when it is resolved.
	 *
	 * @param callbacks Functions, or nested lists of them; null and undefined are ignored.
	 * @returns The same promise, not a new one: a callback cannot change the value. `then` can.
	 * @callbacks They run within `resolve`, in the order in which they were added; late ones run at once,
	 * within `done`.
	 * @again Adds more callbacks behind the others.
	 * @throws A `TypeError` for what is neither function nor list. An exception of a late callback reaches
	 * the caller of `done`.
	 * @jquery The same. There, a callback that throws stops all others for good.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.done((n) => console.log("first", n), (n) => console.log("second", n));
	 * // prints first 1
	 * // prints second 1
	 * d.resolve(1);
	 * d.done((n) => console.log("late", n)); // prints late 1
	 * ```
	 */
	done: <None extends NoCallback = NoCallback>(
		...callbacks: Callbacks<DeferredCallback<Context, Done>, None["value"]>[]
	) => this;

	/**
	 * Adds callbacks for when it is rejected.
	 *
	 * It counts as handling the rejection, so the page's `unhandledrejection` is not raised.
	 *
	 * @param callbacks Functions, or nested lists of them; null and undefined are ignored.
	 * @returns The same promise, not a new one: it stays rejected. `catch` makes a value of the failure.
	 * @callbacks They run within `reject`, in the order in which they were added; late ones run at once,
	 * within `fail`.
	 * @again Adds more callbacks behind the others.
	 * @throws A `TypeError` for what is neither function nor list. An exception of a late callback reaches
	 * the caller of `fail`.
	 * @jquery The same. There, a callback that throws stops all others for good.
	 * @example
	 * ```js run
	 * godeferred.Deferred().reject(404, "not found")
	 *   .fail((status, text) => console.log(status, text)); // prints 404 not found
	 * ```
	 */
	fail: <None extends NoCallback = NoCallback>(
		...callbacks: Callbacks<DeferredCallback<Context, Fail>, None["value"]>[]
	) => this;

	/**
	 * Adds callbacks for when it is settled either way.
	 *
	 * They get the arguments of the outcome, which `finally` does not give.
	 *
	 * @param callbacks Functions, or nested lists of them; null and undefined are ignored.
	 * @returns The same promise, not a new one.
	 * @callbacks They run like those of `done` and `fail`, in one order with them; late ones run at once.
	 * @again Adds more callbacks behind the others.
	 * @throws A `TypeError` for what is neither function nor list.
	 * @jquery The same.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.done(() => console.log("done")).always(() => console.log("always"));
	 * // prints done
	 * // prints always
	 * d.resolve();
	 * ```
	 */
	always: <None extends NoCallback = NoCallback>(
		...callbacks: Callbacks<DeferredCallback<Context, Either<Done | Fail>>, None["value"]>[]
	) => this;

	/**
	 * Adds callbacks for each notification.
	 *
	 * @param callbacks Functions, or nested lists of them; null and undefined are ignored.
	 * @returns The same promise, not a new one.
	 * @callbacks They run within `notify`, in the order in which they were added. Late ones get the last
	 * notification at once.
	 * @again Adds more callbacks behind the others.
	 * @throws A `TypeError` for what is neither function nor list.
	 * @jquery The same.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.notify("half");
	 * d.progress((state) => console.log(state));
	 * // prints half
	 * // prints whole
	 * d.notify("whole");
	 * ```
	 */
	progress: <None extends NoCallback = NoCallback>(
		...callbacks: Callbacks<DeferredCallback<Context, Progress>, None["value"]>[]
	) => this;

	/**
	 * A promise of the result of the handler: its return value (adopted if it is a promise) or its
	 * exception. Without a handler for the outcome, context and all arguments pass through. `await` gives
	 * the first argument.
	 *
	 * @param onDone Called with all arguments if the promise is resolved.
	 * @param onFail Called with all arguments if it is rejected. Its return value resolves the new
	 * promise.
	 * @param onProgress Called for each notification; what it returns is the new promise's notification.
	 * @returns A new promise. Its `abort` reaches the work at the start of the chain.
	 * @callbacks Handlers run in a microtask, one after the other, never within `then` or `resolve`.
	 * @again Adds further handlers, with another promise.
	 * @throws Nothing. A handler's exception rejects the new promise; what is not a function is ignored.
	 * @jquery The same rules (jQuery 3 and later), but each hop waits for a timer there, at least 4 ms
	 * after a few.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.then((price, pieces) => price * pieces)
	 *   .then((sum) => { console.log(sum); throw new Error("sold out"); }) // prints 42
	 *   .then(null, (error) => error.message)
	 *   .then((text) => console.log(text)); // prints sold out
	 * d.resolve(6, 7);
	 * ```
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

	/**
	 * `then(null, onFail)`: the handler's return value resolves the new promise. A value passes through.
	 *
	 * @param onFail Called with all arguments if the promise is rejected.
	 * @returns A new promise.
	 * @callbacks The handler runs in a microtask.
	 * @again Adds another handler, with another promise.
	 * @jquery The same.
	 * @example
	 * ```js run
	 * godeferred.Deferred().reject("offline")
	 *   .catch((reason) => `shown from the cache, ${reason}`)
	 *   .then((text) => console.log(text)); // prints shown from the cache, offline
	 * ```
	 */
	catch: <B = Pass, None extends NoCallback = NoCallback>(
		onFail?: ((this: Context, ...args: Fail) => B) | None["value"],
	) => DeferredPromise<
		Either<Done | Given<B, Resolved<B>>>,
		Either<Adopted<B, "fail"> | Given<B, Reason, Fail>>,
		Either<Progress | Adopted<B, "progress">>,
		Context | Adopted<B, "context"> | Given<B, undefined>
	>;

	/**
	 * Runs fn in a microtask, without arguments, whatever the outcome. If fn returns a promise, waits
	 * until it is settled. Then outcome, context and all arguments pass through, unless fn threw or its
	 * promise was rejected.
	 *
	 * What `fn` returns never replaces the outcome. To change it, use `then`.
	 *
	 * @param fn Called once, without arguments. Anything but a function is ignored.
	 * @returns A new promise: settled as this one, with the same arguments, or rejected with what `fn`
	 * threw.
	 * @callbacks `fn` runs in a microtask, as the handlers of `then` do, and the promise waits for what it
	 * returns.
	 * @again Adds another function, with another promise.
	 * @throws Nothing. An exception of `fn`, or the rejection of its promise, rejects the new promise.
	 * @jquery jQuery has none. Native promises have the same rule, for one argument.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.finally(() => "ignored").then((a, b) => console.log(a, b)); // prints 1 2
	 * d.resolve(1, 2);
	 * ```
	 * @example A failure passes through, too, once the function's own work is done:
	 * ```js run
	 * godeferred.Deferred().reject("no answer")
	 *   .finally(() => godeferred.wait(10).done(() => console.log("cleaned up")))
	 *   // prints cleaned up
	 *   .catch((reason) => console.log(reason)); // prints no answer
	 * ```
	 */
	finally: (
		fn?: (() => unknown) | null,
	) => DeferredPromise<Done, Either<Fail | Thrown<Fail>>, Progress, Context | undefined>;

	/**
	 * jQuery's old synchronous filter. New code uses `then`.
	 *
	 * A return value is passed on for the same outcome (so what `onFail` returns rejects), and adopted
	 * only if it has a `promise` method.
	 *
	 * @param onDone Called with all arguments if the promise is resolved.
	 * @param onFail Called with all arguments if it is rejected.
	 * @param onProgress Called for each notification.
	 * @returns A new promise.
	 * @callbacks Handlers run among the callbacks of `done` and `fail`, within `resolve` or `reject`.
	 * @again Adds further handlers, with another promise.
	 * @throws An exception reaches the caller of `resolve`, `reject` or `notify`.
	 * @jquery The same; jQuery calls it deprecated.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.pipe((n) => n * 2).done((n) => console.log(n)); // prints 14
	 * d.resolve(7);
	 * ```
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
	 * Aborts the work behind the promise, also through `then` and joins, unless something else waits for
	 * it. The promise is rejected with reason, by default an `AbortError`.
	 *
	 * A plain deferred has no work: nothing happens to it. Requests, animations, timers, calls of Go,
	 * `mapAsync`, `series` and what `work` started have. A rejection by `abort` is expected, so it needs
	 * no handler.
	 *
	 * @param reason What the promise is rejected with; an `AbortError` when left out.
	 * @returns The same promise.
	 * @callbacks The work is stopped, and `fail` callbacks run, within the call.
	 * @again Does nothing, as on any promise that has settled.
	 * @jquery Only a jqXHR has it there, and no promise that is chained to one.
	 * @example
	 * ```js run
	 * const shown = godeferred.wait(60_000).then(() => "a minute later");
	 * shown.fail((error) => console.log(error.name)); // prints AbortError
	 * shown.abort(); // stops the timer, too
	 * ```
	 */
	abort: (reason?: any) => this;

	/**
	 * Adds the promise's methods to target and returns it. Without a target, returns the promise: the same
	 * object each time.
	 *
	 * @param target An object that gets the methods.
	 * @returns target, or the promise.
	 * @again Returns the same promise.
	 * @throws A `TypeError` if `target` is not an object.
	 * @jquery The same.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * const upload = d.promise({ name: "a.txt" });
	 * upload.done((bytes) => console.log(upload.name, bytes)); // prints a.txt 12
	 * d.resolve(12);
	 * console.log(d.promise() === d.promise()); // prints true
	 * ```
	 */
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
	 * Resolves with all arguments, and runs the `done` callbacks before it returns. Handlers of `then`
	 * follow in a microtask.
	 *
	 * It works detached: `image.onload = d.resolve`. Called as a method of another object, it passes that
	 * object as the callbacks' `this`.
	 *
	 * @param args What the callbacks get, all of it. A promise among them is passed on as it is, not
	 * waited for; `then` and `wrap` wait.
	 * @returns The deferred.
	 * @callbacks `done` and `always` callbacks run within the call, in the order in which they were added.
	 * @again Does nothing: only the first settling counts.
	 * @throws The first exception of a callback, after all callbacks have run. Further ones are reported
	 * with `reportError`.
	 * @jquery The same. There, a callback that throws stops the list for good.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.done((name, age) => console.log(name, age)); // prints Ada 36
	 * d.resolve("Ada", 36);
	 * d.resolve("Bob", 40); // does nothing
	 * ```
	 */
	resolve: (...args: Done) => this;

	/**
	 * Rejects with all arguments, and runs the `fail` callbacks before it returns. Handlers of `then` and
	 * `catch` follow in a microtask.
	 *
	 * It works detached: `image.onerror = d.reject`. Called as a method of another object, it passes that
	 * object as the callbacks' `this`. A rejection that nothing handles raises the page's
	 * `unhandledrejection`.
	 *
	 * @param args What the callbacks get, all of it.
	 * @returns The deferred.
	 * @callbacks `fail` and `always` callbacks run within the call, in the order in which they were added.
	 * @again Does nothing: only the first settling counts.
	 * @throws The first exception of a callback, after all callbacks have run. Further ones are reported
	 * with `reportError`.
	 * @jquery The same, but there a rejection without a handler is silent.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.fail((reason) => console.log(reason)); // prints no answer
	 * d.reject("no answer");
	 * ```
	 */
	reject: (...args: Fail) => this;

	/**
	 * Runs the `progress` callbacks with all arguments before it returns; ignored once settled.
	 *
	 * @param args What the callbacks get, all of it.
	 * @returns The deferred.
	 * @callbacks `progress` callbacks run within the call, in the order in which they were added. A
	 * notification inside one waits until all have had the first.
	 * @again Runs them again. Callbacks that are added later get only the last notification.
	 * @throws The first exception of a callback, after all callbacks have run.
	 * @jquery The same.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.progress((percent) => console.log(percent));
	 * // prints 50
	 * // prints 100
	 * d.notify(50);
	 * d.notify(100);
	 * d.resolve();
	 * d.notify(200); // does nothing
	 * ```
	 */
	notify: (...args: Progress) => this;

	/**
	 * `resolve` with context as the callbacks' `this` and the arguments in an array or array-like.
	 *
	 * @param context The `this` of callbacks and handlers.
	 * @param args The arguments; none when left out.
	 * @returns The deferred.
	 * @again Does nothing: only the first settling counts.
	 * @throws A `TypeError` if `args` is not an array or array-like. The deferred can still settle.
	 * @jquery The same. There, wrong arguments leave the deferred unable to settle.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.done(function (n) {
	 *   console.log(this.unit, n); // prints px 40
	 * });
	 * d.resolveWith({ unit: "px" }, [40]);
	 * ```
	 */
	resolveWith: (context: Context, ...args: List<Done>) => this;

	/**
	 * `reject` with context as the callbacks' `this` and the arguments in an array or array-like.
	 *
	 * @param context The `this` of callbacks and handlers.
	 * @param args The arguments; none when left out.
	 * @returns The deferred.
	 * @again Does nothing: only the first settling counts.
	 * @throws A `TypeError` if `args` is not an array or array-like. The deferred can still settle.
	 * @jquery The same. There, wrong arguments leave the deferred unable to settle.
	 */
	rejectWith: (context: Context, ...args: List<Fail>) => this;

	/**
	 * `notify` with context as the callbacks' `this` and the arguments in an array or array-like.
	 *
	 * @param context The `this` of the callbacks.
	 * @param args The arguments; none when left out.
	 * @returns The deferred.
	 * @again Runs the callbacks again.
	 * @throws A `TypeError` if `args` is not an array or array-like.
	 * @jquery The same.
	 */
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
	 * Called for every exception that becomes a rejection, as in jQuery. Looked up for each one, so it can
	 * be replaced or deleted. The default hook warns of mistakes such as a TypeError.
	 *
	 * @param error What was thrown.
	 * @param asyncError What `getErrorHook` returned when the handler was queued; undefined without that
	 * hook.
	 * @returns Nothing that counts.
	 * @callbacks It runs within the microtask of the handler that threw, before the promise is rejected.
	 * @throws Its own exception is reported, and the promise is rejected all the same.
	 * @jquery `$.Deferred.exceptionHook`, the same.
	 * @example
	 * ```js run
	 * godeferred.Deferred.exceptionHook = (error) => console.log("seen:", error.message);
	 * // prints seen: oops
	 * godeferred.wrap(1).then(() => { throw new Error("oops"); }).catch(() => {});
	 * ```
	 */
	exceptionHook?: ((error: any, asyncError?: any) => void) | undefined;

	/**
	 * Called when a reaction is queued; returns the origin for `exceptionHook` to show. Not set by
	 * default.
	 *
	 * @returns Any value; usually an `Error`, whose stack shows where the handler was queued.
	 * @jquery `$.Deferred.getErrorHook`, which jQuery has since 3.7.
	 */
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
 * ```ts
 * declare module "./godeferred.mjs" {
 *   interface GodeferredGo {
 *     search(query: string, options?: { signal?: AbortSignal }): DeferredPromise<[Product[]]>;
 *   }
 * }
 * ```
 */
export interface GodeferredGo {
	[name: string]: (...args: any[]) => DeferredPromise<any[]>;
}

/** The global `godeferred`, and the module's default export: one function with everything on it. */
export interface Godeferred extends Elements, PluginFunctions {
	/**
	 * Runs fn when the document is ready, with the document as `this`; always later than this call. The
	 * runtime may not be up by then.
	 *
	 * @param fn Called once, with `godeferred`. Its exception is reported.
	 * @returns `godeferred`; for any other argument, a collection.
	 * @throws A `TypeError` for a selector that is neither CSS nor jQuery's.
	 * @jquery `$(…)`. There, scripts in html run when it is inserted; here they never run.
	 * @example
	 * ```js run
	 * godeferred(() => {
	 *   godeferred("<p>", { text: "tea", class: "fresh" }).appendTo("body");
	 *   console.log(godeferred("p.fresh").text()); // prints tea
	 * });
	 * ```
	 */
	(fn: (this: Document, godeferred: Godeferred) => void): Godeferred;

	/**
	 * The elements that a selector finds (in context), or new ones from html.
	 *
	 * @param selector CSS, with jQuery's own such as `:visible` and `:eq(1)`; or html, which begins with `<`.
	 * @param context Where it looks: an element, a list of them or a selector; the document when left out.
	 */
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
	 *
	 * @param tag A single tag.
	 * @param fields Methods and attributes, with their values.
	 */
	<T extends Element = HTMLElement>(tag: string, fields: Record<string, any>): Collection<T>;

	/**
	 * A collection of one object, or of the members of a list; an empty one without arguments, and for null, undefined
	 * and false.
	 *
	 * @param one A node, the window, or a plain object.
	 */
	<T extends Node | Window>(one: T | null | undefined): Collection<T>;
	/** @param list An array or array-like, such as a NodeList. */
	<T>(list: ArrayLike<T> | null | undefined): Collection<T>;
	/** @param nothing Makes an empty collection. */
	<T = HTMLElement>(nothing?: null | undefined | false | ""): Collection<T>;
	<T extends object>(one: T): Collection<T>;

	/**
	 * What the page's own Go program exports. Functions can be called at any time: a call waits for the
	 * program.
	 *
	 * Each takes what the program's function reads, and an `AbortSignal` as any argument, or as `signal`
	 * of an object that is the last one.
	 *
	 * @returns A promise of what the function returns. `abort` ends the function's context;
	 * `deferred.Notify` is its progress.
	 * @throws An error of the function rejects with its name, code and cause; a panic rejects, and the
	 * program lives. A name that the program does not export rejects with a `TypeError`. Once the program
	 * has ended, calls reject with a `GodeferredError` whose code is `ended`.
	 * @jquery jQuery has nothing like it.
	 * @example
	 * ```js
	 * const controller = new AbortController();
	 * const teas = await godeferred.go.search("green", { signal: controller.signal });
	 * ```
	 */
	readonly go: GodeferredGo;

	/**
	 * The methods of collections, for plugins to add to.
	 *
	 * @jquery `$.fn`, the same.
	 * @example
	 * ```js run
	 * godeferred.fn.shout = function () {
	 *   return this.text((_, text) => text.toUpperCase());
	 * };
	 * console.log(godeferred("<p>").text("tea").shout().text()); // prints TEA
	 * ```
	 */
	readonly fn: Collection<any> & Record<string, any>;

	/**
	 * An event to be triggered, with or without `new`.
	 *
	 * @param type The event's name, or a native event.
	 * @param fields Further fields of the event.
	 * @returns The event, which `trigger` takes.
	 * @jquery `$.Event`, the same.
	 * @example
	 * ```js run
	 * const box = godeferred("<p>").on("poured", (event) => console.log(event.tea));
	 * // prints green
	 * box.trigger(godeferred.Event("poured", { tea: "green" }));
	 * ```
	 */
	readonly Event: {
		new (type: string | Event, fields?: Record<string, any>): CollectionEvent;
		(type: string | Event, fields?: Record<string, any>): CollectionEvent;
		readonly prototype: CollectionEvent;
	};

	/**
	 * Calls fn for each member of a list or property of an object, until fn returns false.
	 *
	 * @param list An array or array-like.
	 * @param object Any other object: its own and inherited enumerable properties.
	 * @param fn Called with the index or key, and the value, which is `this`, too.
	 * @returns The list or object.
	 * @throws A `TypeError` if `fn` is not a function.
	 * @jquery `$.each`, the same.
	 * @example
	 * ```js run
	 * godeferred.each(["green", "black"], (index, tea) => console.log(index, tea));
	 * // prints 0 green
	 * // prints 1 black
	 * ```
	 */
	readonly each: {
		<T, L extends ArrayLike<T>>(list: L & ArrayLike<T>, fn: (this: T, index: number, value: T) => unknown): L;
		<O extends object>(
			object: O,
			fn: (this: O[keyof O], key: Extract<keyof O, string>, value: O[keyof O]) => unknown,
		): O;
	};

	/**
	 * jQuery's `$.map`: the results of fn in one list. It waits for no promise: `mapAsync` does.
	 *
	 * @param list An array or array-like.
	 * @param object Any other object.
	 * @param fn Called with the value and the index or key. A result that is an array adds its members;
	 * null or undefined adds nothing.
	 * @returns A new array.
	 * @throws A `TypeError` if `fn` is not a function.
	 * @jquery `$.map`, the same.
	 * @example
	 * ```js run
	 * console.log(godeferred.map([1, 2, 3], (n) => (n === 2 ? null : [n, n * 10])));
	 * // prints [1,10,3,30]
	 * ```
	 */
	readonly map: {
		<T, R>(list: ArrayLike<T>, fn: (value: T, index: number) => R): Mapped<R>[];
		<O extends object, R>(
			object: O,
			fn: (value: O[Extract<keyof O, string>], key: Extract<keyof O, string>) => R,
		): Mapped<R>[];
	};

	/**
	 * Copies properties to target, or to `godeferred` itself if only one object is given. With deep,
	 * objects and lists are copied too, not shared.
	 *
	 * @param deep true: copies what is inside, too.
	 * @param target Gets the properties.
	 * @param source Where they come from; undefined values are left out.
	 * @param second A further source.
	 * @param third A further source.
	 * @param sources Further sources.
	 * @returns The target.
	 * @jquery `$.extend`. `__proto__` is ignored at every level.
	 * @example
	 * ```js run
	 * const sizes = [{ size: { width: 4 } }, { size: { height: 3 } }];
	 * const settings = godeferred.extend(true, {}, ...sizes);
	 * console.log(settings); // prints {"size":{"width":4,"height":3}}
	 * ```
	 */
	readonly extend: Extend;

	/**
	 * Milliseconds since 1970.
	 *
	 * @returns A number, as from `Date.now()`.
	 * @jquery `$.now`, which jQuery 4 has dropped.
	 */
	readonly now: () => number;

	/**
	 * Does nothing, and returns nothing.
	 *
	 * @jquery `$.noop`, the same.
	 */
	readonly noop: () => void;

	/**
	 * Whether value is a function.
	 *
	 * @param value Anything.
	 * @returns true or false.
	 * @jquery `$.isFunction`, which jQuery 4 has dropped.
	 */
	readonly isFunction: (value: unknown) => value is (...args: any[]) => any;

	/**
	 * The version of the release.
	 *
	 * @jquery `$().jquery` is jQuery's version, also here: that of the jQuery whose rules the collection
	 * follows.
	 */
	readonly version: string;

	/**
	 * Starts the runtime. Nothing has to wait for it: requests and animations made earlier begin when it
	 * is up.
	 *
	 * Without a call of load, the classic script starts the runtime at once; with `data-lazy`, when a
	 * request or an animation first needs it; with `data-manual`, never. The module starts it when first
	 * needed.
	 *
	 * @param options Where the wasm is, its hash, how long to wait, and whether the program runs in a
	 * worker: see `LoadOptions`.
	 * @returns A native promise of `godeferred`.
	 * @again Further calls return the same promise, unless it was rejected. Then they try again, `ready`
	 * is a new promise, too, and the requests and animations that still wait begin once it is up. A load
	 * with options replaces an automatic start that is not finished.
	 * @throws The promise rejects with a `GodeferredError` that says what to do.
	 * @jquery jQuery has nothing to load.
	 * @example
	 * ```js
	 * await godeferred.load({ wasm: "/static/app.wasm", timeout: 10_000 });
	 * ```
	 */
	readonly load: (options?: LoadOptions) => Promise<Godeferred>;

	/**
	 * Ends the page's Go program at once, whatever it is doing, if it runs in a worker. Does nothing
	 * without workers.
	 *
	 * Its pending calls and promises, and later calls, reject with a `GodeferredError` whose code is
	 * `ended`. Requests and animations go on. `load` starts the program again. The workers of `mapAsync`
	 * end, too, with any program.
	 *
	 * @again Does nothing.
	 * @jquery jQuery has nothing like it.
	 */
	readonly terminate: () => void;

	/**
	 * Resolves when document and runtime are both ready; rejects with a `GodeferredError` that says what
	 * to do.
	 *
	 * A native promise of `godeferred`. Calls do not need to wait for it. Reading it does not start the
	 * runtime: until something else does, it stays pending.
	 *
	 * @jquery `$.ready` waits for the document alone, as `godeferred(fn)` does.
	 * @example
	 * ```js run
	 * godeferred.ready.then(() => console.log(godeferred.inspect().runtime)); // prints ready
	 * ```
	 */
	readonly ready: Promise<Godeferred>;

	/**
	 * Restores the former value of the `data-global` global; with `true`, that of `godeferred`, too.
	 *
	 * @param all true: the global `godeferred` gets its former value, too.
	 * @returns `godeferred`.
	 * @again Does nothing more.
	 * @jquery `$.noConflict`, for `$`, and with true for `jQuery`.
	 */
	readonly noConflict: (all?: boolean) => Godeferred;

	/**
	 * Plain data on everything pending, and on the runtime.
	 *
	 * @param options `{ stacks: true }` records, from now on, where each deferred is created; false ends
	 * that.
	 * @returns How many are pending, of what kind, how old; the state of the runtime, and what waits for
	 * it.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.done(() => {});
	 * const { kinds } = godeferred.inspect();
	 * console.log(kinds.deferred >= 1); // prints true
	 * d.resolve();
	 * ```
	 */
	readonly inspect: (options?: { stacks?: boolean | undefined }) => Inspection;

	/**
	 * Opens the inspector: a panel in the page that shows what is pending, what waits for what, where it was created, what
	 * has settled, requests with their attempts, animations and calls of Go; with buttons that abort. A second call
	 * returns the same object, and adds what its options ask for.
	 *
	 * `devtools.mjs` must be beside the script. Only the first call downloads it; where it is missing, the promise rejects with
	 * the platform's own error, and with a `GodeferredError` (`mismatch`) if it is of another build. Until then nothing is
	 * recorded, and nothing is slower. While it is open, creating a deferred takes some tens of microseconds, most of them
	 * for `stacks`. In Node and in workers it records, and there is no panel.
	 *
	 * @param options Which parts of it to open: see `DevtoolsOptions`.
	 * @returns A promise of the inspector, which records from then on.
	 * @jquery jQuery has none.
	 */
	readonly devtools: (
		options?: DevtoolsOptions,
	) => DeferredPromise<[devtools: Devtools], [error: Error], never, undefined>;

	/**
	 * The errors of the runtime itself.
	 *
	 * A page tells them apart by `code`; the message says what to do.
	 *
	 * @param code The kind of failure: see `ErrorCode`.
	 * @param message What to do.
	 * @param cause The platform's own error.
	 * @jquery jQuery has none.
	 * @example
	 * ```js
	 * const jqXHR = godeferred.get("/news.json");
	 * jqXHR.fail((_, textStatus, error) => {
	 *   // error.code is such as "not-found"
	 *   if (error instanceof godeferred.GodeferredError) console.log(error.code);
	 * });
	 * ```
	 */
	readonly GodeferredError: typeof GodeferredError;

	/**
	 * Makes a pending deferred, with or without `new`. Whoever has it can settle it; others get its
	 * `promise()`, which can only be listened to.
	 *
	 * It needs no runtime: deferreds work from the script's last line.
	 *
	 * @param init Called at once, with the new deferred as `this` and as argument. Its result is ignored,
	 * and its exception reaches the caller.
	 * @returns The deferred, which has the methods of a promise, too.
	 * @throws A `TypeError` if `init` is neither a function nor null or left out.
	 * @jquery `$.Deferred(init)`. There, `d instanceof $.Deferred` is never true.
	 * @example
	 * ```js run
	 * const d = godeferred.Deferred();
	 * d.then((a, b) => console.log(a + b)); // prints 5
	 * d.resolve(2, 3);
	 * ```
	 * @example Give others the promise only:
	 * ```js run
	 * function countdown(from) {
	 *   return godeferred.Deferred((d) => {
	 *     const tick = () => (from > 0 ? d.notify(from--) : d.resolve("lift off"));
	 *     const timer = setInterval(tick, 20);
	 *     d.always(() => clearInterval(timer));
	 *   }).promise();
	 * }
	 *
	 * countdown(2)
	 *   .progress((n) => console.log(n))
	 *   // prints 2
	 *   // prints 1
	 *   .done((text) => console.log(text)); // prints lift off
	 * ```
	 */
	readonly Deferred: DeferredConstructor;

	/**
	 * jQuery 4's `$.when`: a promise of all its arguments.
	 *
	 * Arguments that are not promises count as resolved with themselves. Native promises and other
	 * thenables are waited for. With one argument, its context and all its arguments are passed on;
	 * without any, the promise is resolved at once.
	 *
	 * @param subordinate One deferred, promise or value, whose outcome the new promise has.
	 * @param subordinates Several deferreds, promises or values.
	 * @returns A promise. With several arguments it resolves with one argument for each: its value, or the
	 * array of its values if it had several. `this` is the array of their contexts. The first failure
	 * rejects it, with the context and arguments of that one.
	 * @callbacks It settles within the callbacks of the argument that decides it, so `done` callbacks run
	 * before that one's `resolve` returns.
	 * @again Makes a new promise.
	 * @throws Nothing.
	 * @jquery `$.when`, the same.
	 * @example
	 * ```js run
	 * const page = godeferred.Deferred();
	 * const answer = godeferred.Deferred();
	 * godeferred.when(page, answer, "plain").done((title, [data, status], plain) => {
	 *   console.log(title, data, status, plain); // prints News 7 200 plain
	 * });
	 * answer.resolve(7, 200);
	 * page.resolve("News");
	 * ```
	 * @example A list of unknown length:
	 * ```js run
	 * const numbers = [1, 2, 3].map((n) => godeferred.wait(5).then(() => n * n));
	 * godeferred.when(...numbers).done((...squares) => console.log(squares)); // prints [1,4,9]
	 * ```
	 */
	readonly when: When;

	/**
	 * A godeferred promise, with all its methods, of a native promise or any thenable. A godeferred
	 * promise is returned unchanged; a plain value gives a promise resolved with it.
	 *
	 * @param value A promise, a thenable or a plain value.
	 * @returns A promise.
	 * @callbacks A native promise settles it in a microtask.
	 * @again A value that is wrapped twice has two promises; one of godeferred's is always itself.
	 * @throws Nothing: an exception of the thenable's `then` rejects the promise.
	 * @jquery jQuery has none. `$.when(value)` comes close.
	 * @example
	 * ```js run
	 * const text = godeferred.wrap(new Response("hello").text());
	 * text.done((words) => console.log(words)); // prints hello
	 * ```
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
	 * Resolves with the array of all first arguments; rejects with the first argument of the first
	 * failure.
	 *
	 * @param list Any iterable of promises, thenables and values.
	 * @returns A promise of an array in the order of the list. For an empty list it is resolved at once.
	 * @callbacks It settles as soon as the member that decides it has settled.
	 * @throws Nothing. What is not iterable rejects the promise with a `TypeError`.
	 * @jquery jQuery has none: `$.when.apply($, list)` passes several arguments, not an array.
	 * @example
	 * ```js run
	 * const [a, b] = await godeferred.all([godeferred.wait(5).then(() => "first"), "second"]);
	 * console.log(a, b); // prints first second
	 * ```
	 */
	readonly all: {
		<T extends readonly unknown[] | []>(
			list: T,
		): DeferredPromise<[{ -readonly [I in keyof T]: First<T[I]> }], Reason>;
		<T>(list: Iterable<T>): DeferredPromise<[First<T>[]], Reason>;
	};

	/**
	 * Resolves, once all have settled, with the outcome of each.
	 *
	 * @param list Any iterable of promises, thenables and values.
	 * @returns A promise, which is never rejected, of an array of `{ status: "fulfilled", value }` and `{
	 * status: "rejected", reason }`, in the order of the list.
	 * @callbacks It settles as soon as the last member has settled.
	 * @throws Nothing. What is not iterable rejects the promise with a `TypeError`.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const outcomes = await godeferred.allSettled([1, godeferred.Deferred().reject("no")]);
	 * for (const { status } of outcomes) console.log(status);
	 * // prints fulfilled
	 * // prints rejected
	 * ```
	 */
	readonly allSettled: <T>(list: Iterable<T>) => DeferredPromise<[PromiseSettledResult<First<T>>[]], never>;

	/**
	 * Resolves with the first that resolves; rejects with an `AggregateError` of all reasons.
	 *
	 * @param list Any iterable of promises, thenables and values.
	 * @returns A promise of the first value. If all are rejected, or the list is empty, its
	 * `AggregateError` has the reasons in `errors`, in the order of the list.
	 * @callbacks It settles as soon as a member has resolved.
	 * @throws Nothing. What is not iterable rejects the promise with a `TypeError`.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const slow = godeferred.wait(50).then(() => "slow");
	 * const broken = godeferred.Deferred().reject("broken");
	 * console.log(await godeferred.any([slow, broken])); // prints slow
	 * ```
	 */
	readonly any: <T>(list: Iterable<T>) => DeferredPromise<[First<T>], [error: AggregateError]>;

	/**
	 * Settles as the first one that settles.
	 *
	 * The others go on. To limit the time of work, use `timeout`, which aborts it.
	 *
	 * @param list Any iterable of promises, thenables and values.
	 * @returns A promise of the first outcome. For an empty list it stays pending.
	 * @callbacks It settles as soon as a member has settled.
	 * @throws Nothing. What is not iterable rejects the promise with a `TypeError`.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const winner = await godeferred.race([
	 *   godeferred.wait(50).then(() => "the tortoise"),
	 *   godeferred.wait(5).then(() => "the hare"),
	 * ]);
	 * console.log(winner); // prints the hare
	 * ```
	 */
	readonly race: <T>(list: Iterable<T>) => DeferredPromise<[First<T>], Reason>;

	/**
	 * Runs fn on each item, at most `concurrency` at a time; results keep the order of the items. The
	 * first failure rejects; no further item is started then, and the others are aborted.
	 *
	 * With `workers`, the calls of a function of `godeferred.go` are spread over more instances of the
	 * page's Go program.
	 *
	 * @param list Any iterable.
	 * @param fn Called with each item and its index, in order. It may return a promise.
	 * @param options `concurrency` is how many calls are under way at most, without a limit when left out;
	 * `signal` aborts the work; `workers` is how many workers there are at most, `true` for one for each
	 * processor.
	 * @returns A promise of an array with the first argument of each result.
	 * @callbacks The first calls are made within `mapAsync`, the others as soon as a place is free.
	 * @throws A `TypeError` that names the wrong argument. An exception of `fn` rejects the promise.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * let running = 0;
	 * const squares = await godeferred.mapAsync(
	 *   [1, 2, 3, 4],
	 *   async (n) => {
	 *     if (++running > 2) console.log("too many");
	 *     await godeferred.wait(5);
	 *     running--;
	 *     return n * n;
	 *   },
	 *   { concurrency: 2 },
	 * );
	 * console.log(squares); // prints [1,4,9,16]
	 * ```
	 */
	readonly mapAsync: MapAsync & MapOverWorkers;

	/**
	 * Runs functions one after the other. Each gets the value that the one before resolved with.
	 *
	 * @param tasks Any iterable of functions, which may return promises. The first gets undefined.
	 * @param options `signal` aborts the work.
	 * @returns A promise of the value of the last; of undefined if there are none. The first failure
	 * rejects it, and no more are started.
	 * @callbacks The first is called within `series`, each other when the one before has resolved.
	 * @throws A `TypeError` if a member of `tasks` is not a function. An exception of one rejects the
	 * promise.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const total = await godeferred.series([
	 *   () => 10,
	 *   (n) => godeferred.wait(5).then(() => n + 5),
	 *   (n) => n * 2,
	 * ]);
	 * console.log(total); // prints 30
	 * ```
	 */
	readonly series: <R = any>(
		tasks: Iterable<(before: any) => any>,
		options?: WorkOptions,
	) => DeferredPromise<[R], Reason>;

	/**
	 * Resolves, without arguments, after ms milliseconds.
	 *
	 * @param ms Milliseconds, 0 or more. Any number is possible, also more than the 24 days of
	 * `setTimeout`.
	 * @param options `signal` ends the wait: the promise is rejected with the signal's reason.
	 * @returns A promise. Its `abort` stops the timer.
	 * @callbacks They run in a task, as those of `setTimeout`.
	 * @throws A `TypeError` unless `ms` is a number, 0 or more.
	 * @jquery jQuery has none. `.delay()` delays only queues.
	 * @example
	 * ```js run
	 * const start = performance.now();
	 * await godeferred.wait(30);
	 * console.log(performance.now() - start >= 29); // prints true
	 * ```
	 */
	readonly wait: (ms: number, options?: WorkOptions) => DeferredPromise<[], Reason>;

	/**
	 * Settles as promise does, or rejects with a `TimeoutError` after ms milliseconds.
	 *
	 * The work of `promise` is then aborted, if nothing else waits for it.
	 *
	 * @param promise A promise, thenable or value.
	 * @param ms Milliseconds, 0 or more.
	 * @returns A promise. Progress passes through.
	 * @callbacks The rejection comes in a task, as from `setTimeout`.
	 * @throws A `TypeError` unless `ms` is a number, 0 or more.
	 * @jquery jQuery has none. `$.ajax` has the setting `timeout`.
	 * @example
	 * ```js run
	 * godeferred.timeout(godeferred.wait(60_000), 20)
	 *   .fail((error) => console.log(error.name)); // prints TimeoutError
	 * ```
	 */
	readonly timeout: <T>(promise: T, ms: number) => DeferredPromise<Either<Resolved<T>>, Reason>;

	/**
	 * Starts work that can be aborted, and returns its promise.
	 *
	 * @param start Called at once, with a deferred to settle and a function that adds abort callbacks: see
	 * `Work`. The deferred is `this`, too.
	 * @param options `signal` aborts the work; if it has aborted already, `start` is not called.
	 * @returns A promise. Its `abort` calls the abort callbacks with the reason; if none of them settles
	 * the deferred, it is rejected with the reason.
	 * @callbacks `start` and the abort callbacks run within the calls of `work` and `abort`.
	 * @throws A `TypeError` if `start` is not a function. An exception of `start` rejects the promise.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const ticking = godeferred.work((deferred, onAbort) => {
	 *   let ticks = 0;
	 *   const timer = setInterval(() => deferred.notify(++ticks), 10);
	 *   onAbort(() => clearInterval(timer));
	 * });
	 * ticking.progress((n) => { if (n === 2) ticking.abort("enough"); });
	 * ticking.fail((reason) => console.log(reason)); // prints enough
	 * ```
	 */
	readonly work: <Done extends any[] = any[], Fail extends any[] = Reason, Progress extends any[] = any[]>(
		start: Work<Deferred<Done, Fail, Progress>>,
		options?: WorkOptions | null,
	) => DeferredPromise<Done, Either<Fail | Reason>, Progress>;

	/**
	 * jQuery's `$.ajax`: makes a request; `await` gives the data.
	 *
	 * Before the runtime is up the request waits for it, with readyState 1. `beforeSend` and `ajaxSend`
	 * then run when the request begins, and `timeout` counts from there. Requests begin in the order of
	 * the calls.
	 *
	 * @returns The request, a `JqXHR`: a promise of data, textStatus and itself, with `abort`, progress
	 * and the fields of the answer.
	 * @callbacks `success`, `done`, `error`, `fail` and so on run as in jQuery, in a task. `then` follows
	 * in a microtask.
	 * @again Makes another request. `createCache` makes one for each key.
	 * @throws A `TypeError` for settings that are wrong. Before the runtime is up, errors that only the
	 * runtime detects reject the request, instead of being thrown. If the runtime cannot start, the
	 * request rejects with the `GodeferredError` that says why.
	 * @jquery `$.ajax`, with the same callbacks in the same order. Beyond jQuery: `retry`, `signal`,
	 * `credentials`, `integrity`, `progress`, `dataType: "blob"` and `"arrayBuffer"`. `async: false` is a
	 * `TypeError`.
	 * @example
	 * ```js run
	 * const answer = godeferred.ajax("data:application/json,[1,2,3]", { dataType: "json" });
	 * answer.done((list, textStatus, jqXHR) => console.log(list, textStatus, jqXHR.status));
	 * // prints [1,2,3] success 200
	 * ```
	 * @example A failure has a name and says which request it was:
	 * ```js run
	 * try {
	 *   await godeferred.ajax("data:application/json,{", { dataType: "json" });
	 * } catch (error) {
	 *   console.log(error.name); // prints SyntaxError
	 * }
	 * ```
	 * @example Temporary failures are tried again. Here a transport of the page's own stands for a server:
	 * ```js run
	 * let requests = 0;
	 * godeferred.ajaxTransport("+json", () => ({
	 *   send(_headers, complete) {
	 *     requests++;
	 *     if (requests < 3) complete(503, "busy");
	 *     else complete(200, "OK", { json: { tea: "green" } });
	 *   },
	 * }));
	 * const retry = { limit: 3, backoff: 5 };
	 * const data = await godeferred.ajax("/stock", { dataType: "json", retry });
	 * console.log(data.tea, requests); // prints green 3
	 * ```
	 */
	readonly ajax: Ajax;

	/**
	 * Sets defaults for later requests, and returns them. `ajaxSetup(target, settings)` copies defaults
	 * and settings to target instead, returns it, and does not affect any request.
	 *
	 * @param settings Settings of requests; with a second argument the target.
	 * @param more Settings that are copied to the target.
	 * @returns The defaults, or the target.
	 * @again Adds to the defaults.
	 * @jquery `$.ajaxSetup`, the same.
	 * @example
	 * ```js run
	 * godeferred.ajaxSetup({ timeout: 5000 });
	 * console.log(godeferred.ajaxSettings.timeout); // prints 5000
	 * ```
	 */
	readonly ajaxSetup: (settings: AjaxSettings, more?: AjaxSettings) => AjaxSettings;

	/**
	 * The defaults themselves: `ajaxSetup` writes into them. `ajaxSettings.xhr()` makes an XMLHttpRequest.
	 *
	 * @jquery `$.ajaxSettings`, the same.
	 */
	ajaxSettings: AjaxSettings & { xhr: () => XMLHttpRequest };

	/**
	 * How many requests are under way or wait for the runtime, without those with `global: false`.
	 *
	 * @jquery `$.active`, the same.
	 * @example
	 * ```js run
	 * const request = godeferred.get("data:,tea");
	 * console.log(godeferred.active); // prints 1
	 * await request;
	 * console.log(godeferred.active); // prints 0
	 * ```
	 */
	active: number;

	/**
	 * Calls handler for each later request with one of the data types, before the data are written.
	 *
	 * It may change the settings, set headers and abort. A data type that it returns is gone through
	 * first.
	 *
	 * @callbacks Within the call of `ajax`, in the order in which they were added.
	 * @again Adds another one. None can be removed.
	 * @throws A `TypeError` if `handler` is not a function.
	 * @jquery `$.ajaxPrefilter`. jQuery's own code for JSONP and scripts is in prefilters, which run
	 * before the page's; here a prefilter for all types sees a JSONP request as it was asked for.
	 * @example
	 * ```js run
	 * godeferred.ajaxPrefilter((settings, original, jqXHR) => {
	 *   if (settings.url.startsWith("data:")) console.log("asked for", settings.url);
	 *   // prints asked for data:,tea
	 * });
	 * await godeferred.get("data:,tea");
	 * ```
	 */
	readonly ajaxPrefilter: AddHook<string | undefined | void>;

	/**
	 * Lets a factory make what sends requests with one of the data types: jQuery's. Where it returns
	 * nothing, the next is asked, and the browser at last.
	 *
	 * For all types, a plus sign before the type is the only way to come before the browser.
	 *
	 * @callbacks Factories are asked when a request begins.
	 * @again Adds another one. None can be removed.
	 * @throws A `TypeError` if `handler` is not a function.
	 * @jquery `$.ajaxTransport`, the same.
	 * @example
	 * ```js run
	 * godeferred.ajaxTransport("+text", () => ({
	 *   send: (headers, complete) => complete(200, "OK", { text: "from the page itself" }),
	 *   abort() {},
	 * }));
	 * console.log(await godeferred.ajax("/anything", { dataType: "text" }));
	 * // prints from the page itself
	 * ```
	 */
	readonly ajaxTransport: AddHook<RequestTransport | false | null | undefined | void>;

	/**
	 * jQuery's `$.param`: a query string.
	 *
	 * @param values An object, or a list of fields such as that of `serializeArray`. Lists and objects in
	 * it get names in brackets; functions are called, null is an empty text.
	 * @param traditional true: repeats a list's name, and writes no nested names.
	 * @returns The string, percent-encoded, with `+` for spaces.
	 * @jquery `$.param`. jQuery also writes the members of objects such as a `Map`, and of typed arrays.
	 * @example
	 * ```js run
	 * const query = godeferred.param({ q: "tea", tags: ["green", "dry"] });
	 * console.log(decodeURIComponent(query));
	 * // prints q=tea&tags[]=green&tags[]=dry
	 * console.log(godeferred.param({ tags: ["green", "dry"] }, true));
	 * // prints tags=green&tags=dry
	 * ```
	 */
	readonly param: (
		values: Record<string, any> | { name: string; value?: any }[] | null | undefined,
		traditional?: boolean,
	) => string;

	/**
	 * Requests url as jQuery's `$.get` does; `await` gives the data.
	 *
	 * @returns The request, a `JqXHR`.
	 * @callbacks As for `ajax`.
	 * @throws A `TypeError` without a URL, and for a `success` that is not a function.
	 * @jquery `$.get`. Without a URL, it requests the page itself.
	 * @example
	 * ```js run
	 * console.log(await godeferred.get("data:text/plain,tea")); // prints tea
	 * ```
	 */
	readonly get: Shorthand;

	/**
	 * Sends data by POST, as a form unless the settings say otherwise.
	 *
	 * @returns The request, a `JqXHR`.
	 * @callbacks As for `ajax`.
	 * @throws A `TypeError` without a URL, and for a `success` that is not a function.
	 * @jquery `$.post`. Without a URL, it requests the page itself.
	 * @example
	 * ```js
	 * await godeferred.post("/orders", { tea: "green", grams: 100 });
	 * ```
	 */
	readonly post: Shorthand;

	/**
	 * Sends data by PUT.
	 *
	 * @returns The request, a `JqXHR`.
	 * @callbacks As for `ajax`.
	 * @throws A `TypeError` without a URL, and for a `success` that is not a function.
	 * @jquery jQuery has none: `$.ajax(url, { method: "PUT", data })`.
	 */
	readonly put: Shorthand;

	/**
	 * Sends data by PATCH.
	 *
	 * @returns The request, a `JqXHR`.
	 * @callbacks As for `ajax`.
	 * @throws A `TypeError` without a URL, and for a `success` that is not a function.
	 * @jquery jQuery has none: `$.ajax(url, { method: "PATCH", data })`.
	 */
	readonly patch: Shorthand;

	/**
	 * Sends data by DELETE.
	 *
	 * @returns The request, a `JqXHR`.
	 * @callbacks As for `ajax`.
	 * @throws A `TypeError` without a URL, and for a `success` that is not a function.
	 * @jquery jQuery has none: `$.ajax(url, { method: "DELETE", data })`.
	 */
	readonly delete: Shorthand;

	/**
	 * `get` of JSON, whatever content type the answer has.
	 *
	 * @param url Where to.
	 * @param data What becomes part of the URL.
	 * @param success Added with `done`.
	 * @returns The request, a `JqXHR` of the parsed data. Text that is not JSON rejects it with the
	 * textStatus `parsererror`.
	 * @callbacks As for `ajax`.
	 * @throws A `TypeError` without a URL, and for a `success` that is not a function.
	 * @jquery `$.getJSON`, the same.
	 * @example
	 * ```js run
	 * const { tea } = await godeferred.getJSON('data:,{"tea":"green"}');
	 * console.log(tea); // prints green
	 * ```
	 */
	readonly getJSON: {
		<Data = any>(url: string | URL, success?: Success<Data> | null): JqXHR<Data>;
		<Data = any>(url: string | URL, data: RequestData, success?: Success<Data> | null): JqXHR<Data>;
	};

	/**
	 * Loads a script and runs it.
	 *
	 * @param url Where to.
	 * @param success Added with `done`; called when the script has run.
	 * @returns The request, a `JqXHR`.
	 * @callbacks As for `ajax`, after the script has run.
	 * @again Loads and runs it again, past the caches. `cachedGetScript` runs it once.
	 * @throws A `TypeError` without a URL, and for a `success` that is not a function.
	 * @jquery `$.getScript`, the same.
	 * @example
	 * ```js
	 * await godeferred.getScript("/vendor/chart.js");
	 * ```
	 */
	readonly getScript: (url: string | URL, success?: Success<any> | null) => JqXHR;

	/**
	 * A function that runs request once per key, also while it is under way, and returns its promise. A
	 * failure is forgotten, so that the next call tries again, unless `keepFailures` is set.
	 *
	 * @param request Called with a deferred to settle and the key. An exception of it rejects the promise.
	 * @param options `max` is the number of keys kept, `ttl` how long a success is kept, in ms;
	 * `keepFailures` keeps failures, too.
	 * @returns A function of a key and a callback, with `delete`, `clear` and `has`: see `Cached`.
	 * @callbacks `request` runs within the first call for a key.
	 * @again A second call with the same key returns the promise of the first.
	 * @throws A `TypeError` that names the wrong argument.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * let requests = 0;
	 * const price = godeferred.createCache((defer, tea) => {
	 *   requests++;
	 *   godeferred.wait(5).then(() => defer.resolve(tea.length));
	 * }, { ttl: 60_000 });
	 *
	 * const [first, second] = await godeferred.all([price("green"), price("green")]);
	 * console.log(first, second, requests); // prints 5 5 1
	 * ```
	 */
	readonly createCache: <Key = string, Done extends any[] = any[], Fail extends any[] = any[]>(
		request: (defer: Deferred<Done, Fail>, key: Key) => unknown,
		options?: CacheOptions,
	) => Cached<Key, Done, Fail>;

	/**
	 * `getScript`, once per URL.
	 *
	 * @param key The URL.
	 * @param callback Added with `done`.
	 * @returns The promise of that URL's script.
	 * @again Returns the same promise. A failure is forgotten, so the next call tries again.
	 * @throws A `TypeError` without a URL.
	 * @jquery jQuery has none.
	 * @example
	 * ```js
	 * await godeferred.cachedGetScript("/vendor/chart.js"); // any number of times: it runs once
	 * ```
	 */
	readonly cachedGetScript: Cached<string, RequestAnswer>;

	/**
	 * Loads an image, once per URL. Resolves with the URL and the image once it can be drawn.
	 *
	 * @param key The URL.
	 * @param callback Added with `done`.
	 * @returns The promise of that URL's image. It rejects with an `Error` and the image.
	 * @again Returns the same promise. A failure is forgotten, so the next call tries again.
	 * @throws A `TypeError` without a URL.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>';
	 * const url = `data:image/svg+xml,${encodeURIComponent(svg)}`;
	 * godeferred.loadImage(url).done((_, image) => console.log(image.width, image.height));
	 * // prints 8 4
	 * ```
	 */
	readonly loadImage: Cached<
		string,
		[url: string, image: HTMLImageElement],
		[error: Error, image: HTMLImageElement]
	>;

	/**
	 * Resolves the given number of ms after the document is parsed; in a microtask if they have passed.
	 *
	 * @param key Milliseconds; the text of a number will do.
	 * @param callback Added with `done`.
	 * @returns The promise of that delay.
	 * @again Calls with the same delay share one promise.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * godeferred.afterDOMReady(0, () => console.log("parsed")); // prints parsed
	 * ```
	 */
	readonly afterDOMReady: Cached<number, []>;

	/**
	 * Makes a page's jQuery (3 or 4, full or slim) use godeferred: replaces its `Deferred` and `when`, and
	 * adds the functions of godeferred that it lacks.
	 *
	 * Requests, animations and plugins of that jQuery then create godeferred's deferreds. The slim builds
	 * get requests and effects.
	 *
	 * @param jQuery The jQuery.
	 * @param options `unhandled: true` lets unhandled rejections raise the page's event; left out, they
	 * are silent, as in jQuery.
	 * @returns jQuery.
	 * @again Changes only the options.
	 * @throws A `TypeError` for anything but a jQuery.
	 * @jquery Everything that is not replaced stays jQuery's own.
	 * @example
	 * ```js
	 * godeferred.install(jQuery);
	 * jQuery.Deferred().resolve(5).finally(() => console.log("in jQuery, too"));
	 * ```
	 */
	readonly install: <JQuery extends InstallTarget>(jQuery: JQuery, options?: InstallOptions) => JQuery;

	/**
	 * Restores the members that `install` replaced, in one jQuery or in all.
	 *
	 * Promises that exist keep working. Members that the page has replaced meanwhile stay.
	 *
	 * @param jQuery The jQuery; all when left out.
	 * @again Does nothing.
	 * @jquery jQuery has nothing like it.
	 */
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
	/** It crashed twice on the same call, the second time in a new instance; or the page's own program has ended. */
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

/**
 * `get`, `post` and the like.
 *
 * @param url Where to: `http:`, `https:`, `blob:`, `data:` or relative.
 * @param data What is sent: part of the URL for `get`, else the body.
 * @param success Added with `done`.
 * @param dataType The type that the answer is read as, such as `"json"`; when left out, as the answer
 * says.
 * @param settings Settings, with the URL.
 */
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

/**
 * `ajax`.
 *
 * @param url Where to: `http:`, `https:`, `blob:`, `data:` or relative.
 * @param settings Everything else, such as `data`, `timeout` in ms, `retry` and `signal`: see
 * `AjaxSettings`.
 */
export interface Ajax {
	<Data = any>(url: string | URL, settings?: AjaxSettings<Data> | null): JqXHR<Data>;
	<Data = any>(settings?: AjaxSettings<Data>): JqXHR<Data>;
}

/**
 * `ajaxPrefilter` and `ajaxTransport`.
 *
 * @param dataTypes The types that it is for, separated by spaces; all, if left out. With a plus sign
 * before the type it comes before the others.
 * @param handler Called with the settings, the settings that the caller gave to `ajax`, and the jqXHR.
 */
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
	/** Where to: `http:`, `https:`, `blob:`, `data:` or relative; the page itself when left out. */
	url?: string | URL | undefined;
	/** `"GET"` when left out. */
	method?: string | undefined;
	/** The older name of method. */
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
	/** Headers of the request. A value of several lines is a TypeError. */
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
	/** The `Accept` header of each data type. */
	accepts?: Record<string, string> | undefined;
	/** By which content types each data type is recognized. */
	contents?: Record<string, RegExp | boolean> | undefined;
	/** Functions from one data type to another: `{ "text json": JSON.parse }`. true: nothing has to be done. */
	converters?: Record<string, ((value: any) => any) | boolean> | undefined;
	/** Replaces the raw body of a success, before conversion. */
	dataFilter?: ((this: AjaxSettings, data: any, type: string | undefined) => any) | undefined;
	/** Callbacks by status, with the arguments of `success` or `error`. */
	statusCode?: Record<number, ((...args: any[]) => unknown) | ((...args: any[]) => unknown)[]> | undefined;
	/** For the server's authentication; such a request is made by XMLHttpRequest. */
	username?: string | undefined;
	/** See username. */
	password?: string | undefined;
	/** Makes the XMLHttpRequest that makes the request, if it is not the default one. */
	xhr?: (() => XMLHttpRequest) | undefined;
	/** Fields of an XMLHttpRequest, which makes the request if any but `withCredentials` is set. */
	xhrFields?: Record<string, any> | undefined;
	/** true: the request is made as one to another origin; scripts are loaded by a script element. */
	crossDomain?: boolean | undefined;
	/** Called before the request is sent, with the settings as `this`; it may change them. false cancels the request. */
	beforeSend?: ((this: any, jqXHR: JqXHR<Data>, settings: RequestSettings) => unknown) | null | undefined;
	/** Called with the data, textStatus and jqXHR. */
	success?: Success<Data> | Success<Data>[] | null | undefined;
	/** Called with the jqXHR, textStatus and what was thrown. */
	error?:
		| Many<(this: any, jqXHR: JqXHR<Data>, textStatus: FailureStatus, errorThrown: any) => unknown>
		| null
		| undefined;
	/** Called after `success` or `error`, with the jqXHR and textStatus. */
	complete?:
		| Many<(this: any, jqXHR: JqXHR<Data>, textStatus: SuccessStatus | FailureStatus) => unknown>
		| null
		| undefined;
	/** The name of the JSONP parameter; false for none. */
	jsonp?: string | false | undefined;
	/** The name of the JSONP callback, or a function that returns it; a new name for each request when left out. */
	jsonpCallback?: string | (() => string) | undefined;
	/** The encoding of a script that a script element loads, where its server does not say: `"iso-8859-1"`. */
	scriptCharset?: string | undefined;
	/** Attributes of the script element, which then loads the script. */
	scriptAttrs?: Record<string, any> | undefined;
	/** Replaces the content type of the answer. */
	mimeType?: string | undefined;
	/** Kept from jQuery's settings, for plugins that read it. */
	isLocal?: boolean | undefined;
	/** An exception of a converter is reported, too, besides failing the request. */
	throws?: boolean | undefined;
	/** false is a TypeError: `fetch` cannot do it. */
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
 *
 * @param target An element, a list of elements, or a selector.
 * @param options Duration, easing, queue and callbacks in one object: see `EffectOptions`.
 * @param complete Called for each element as its animation ends, with `this` the element.
 * @param duration ms, or `"fast"` (200) or `"slow"` (600); 400 when left out.
 * @param easing `"swing"`, `"linear"` or a name in `easing`; `"swing"` when left out.
 * @returns The promise of this call, of the target. Its progress is the fraction done, from 0 to 1. It
 * rejects with an `AbortError` if an element is stopped before its end; that needs no handler.
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

/**
 * An effect that happens at once where no duration is given.
 *
 * @param show true shows all elements, false hides them.
 */
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
	/**
	 * Animates properties, with jQuery's arguments.
	 *
	 * The browser runs the frames. Inline styles have the end values at once, and jQuery's own at the end.
	 * Where the user prefers reduced motion, animations jump to their end.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param properties The end values: `70`, `"+=20px"`, `"50%"`, `"toggle"`. Numbers are px where the
	 * property has lengths.
	 * @param rest Duration in ms (400 when left out), easing and complete; or an object of options.
	 * @returns The promise of this call. Its progress is the fraction done, from 0 to 1.
	 * @callbacks `complete`, `done` and so on run for each element as it ends; the promise resolves when
	 * the last one is done.
	 * @again Waits in the queue until the first is over; with `queue: false` it starts at once.
	 * @throws A `TypeError` for a wrong target, an unknown easing and the like. If an element is stopped
	 * before its end, or its queue is cleared, the promise rejects with an `AbortError`, which needs no
	 * handler. Without the runtime it rejects with a `GodeferredError`.
	 * @jquery `$(x).animate()`, which returns the collection. That is `godeferred(x).animate()` here.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * await godeferred.animate(box, { marginLeft: 40 }, { duration: 50, easing: "linear" });
	 * console.log(box.style.marginLeft); // prints 40px
	 * ```
	 */
	readonly animate: <T extends Target>(
		target: T,
		properties: Goals,
		...rest: EffectArguments<Member<T>>
	) => EffectPromise<T>;

	/**
	 * Shows hidden elements by animating their height.
	 *
	 * @callbacks `complete` runs for each element as it ends.
	 * @again Waits in the queue. On a visible element it ends at once.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.slideDown()`, with the same arguments and end state.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * box.style.display = "none";
	 * await godeferred.slideDown(box, 50);
	 * console.log(box.style.display !== "none", box.style.height === ""); // prints true true
	 * ```
	 */
	readonly slideDown: Effect;

	/**
	 * Hides elements by animating their height.
	 *
	 * @callbacks `complete` runs for each element as it ends.
	 * @again Waits in the queue. On a hidden element it ends at once.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.slideUp()`, with the same arguments and end state.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * await godeferred.slideUp(box, 50);
	 * console.log(box.style.display); // prints none
	 * ```
	 */
	readonly slideUp: Effect;

	/**
	 * Shows hidden elements and hides visible ones, by animating their height.
	 *
	 * @callbacks `complete` runs for each element as it ends.
	 * @again Waits in the queue, and then does the opposite.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.slideToggle()`, with the same arguments and end state.
	 */
	readonly slideToggle: Effect;

	/**
	 * Shows hidden elements by animating their opacity.
	 *
	 * @callbacks `complete` runs for each element as it ends.
	 * @again Waits in the queue. On a visible element it ends at once.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.fadeIn()`, with the same arguments and end state.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * box.style.display = "none";
	 * godeferred.fadeIn(box, "fast").done((shown) => console.log(shown === box)); // prints true
	 * ```
	 */
	readonly fadeIn: Effect;

	/**
	 * Hides elements by animating their opacity.
	 *
	 * @callbacks `complete` runs for each element as it ends.
	 * @again Waits in the queue. On a hidden element it ends at once.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.fadeOut()`, with the same arguments and end state.
	 */
	readonly fadeOut: Effect;

	/**
	 * Shows hidden elements and hides visible ones, by animating their opacity.
	 *
	 * @callbacks `complete` runs for each element as it ends.
	 * @again Waits in the queue, and then does the opposite.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.fadeToggle()`, with the same arguments and end state.
	 */
	readonly fadeToggle: Effect;

	/**
	 * Fades to an opacity. Hidden elements are shown first, from opacity 0.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param duration ms, or `"fast"` (200) or `"slow"` (600); null for 400.
	 * @param opacity From 0 to 1.
	 * @param rest Easing and complete.
	 * @returns The promise of this call. Its progress is the fraction done, from 0 to 1.
	 * @callbacks `complete` runs for each element as it ends.
	 * @again Waits in the queue.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.fadeTo()`, with the same arguments and end state.
	 */
	readonly fadeTo: <T extends Target>(
		target: T,
		duration: Duration | null | undefined,
		opacity: number | string,
		...rest:
			| [complete: (this: Member<T>) => unknown]
			| [easing?: Easing | null, complete?: (this: Member<T>) => unknown]
	) => EffectPromise<T>;

	/**
	 * Shows elements: at once without a duration, else by animating size, margins, padding and opacity.
	 *
	 * @callbacks Without a duration everything happens within the call; else as for `slideDown`.
	 * @again Does nothing to visible elements.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.show()`, with the same arguments and end state.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * godeferred.hide(box);
	 * console.log(box.style.display); // prints none
	 * godeferred.show(box);
	 * console.log(box.style.display === ""); // prints true
	 * ```
	 */
	readonly show: Appearance;

	/**
	 * Hides elements: at once without a duration, else by animating size, margins, padding and opacity.
	 *
	 * @callbacks Without a duration everything happens within the call; else as for `slideDown`.
	 * @again Does nothing to hidden elements.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.hide()`, with the same arguments and end state.
	 */
	readonly hide: Appearance;

	/**
	 * Shows hidden elements and hides visible ones; `toggle(target, true)` shows all, false hides all.
	 *
	 * @callbacks Without a duration everything happens within the call; else as for `slideDown`.
	 * @again Does the opposite.
	 * @throws A `TypeError` for a wrong target. Without the runtime, elements jump to their end.
	 * @jquery `.toggle()`, with the same arguments and end state.
	 */
	readonly toggle: Appearance;

	/**
	 * Stops the running animations, where they are or at their end, and starts the next in the queue.
	 *
	 * The promise of a call that is stopped before its end rejects with an `AbortError`.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param queue The name of a queue; all that run when left out.
	 * @param clearQueue true: removes what waits.
	 * @param jumpToEnd true: the running animation jumps to its end values.
	 * @returns A promise, which resolves when the animations that the call started have ended.
	 * @callbacks `always` and `fail` of the animations run within the call.
	 * @again Stops the next one.
	 * @throws A `TypeError` for a wrong target.
	 * @jquery `.stop()`, the same.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * const fading = godeferred.fadeTo(box, 60_000, 0.5);
	 * fading.fail((error) => console.log(error.name)); // prints AbortError
	 * godeferred.stop(box);
	 * ```
	 */
	readonly stop: {
		<T extends Target>(target: T, clearQueue?: boolean, jumpToEnd?: boolean): EffectPromise<T>;
		<T extends Target>(target: T, queue: string, clearQueue?: boolean, jumpToEnd?: boolean): EffectPromise<T>;
	};

	/**
	 * Ends running and waiting animations at their end values; with false, those beside the queues.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param queue The name of a queue, `"fx"` when left out; false for the animations outside queues.
	 * @returns A promise, as for `stop`.
	 * @callbacks Those of the animations run within the call.
	 * @again Does nothing: nothing is left.
	 * @throws A `TypeError` for a wrong target.
	 * @jquery `.finish()`, the same.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * godeferred.fadeTo(box, 60_000, 0.5).done(() => console.log(box.style.opacity));
	 * // prints 0.5
	 * godeferred.ready.then(() => godeferred.finish(box));
	 * ```
	 */
	readonly finish: <T extends Target>(target: T, queue?: string | false) => EffectPromise<T>;

	/**
	 * Delays the next function of a queue, by ms.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param time ms, or `"fast"` (200) or `"slow"` (600).
	 * @param rest The name of the queue, `"fx"` when left out, and options: `signal` ends the delay.
	 * @returns A promise, which resolves when the delay is over.
	 * @callbacks They run in a task, as those of `setTimeout`.
	 * @again Adds another delay behind the first.
	 * @throws A `TypeError` for a wrong target.
	 * @jquery `.delay()`, which returns the collection.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * godeferred.delay(box, 10).done(() => console.log("delayed")); // prints delayed
	 * godeferred.queue(box, (next) => { console.log("then this"); next(); }); // prints then this
	 * ```
	 */
	readonly delay: <T extends Target>(
		target: T,
		time: Duration,
		...rest:
			| [options: { signal?: AbortSignal | undefined }]
			| [queue?: string, options?: { signal?: AbortSignal | undefined }]
	) => EffectPromise<T>;

	/**
	 * Returns the functions that wait for the first element, adds one, or replaces all.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param queue The name of the queue, `"fx"` when left out.
	 * @param add A function, which must call `next`; or a list, which replaces the queue.
	 * @returns The list of the functions that wait; where functions were added, a promise.
	 * @callbacks In the queue `"fx"`, the first function runs within the call; in others, `dequeue` calls
	 * it.
	 * @again Adds another function behind the first.
	 * @throws A `TypeError` for a wrong target, and for what is neither a function nor a list.
	 * @jquery `.queue()`, the same.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * godeferred.queue(box, (next) => { console.log(1); godeferred.wait(10).done(next); });
	 * // prints 1
	 * godeferred.queue(box, (next) => { console.log(2); next(); }); // prints 2
	 * ```
	 */
	readonly queue: {
		(target: Target, queue?: string): (Queued | "inprogress")[];
		<T extends Target>(target: T, add: Queued<Member<T>> | Queued<Member<T>>[]): EffectPromise<T>;
		<T extends Target>(
			target: T,
			queue: string,
			add: Queued<Member<T>> | Queued<Member<T>>[],
		): EffectPromise<T>;
	};

	/**
	 * Calls the next function of a queue.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param queue The name of the queue, `"fx"` when left out.
	 * @returns A promise.
	 * @callbacks The function runs within the call.
	 * @again Calls the one behind it.
	 * @throws A `TypeError` for a wrong target.
	 * @jquery `.dequeue()`, the same.
	 */
	readonly dequeue: <T extends Target>(target: T, queue?: string) => EffectPromise<T>;

	/**
	 * Removes all waiting functions from a queue. The one that runs goes on.
	 *
	 * The promises of animations that waited reject with an `AbortError`.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param queue The name of the queue, `"fx"` when left out.
	 * @returns A promise.
	 * @again Does nothing to an empty queue.
	 * @throws A `TypeError` for a wrong target.
	 * @jquery `.clearQueue()`, the same.
	 */
	readonly clearQueue: <T extends Target>(target: T, queue?: string) => EffectPromise<T>;

	/**
	 * Resolves when the queues of that name have run empty.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param queue The name of the queues, `"fx"` when left out.
	 * @returns A promise of the target; of an array of elements for a selector.
	 * @callbacks They run after those of the last animation. Where nothing waits, the promise is resolved
	 * at once.
	 * @again Makes another promise.
	 * @throws A `TypeError` for a wrong target.
	 * @jquery `.promise()`, the same.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * godeferred.fadeOut(box, 20);
	 * godeferred.fadeIn(box, 20);
	 * godeferred.promise(box).done(() => console.log(box.style.display === "")); // prints true
	 * ```
	 */
	readonly promise: <T extends Target>(target: T, queue?: string) => EffectPromise<T>;

	/**
	 * Timing functions by name. A page can add its own, and replace these.
	 *
	 * Each gets the elapsed fraction of the time, from 0 to 1, and returns the fraction of the way.
	 * `_default` is the name of the default, `"swing"`; the other one is `"linear"`.
	 *
	 * @jquery `$.easing`. There, a function is called at each frame; here for 101 points, which the
	 * browser joins.
	 * @example
	 * ```js run
	 * godeferred.easing.easeIn = (fraction) => fraction ** 2;
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * await godeferred.animate(box, { marginLeft: 40 }, 50, "easeIn");
	 * console.log(box.style.marginLeft); // prints 40px
	 * ```
	 */
	readonly easing: Record<string, EasingFunction> & { _default: any };

	/**
	 * Settings of all animations: `off`, `speeds` and `respectReducedMotion`.
	 *
	 * `off` makes animations jump to their end, and so does the user's preference for reduced motion
	 * unless `respectReducedMotion` is false. `speeds` has the names of durations, in ms.
	 *
	 * @jquery `$.fx`. It has no `respectReducedMotion`; here, `step`, `tick` and `timer` are missing.
	 * @example
	 * ```js run
	 * godeferred.fx.speeds.blink = 20;
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * await godeferred.fadeOut(box, "blink");
	 * console.log(box.style.display); // prints none
	 * ```
	 */
	readonly fx: {
		/** true: animations jump to their end. */
		off: boolean;
		/** Names of durations, in ms. */
		readonly speeds: Record<string, number>;
		/** Whether animations jump to their end where the user prefers reduced motion. */
		respectReducedMotion: boolean;
	};

	/**
	 * The promise of the first such event after the first call; of several events or elements, the first
	 * to come.
	 *
	 * @param target An element, the document, the window, any `EventTarget`, a list of them, or a
	 * selector.
	 * @param events Names, separated by spaces.
	 * @param callback Added with `done`.
	 * @returns A promise of the event; its callbacks' `this` is the element.
	 * @callbacks They run within the event, so `preventDefault` works in `done`. `then` is too late for
	 * it.
	 * @again Further calls for the same element and event return the same promise, also after the event.
	 * @throws A `TypeError` that names the wrong argument.
	 * @jquery jQuery has none: `.one()` adds a handler, which each event can call once.
	 * @example
	 * ```js run
	 * const button = document.body.appendChild(document.createElement("button"));
	 * godeferred.bindOnce(button, "click keydown").done((event) => console.log(event.type));
	 * // prints click
	 * button.click();
	 * button.click(); // does nothing more
	 * ```
	 */
	readonly bindOnce: <T extends ListeningTarget>(
		target: T,
		events: string,
		callback?: ((this: Member<T>, event: Event) => unknown) | null,
	) => DeferredPromise<[event: Event], never, never, Member<T>>;

	/**
	 * The promise of the first click: `bindOnce` of `"click"`.
	 *
	 * @param target As for `bindOnce`.
	 * @param callback Added with `done`.
	 * @returns A promise of the event; its callbacks' `this` is the element.
	 * @callbacks They run within the event.
	 * @again Returns the same promise, also after the click.
	 * @throws A `TypeError` that names the wrong argument.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const button = document.body.appendChild(document.createElement("button"));
	 * button.textContent = "open";
	 * godeferred.firstClick(button, function () { console.log(this.textContent); });
	 * // prints open
	 * button.click();
	 * ```
	 */
	readonly firstClick: <T extends ListeningTarget>(
		target: T,
		callback?: ((this: Member<T>, event: MouseEvent) => unknown) | null,
	) => DeferredPromise<[event: MouseEvent], never, never, Member<T>>;

	/**
	 * The promise of the first of the elements to come into view.
	 *
	 * @param target An element, a list of elements, or a selector.
	 * @param options `root`, `rootMargin` and `threshold` of an `IntersectionObserver`; `signal` ends the
	 * wait.
	 * @returns A promise of the observer's entry; its callbacks' `this` is the element. `abort` ends the
	 * wait.
	 * @callbacks They run in a task of the observer's. An element that is in view counts, too.
	 * @again Makes another promise.
	 * @throws A `TypeError` that names the wrong argument.
	 * @jquery jQuery has none.
	 * @example
	 * ```js run
	 * const box = document.body.appendChild(document.createElement("p"));
	 * box.textContent = "tea";
	 * godeferred.visible(box).done((entry) => console.log(entry.isIntersecting)); // prints true
	 * ```
	 */
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
	/** Removes data that were set: of one name, or all. */
	removeData(owner: object, name?: string): void;
	/** Whether an object has data that were set. */
	hasData(owner: object): boolean;
	/** The place of a value in a list, from an index on; -1 if it is not there. */
	inArray(value: any, list: ArrayLike<any> | null | undefined, from?: number): number;
	/** The members for which fn returns true; with invert, the others. */
	grep<V>(list: ArrayLike<V>, fn: (one: V, index: number) => unknown, invert?: boolean): V[];
	/** An array of the members of a list, or of one value; with into, adds them to that. */
	makeArray<V>(list: ArrayLike<V> | null | undefined): V[];
	makeArray(value: any, into?: any[]): any[];
	/** Appends the second list to the first, and returns the first. */
	merge<L extends { length: number }>(first: L, second: ArrayLike<any>): L;
	/** Whether a value is an object made by `{}` or `new Object`. */
	isPlainObject(value: unknown): boolean;
	/** Whether an object has no enumerable properties. */
	isEmptyObject(value: unknown): boolean;
	/** Whether a node is inside an element or document, and not it. */
	contains(outer: any, inner: any): boolean;
	/** Whether a node is of an XML document. */
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
	/** `JSON.parse`. */
	parseJSON(text: string): any;
	/** Null for an empty text; throws for text that is not XML. */
	parseXML(text: string | null | undefined): XMLDocument | null;
	/** Always throws a `TypeError`: no text runs as a program. */
	globalEval(...args: any[]): never;
	/** The elements of a list that match a selector; with not, those that do not. */
	filter(selector: string, list: ArrayLike<any>, not?: boolean): any[];
	/** The elements that a selector finds, as an array. */
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
	/** What jQuery plugins use of its events. */
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
	/** `.attr()` of one element. */
	attr(element: any, name: string, value?: any): any;
	/** `.prop()` of one element. */
	prop(element: any, name: string, value?: any): any;
	/** `.css()` of one element. */
	css(element: any, name: string, value?: any): any;
	/** `.text()` of one element. */
	text(element: any): string;
	/** Empty: plugins keep their own findings there. */
	readonly support: Record<string, any>;
	/** A number for plugins to count with. */
	guid: number;
	/**
	 * Whether a value is an array.
	 *
	 * @deprecated `Array.isArray`
	 */
	isArray(value: unknown): value is any[];
	/**
	 * Whether a value is a finite number, or a text of one.
	 *
	 * @deprecated
	 */
	isNumeric(value: unknown): boolean;
	/**
	 * Whether a value is a window.
	 *
	 * @deprecated
	 */
	isWindow(value: unknown): boolean;
	/**
	 * The kind of a value in lower case: `"array"`, `"date"`, `"null"`.
	 *
	 * @deprecated `typeof`
	 */
	type(value: unknown): string;
	/**
	 * A text without spaces at its ends.
	 *
	 * @deprecated `text.trim()`
	 */
	trim(text: unknown): string;
	/**
	 * `"margin-left"` as `"marginLeft"`.
	 *
	 * @deprecated
	 */
	camelCase(text: string): string;
	/**
	 * Whether an element has that name, in any case.
	 *
	 * @deprecated
	 */
	nodeName(element: any, name: string): boolean;
	/**
	 * Sorts elements in document order, and removes duplicates.
	 *
	 * @deprecated `uniqueSort`
	 */
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
	/**
	 * The member at index, from the end if it is negative; without an index, all of them as an array.
	 */
	get(index: number): T | undefined;
	get(): T[];
	/** All members, as an array. */
	toArray(): T[];
	/** Adds members at the end, as the method of arrays. */
	push(...members: T[]): number;
	/** Sorts the members, as the method of arrays. */
	sort(compare?: (a: T, b: T) => number): this;
	/** Removes and adds members, as the method of arrays. */
	splice(from: number, count?: number, ...members: T[]): T[];
	/** A collection of the member at index; from the end if it is negative. */
	eq(index: number): Collection<T>;
	/** A collection of the first member. */
	first(): Collection<T>;
	/** A collection of the last member. */
	last(): Collection<T>;
	/** A collection of the members from start up to end, as the method of arrays. */
	slice(start?: number, end?: number): Collection<T>;
	/** A collection with more elements, in document order. */
	add(what: Which | null | undefined, context?: Within): Collection<any>;
	/** Every second one, from the first; `odd` from the second. */
	even(): Collection<T>;
	/** Every second member, from the second. */
	odd(): Collection<T>;
	/** The collection that this was made from. */
	end(): Collection<any>;
	/** Adds the collection that this was made from, or what matches in it. */
	addBack(selector?: string): Collection<any>;
	/**
	 * The place of the first member among its siblings; with an argument, the place of that in the
	 * collection, or of the first member in what a selector finds. -1 if it is not there.
	 */
	index(of?: string | Node | ArrayLike<any>): number;
	/** A collection of a list, whose `end` is this one. */
	pushStack<R>(list: ArrayLike<R>): Collection<R>;

	// Finding other elements; results are in document order.
	/** The descendants that match: of a selector, or those among the given elements. */
	find<K extends keyof HTMLElementTagNameMap>(selector: K): Collection<HTMLElementTagNameMap[K]>;
	find<E extends Element = HTMLElement>(what: string | Node | ArrayLike<any>): Collection<E>;
	/** The members that match, or for which a function returns true. */
	filter(which: Which<T> | null | undefined): Collection<T>;
	/** The members that do not match. */
	not(which: Which<T> | null | undefined): Collection<T>;
	/** Whether at least one member matches. */
	is(which: Which<T> | null | undefined): boolean;
	/** The members that have a descendant that matches. */
	has(what: string | Node | ArrayLike<any>): Collection<T>;
	/** For each member, the first that matches: itself, or the closest ancestor. */
	closest<E extends Element = HTMLElement>(
		what: string | Node | ArrayLike<any>,
		context?: Node,
	): Collection<E>;
	/** The parents. */
	parent<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	/** All ancestors. */
	parents<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	/** The child elements. */
	children<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	/** The other children of the parents. */
	siblings<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	/** The element behind each member. */
	next<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	/** The element before each member. */
	prev<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	/** All siblings behind each member. */
	nextAll<E extends Element = HTMLElement>(selector?: string): Collection<E>;
	/** All siblings before each member. */
	prevAll<E extends Element = HTMLElement>(selector?: string): Collection<E>;

	/** The ancestors up to one that `until` is; without it, all. The next two go over siblings. */
	parentsUntil<E extends Element = HTMLElement>(
		until?: string | Node | ArrayLike<any>,
		selector?: string,
	): Collection<E>;
	/** The siblings behind each member, up to one that `until` is. */
	nextUntil<E extends Element = HTMLElement>(
		until?: string | Node | ArrayLike<any>,
		selector?: string,
	): Collection<E>;
	/** The siblings before each member, up to one that `until` is. */
	prevUntil<E extends Element = HTMLElement>(
		until?: string | Node | ArrayLike<any>,
		selector?: string,
	): Collection<E>;
	/** The child nodes, texts and comments, too; of a frame its document, of a template its content. */
	contents(): Collection<any>;
	/** The closest ancestors that a position refers to. */
	offsetParent(): Collection<HTMLElement>;

	// Attributes, properties, values and styles.
	/** An attribute of the first member; undefined where it has none. With a value, sets that of all. */
	attr(name: string): string | undefined;
	/** null removes it; so does false, except for `aria-` attributes. */
	attr(name: string, value: Value<T, string | number | boolean | null | undefined, string | undefined>): this;
	attr(map: Record<string, any>): this;
	/** Removes attributes; names are separated by spaces. */
	removeAttr(names?: string): this;
	/** A property of the first member. With a value, sets that of all. */
	prop(name: string): any;
	prop(name: string, value: any): this;
	prop(map: Record<string, any>): this;
	/** Removes a property that `prop` has set. */
	removeProp(name: string): this;
	/** Adds classes; names are separated by spaces. */
	addClass(names: Value<T, string | string[] | undefined>): this;
	/** Removes classes; all without names. */
	removeClass(names?: Value<T, string | string[] | undefined>): this;
	/**
	 * Adds the classes that a member lacks and removes those that it has; with on, only the one or the
	 * other.
	 */
	toggleClass(names: Value<T, string | string[] | undefined>, on?: boolean): this;
	/** Whether a member has the class. */
	hasClass(name: string): boolean;
	/**
	 * The value of the first member, a form's field: of a `select multiple` the list of all values. With a
	 * value, sets that of all.
	 */
	val(): any;
	val(value: any): this;
	/** A value that was set, or that of a `data-` attribute, parsed where it looks like JSON. */
	data(): any;
	data(key: string): any;
	data(key: string, value: any): this;
	data(map: Record<string, any>): this;
	/** Removes data that were set: by name, a list of names, or all. */
	removeData(keys?: string | string[]): this;
	/** The computed style. */
	css(name: string): string | undefined;
	css(names: string[]): Record<string, string | undefined>;
	css(name: string, value: Value<T, string | number | null | undefined>): this;
	css(map: Record<string, any>): this;
	/** In px, without padding and border. */
	width(): number | undefined;
	width(value: Value<T, string | number, number>): this;
	/** In px, without padding and border. */
	height(): number | undefined;
	height(value: Value<T, string | number, number>): this;
	/** In px, with padding. */
	innerWidth(): number | undefined;
	innerWidth(value: Value<T, string | number, number>): this;
	/** In px, with padding. */
	innerHeight(): number | undefined;
	innerHeight(value: Value<T, string | number, number>): this;
	/** In px, with padding and border; with true, also with the margin. */
	outerWidth(margin?: boolean): number | undefined;
	outerWidth(value: Value<T, string | number, number>, margin?: boolean): this;
	/** In px, with padding and border; with true, also with the margin. */
	outerHeight(margin?: boolean): number | undefined;
	outerHeight(value: Value<T, string | number, number>, margin?: boolean): this;
	/** How far the content is scrolled, in px. */
	scrollTop(): number | undefined;
	scrollTop(value: Value<T, number, number>): this;
	/** How far the content is scrolled sideways, in px. */
	scrollLeft(): number | undefined;
	scrollLeft(value: Value<T, number, number>): this;
	/** The place in the offset parent, in px, as CSS positions it: without the margins. */
	position(): { top: number; left: number } | undefined;
	/** The query string of the fields that a form sends: with a name, not disabled, no buttons, no files. */
	serialize(): string;
	/** The fields that a form sends, as a list: `serialize` writes it. */
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
	/** The text of all members together. With a text, replaces the content of each. */
	text(): string;
	text(text: Value<T, string | number | boolean | null | undefined>): this;
	/** The html in the first member. With an argument, replaces the content of each. */
	html(): string | undefined;
	/** Scripts in html do not run. */
	html(html: Value<T, Content>): this;
	/** Puts content at the end of each member. All but the last get a copy. */
	append: Inserter<T>;
	/** Puts content at the beginning of each member. All but the last get a copy. */
	prepend: Inserter<T>;
	/** Puts content before each member. All but the last get a copy. */
	before: Inserter<T>;
	/** Puts content behind each member. All but the last get a copy. */
	after: Inserter<T>;
	/** Puts content in the place of each member, which is removed. */
	replaceWith: Inserter<T>;
	/** Puts the members at the end of the target. Returns them, with the copies for further targets. */
	appendTo(target: string | Node | ArrayLike<any>): Collection<T>;
	/**
	 * Puts the members at the beginning of the target. Returns them, with the copies for further targets.
	 */
	prependTo(target: string | Node | ArrayLike<any>): Collection<T>;
	/** Puts the members before the target. Returns them, with the copies for further targets. */
	insertBefore(target: string | Node | ArrayLike<any>): Collection<T>;
	/** Puts the members behind the target. Returns them, with the copies for further targets. */
	insertAfter(target: string | Node | ArrayLike<any>): Collection<T>;
	/** Replaces the targets by these elements. */
	replaceAll(target: string | Node | ArrayLike<any>): Collection<T>;
	/** Puts a copy of a wrapper around each element, around all of them, or around the content of each. */
	wrap(
		wrapper: string | Node | ArrayLike<any> | ((this: T, index: number) => string | Node | ArrayLike<any>),
	): this;
	/** Puts a copy of a wrapper around all members together, at the place of the first. */
	wrapAll(wrapper: string | Node | ArrayLike<any> | ((this: T) => string | Node | ArrayLike<any>)): this;
	/** Puts a copy of a wrapper around the content of each member. */
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
	/** Removes the content, and releases its handlers and data. */
	empty(): this;

	// Events.
	/**
	 * Adds a handler for events, whose names are separated by spaces and may have namespaces
	 * (`"click.menu"`). With a selector, it is called for descendants that match, also later ones; `this`
	 * is then the descendant. Data reach the handler as `event.data`.
	 */
	on(events: string, handler: Handler<T> | null | undefined): this;
	on(events: string, selector: string, handler: Handler): this;
	on(events: string, selector: string | null | undefined, data: any, handler: Handler): this;
	on(events: string, data: any, handler: Handler<T>): this;
	on(handlers: Record<string, Handler>, selector?: any, data?: any): this;
	/** As `on`, but the handler is removed before its first call. */
	one(events: string, handler: Handler<T> | null | undefined): this;
	one(events: string, selector: string, handler: Handler): this;
	one(events: string, selector: string | null | undefined, data: any, handler: Handler): this;
	one(events: string, data: any, handler: Handler<T>): this;
	one(handlers: Record<string, Handler>, selector?: any, data?: any): this;
	/** Removes handlers: by event, namespace, selector and function; all without arguments. */
	off(events?: string | CollectionEvent, handler?: Handler): this;
	off(events: string, selector: string | null | undefined, handler?: Handler): this;
	off(handlers: Record<string, Handler>, selector?: string): this;
	/** The older name of `on`, without a selector. */
	bind(events: string, handler: Handler<T>): this;
	bind(events: string, data: any, handler: Handler<T>): this;
	bind(handlers: Record<string, Handler>): this;
	/** The older name of `off`, without a selector. */
	unbind(events?: string, handler?: Handler): this;
	/** Handlers for `mouseenter` and `mouseleave`; one function is for both. */
	hover(enter: Handler<T>, leave?: Handler<T>): this;
	/** The older form of `on` with a selector. */
	delegate(selector: string, events: string, handler: Handler): this;
	delegate(selector: string, events: string, data: any, handler: Handler): this;
	delegate(selector: string, handlers: Record<string, Handler>): this;
	/** Removes what `delegate` has added. */
	undelegate(namespace?: string): this;
	undelegate(selector: string, events: string, handler?: Handler): this;
	/** A request begins and no other is active. These six events are triggered on the document by default. */
	ajaxStart(handler: Handler<T>): this;
	/** A request is about to be sent. jqXHR and settings are further arguments, as for the next three. */
	ajaxSend(handler: Handler<T>): this;
	/** A request has succeeded. */
	ajaxSuccess(handler: Handler<T>): this;
	/** A request has failed. The thrown error is one more argument. */
	ajaxError(handler: Handler<T>): this;
	/** A request has ended, either way. */
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
	/**
	 * The functions that wait for the first member; or adds one, or replaces all. See `godeferred.queue`.
	 */
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
	/** `bindOnce` of `"click"`. */
	firstClick(
		callback?: ((this: T, event: MouseEvent) => unknown) | null,
	): DeferredPromise<[event: MouseEvent], never, never, T>;
	/** The promise of the first of the elements to come into view. */
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
