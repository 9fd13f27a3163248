// A Go program as the runtime of a worker.

import { record } from "../lib/test.js";

const worker = new Worker(new URL("worker-does.js", import.meta.url), { type: "module" });
await new Promise((resolve, reject) => {
	worker.onerror = (event) => reject(new Error(`the worker: ${event.message}`));
	worker.onmessage = ({ data: { over, name, problem } }) => {
		if (over) resolve(undefined);
		else record({ name, ok: problem === "", error: problem });
	};
});
