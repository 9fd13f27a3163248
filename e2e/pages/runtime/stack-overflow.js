// A page's endless recursion that passes through us, and is caught: whatever call meets the end of the stack, the
// page goes on.

import { equal, test, turn } from "../lib/test.js";
import { default as $, load } from "/dist/godeferred.mjs";

await load();

const one = document.body.appendChild(document.createElement("p"));
const settled = $.Deferred().resolve(1);
const pending = $.Deferred();
let n = 0;

/** What is called where little of the stack is left. @type {Record<string, () => void>} */
const calls = {
	then: () => settled.then(() => {}),
	resolve() {
		const d = $.Deferred();
		d.then(() => {});
		d.resolve(1);
	},
	when: () => $.when(settled, pending),
	ajax: () => $.ajax(`/asked/x#${n++}`).abort(),
	animate: () => $.animate(one, { left: n++ }, 5),
	"animate with progress": () => $.animate(one, { left: n++ }, { duration: 5, progress() {} }),
	queue: () => $.queue(one, (next) => next()),
};

/** Calls fn with so many frames below it. */
const down = (left, fn) => (left === 0 ? fn() : down(left - 1, fn) + 1);

/** Whether so many frames have room. */
function fits(frames) {
	try {
		down(frames, () => 0);
		return true;
	} catch {
		return false;
	}
}

/** How many do. */
function limit() {
	let least = 0;
	let most = 1;
	while (fits(most)) most *= 2;
	while (most - least > 1) {
		const middle = (least + most) >> 1;
		if (fits(middle)) least = middle;
		else most = middle;
	}
	return least;
}

/** What hangs is named. */
const soon = (what, promise) =>
	Promise.race([promise, new Promise((_, reject) => setTimeout(reject, 5000, new Error(`${what} hangs`)))]);

for (const [name, call] of Object.entries(calls)) {
	test(`${name}, on a full stack, ends nothing`, async (t) => {
		t.errors();
		t.rejections();
		for (let round = 0; round < 3; round++) {
			const deepest = limit();
			for (let room = 0; room < 120; room++) {
				try {
					down(deepest - room, call);
				} catch {
					// as the page does
				}
			}
			await turn();
			equal(
				await soon(
					"then",
					settled.then((value) => value + 1),
				),
				2,
			);
			await soon("a request", $.get(`/pages/runtime/stack-overflow.js#${n++}`, { dataType: "text" }));
			const other = document.body.appendChild(document.createElement("p"));
			await soon("an animation", $.animate(other, { left: n++ }, 5));
			const told = new Promise((progress) => $.animate(other, { left: n++ }, { duration: 30, progress }));
			await soon("progress", told);
		}
		$.stop(one, true);
	});
}
