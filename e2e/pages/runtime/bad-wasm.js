// The rows of bad-wasm-rows.js: in the document, and in workers of both types.

import { mistakes, rows, wrongWith } from "./bad-wasm-rows.js";
import { equal, ok, rejects, test } from "../lib/test.js";

let copies = 0;

/** The load of a script that has not loaded yet. */
export const freshLoad = async () => (await import(`/dist/godeferred.mjs?copy=${++copies}`)).load;

// One copy for all: each failure leaves it as it was, and what waits in the engine does not stop the next.
let load = await freshLoad();

for (const name of Object.keys(rows)) {
	test(name, async () => {
		equal(await wrongWith(name, load), "");
		const row = rows[name];
		if (typeof row === "function" || row.length === 1) load = await freshLoad(); // it may have loaded
	});
}

for (const [argument, all] of Object.entries(mistakes)) {
	test(`${argument} of no use is a TypeError that says what it must be`, async () => {
		for (const options of all) {
			const error = await rejects(load(options), TypeError);
			ok(error.message.startsWith(`godeferred.load: ${argument} must be`), error.message);
		}
	});
}

test("a response and bytes of another frame are known as such", async () => {
	const frame = document.createElement("iframe");
	document.body.append(frame);
	const { fetch } = frame.contentWindow;
	const url = new URL("/dist/godeferred.wasm", location.href).href;
	await (await freshLoad())({ wasm: fetch(url) });
	await (await freshLoad())({ wasm: await (await fetch(url)).arrayBuffer() });
	await (await freshLoad())({ wasm: new frame.contentWindow.URL(url) });
	frame.remove();
});

test("a failed start can be tried again at once, also after one that the engine still waits in", async () => {
	const again = await freshLoad();
	equal((await rejects(again({ wasm: "/demo/wasm/half" }))).code, "cut-short");
	equal((await rejects(again({ wasm: "/demo/wasm/stall", timeout: 200 }))).code, "timeout");
	await again({ wasm: "/dist/godeferred.wasm" });
});

test("a page's performance that throws keeps nothing from starting", async () => {
	const { mark } = performance;
	performance.mark = () => {
		throw new Error("not today");
	};
	try {
		await (await freshLoad())();
	} finally {
		performance.mark = mark;
	}
});

for (const type of ["module", "classic"]) {
	test(`all of it holds in a ${type} worker`, async () => {
		const worker = new Worker(`/pages/runtime/bad-wasm-worker.js?${type}`, {
			type: /** @type {WorkerType} */ (type),
		});
		try {
			const problems = await new Promise((resolve, reject) => {
				worker.onmessage = ({ data }) => resolve(data);
				worker.onerror = ({ message }) => reject(new Error(message));
			});
			equal(problems.join("\n"), "");
		} finally {
			worker.terminate();
		}
	});
}
