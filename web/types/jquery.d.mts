// Types of godeferred/jquery: the function that puts godeferred into a page's own jQuery.
//
//   import install from "godeferred/jquery";
//   install(jQuery);
//
// The import alone tells @types/jquery (3.5 or 4) what jQuery has after that call: `jQuery.createCache`,
// `$("p").fadeInPromise()`, `finally` and `abort` on every promise. jQuery's promises and godeferred's then stand for each
// other. Without @types/jquery the import has no other effect than the function.

import type { Collection, DeferredPromise, DeferredTypes, Godeferred, PromiseMethods } from "./godeferred.js";

/**
 * As `godeferred.install`: replaces the `Deferred` and `when` of a jQuery (3 or 4, full or slim) and adds the functions
 * that it lacks. Returns jQuery. A second call changes only the options. Throws a TypeError for anything but a jQuery.
 */
declare const install: Godeferred["install"];
export default install;

/** The functions that `install` adds to jQuery where it has none of the name. */
type AddedFunctions =
	| "wrap"
	| "all"
	| "allSettled"
	| "any"
	| "race"
	| "mapAsync"
	| "series"
	| "wait"
	| "timeout"
	| "work"
	| "createCache"
	| "loadImage"
	| "afterDOMReady";

/** The effects that `install` adds to collections once more, with `Promise` at the end of the name. */
type AddedEffects =
	| "animate"
	| "slideDown"
	| "slideUp"
	| "slideToggle"
	| "fadeIn"
	| "fadeOut"
	| "fadeToggle"
	| "fadeTo"
	| "show"
	| "hide"
	| "toggle"
	| "delay";

/** The methods that `install` adds to collections. */
type AddedMethods = "bindOnce" | "firstClick" | "visible";

/**
 * The promise of an effect: resolves with the collection when the last element is done, rejects with an `AbortError` when
 * an element is stopped before its end.
 */
export type InstalledPromise<T> = DeferredPromise<
	[collection: JQuery<T>],
	[reason: any],
	[fraction: number],
	JQuery<T>
>;

/**
 * The arguments of a callback of @types/jquery, which names the type of the first, second, third and of all further ones.
 * A type without names for them repeats the first: it has one argument here, as for `jQuery.when`.
 */
type Listed<First, Second, Third, Rest> = [Rest] extends [never]
	? [Third] extends [never]
		? [Second] extends [never]
			? One<First>
			: [First, Second]
		: [First, Second, Third]
	: One<First>;

/** One argument, which may be missing where it may be undefined. */
type One<T> = undefined extends T ? [value?: T] : [value: T];

// A method with `this: never` cannot be called. It is one more overload for TypeScript to compare: any arguments will do,
// since `DeferredTypes` says which promises stand for which. TypeScript 7 needs none for `then`, `catch`, `pipe`,
// `resolveWith` and `rejectWith`; without them, versions before it find the comparison too deep.

declare global {
	interface JQueryStatic extends Pick<Godeferred, AddedFunctions> {}

	interface JQuery<TElement = HTMLElement>
		extends PromiseMethods<TElement, InstalledPromise<TElement>, AddedEffects>,
			Pick<Collection<TElement>, AddedMethods> {}

	namespace JQuery {
		interface DeferredStatic {
			/**
			 * Called when a reaction is queued; returns the origin for `exceptionHook` to show. Not set by default. jQuery has
			 * it since 3.7.
			 */
			getErrorHook?: (() => any) | undefined;
		}

		interface PromiseBase<TR, TJ, TN, UR, UJ, UN, VR, VJ, VN, SR, SJ, SN>
			extends DeferredTypes<Listed<TR, UR, VR, SR>, Listed<TJ, UJ, VJ, SJ>, Listed<TN, UN, VN, SN>, any> {
			/** Whether it has been resolved. */
			isResolved(): boolean;
			/** Whether it has been rejected. */
			isRejected(): boolean;
			/**
			 * Runs fn in a microtask, without arguments, whatever the outcome, and waits for its promise. Then the outcome
			 * passes through, unless fn threw or its promise was rejected.
			 */
			finally(
				fn?: (() => unknown) | null,
			): PromiseBase<TR, TJ, TN, UR, UJ, UN, VR, VJ, VN, SR, SJ, SN>;
			/**
			 * Aborts the work behind the promise, also through `then` and `when`, unless something else waits for it. The
			 * promise is rejected with reason, by default an `AbortError`.
			 */
			abort(reason?: any): any;

			done(this: never, ...callbacks: any): this;
			fail(this: never, ...callbacks: any): this;
			progress(this: never, ...callbacks: any): this;
			always(this: never, ...callbacks: any): this;
			then(this: never, handler?: ((value: TR) => any) | null, ...more: any): any;
			catch(this: never, ...handlers: any): any;
			pipe(this: never, ...handlers: any): any;
			promise(
				this: never,
				...args: any
			): DeferredPromise<Listed<TR, UR, VR, SR>, Listed<TJ, UJ, VJ, SJ>, Listed<TN, UN, VN, SN>>;
		}

		interface Deferred<TR, TJ, TN> extends DeferredTypes<One<TR>, One<TJ>, One<TN>, any> {
			/** Whether it has been resolved. */
			isResolved(): boolean;
			/** Whether it has been rejected. */
			isRejected(): boolean;
			/**
			 * Runs fn in a microtask, without arguments, whatever the outcome, and waits for its promise. Then the outcome
			 * passes through, unless fn threw or its promise was rejected.
			 */
			finally(
				fn?: (() => unknown) | null,
			): PromiseBase<TR, TJ, TN, TR, TJ, TN, TR, TJ, TN, TR, TJ, TN>;
			/** Aborts the work behind it. A plain deferred has none: nothing happens to it. */
			abort(reason?: any): any;

			resolveWith(this: never, ...args: any): this;
			rejectWith(this: never, ...args: any): this;
			notifyWith(this: never, ...args: any): this;
			done(this: never, ...callbacks: any): this;
			fail(this: never, ...callbacks: any): this;
			progress(this: never, ...callbacks: any): this;
			always(this: never, ...callbacks: any): this;
			then(this: never, handler?: ((value: TR) => any) | null, ...more: any): any;
			catch(this: never, ...handlers: any): any;
			pipe(this: never, ...handlers: any): any;
			promise(this: never, ...args: any): DeferredPromise<One<TR>, One<TJ>, One<TN>>;
		}

		interface jqXHR<TResolve> {
			abort(this: never, ...args: any): any;
		}
	}
}
