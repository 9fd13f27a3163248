import { KIND_BITS, takeMark } from "./pending.js";

/**
 * Whose a deferred is: the script's own, or those of a jQuery that uses the runtime. Hooks and unhandled
 * rejections are the owner's affair.
 *
 * @typedef {object} Owner
 * @property {{Deferred?: any}} host has the hooks on its `Deferred`, looked up at each call
 * @property {boolean} quiet whether its unhandled rejections raise no event
 * @property {boolean} older whether getStackHook counts, as in jQuery 3
 */

/** By number; the first, of mark 0, is the page's script. @type {Owner[]} */
const owners = [];
addOwner({ host: {}, quiet: false, older: false });

/**
 * Adds an owner and returns its mark, which its deferreds are made with beside their kind. They have it
 * from their block, so no core needs a field for it, and the usual owner's cost nothing.
 *
 * @param {Owner} owner
 */
export function addOwner(owner) {
	owners.push(owner);
	return takeMark();
}

/** @param {import("./core.js").Core} core */
export const ownerOf = (core) => owners[core.block.mark >> KIND_BITS];
