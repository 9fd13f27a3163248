import { OUTCOME_MASK, PENDING } from "../deferred/codes.js";

/**
 * Whether an abort would end this deferred: it is work, or waits for other deferreds.
 *
 * @param {import("../deferred/core.js").Core | undefined} core
 */
export const isAbortable = (core) =>
	core !== undefined && (core.state & OUTCOME_MASK) === PENDING && core.reaction !== null;
