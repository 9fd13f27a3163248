import { own } from "../lib/own.js";

// Pending deferreds are counted per block: deferreds of one kind, created at about the same time.
// Creating and settling one each add 1 to a number of the block. The list holds blocks weakly, and
// blocks do not hold deferreds. So an abandoned deferred is garbage, and a block is with its last
// deferred. (A WeakRef for each deferred was measured to cost more than all the rest of it. A slot in
// an array for each took a quarter of the time of a hop of a chain.)

/** Kinds of pending things, as `inspect()` names them. */
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
	"go",
]);

/** @typedef {typeof kinds[number]} Kind */

/**
 * Deferreds are created with one number: the kind is in the lower bits, the owner's mark above them (see
 * owner.js). Each owner has its own blocks.
 */
export const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;

/**
 * How many deferreds share a block. At most this many abandoned ones are listed because one lives. With
 * 1,024, the blocks took a tenth of the time of creating 10,000 at once.
 */
const BLOCK_SIZE = 8192;

/** Held by each of its deferreds. */
class Block {
	/**
	 * @param {number} kind an index in `kinds`, plus a mark
	 * @param {string | undefined} stack
	 */
	constructor(kind, stack) {
		this.created = 0;
		this.settled = 0;
		this.kind = kind & KIND_MASK;
		this.mark = kind & ~KIND_MASK;
		this.born = performance.now();
		this.stack = stack;
	}
}

/** A placeholder: stands where the next deferred needs a new block. */
const full = new Block(0, undefined);
full.created = BLOCK_SIZE;

/** The block of each kind that takes the next deferred. @type {Block[]} */
const current = [];

/** Adds an entry for each kind of a new owner, and returns its mark. */
export function takeMark() {
	const mark = current.length;
	for (let kind = 0; kind <= KIND_MASK; kind++) current.push(full);
	return mark;
}

/** @type {WeakRef<Block>[]} */
let blocks = [];
let sweepAt = 256;

let keepStacks = false;

/**
 * Counts a new deferred and returns its block. Code that settles it adds 1 to the block's `settled`.
 *
 * @param {number} kind an index in `kinds`, plus a mark
 */
export function takePlace(kind) {
	let block = current[kind];
	if (block.created === BLOCK_SIZE) block = takeBlock(kind);
	block.created++;
	return block;
}

/** @param {number} kind */
function takeBlock(kind) {
	const block = new Block(kind, keepStacks ? new Error().stack : undefined);
	if (!keepStacks) current[kind] = block; // otherwise each deferred has its own block, for its stack
	if (blocks.length >= sweepAt) {
		blocks = blocks.filter((ref) => ref.deref());
		sweepAt = Math.max(256, blocks.length * 2);
	}
	blocks.push(new WeakRef(block));
	limitAge();
	return block;
}

/** The next deferred of each kind starts a new block. */
export function forgetBlocks() {
	current.fill(full);
}

// Ages help to find a deferred that hangs. Reading the clock for each deferred took longer than
// creating it, so those created within a tenth of a second share one age.
const later = globalThis.setTimeout;
let limited = false;

function limitAge() {
	if (limited) return;
	const timer = /** @type {any} */ (
		later(() => {
			limited = false;
			forgetBlocks();
		}, 100)
	);
	limited = true;
	timer?.unref?.(); // Node: the timer must not keep the process alive
}

/**
 * @typedef {object} Entry
 * @property {Kind | `go.${string}`} kind
 * @property {number} age ms since it was created, to about 100 ms
 * @property {string} [stack] where it was created
 *
 * @typedef {object} Inspection
 * @property {number} pending how many are pending
 * @property {Partial<Record<Entry["kind"], number>>} kinds how many of each kind
 * @property {number} oldest the age of the oldest, in ms
 * @property {Entry[]} entries oldest first
 */

/**
 * Plain data on all pending deferreds. An abandoned one is included as long as another of its block lives.
 *
 * @param {{stacks?: boolean}} [options] `stacks: true` records from now on where each is created
 */
export const inspect = (options) => summarize(listPending(options));

/** @param {{stacks?: boolean}} [options] of inspect */
export function listPending(options) {
	const stacks = own(options, "stacks");
	if (typeof stacks === "boolean") {
		keepStacks = stacks;
		forgetBlocks();
	}
	/** @type {Entry[]} */
	const entries = [];
	const time = performance.now();
	for (const ref of blocks) {
		const block = ref.deref();
		if (block === undefined) continue;
		const { stack } = block;
		for (let i = block.settled; i < block.created; i++) {
			entries.push({
				kind: kinds[block.kind],
				age: Math.round(time - block.born),
				...(stack && { stack }),
			});
		}
	}
	return entries;
}

/** @param {Entry[]} entries in any order @returns {Inspection} */
export function summarize(entries) {
	entries.sort((a, b) => b.age - a.age);
	/** @type {Inspection["kinds"]} */
	const count = {};
	for (const { kind } of entries) count[kind] = (count[kind] ?? 0) + 1;
	return { pending: entries.length, kinds: count, oldest: entries[0]?.age ?? 0, entries };
}
