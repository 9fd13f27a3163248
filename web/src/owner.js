import { PLACE_BITS } from "./pending.js";

/**
 * Whose a deferred is: the script's own, or those of a jQuery that uses the runtime. Hooks and unhandled
 * rejections are the owner's affair.
 *
 * @typedef {object} Owner
 * @property {{Deferred?: any}} host has the hooks on its `Deferred`, looked up at each call
 * @property {boolean} quiet whether its unhandled rejections raise no event
 * @property {boolean} older whether getStackHook counts, as in jQuery 3
 */

/** @type {Owner[]} */
const owners = [{ host: {}, quiet: false, older: false }];

/** What the page's script itself makes. */
export const [own] = owners;

/**
 * Adds an owner and returns its mark: what the `index` of its deferreds has beside the place. So a
 * core needs no field for it, and the usual owner's costs nothing.
 *
 * @param {Owner} owner
 */
export const addOwner = (owner) => (owners.push(owner) - 1) << PLACE_BITS;

/** @param {import("./core.js").Core} core */
export const ownerOf = (core) => owners[core.index >> PLACE_BITS];
