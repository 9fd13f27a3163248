// In a worker everything works that needs no document.

import { deepEqual, equal, ok, test } from "../lib/test.js";

for (const [address, type] of [
	["/pages/entry/worker-does.js", "module"],
	["/pages/entry/worker-does.js?classic", "classic"],
]) {
	test(`a ${type} worker has requests, joins, timers and events, and says that it has no document`, async () => {
		const all = await said(address, type);
		ok(/\bdocument\b/.test(all.pop())); // the browser's own words
		deepEqual(all, ["// Runs", 5, "heard"]);
	});
}

test("in a worker, too, a policy that keeps the wasm away is named", async () => {
	const code = await said("/pages/entry/worker-does.js?refused", "module");
	// WebKit tells no worker what the policy has refused.
	equal(code, navigator.vendor.startsWith("Apple") ? "network" : "policy");
});

/** @param {string} address @param {string} type */
async function said(address, type) {
	const worker = new Worker(address, { type: /** @type {WorkerType} */ (type) });
	try {
		return await new Promise((resolve, reject) => {
			worker.onmessage = ({ data }) => resolve(data);
			worker.onerror = ({ message }) => reject(new Error(message));
		});
	} finally {
		worker.terminate();
	}
}
