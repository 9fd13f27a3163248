// The page's frames while Go computes for 2 s: in the page, and in a worker.

import { load as loadHere } from "/dist/godeferred.mjs";
import { load as loadThere } from "/dist/godeferred.mjs?worker";
import { ok, test } from "../lib/test.js";

const wasm = "/artifacts/pageprogram.wasm";

/** How many frames the page has while Go computes. @param {any} godeferred */
async function framesOf({ go }) {
	let frames = 0;
	let isOver = false;
	const count = () => {
		if (isOver) return;
		frames++;
		requestAnimationFrame(count);
	};
	await new Promise((resolve) => requestAnimationFrame(resolve));
	const computing = go.compute(2000);
	requestAnimationFrame(count);
	await computing;
	isOver = true;
	return frames;
}

test("a page has its frames while Go computes in a worker, and none while it computes in the page", async () => {
	const here = await framesOf(await loadHere({ wasm }));
	const there = await framesOf(await loadThere({ wasm, worker: true }));
	ok(there > 10 * (here + 1), `${there} frames with a worker, ${here} without`);
	document.title = `${there} frames with a worker, ${here} without`;
});
