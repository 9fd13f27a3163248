// Types of core.mjs: deferreds, joins and tasks, which need no runtime and so no wasm.
//
//   import { Deferred, when } from "…/core.mjs"; import type { DeferredPromise } from there, too
//
// Most of its types are those of godeferred.mjs, in godeferred.d.ts beside this file.

import type { Deferred as DeferredOf, DeferredConstructor, Godeferred, MapAsync, Pending } from "./godeferred.js";

export type {
	Callbacks,
	DeferredConstructor,
	DeferredPromise,
	Devtools,
	DevtoolsEntry,
	DevtoolsEvent,
	DevtoolsOptions,
	DevtoolsSnapshot,
	First,
	Init,
	Kind,
	Outcome,
	Pending,
	State,
	When,
	Work,
	WorkOptions,
} from "./godeferred.js";

/** Makes a deferred, with or without `new`. */
export const Deferred: DeferredConstructor;

/** A promise and the means to settle it. Only the first settling counts. */
export type Deferred<
	Done extends any[] = any[],
	Fail extends any[] = any[],
	Progress extends any[] = any[],
	Context = any,
> = DeferredOf<Done, Fail, Progress, Context>;

/** jQuery 4's `$.when`: a promise of all its arguments. */
export const when: Godeferred["when"];

/**
 * A godeferred promise, with all its methods, of a native promise or any thenable. A godeferred promise is
 * returned unchanged; a plain value gives a promise resolved with it.
 */
export const wrap: Godeferred["wrap"];

/**
 * Resolves with the array of all first arguments; rejects with the first argument of the first failure.
 * Takes any iterable.
 */
export const all: Godeferred["all"];

/** Resolves, once all have settled, with the outcome of each. */
export const allSettled: Godeferred["allSettled"];

/** Resolves with the first that resolves; rejects with an `AggregateError` of all reasons. */
export const any: Godeferred["any"];

/** Settles as the first one that settles. */
export const race: Godeferred["race"];

/** Runs fn on each item, at most `concurrency` at a time; results keep the order of the items. */
export const mapAsync: MapAsync;

/** Runs functions one after the other. Each gets the value that the one before resolved with. */
export const series: Godeferred["series"];

/** Resolves, without arguments, after ms milliseconds. */
export const wait: Godeferred["wait"];

/** Settles as promise does, or rejects with a `TimeoutError` after ms milliseconds. */
export const timeout: Godeferred["timeout"];

/** Starts work that can be aborted, and returns its promise. */
export const work: Godeferred["work"];

/**
 * Plain data on everything of this module that is pending. `{ stacks: true }` records, from now on, where
 * each deferred is created.
 */
export const inspect: (options?: { stacks?: boolean | undefined }) => Pending;

/**
 * Opens the inspector, as `godeferred.devtools` does, for the deferreds of this module: `devtools.mjs` must be beside
 * it. In Node there is no panel.
 */
export const devtools: Godeferred["devtools"];
