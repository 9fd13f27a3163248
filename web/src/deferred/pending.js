import { own } from "../lib/own.js";

// What is pending is counted by the block: deferreds of one kind that were created at about the same
// time. Creating one and settling one add 1 to a number there. The list holds blocks weakly and
// blocks hold no deferreds, so an abandoned deferred is garbage, and its block with the last of its
// deferreds. (A WeakRef for each deferred was measured to cost more than all the rest of it; a place
// of its own in an array, a quarter of what a hop of a chain takes.)

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
]);

/** @typedef {typeof kinds[number]} Kind */

/**
 * Deferreds are made with a kind in the lower bits of a number, and their owner's mark above them: see
 * owner.js. Each owner's have blocks of their own.
 */
export const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;

/**
 * How many deferreds share a block: so many abandoned ones are listed, at most, for one that lives. With
 * 1,024, the blocks of 10,000 at once took a tenth of their time.
 */
const BLOCK_SIZE = 8192;

/** Each deferred of a block holds it. */
class Block {
	/**
	 * @param {number} kind an index in `kinds`, and a mark
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

/** What stands for a block before the first, and where a new one is due. */
const full = new Block(0, undefined);
full.created = BLOCK_SIZE;

/** The block of each kind that takes the next deferred. @type {Block[]} */
const current = [];

/** Makes room for an owner's kinds, and returns its mark. */
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
 * Counts one that is created; who settles it adds 1 to its block's `settled`.
 *
 * @param {number} kind index in `kinds`, and a mark
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
	if (!keepStacks) current[kind] = block; // each has one of its own otherwise
	if (blocks.length >= sweepAt) {
		blocks = blocks.filter((ref) => ref.deref());
		sweepAt = Math.max(256, blocks.length * 2);
	}
	blocks.push(new WeakRef(block));
	limitAge();
	return block;
}

/** Has the next deferred ask whether the machine still answers. */
export function forgetBlocks() {
	current.fill(full);
}

// Ages are for people who look for what hangs. Asking the clock for each deferred took longer than
// creating it, so those of a tenth of a second share one.
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
	timer?.unref?.(); // Node: no reason to stay alive
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
 * Plain data on all that is pending, abandoned ones included for as long as a neighbour lives.
 *
 * @param {{stacks?: boolean}} [options] `stacks: true` notes from now on where each is created
 * @returns {Inspection}
 */
export function inspect(options) {
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
		const entry = { kind: kinds[block.kind], age: Math.round(time - block.born) };
		for (let i = block.settled; i < block.created; i++) {
			entries.push(stack === undefined ? { ...entry } : { ...entry, stack });
		}
	}
	entries.sort((a, b) => b.age - a.age);
	/** @type {Partial<Record<Kind, number>>} */
	const count = {};
	for (const { kind } of entries) count[kind] = (count[kind] ?? 0) + 1;
	return { pending: entries.length, kinds: count, oldest: entries[0]?.age ?? 0, entries };
}
