// A page's own Go program in a worker, called from the page: the cases of page.js, by messages.

import { load } from "/dist/godeferred.mjs";
import { PROGRAM, cases } from "./cases.js";
import { endings } from "./endings.js";
import { play } from "./play.js";

/** What a worker does otherwise, with the reason. in-worker-own.js has tests of it. */
const otherwise = new Map([
	["all arguments there and back", "a symbol cannot be cloned, and an object comes back as a copy"],
	[
		"progress of a call that has the page call another one reaches both",
		"a function of the page's answers Go a promise, so Go goes on before it has run",
	],
	["a program that ends by exit takes nothing of the page's with it", "requests go on"],
	["a program that ends by a panic outside of calls takes nothing of the page's with it", "requests go on"],
	[
		"a promise of an ended program leaves those of the next alone",
		"the worker waits for the page's promises",
	],
	["a crash tells of the engine's error", "a getter of the page's is called before the program is"],
]);

Object.assign(PROGRAM, { wasm: "/artifacts/pageprogram.wasm", worker: true });
const godeferred = await load(PROGRAM);

const all = import.meta.url.endsWith("?ends") ? endings : cases;
play(
	godeferred,
	all.filter(([name]) => !otherwise.has(name) && !name.startsWith("a program that ends while it starts")),
);
