// What the script gives to devtools.mjs, and what both call things.

import type { Core } from "../deferred/core.js";
import type { Inspection, Kind } from "../deferred/pending.js";
import type { Owner as DeferredOwner } from "../deferred/owner.js";

/** The script's own classes and functions: devtools.mjs must not have them twice. */
export interface Parts {
	build: string;
	kinds: readonly Kind[];
	Core: Function;
	Join: Function;
	Progress: Function;
	Reaction: Function;
	DeferredPromise: Function;
	/** The fail callback of an abort. */
	expected: () => void;
	abort(core: Core, reason?: unknown): void;
	ourCore(value: any): Core | null;
	ownerOf(core: Core): DeferredOwner;
	inspect(): Inspection & { runtime?: string; waiting?: Record<string, number> };
	// These are missing in core.mjs.
	Exchange?: Function;
	Together?: Function;
	Promised?: Function;
	wasm?: () => { bytes: number; objects: number } | undefined;
}

/** The options of devtools(). */
export interface Options {
	panel?: boolean;
	tracks?: boolean;
	stacks?: boolean;
}

/** What a deferred is the promise of. */
export interface Owner {
	kind?: `go.${string}` | "go";
	label(): string;
}

export interface Attempt {
	attempt: number;
	at: number;
	ended?: number;
	/** 0 without an answer. */
	status?: number;
}

export type State = "pending" | "resolved" | "rejected" | "aborted" | "collected";

/** What is recorded of a deferred. It does not hold it. */
export interface Entry {
	id: number;
	kind: Kind | `go.${string}`;
	at: number;
	ref: WeakRef<Core>;
	state: State;
	/** The deferred whose `then` or `pipe` has made it. */
	parent?: number;
	/** The pending deferreds that it waits for. */
	waits: Set<number>;
	label?: string;
	owner?: string;
	stack?: string;
	ended?: number;
	/** The outcome, as a text. */
	value?: string;
	/** How many notifications, and the last one as a text. */
	notes: number;
	note?: string;
	attempts: Attempt[];
}

export type DevtoolsEvent =
	| {
			type: "created";
			id: number;
			kind: Entry["kind"];
			at: number;
			parent?: number;
			label?: string;
			owner?: string;
			stack?: string;
	  }
	| { type: "follows" | "waits"; id: number; of: number; at: number }
	| { type: "progress"; id: number; at: number; value: unknown }
	| { type: "settled"; id: number; at: number; state: State; value: unknown }
	| { type: "collected"; id: number; at: number }
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
