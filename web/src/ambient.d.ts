// What the build puts in: see internal/build.

/** A hash of all that went into the build. */
declare const GODEFERRED_BUILD: string;

/** The version of the Go toolchain that built the default runtime, such as "go1.26.4". */
declare const GODEFERRED_GO: string;

/** The version of the release. */
declare const GODEFERRED_VERSION: string;

/** The URL of the wasm that the script starts, as from the script, unless it is told of another one. */
declare const GODEFERRED_WASM: string;

/** Node's name of the file, in a CommonJS module. */
declare const __filename: string | undefined;

/** What require returns, in a CommonJS module. */
declare const module: { exports: unknown };

/** A worker's, where it is no module. */
declare const importScripts: unknown;

declare const process: { versions?: { node?: string } } | undefined;

/** What Go has decided before a page is made: printed by cmd/tables, which says how each table is indexed. */
declare module "go:tables" {
	/** What the machine answers, at `state * 16 + event`. */
	export const answers: Uint32Array;
	/** 1 where an abort goes on, at `state * 2 + (others wait ? 1 : 0)`. */
	export const leaves: Uint8Array;
	/** What an arrival adds to the count of those that a join waits for. */
	export const ARRIVED: number;
	/** What a queue's rule answers, at `state * QUEUE_EVENTS + event`. */
	export const queueAnswers: Uint8Array;
	export const QUEUE_EVENTS: number;
	// The state of a queue.
	export const FX: number;
	export const RUNNING: number;
	export const MORE: number;
	// What can happen to it.
	export const ADDED: number;
	export const NEXT: number;
	export const STOPPED: number;
	export const ENDED: number;
	// What is to be done then.
	export const ADVANCE: number;
	export const UNMARK: number;
	export const MARK: number;
	export const RUN: number;
	export const EMPTY: number;
	/**
	 * For each word, at `(showing * 3 + words.indexOf(word)) * 2 + (kept ? 1 : 0)`: DOES, SHOWS, TOGGLES.
	 * Then, if one does something, at `DIRECTION_ENDS + left * 2 + showing`: SHOWS.
	 */
	export const directions: Uint8Array;
	export const words: string[];
	export const DOES: number;
	export const SHOWS: number;
	export const TOGGLES: number;
	export const DIRECTION_ENDS: number;
	/** Of all that is here; the wasm has the same. */
	export const HASH: string;
}
