import { Core, Values } from "../deferred/core.js";
import { Progress, ProgressJob } from "../deferred/progress.js";
import { Reaction } from "../deferred/then.js";
import { DeferredObject } from "../deferred/deferred.js";
import { Join } from "./join.js";
import { forgetBlocks, kinds } from "../deferred/pending.js";
import { promiseOf } from "../deferred/promise.js";

/** Never read: its objects only have to be there. @type {any[]} */
export let kept = [];

/**
 * Keeps one object of each kind that deferreds are made of, for good. V8 forgets the shape of objects of
 * which none is left when it collects garbage, and with it all the code that it has made fast for them:
 * a page whose deferreds had all settled by then began anew, and a chain of `then` took twice as long for
 * the next 25 ms.
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
	// Methods that are made at first use are kept in an object, whose shape their order makes.
	kept = [
		deferred,
		deferred.progress,
		deferred.notify,
		promiseOf(core),
		reaction,
		reaction.more(),
		job,
		new Progress(),
		join,
	];
	for (const { block } of [core, join.core]) block.settled++; // or inspect() would list them
	forgetBlocks(); // theirs stay for ever, and what is abandoned in a block is listed for as long
}
