import { KIND_BITS, takeMark } from "./pending.js";

/**
 * The owner of deferreds: the page's script, or a jQuery that uses the runtime. Each owner has its own hooks
 * and its own rule for unhandled rejections.
 *
 * @typedef {object} Owner
 * @property {{Deferred?: any}} host the hooks are on its `Deferred`, looked up at each call
 * @property {boolean} quiet whether its unhandled rejections raise no event
 * @property {boolean} older whether getStackHook counts, as in jQuery 3
 */

/** Owners by number. The first, with mark 0, is the page's script. @type {Owner[]} */
const owners = [];
addOwner({ host: {}, quiet: false, older: false });

/**
 * Adds an owner and returns its mark. Its deferreds are created with the mark beside their kind. The mark is
 * on their block: no core needs a field for it, and the usual owner costs nothing.
 *
 * @param {Owner} owner
 */
export function addOwner(owner) {
	owners.push(owner);
	return takeMark();
}

/** @param {import("./core.js").Core} core */
export const ownerOf = (core) => owners[core.block.mark >> KIND_BITS];
