// The work of all cases for a library with promises alone: the engine's own, and bluebird. Evaluated once per library,
// for the reason that deferreds.js gives. Where `done` is measured, `then` takes its place: the closest there is, but
// asynchronous, so its callbacks are waited for every so many operations, as a program would let them run.

import { gets } from "./gets.js";

const TURN = 100;

/** What callbacks were given, added up. */
let sum = 0;

/** That sum, which then starts anew. */
export function taken() {
	const taken = sum;
	sum = 0;
	return taken;
}

/**
 * What was created last: each is compared with the one before and the last is kept, so that no engine finds out that
 * nobody needs them. They are not kept one by one, because that costs as much as the fastest needs to create one.
 *
 * @type {unknown}
 */
let kept;

/** @param {number} value */
const add = (value) => {
	sum += value;
};

/** @param {number} value */
const plusOne = (value) => value + 1;

/** @param {number[]} values */
const count = (values) => {
	sum += values.length;
};

/** @param {string} url */
const fetchJSON = async (url) => {
	const response = await fetch(url);
	return await response.json();
};

/** @type {(value: number) => void} */
let resolve;

/** @param {(value: number) => void} given */
const executor = (given) => {
	resolve = given;
};

/**
 * @param {any} P the library's constructor
 * @returns {import("./cases.js").Jobs}
 */
export function jobs(P) {
	const resolved = P.resolve(1);
	return {
		create(units) {
			let last = kept;
			for (let i = 0; i < units; i++) {
				const created = new P(executor);
				if (created !== last) sum++;
				last = created;
			}
			kept = last;
		},
		async doneResolve(units) {
			for (let left = units; left > 0; left -= TURN) {
				let end;
				for (let i = Math.min(left, TURN); i > 0; i--) {
					end = new P(executor).then(add);
					resolve(1);
				}
				await end;
			}
		},
		async tenDone(units) {
			for (let left = units; left > 0; left -= TURN) {
				let end;
				for (let i = Math.min(left, TURN); i > 0; i--) {
					const p = new P(executor);
					for (let j = 0; j < 10; j++) end = p.then(add);
					resolve(1);
				}
				await end;
			}
		},
		async lateDone(units) {
			for (let left = units; left > 0; left -= TURN) {
				let end;
				for (let i = Math.min(left, TURN); i > 0; i--) end = resolved.then(add);
				await end;
			}
		},
		async chain(units) {
			for (let i = 0; i < units; i++) {
				let end = new P(executor);
				for (let j = 0; j < 1000; j++) end = end.then(plusOne);
				resolve(0);
				sum += await end;
			}
		},
		async parallel(units) {
			for (let i = 0; i < units; i++) {
				let left = 10_000;
				await new Promise((ended) => {
					/** @param {number} value */
					const countDown = (value) => {
						sum += value;
						if (--left === 0) ended(undefined);
					};
					for (let j = 0; j < 10_000; j++) {
						const p = new P(executor);
						p.then(countDown);
						resolve(1);
					}
				});
			}
		},
		async when(units) {
			for (let i = 0; i < units; i++) {
				const pending = [];
				const resolves = [];
				for (let j = 0; j < 100; j++) {
					pending.push(new P(executor));
					resolves.push(resolve);
				}
				const end = P.all(pending).then(count);
				for (const resolveOne of resolves) resolveOne(1);
				await end;
			}
		},
		async await(units) {
			for (let i = 0; i < units; i++) sum += await resolved;
		},
		get: (units) => gets(units, fetchJSON, add),
	};
}
