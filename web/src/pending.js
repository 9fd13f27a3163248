import { check } from "./machine.js";

// What is pending is listed by the block: creating a deferred takes a place in one, settling it
// gives the place back, and both are one write to an array. The list holds blocks weakly and
// blocks hold no deferreds, so an abandoned deferred is garbage, and its block with the last of its
// deferreds. (A WeakRef for each deferred was measured to cost more than all the rest of it.)

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

/** A place in a block takes so many bits of a core's `index`; its owner has the rest. */
export const PLACE_BITS = 7;
const BLOCK_SIZE = 1 << PLACE_BITS;
export const PLACE_MASK = BLOCK_SIZE - 1;

/** Each deferred of a block holds it. */
export class Block {
	constructor() {
		this.used = 0;
		/**
		 * When each was created, in tenths of a second, and its kind: `born * 16 + kind`. 0: it is not
		 * pending. A plain array of small integers: a typed one took several times as long to make.
		 *
		 * @type {number[]}
		 */
		this.places = new Array(BLOCK_SIZE).fill(0);
		/** @type {(string | undefined)[] | null} */
		this.stacks = null;
	}
}

/** @type {Block} */
export let block;

/** @type {WeakRef<Block>[]} */
let blocks = [];
let sweepAt = 256;

let keepStacks = false;

forgetBlock();

/**
 * Takes a place in `block` and returns its index there.
 *
 * @param {number} kind index in `kinds`
 */
export function takePlace(kind) {
	if (block.used === BLOCK_SIZE) takeBlock();
	const i = block.used++;
	block.places[i] = roughly() + kind;
	if (keepStacks) {
		block.stacks ??= [];
		block.stacks[i] = new Error().stack;
	}
	return i;
}

function takeBlock() {
	check();
	block = new Block();
	if (blocks.length >= sweepAt) {
		blocks = blocks.filter((ref) => ref.deref());
		sweepAt = Math.max(256, blocks.length * 2);
	}
	blocks.push(new WeakRef(block));
}

/** Has the next deferred ask whether the machine still answers. */
export function forgetBlock() {
	block = new Block();
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
		now = (Math.floor(performance.now() / 100) + 1) * 16;
		const timer = /** @type {any} */ (
			later(() => {
				fresh = false;
			}, 100)
		);
		timer?.unref?.(); // Node: no reason to stay alive
	}
	return now;
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
	if (typeof options?.stacks === "boolean") keepStacks = options.stacks;
	/** @type {Entry[]} */
	const entries = [];
	const time = performance.now() + 100;
	for (const ref of blocks) {
		const of = ref.deref();
		of?.places.forEach((place, i) => {
			if (place === 0) return;
			const age = Math.max(0, Math.round(time - Math.floor(place / 16) * 100));
			const stack = of.stacks?.[i];
			const kind = kinds[place % 16];
			entries.push(stack === undefined ? { kind, age } : { kind, age, stack });
		});
	}
	entries.sort((a, b) => b.age - a.age);
	/** @type {Partial<Record<Kind, number>>} */
	const count = {};
	for (const { kind } of entries) count[kind] = (count[kind] ?? 0) + 1;
	return { pending: entries.length, kinds: count, oldest: entries[0]?.age ?? 0, entries };
}
