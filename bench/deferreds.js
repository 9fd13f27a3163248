// The work of all cases for a library with deferreds: jQuery and this one.
//
// run.js evaluates this file once per library, each time under another URL. Code that is shared sees the objects of all
// libraries, which engines compile for worse than for those of one: the fastest would pay most. A page has one library.

import { gets } from "./gets.js";

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

/**
 * @param {any} $ the library, with Deferred and when
 * @returns {import("./cases.js").Jobs}
 */
export function jobs($) {
	const resolved = $.Deferred().resolve(1);
	return {
		create(units) {
			let last = kept;
			for (let i = 0; i < units; i++) {
				const created = $.Deferred();
				if (created !== last) sum++;
				last = created;
			}
			kept = last;
		},
		doneResolve(units) {
			for (let i = 0; i < units; i++) $.Deferred().done(add).resolve(1);
		},
		tenDone(units) {
			for (let i = 0; i < units; i++) {
				const d = $.Deferred();
				for (let j = 0; j < 10; j++) d.done(add);
				d.resolve(1);
			}
		},
		lateDone(units) {
			for (let i = 0; i < units; i++) resolved.done(add);
		},
		notify(units) {
			for (let i = 0; i < units; i++) {
				const d = $.Deferred().progress(add, add, add);
				for (let j = 0; j < 1000; j++) d.notify(1);
			}
		},
		async chain(units) {
			for (let i = 0; i < units; i++) {
				const d = $.Deferred();
				let end = d.promise();
				for (let j = 0; j < 1000; j++) end = end.then(plusOne);
				d.resolve(0);
				await new Promise((ended) => end.done(add, ended));
			}
		},
		async parallel(units) {
			for (let i = 0; i < units; i++) {
				let left = 10_000;
				await new Promise((ended) => {
					/** @param {number} value */
					const count = (value) => {
						sum += value;
						if (--left === 0) ended(undefined);
					};
					for (let j = 0; j < 10_000; j++) {
						const d = $.Deferred();
						d.then(count);
						d.resolve(1);
					}
				});
			}
		},
		when(units) {
			for (let i = 0; i < units; i++) {
				const pending = [];
				for (let j = 0; j < 100; j++) pending.push($.Deferred());
				$.when(...pending).done(function () {
					sum += arguments.length;
				});
				for (const d of pending) d.resolve(1);
			}
		},
		async await(units) {
			for (let i = 0; i < units; i++) sum += await resolved;
		},
		get: (units) => gets(units, (url) => $.ajax(url), add),
	};
}
