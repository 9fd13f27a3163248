// The events of devtools().watch: what they tell of deferreds, requests, animations, and of several owners.

import godeferred from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, test, throws } from "../lib/test.js";
import { record, shorten, told } from "./recorded.js";

const { Deferred, all, mapAsync, wait, when, work } = godeferred;

/** Runs act while it is recorded. @param {() => any} act */
async function eventsOf(act) {
	const { devtools, events } = await record();
	try {
		await act();
		await told();
		return shorten(events);
	} finally {
		devtools.close();
	}
}

const created = (/** @type {number} */ id, kind = "deferred", more = {}) => ({
	type: "created",
	id,
	kind,
	...more,
});
const settled = (/** @type {number} */ id, state = "resolved", /** @type {any} */ value = undefined) => ({
	type: "settled",
	id,
	state,
	value,
});

test("a chain: each promise of then names its parent, and settles in order", async () => {
	const events = await eventsOf(() => {
		const d = Deferred();
		d.then((x) => x + 1).then((x) => x * 2);
		d.resolve(1);
	});
	deepEqual(events, [
		created(1),
		created(2, "then", { parent: 1 }),
		created(3, "then", { parent: 2 }),
		settled(1, "resolved", 1),
		settled(2, "resolved", 2),
		settled(3, "resolved", 4),
	]);
});

test("catch, finally and pipe name their parent, too", async () => {
	const events = await eventsOf(() => {
		const d = Deferred();
		d.catch(() => {});
		d.finally(() => {});
		d.pipe((x) => x);
		d.resolve();
	});
	deepEqual(
		events.filter(({ type }) => type === "created").map(({ parent }) => parent),
		[undefined, 1, 1, 1],
	);
});

test("every event has its time, and the first one the lines that have made the deferred", async () => {
	const { devtools, events } = await record();
	const before = performance.now();
	Deferred().resolve();
	const after = performance.now();
	await told();
	devtools.close();
	const [first, second] = events;
	ok(before <= first.at && first.at <= second.at && second.at <= after);
	ok(/devtools\/events\.js/.test(first.stack.split("\n")[0]), first.stack);
	ok(!/godeferred\.mjs|devtools\.mjs/.test(first.stack), first.stack);
});

test("progress, as it passes through then", async () => {
	const events = await eventsOf(() => {
		const d = Deferred();
		d.then(null, null, (n) => n + 1).progress(() => {});
		d.notify(1);
		return told().then(() => void d.resolve());
	});
	deepEqual(
		events.filter(({ type }) => type === "progress"),
		[
			{ type: "progress", id: 1, value: 1 },
			{ type: "progress", id: 2, value: 2 },
		],
	);
});

test("a promise that a handler returns is followed while it is pending", async () => {
	const events = await eventsOf(async () => {
		const inner = Deferred();
		const outer = Deferred().resolve();
		outer.then(() => inner);
		await told();
		inner.resolve("late");
	});
	deepEqual(events, [
		created(1),
		created(2),
		settled(2),
		created(3, "then", { parent: 2 }),
		{ type: "follows", id: 3, of: 1 },
		settled(1, "resolved", "late"),
		settled(3, "resolved", "late"),
	]);
});

test("joins wait for their members", async () => {
	const events = await eventsOf(() => {
		const [a, b] = [Deferred(), Deferred()];
		all([a, b, 3]);
		mapAsync([a], (x) => x);
		for (const d of [b, a]) d.resolve();
	});
	deepEqual(
		events.filter(({ type }) => type === "waits"),
		[
			{ type: "waits", id: 3, of: 1 },
			{ type: "waits", id: 3, of: 2 },
			{ type: "waits", id: 5, of: 1 },
		],
	);
	equal(events.find(({ id }) => id === 3).kind, "when");
	equal(events.filter(({ type }) => type === "settled").length, 5);
});

test("a rejection and an abort are different states, and an abort reaches what only it waited for", async () => {
	const events = await eventsOf(() => {
		const task = work((_, onAbort) => onAbort(() => {}));
		const child = task.then(() => {});
		const d = Deferred();
		when(d, Deferred()).fail(() => {});
		child.abort("enough");
		d.reject("no");
	});
	deepEqual(
		events.filter(({ type }) => type === "settled"),
		[
			settled(2, "aborted", "enough"),
			settled(1, "aborted", "enough"),
			settled(3, "rejected", "no"),
			settled(5, "rejected", "no"),
		],
	);
});

test("a deferred made earlier is listed once something waits for it", async () => {
	const early = Deferred();
	early.progress(() => {});
	const { devtools, events } = await record();
	ok(devtools.snapshot().unseen >= 1);
	early.then(() => {});
	early.notify("more");
	early.resolve("at last");
	await told();
	const short = shorten(events);
	deepEqual(
		short.map(({ type, id }) => [type, id]),
		[
			["created", 2],
			["created", 1],
			["progress", 2],
			["settled", 2],
			["progress", 1],
			["settled", 1],
		],
	);
	equal(short[1].parent, 2);
	ok(events[0].at < events[1].at);
	devtools.close();
});

test("a request that is retried, with the status of each answer", async () => {
	const events = await eventsOf(() =>
		godeferred.get({ url: "/flaky?fails=2", retry: { limit: 3, backoff: 1 } }),
	);
	const [first] = events;
	deepEqual(first, created(first.id, "ajax", { label: "GET /flaky?fails=2" }));
	const of = { type: "request", id: first.id, method: "GET", url: "/flaky?fails=2" };
	deepEqual(
		events.filter(({ type }) => type === "request"),
		[
			{ ...of, phase: "sent", attempt: 1 },
			{ ...of, phase: "answer", attempt: 1, status: 503 },
			{ ...of, phase: "retry", attempt: 2 },
			{ ...of, phase: "answer", attempt: 2, status: 503 },
			{ ...of, phase: "retry", attempt: 3 },
			{ ...of, phase: "answer", attempt: 3, status: 200 },
		],
	);
	equal(events.filter(({ type, id }) => type === "settled" && id === first.id)[0].state, "resolved");
});

test("a request that is aborted", async () => {
	const events = await eventsOf(() => {
		const request = godeferred.get("/never");
		request.fail(() => {});
		return wait(0).then(() => void request.abort());
	});
	equal(events.find(({ type, id }) => type === "settled" && id === 1).state, "aborted");
	deepEqual(
		events.filter(({ type }) => type === "request").map(({ phase, status }) => [phase, status]),
		[
			["sent", undefined],
			["answer", 0],
		],
	);
});

test("an animation names its element, and a stopped one is aborted", async () => {
	const box = document.createElement("div");
	box.id = "box";
	box.className = "wide open";
	document.body.append(box);
	const events = await eventsOf(() => {
		const moving = godeferred(box).animate({ opacity: 0 }, 10_000);
		moving.stop();
		return godeferred.animate(box, { opacity: 1 }, 0);
	});
	box.remove();
	const animations = events.filter(({ kind }) => kind === "animation");
	ok(
		animations.length > 0 && animations.every(({ label }) => label.startsWith("div#box.wide.open")),
		String(animations[0]?.label),
	);
});

test("what a listener makes is not recorded, and its exception stops nobody", async () => {
	const { devtools, events } = await record();
	let calls = 0;
	devtools.watch(() => {
		calls++;
		Deferred().then(() => {});
	});
	Deferred();
	await told();
	equal(calls, 1);
	equal(events.length, 1);
	devtools.close();
});

test("watch returns what stops it, and a second devtools() is the same object", async () => {
	const { devtools, events, stop } = await record();
	equal(await godeferred.devtools({ panel: false }), devtools);
	await told();
	stop();
	const { length } = events;
	Deferred();
	await told();
	equal(events.length, length);
	devtools.close();
	const again = await godeferred.devtools({ panel: false });
	ok(again !== devtools);
	again.close();
});

test("a listener that comes later is first told of what is pending", async () => {
	const { devtools, events } = await record();
	Deferred().resolve();
	const d = Deferred();
	await told();
	/** @type {any[]} */
	const later = [];
	devtools.watch((/** @type {any} */ event) => later.push(event));
	d.resolve();
	await told();
	devtools.close();
	deepEqual(later, events.slice(2));
	equal(later.length, 2);
});

test("wrong options and listeners are refused", async () => {
	let refused;
	await godeferred.devtools(5).catch((/** @type {any} */ error) => {
		refused = error;
	});
	ok(refused instanceof TypeError && refused.message.includes("devtools"));
	const { devtools } = await record();
	throws(() => devtools.watch("no"), TypeError);
	devtools.close();
});

test("a snapshot is plain data", async () => {
	const { devtools } = await record();
	const d = Deferred();
	const t = d.then(() => {});
	d.notify(1, "two");
	Deferred()
		.reject(new RangeError("far"))
		.catch(() => {});
	const shot = devtools.snapshot();
	deepEqual(structuredClone(shot), shot);
	const [first, second] = shot.pending;
	deepEqual(second.waits, [first.id]);
	deepEqual([first.abortable, second.abortable], [false, true]);
	deepEqual(first.progress, { count: 1, last: '1, "two"' });
	const [rejected] = shot.settled;
	deepEqual([rejected.state, rejected.value], ["rejected", "RangeError: far"]);
	equal(shot.runtime, "ready");
	ok(shot.wasm.bytes === shot.wasm.pages * 65536 && shot.wasm.pages > 0 && shot.wasm.objects >= 0);
	d.resolve();
	await t;
	devtools.close();
});

test("closed, nothing of it is left in the script, nor in deferreds that it has seen", async () => {
	const shapeOf = (/** @type {any} */ d) => {
		const core = d[Object.getOwnPropertySymbols(d)[0]];
		const { block, reaction, progress } = core;
		return [core, block, reaction, progress].map(
			(one) =>
				one && {
					own: Object.entries(Object.getOwnPropertyDescriptors(one)).map(
						([name, { get }]) => `${name} ${!get}`,
					),
					symbols: Object.getOwnPropertySymbols(one).length,
					prototype: Reflect.ownKeys(Object.getPrototypeOf(one)).map(String).sort(),
					plain: Reflect.ownKeys(Object.getPrototypeOf(one)).every(
						(key) =>
							!Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), key)?.set || key === "settled",
					),
				},
		);
	};
	const make = () => {
		const d = Deferred().progress(() => {});
		const t = d.then(() => {});
		t.progress(() => {});
		d.notify(1);
		return [d, t];
	};
	const before = make();
	const { devtools } = await record();
	const during = make();
	const adopted = before[0].then(() => {});
	devtools.close();
	const after = make();
	deepEqual(during.map(shapeOf), before.map(shapeOf));
	deepEqual(after.map(shapeOf), before.map(shapeOf));
	equal(shapeOf(adopted)[1].own.join(), shapeOf(after[1])[1].own.join());
	for (const d of [before[0], during[0], after[0]]) d.resolve(1);
	await Promise.all([adopted, ...[before, during, after].map(([, t]) => t)]);
});

test("inspect() counts as without it", async () => {
	const count = () => godeferred.inspect().pending;
	const before = count();
	const { devtools } = await record();
	const d = Deferred();
	equal(count(), before + 1);
	const e = Deferred();
	devtools.close();
	equal(count(), before + 2);
	d.resolve();
	e.resolve();
	equal(count(), before);
});
