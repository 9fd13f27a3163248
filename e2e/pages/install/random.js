// Programs made up by chance on a page's jQuery, before and after install: nothing that shows is different.

import { deepEqual, equal, run, test } from "../lib/test.js";
import { record } from "../ajax/record.js";
import { Chance, smallest } from "../lib/chance.js";
import { Effects } from "../anim/twins/random-effects.js";
import { ask, Request, words } from "../ajax/random-requests.js";
import { stepsOf } from "../anim/twins/random-steps.js";
import { jQuery } from "../lib/stage.js";
import { godeferred, nothingLeft } from "../lib/started.js";
import { play } from "../anim/twins/play.js";

/** @typedef {import("../anim/twins/random-effects.js").Program} Program */
/** @typedef {Request["plain"]} Plain */

/** What f answers without install, and with it. @template T @param {() => T | Promise<T>} f @returns {Promise<[T, T]>} */
async function beforeAndAfter(f) {
	const before = await f();
	godeferred.install(jQuery);
	try {
		return [before, await f()];
	} finally {
		godeferred.uninstall();
	}
}

/** @param {Program} program */
async function animates(program) {
	const [before, after] = await beforeAndAfter(() =>
		play("jQuery", program.elements.join(""), stepsOf(program)),
	);
	deepEqual(after, before);
}

let number = 0;

/** @param {Plain} plain */
async function requests(plain) {
	number++;
	const [before, after] = await beforeAndAfter(async () => {
		Object.assign(jQuery, { lastModified: {}, etag: {} }); // what ifModified remembers
		const lines = await record(jQuery, (_, log) => ask(plain, jQuery, log, number)).catch(({ name }) => [
			name,
		]);
		return lines.map((line) => line.replace(/JQUERY\d+_\d+/g, "CALLBACK"));
	});
	deepEqual(after, before);
}

/** @param {() => Promise<void>} f */
const fails = (f) =>
	f().then(
		() => false,
		() => true,
	);

for (let first = 1; first < 200; first += 50) {
	test(`animations ${first} to ${first + 49}`, async () => {
		for (let seed = first; seed < first + 50; seed++) {
			const program = new Effects(new Chance(seed)).program();
			if (!(await fails(() => animates(program)))) continue;
			const small = await smallest(
				program,
				(less) => less.elements.length > 0 && fails(() => animates(less)),
			);
			await animates(small).catch((error) => equal(error.message, "", `${seed}: ${JSON.stringify(small)}`));
		}
		nothingLeft();
	});
}

for (let first = 1; first < 150; first += 50) {
	test(`requests ${first} to ${first + 49}`, async (t) => {
		t.errors(); // of what comes where a script is asked for
		for (let seed = first; seed < first + 50; seed++) {
			const { plain } = new Request(new Chance(seed));
			if (!(await fails(() => requests(plain)))) continue;
			await requests(plain).catch((error) => equal(error.message, "", `${seed}: ${words(plain)}`));
		}
		nothingLeft();
	});
}

await run();
