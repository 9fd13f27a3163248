// Programs of deferreds and what combines them, of the page face: see internal/twins/combine_js.go.

import { turn } from "../lib/test.js";
import { problemOf } from "./trace.js";

/** @param {any} godeferred @param {import("./page-face.js").Around} around */
export function pagePrograms(godeferred, around) {
	const { say } = around;

	/** What a promise brings, where it brings several arguments or a list of its own. @type {WeakMap<object, (args: any[]) => any>} */
	const brings = new WeakMap();

	/** What settles the bases. @type {Map<number, any>} */
	const settles = new Map();

	/** @param {any} promise @param {any[]} args */
	const broughtBy = (promise, args) => {
		const special = brings.get(promise);
		return special ? special(args) : args[0];
	};

	/** @param {any[]} ends */
	const settlements = ([ends]) =>
		ends.map((/** @type {any} */ { status, value, reason }) =>
			status === "fulfilled" ? { value } : { error: problemOf(reason) },
		);

	/** @param {any} promise @param {string} how @param {(what: string, fields: any) => void} heard */
	function listen(promise, how, heard) {
		const done = (/** @type {any[]} */ ...args) => heard("done", { value: broughtBy(promise, args) });
		const fail = (/** @type {any} */ error) => heard("fail", { error: problemOf(error) });
		if (how === "done") promise.done(done);
		else if (how === "fail") promise.fail(fail);
		else if (how === "progress") promise.progress((/** @type {any} */ value) => heard("progress", { value }));
		else
			promise.always((/** @type {any[]} */ ...args) =>
				promise.state() === "resolved" ? done(...args) : fail(args[0]),
			);
	}

	/** @param {any[]} all @param {any} one @returns {any} */
	function then(all, { p, how, id, value, error, of }) {
		const promise = all[p];
		const answer = () => {
			if (error) throw new Error(error);
			return value;
		};
		const resolved = (/** @type {any[]} */ ...args) => {
			say(id, "then", { value: broughtBy(promise, args) });
			return how === "follow" ? all[of[0]] : answer();
		};
		const rejected = (/** @type {any} */ reason) => {
			say(id, "catch", { error: problemOf(reason) });
			return answer();
		};
		const through = (/** @type {any} */ child) => {
			const special = brings.get(promise);
			if (special) brings.set(child, special);
			return child;
		};
		if (how === "then" || how === "follow") return promise.then(resolved);
		if (how === "handle") return promise.then(resolved, rejected);
		if (how === "catch") return promise.catch(rejected);
		return through(
			promise.finally(() => {
				say(id, "finally");
				if (error) throw new Error(error);
			}),
		);
	}

	/** @param {any[]} all @param {any} one */
	function join(all, { how, of }) {
		const members = of.map((/** @type {number} */ i) => all[i]);
		const made = how === "when" ? godeferred.when(...members) : godeferred[how](members);
		if (how === "when") brings.set(made, (args) => args);
		if (how === "allSettled") brings.set(made, settlements);
		return made;
	}

	/** @param {any[]} all @param {any} one */
	function tasks(all, { op, id, of, limit }) {
		const task = (/** @type {number} */ i, /** @type {any} */ before) => {
			say(id, "begins", { i, before });
			return all[of[i]];
		};
		if (op === "map")
			return godeferred.mapAsync([...of.keys()], (/** @type {number} */ i) => task(i, undefined), {
				concurrency: limit || undefined,
			});
		return godeferred.series(
			of.map(
				(/** @type {number} */ _, /** @type {number} */ i) => (/** @type {any} */ before) => task(i, before),
			),
		);
	}

	/** @param {any[]} all @param {any} one @returns {any} */
	function run(all, one) {
		const promise = all[one.p ?? 0];
		switch (one.op) {
			case "resolve":
				return void settles.get(one.p).resolve(one.value);
			case "reject":
				return void settles.get(one.p).reject(new Error(one.error));
			case "notify":
				return void settles.get(one.p).notify(one.value);
			case "abort":
				return void promise.abort(...(one.error ? [new Error(one.error)] : []));
			case "state":
				return void say(`p${one.p}`, promise.state());
			case "listen":
				return listen(promise, one.how, (what, fields) => {
					say(one.id, what, fields);
					for (const inner of one.body ?? []) run(all, inner);
				});
			case "then":
				return void all.push(then(all, one));
			case "timeout": {
				const special = brings.get(promise);
				const made = godeferred.timeout(promise, one.ms);
				if (special) brings.set(made, special);
				return void all.push(made);
			}
			case "wait":
				return void all.push(godeferred.wait(one.ms));
			case "join":
				return void all.push(join(all, one));
			case "map":
			case "series":
				return void all.push(tasks(all, one));
			case "turn":
				return turn();
			case "await":
				return new Promise((resolve) => promise.always(() => resolve(undefined)));
			default:
				throw new Error(`no instruction ${one.op}`);
		}
	}

	return {
		/** @param {any} step */
		async program({ bases, program }) {
			settles.clear();
			const all = bases.map((/** @type {any} */ { stops }, /** @type {number} */ i) => {
				if (!stops) {
					const deferred = godeferred.Deferred();
					settles.set(i, deferred);
					return deferred.promise();
				}
				return godeferred.work((/** @type {any} */ deferred, /** @type {any} */ onAbort) => {
					settles.set(i, deferred);
					onAbort((/** @type {any} */ reason) => say(`p${i}`, "stop", { error: problemOf(reason) }));
				});
			});
			for (const one of program) {
				const waits = run(all, one);
				if (waits) await waits;
			}
		},
	};
}
