import { Core, Values } from "../deferred/core.js";
import { Progress, ProgressJob } from "../deferred/progress.js";
import { Reaction } from "../deferred/then.js";
import { DeferredObject } from "../deferred/deferred.js";
import { Join } from "./join.js";
import { forgetBlocks, kinds } from "../deferred/pending.js";
import { promiseOf } from "../deferred/promise.js";

/** Never read: the objects only have to stay alive. @type {any[]} */
export let kept = [];

/**
 * Keeps one object of each kind that deferreds are made of, for good. When V8 collects garbage and no object
 * of a shape is left, it forgets the shape and all code optimized for it. A page whose deferreds had all
 * settled by then started cold, and a chain of `then` took twice as long for the next 25 ms.
 */
export function keepShapes() {
	const core = new Core(kinds.indexOf("deferred"));
	const reaction = new Reaction(core);
	const values = new Values(undefined, []);
	const join = new Join();
	join.listen(
		core,
		() => {},
		() => {},
	);
	const job = new ProgressJob(reaction, values);
	const deferred = /** @type {any} */ (new DeferredObject(core));
	// Methods made at first use are kept in an object. Its shape depends on their order.
	kept = [
		deferred,
		deferred.progress,
		deferred.notify,
		promiseOf(core),
		reaction,
		reaction.more(),
		job,
		new Progress(core),
		join,
	];
	for (const { block } of [core, join.core]) block.settled++; // or inspect() would list them
	forgetBlocks(); // their blocks live for ever, and inspect() would list abandoned neighbours as long
}
