// The methods of a deferred and of its promise.

import { times, turn } from "./surroundings.js";

const nop = () => {};

/** @param {any} godeferred @returns {Record<string, import("./growth.js").Work>} */
export function deferredRows({ Deferred, wait }) {
	/** @type {Record<string, import("./growth.js").Work>} */
	const rows = {};
	for (const [verb, listen] of [
		["resolve", "done"],
		["reject", "fail"],
		["notify", "progress"],
	]) {
		rows[`d.${verb}: callbacks`] = (n) => {
			const d = Deferred();
			for (let i = 0; i < n; i++) d[listen](nop);
			d[verb](1);
		};
		rows[`d.${verb}: deferreds`] = (n) => {
			for (let i = 0; i < n; i++) Deferred().fail(nop)[verb](1);
		};
		rows[`d.${verb}With: callbacks`] = (n) => {
			const d = Deferred();
			for (let i = 0; i < n; i++) d[listen](nop);
			d[`${verb}With`]({}, [1, 2]);
		};
		rows[`d.${listen}: late callbacks`] = (n) => {
			const d = Deferred().fail(nop);
			d[verb](1);
			for (let i = 0; i < n; i++) d[listen](nop);
		};
		rows[`d.${listen}: one more in each callback`] = (n) => {
			const d = Deferred();
			let left = n;
			const more = () => {
				if (left-- > 0) d[listen](more);
			};
			d[listen](more);
			try {
				d[verb](1);
			} catch {
				throw new Error(`${listen} nests`);
			}
		};
	}
	// A late progress callback is called at once: each in the one before would fill the stack, as in jQuery.
	delete rows["d.progress: one more in each callback"];
	rows["d.notify: notifications"] = (n) => {
		const d = Deferred().progress(nop);
		for (let i = 0; i < n; i++) d.notify(i);
	};
	rows["d.notify: many in a progress callback"] = (n) => {
		const d = Deferred();
		let calls = 0;
		d.progress((/** @type {number} */ i) => {
			calls++;
			if (i === 0) for (let j = 1; j < n; j++) d.notify(j);
		});
		d.notify(0);
		if (calls !== n) throw new Error(`${calls} calls`);
	};
	rows["d.notify: one more in each progress callback"] = (n) => {
		const d = Deferred();
		d.progress((/** @type {number} */ i) => {
			if (i < n) d.notify(i + 1);
		});
		d.notify(0);
	};
	rows["d.notify: a chain that passes it on"] = async (n) => {
		const d = Deferred();
		let end = d;
		for (let i = 0; i < n; i++) end = end.then();
		let calls = 0;
		end.progress(() => calls++);
		d.notify(1);
		await turn();
		if (calls !== 1) throw new Error(`${calls} calls`);
	};
	rows["d.always: callbacks"] = (n) => {
		const d = Deferred();
		for (let i = 0; i < n; i++) d.always(nop);
		d.resolve();
	};
	rows["d.then: a chain"] = async (n) => {
		const d = Deferred();
		let end = d;
		for (let i = 0; i < n; i++) end = end.then((/** @type {number} */ x) => x + 1);
		d.resolve(0);
		if ((await end) !== n) throw new Error("the chain's end");
	};
	rows["d.then: waiters of one"] = async (n) => {
		const d = Deferred();
		for (let i = 0; i < n; i++) d.then(nop);
		d.resolve(0);
		await turn();
	};
	rows["d.then: each follows the next, which exists"] = async (n) => {
		let inner = Deferred();
		const first = inner;
		for (let i = 0; i < n; i++) {
			const of = inner;
			inner = Deferred()
				.resolve()
				.then(() => of);
			if (i % 10_000 === 0) await turn();
		}
		await turn();
		first.resolve(1);
		if ((await inner) !== 1) throw new Error("the chain's end");
	};
	rows["d.then: a handler that polls by recursion"] = async (n) => {
		let rounds = 0;
		/** @returns {any} */
		const poll = () => (rounds++ < n ? Deferred().resolve().then(poll) : "over");
		if ((await poll()) !== "over") throw new Error("the end");
	};
	rows["d.then: followed ones follow one long chain"] = async (n) => {
		let inner = Deferred();
		for (let i = 0; i < n; i++) {
			const of = inner;
			inner = Deferred()
				.resolve()
				.then(() => of);
		}
		await turn();
		for (let i = 0; i < n; i++) {
			const gate = Deferred();
			const followed = gate.then(() => inner);
			Deferred()
				.resolve()
				.then(() => followed);
			await 0;
			gate.resolve();
		}
		await turn();
	};
	rows["d.catch: a chain"] = async (n) => {
		const d = Deferred();
		let end = d;
		for (let i = 0; i < n; i++) end = end.catch(nop);
		d.resolve(1);
		await end;
	};
	rows["d.finally: a chain"] = async (n) => {
		const d = Deferred();
		let end = d;
		for (let i = 0; i < n; i++) end = end.finally(nop);
		d.resolve(1);
		await end;
	};
	rows["d.pipe: pipes of one"] = (n) => {
		const d = Deferred();
		for (let i = 0; i < n; i++) d.pipe(nop);
		d.resolve(1);
	};
	for (const name of ["state", "isResolved", "isRejected"]) {
		rows[`d.${name}: calls`] = (n) => {
			const d = Deferred();
			for (let i = 0; i < n; i++) d[name]();
		};
	}
	rows["d.promise: calls"] = (n) => {
		const d = Deferred();
		for (let i = 0; i < n; i++) d.promise();
	};
	rows["d.promise: targets"] = (n) => {
		const d = Deferred();
		for (let i = 0; i < n; i++) d.promise({});
	};
	rows["d.abort: each then of one promise"] = (n) => {
		const d = Deferred();
		for (const p of times(n, () => d.then())) p.abort();
	};
	rows["d.abort: each then of one promise, the last first"] = (n) => {
		const d = Deferred();
		const list = times(n, () => d.then());
		while (list.length > 0) list.pop().abort();
	};
	rows["d.abort: the end of a chain"] = (n) => {
		const start = wait(1e6);
		let end = start;
		for (let i = 0; i < n; i++) end = i % 2 ? end.then() : end.finally();
		end.abort();
		if (start.state() !== "rejected") throw new Error("the start is pending");
	};
	rows["d.abort: a promise that polls by recursion"] = async (n) => {
		let rounds = 0;
		/** @type {any} */
		let last;
		/** @returns {any} */
		const poll = () => {
			last = rounds++ < n ? Deferred().resolve() : wait(1e6);
			return last.then(poll);
		};
		const polling = poll();
		await turn();
		polling.abort();
		if (last.state() !== "rejected") throw new Error("the last is pending");
		await polling.fail(nop).catch(nop);
	};
	return rows;
}
