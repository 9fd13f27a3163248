import { OUTCOME_MASK, PENDING, REJECTED } from "../deferred/codes.js";
import { Events } from "./events.js";
import { preview, previewAll } from "./preview.js";
import { creations } from "./stack.js";
import { onBirth, onCall, onChange } from "./taps.js";
import { Watched } from "./watched.js";

/**
 * @typedef {import("../deferred/core.js").Core} Core
 * @typedef {import("./parts.d.ts").Parts} Parts
 * @typedef {import("./parts.d.ts").Entry} Entry
 */

/** The bytes of a page of WebAssembly's memory. */
const PAGE = 65536;

/** How many settled deferreds are listed, unless the options say otherwise. */
const KEPT = 500;

/** The numbers of deferreds are never used again, also after the recorder was closed. */
let last = 0;

const now = () => performance.now();

/**
 * Records what the script's deferreds do, as long as it is open. It holds deferreds weakly: an abandoned one is
 * garbage as ever. Of values it keeps a short text.
 */
export class Recorder {
	/** @param {Parts} parts of the script @param {{stacks: boolean, kept?: number}} options */
	constructor(parts, { stacks, kept = KEPT }) {
		this.parts = parts;
		this.kept = kept;
		this.events = new Events(
			(event) => this.complete(event),
			() => this.link(),
		);
		/** @type {Map<number, Entry>} */
		this.pending = new Map();
		/** The latest last. @type {Entry[]} */
		this.settled = [];
		/** @type {WeakMap<Core, Entry>} */
		this.known = new WeakMap();
		/** Those of listeners: to record them could go on for ever. @type {WeakSet<Core>} */
		this.ignored = new WeakSet();
		/** Adds to an entry what is known of its core, once the call that has made it is over. @param {Core} _core @param {Entry} _entry */
		this.describe = (_core, _entry) => {};
		/** The entry of the deferred whose `then` or `pipe` is making another. @type {Entry | null} */
		this.source = null;
		/** The promise of `then` or `pipe` that was made last, while its source is not known yet. @type {Entry | null} */
		this.fresh = null;
		this.stackNow = stacks ? creations() : () => "";
		/** Tells of abandoned deferreds. @type {FinalizationRegistry<number>} */
		this.lost = new FinalizationRegistry((id) => this.collected(id));
		const { Core, Join, Progress, onListen } = parts;
		const notes = onChange(Progress.prototype, "last", (progress) => this.notified(progress));
		/** Makes plain what belongs to a core. @type {((core: Core) => void)[]} */
		this.plain = [(core) => notes.plain(core.progress)];
		/** A core made before the recorder. @param {Core} core */
		this.adopt = (core) => notes.adopt(core.progress);
		const listened = onListen((follower) => {
			listened(follower);
			if (follower) this.follows(follower);
		});
		this.undo = [
			onBirth(Core.prototype, "block", (core, block) => this.created(core, block)),
			onCall(
				Join.prototype,
				"listen",
				(join, [member], _, before) => {
					if (join.members.length > before) this.waits(join.core, member);
				},
				(join) => join.members.length,
			),
			notes.undo,
			() => onListen(listened),
		];
	}

	/**
	 * Calls listener with each event from now on. It is told first of those that are pending.
	 *
	 * @param {(event: any) => void} listener another one each time
	 */
	watch(listener) {
		this.events.tell();
		for (const entry of this.pending.values()) {
			const { id, kind, at } = entry;
			this.events.add({ type: "created", id, kind, at }, entry, listener);
		}
		this.events.tell();
		this.events.listeners.add(listener);
		return () => {
			this.events.listeners.delete(listener);
		};
	}

	/** A deferred's constructor is at its end. @param {Core} core @param {any} block */
	created(core, block) {
		const { source } = this;
		this.link();
		if (this.events.telling) {
			this.ignored.add(core);
			return;
		}
		const entry = this.list(core, block, now());
		this.events.add({ type: "created", id: entry.id, kind: entry.kind, at: entry.at }, entry);
		entry.stack = this.stackNow();
		if (entry.kind !== "then") return;
		// `childOf` has just read the mark of its source. For `then`, `link` knows better; for `pipe`, there is only this.
		entry.parent = source?.id;
		this.fresh = entry;
	}

	/**
	 * Finds out what the promise made last waits for: its reaction knows that by now. (An accessor in place of the
	 * reaction's field told it at once. But then reactions had two shapes, and the page's chains of `then` took twice
	 * as long, also after the recorder was closed.)
	 */
	link() {
		this.source = null;
		const { fresh } = this;
		if (!fresh) return;
		this.fresh = null;
		const core = fresh.ref.deref();
		const source = core?.reaction?.source;
		if (source) fresh.parent = this.entryOf(source)?.id;
		const { parent } = fresh;
		if (parent !== undefined && this.pending.has(parent) && this.pending.has(fresh.id))
			fresh.waits.add(parent);
	}

	/**
	 * Lists a core from now on.
	 *
	 * @param {Core} core
	 * @param {any} block its own
	 * @param {number} at
	 * @returns {Entry}
	 */
	list(core, block, at) {
		const entry = /** @type {Entry} */ ({
			id: ++last,
			kind: this.parts.kinds[block.kind],
			at,
			ref: new WeakRef(core),
			state: "pending",
			waits: new Set(),
			attempts: [],
			notes: 0,
		});
		this.known.set(core, entry);
		this.pending.set(entry.id, entry);
		this.lost.register(core, entry.id, entry);
		core.block = /** @type {any} */ (new Watched(core, block, this));
		return entry;
	}

	/**
	 * The entry of a core. One that was created before the recorder is listed now, if it is pending, with the
	 * time of its block, which is true to about 100 ms.
	 *
	 * @param {Core} core
	 */
	entryOf(core) {
		const known = this.known.get(core);
		if (known || this.ignored.has(core) || (core.state & OUTCOME_MASK) !== PENDING) return known;
		this.adopt(core);
		const entry = this.list(core, core.block, core.block.born);
		this.events.addEarlier({ type: "created", id: entry.id, kind: entry.kind, at: entry.at }, entry);
		return entry;
	}

	/** A promise follows another, with which it was resolved. @param {Core} core */
	follows(core) {
		this.link();
		const source = core.reaction?.source;
		if (!source || (source.state & OUTCOME_MASK) !== PENDING) return;
		const entry = this.entryOf(core);
		const of = this.entryOf(source);
		if (!entry || !of) return;
		entry.waits.clear();
		entry.waits.add(of.id);
		this.events.add({ type: "follows", id: entry.id, of: of.id, at: now() });
	}

	/** A join waits for a member. @param {Core} core @param {Core} member */
	waits(core, member) {
		this.link();
		const entry = this.entryOf(core);
		const of = this.entryOf(member);
		if (!entry || !of) return;
		entry.waits.add(of.id);
		this.events.add({ type: "waits", id: entry.id, of: of.id, at: now() });
	}

	/** @param {any} progress has got a notification */
	notified(progress) {
		this.link();
		const entry = this.known.get(progress.core);
		if (!entry || !progress.last) return;
		entry.notes++;
		const { args } = progress.last;
		entry.note = previewAll(args);
		this.events.add({ type: "progress", id: entry.id, at: now(), value: args[0] });
	}

	/** The block of a core has counted it as settled. @param {Core} core @param {any} block the plain one */
	settles(core, block) {
		this.link();
		this.makePlain(core, block);
		const entry = this.known.get(core);
		if (!entry) return;
		const { value, many } = core;
		entry.state = this.outcome(core, entry);
		entry.ended = now();
		entry.value = many === null ? preview(value) : previewAll(many.args);
		this.end(entry);
		this.events.add({ type: "settled", id: entry.id, at: entry.ended, state: entry.state, value }, entry);
	}

	/** @param {Core} core @param {Entry} entry @returns {Entry["state"]} */
	outcome(core, entry) {
		if ((core.state & OUTCOME_MASK) !== REJECTED) return "resolved";
		const stopped = entry.kind === "animation" && core.value?.name === "AbortError";
		return stopped || core.fails?.includes(this.parts.expected) ? "aborted" : "rejected";
	}

	/** @param {Entry} entry */
	end(entry) {
		this.pending.delete(entry.id);
		this.lost.unregister(entry);
		entry.waits.clear();
		this.settled.push(entry);
		if (this.settled.length >= this.kept * 2) this.settled.splice(0, this.settled.length - this.kept);
	}

	/** A pending deferred was abandoned, and is garbage. @param {number} id */
	collected(id) {
		const entry = this.pending.get(id);
		if (!entry) return;
		entry.state = "collected";
		entry.ended = now();
		this.end(entry);
		this.events.add({ type: "collected", id, at: entry.ended });
	}

	/** What is known only now, of an event that is about to be told. @param {import("./events.js").Held} held */
	complete({ event, entry }) {
		if (event.type !== "created" || !entry) return;
		const { parent, stack } = entry;
		const core = entry.ref.deref();
		if (core) this.describe(core, entry);
		event.kind = entry.kind;
		if (parent !== undefined) event.parent = parent;
		if (entry.label) event.label = entry.label;
		if (entry.owner) event.owner = entry.owner;
		if (stack) event.stack = stack;
		this.source = null; // `describe` has read the mark
	}

	/** Restores a core's own fields. @param {Core} core @param {any} block */
	makePlain(core, block) {
		core.block = block;
		for (const plain of this.plain) plain(core);
	}

	/** @param {number} id */
	find(id) {
		const pending = this.pending.get(id);
		if (pending) return pending;
		for (let i = this.settled.length - 1; i >= 0; i--) if (this.settled[i].id === id) return this.settled[i];
	}

	/** What is known beside the entries: of the runtime, its wasm, and deferreds that were created before. */
	around() {
		const { pending = 0, runtime, waiting } = this.parts.inspect?.() ?? {};
		const wasm = this.parts.wasm?.();
		return {
			unseen: Math.max(0, pending - this.pending.size),
			...(runtime && { runtime, waiting }),
			...(wasm && {
				wasm: {
					bytes: wasm.bytes,
					pages: wasm.bytes / PAGE,
					objects: wasm.objects,
					...(wasm.callbacks !== undefined && { callbacks: wasm.callbacks }),
				},
			}),
		};
	}

	/** Forgets what has settled. */
	clear() {
		this.events.tell();
		this.settled = [];
	}

	/** Leaves no trace in the script. */
	close() {
		for (const undo of this.undo) undo();
		for (const { ref } of this.pending.values()) {
			const core = ref.deref();
			/** @type {any} */
			const block = core?.block;
			if (core && block instanceof Watched) this.makePlain(core, block.plain);
		}
		this.pending.clear();
		this.settled = [];
		this.events.close();
	}
}
