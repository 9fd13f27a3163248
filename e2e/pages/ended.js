// The runtime ends by a fatal error: what Go was working on is rejected, and every call says why.

import { load } from "/artifacts/crashing/godeferred.mjs";
import { equal, rejects, test, throws, turn } from "./lib/test.js";

const godeferred = await load();

test("the end of the runtime rejects what Go had in flight, and every later call throws", async (t) => {
	const errors = t.errors();
	const kept = godeferred.Deferred();
	const flight = rejects(godeferred.get("/slow"));
	await turn(); // await has attached itself
	// Go is asked about a fragment each time, and dies: what becomes of it is an exception here.
	try {
		godeferred.get("/crash#").fail(() => {});
	} catch (error) {
		equal(error.code, "ended");
	}
	equal((await flight).code, "ended");
	equal(errors[0]?.code, "ended");
	await turn();
	for (const call of [
		() => godeferred.Deferred(),
		() => kept.resolve(),
		() => kept.state(),
		() => godeferred.when(1, 2),
		() => godeferred.get("/x"),
	]) {
		equal(throws(call, godeferred.GodeferredError).code, "ended", String(call));
	}
});
