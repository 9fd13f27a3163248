// In a worker everything works that needs no document.

import { deepEqual, test } from "./lib/test.js";

for (const [address, type] of [
	["/pages/worker-does.js", "module"],
	["/pages/worker-does.js?classic", "classic"],
]) {
	test(`a ${type} worker has requests, joins, timers and events, and says that it has no document`, async () => {
		const worker = new Worker(address, { type: /** @type {WorkerType} */ (type) });
		const said = await new Promise((resolve, reject) => {
			worker.onmessage = ({ data }) => resolve(data);
			worker.onerror = ({ message }) => reject(new Error(message));
		});
		worker.terminate();
		deepEqual(said, ["// Runs", 5, "heard", "document is not defined"]);
	});
}
