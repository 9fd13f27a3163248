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
		this.events = new Events((event) => this.complete(event));
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
		this.stackNow = stacks ? creations() : () => "";
		/** Tells of abandoned deferreds. @type {FinalizationRegistry<number>} */
		this.lost = new FinalizationRegistry((id) => this.collected(id));
		const { Core, Join, Progress, Reaction } = parts;
		const sources = onChange(Reaction.prototype, "source", (reaction, to) => this.linked(reaction, to));
		const notes = onChange(Progress.prototype, "last", (progress) => this.notified(progress));
		const progresses = onChange(Core.prototype, "progress", (core, progress) => {
			if (progress) this.notifiers.set(progress, core);
		});
		/** The core of each progress. @type {WeakMap<any, Core>} */
		this.notifiers = new WeakMap();
		/** Makes plain what belongs to a core. @type {((core: Core) => void)[]} */
		this.plain = [
			(core) => sources.plain(core.reaction),
			(core) => notes.plain(core.progress),
			(core) => progresses.plain(core),
		];
		/** A core made before the recorder. @param {Core} core */
		this.adopt = (core) => {
			progresses.adopt(core);
			sources.adopt(core.reaction);
			if (core.progress) {
				this.notifiers.set(core.progress, core);
				notes.adopt(core.progress);
			}
		};
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
			sources.undo,
			notes.undo,
			progresses.undo,
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
		this.source = null;
		if (this.events.telling) {
			this.ignored.add(core);
			this.makePlain(core, block);
			return;
		}
		const entry = this.list(core, block, now());
		this.events.add({ type: "created", id: entry.id, kind: entry.kind, at: entry.at }, entry);
		entry.stack = this.stackNow();
		// `childOf` has just read the mark of its source. For `then`, `linked` says it, too; for `pipe`, only this.
		if (entry.kind === "then" && source) entry.parent = source.id;
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

	/** A reaction waits for another core: of `then`, or because its child follows a promise. @param {any} reaction @param {Core | null} source */
	linked(reaction, source) {
		const { child } = reaction;
		if (source === null || (child.state & OUTCOME_MASK) !== PENDING) return;
		if (this.ignored.has(source)) this.ignore(child);
		const entry = this.entryOf(child);
		const of = this.entryOf(source);
		if (!entry || !of) return;
		const isPending = (source.state & OUTCOME_MASK) === PENDING;
		if (reaction.waits()) {
			entry.waits.clear();
			if (isPending) this.events.add({ type: "follows", id: entry.id, of: of.id, at: now() });
		} else entry.parent ??= of.id;
		if (isPending) entry.waits.add(of.id);
	}

	/** Lists a core no longer. @param {Core} core */
	ignore(core) {
		this.ignored.add(core);
		const entry = this.known.get(core);
		if (!entry) return;
		this.known.delete(core);
		this.pending.delete(entry.id);
		this.lost.unregister(entry);
		this.events.drop(entry);
		this.makePlain(core, /** @type {any} */ (core.block).plain);
	}

	/** A join waits for a member. @param {Core} core @param {Core} member */
	waits(core, member) {
		const entry = this.entryOf(core);
		const of = this.entryOf(member);
		if (!entry || !of) return;
		entry.waits.add(of.id);
		this.events.add({ type: "waits", id: entry.id, of: of.id, at: now() });
	}

	/** @param {any} progress has got a notification */
	notified(progress) {
		const core = this.notifiers.get(progress);
		const entry = core && this.known.get(core);
		if (!entry || !progress.last) return;
		entry.notes++;
		const { args } = progress.last;
		entry.note = previewAll(args);
		this.events.add({ type: "progress", id: entry.id, at: now(), value: args[0] });
	}

	/** The block of a core has counted it as settled. @param {Core} core @param {any} block the plain one */
	settles(core, block) {
		this.makePlain(core, block);
		this.source = null;
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
		this.source = null; // the mark was read
	}

	/** Restores a core's own fields. @param {Core} core @param {any} block */
	makePlain(core, block) {
		core.block = block;
		for (const plain of this.plain) plain(core);
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
