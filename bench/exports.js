// Measures typed exports of a Go program, and the same by hand (internal/generate/testdata/speed). e2e/bench/program.go
// asks by the globals.

import { load } from "/dist/godeferred.mjs";

const { go } = await load({ wasm: "/program.wasm" });

/** @type {Record<string, any>} */
const libraries = { godeferred: go, byHand: await go.byHand() };

/** How many µs each of so many calls takes, one after the other. @param {() => any} call @param {(answer: any) => boolean} isRight @param {number} calls */
async function measure(call, isRight, calls) {
	let answer;
	const start = performance.now();
	for (let i = 0; i < calls; i++) answer = await call();
	const took = performance.now() - start;
	if (!isRight(answer)) throw new Error("a wrong answer");
	return (took * 1000) / calls;
}

const record = {
	...{
		id: 1,
		count: 2,
		rank: 3,
		name: "A name 1",
		city: "Town",
		street: "A long street 15",
		remark: "nothing to say",
	},
	...{ price: 1.5, weight: 0.25, sold: true },
};

/** @param {string} library @param {number} calls */
window.struct = (library, calls) =>
	measure(
		() => libraries[library].swap(record),
		(answer) => answer.count === 3 && answer.sold === false && answer.street === record.street,
		calls,
	);

const bytes = new Uint8Array(10 * 2 ** 20);

/** @param {string} library @param {number} calls */
window.bytes = (library, calls) =>
	measure(
		() => libraries[library].length(bytes),
		(answer) => answer === bytes.length,
		calls,
	);

/** @param {string} library @param {number} calls */
window.list = (library, calls) =>
	measure(
		() => libraries[library].list(),
		(answer) =>
			answer.length === 1000 && answer[999].name === "A name 999" && Object.keys(answer[0]).length === 10,
		calls,
	);

/** That the module has run to its end. */
window.program = () => true;
