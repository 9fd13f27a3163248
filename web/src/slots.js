import { BLOCK_SIZE, PENDING } from "./codes.js";
import { GodeferredError } from "./errors.js";
import { growTables, m, running } from "./machine.js";

// Slots are taken from the machine by the block. Handing out the next one is an increment, and the
// one finalizer of a block serves all its deferreds: registering each of them was measured to cost
// more than everything else about creating one.

/** Kinds of pending things, as `inspect()` names them. The index is what a block stores. */
export const kinds = /** @type {const} */ ([
	"deferred",
	"then",
	"when",
	"wrap",
	"ajax",
	"animation",
	"image",
	"event",
	"timer",
]);

/** @typedef {typeof kinds[number]} Kind */

/** Every deferred of a block holds it, so that it becomes garbage when the last of them does. */
export class Block {
	/**
	 * @param {number} first the number of its first slot
	 * @param {number} generation tells it from a later block of the same slots
	 */
	constructor(first, generation) {
		this.first = first;
		this.generation = generation;
		this.born = new Float64Array(BLOCK_SIZE);
		this.kinds = new Uint8Array(BLOCK_SIZE);
		/** @type {(string | undefined)[] | null} */
		this.stacks = null;
		this.used = 0;
	}
}

/** @type {Block} */
let block;
forgetBlock();

/** @type {Set<WeakRef<Block>>} */
const blocks = new Set();

/** @type {FinalizationRegistry<{first: number, generation: number, ref: WeakRef<Block>}>} */
const registry = new FinalizationRegistry(({ first, generation, ref }) => {
	blocks.delete(ref);
	if (running) m.release(first, generation);
});

let keepStacks = false;

/**
 * Takes the next slot and notes what for. Returns its place in the block that `current` names.
 *
 * @param {number} kind index in `kinds`
 */
export function takeSlot(kind) {
	if (block.used === BLOCK_SIZE) takeBlock();
	const i = block.used++;
	block.born[i] = roughly();
	block.kinds[i] = kind;
	if (keepStacks) noteStack(i);
	return block.first + i;
}

export function currentBlock() {
	return block;
}

function takeBlock() {
	let first = m.take();
	if (first < 0) {
		growTables();
		first = m.take();
		if (first < 0) throw new GodeferredError("full", "no memory is left for another deferred");
	}
	block = new Block(first, m.generation(first));
	const ref = new WeakRef(block);
	blocks.add(ref);
	registry.register(block, { first, generation: block.generation, ref });
}

/** Forgets the block in use, so that the next deferred asks the machine for one. */
export function forgetBlock() {
	block = new Block(-1, -1);
	block.used = BLOCK_SIZE;
}

// Ages are for people who look for what hangs. Asking the clock for each deferred took longer than
// creating it, so it is asked at most ten times a second.
const later = globalThis.setTimeout;
let now = 0;
let fresh = false;

function roughly() {
	if (!fresh) {
		fresh = true;
		now = performance.now();
		const timer = /** @type {any} */ (later(() => (fresh = false), 100));
		timer?.unref?.(); // Node: no reason to stay alive
	}
	return now;
}

/** @param {number} i */
function noteStack(i) {
	block.stacks ??= [];
	block.stacks[i] = new Error().stack;
}

/**
 * @typedef {object} Entry
 * @property {Kind} kind
 * @property {number} age ms since it was created, to about 100 ms
 * @property {string} [stack] where it was created
 *
 * @typedef {object} Inspection
 * @property {number} pending how many are pending
 * @property {Partial<Record<Kind, number>>} kinds how many of each kind
 * @property {number} oldest the age of the oldest, in ms
 * @property {Entry[]} entries oldest first
 */

/**
 * Plain data on all that is pending, abandoned ones included until they are collected.
 *
 * @param {{stacks?: boolean}} [options] `stacks: true` notes from now on where each is created
 * @returns {Inspection}
 */
export function inspect(options) {
	if (options && typeof options.stacks === "boolean") keepStacks = options.stacks;
	/** @type {Entry[]} */
	const entries = [];
	const time = performance.now();
	for (const ref of blocks) {
		const of = ref.deref();
		if (!of || m.generation(of.first) !== of.generation) continue;
		for (let i = 0; i < of.used; i++) {
			if (m.state(of.first + i) !== PENDING) continue;
			const stack = of.stacks?.[i];
			const entry = { kind: kinds[of.kinds[i]], age: Math.max(0, time - of.born[i]) };
			entries.push(stack === undefined ? entry : { ...entry, stack });
		}
	}
	entries.sort((a, b) => b.age - a.age);
	/** @type {Partial<Record<Kind, number>>} */
	const count = {};
	for (const { kind } of entries) count[kind] = (count[kind] ?? 0) + 1;
	return { pending: entries.length, kinds: count, oldest: entries[0]?.age ?? 0, entries };
}
