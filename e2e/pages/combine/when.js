// when, of deferreds, values, native promises and thenables.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, rejects, test } from "../lib/test.js";

const { Deferred, when } = await load();

test("when of nothing and of values resolves at once", () => {
	const seen = [];
	when().done((...all) => seen.push(all));
	when(1).done((...all) => seen.push(all));
	when(1, undefined, null).done((...all) => seen.push(all));
	deepEqual(seen, [[], [1], [1, undefined, null]]);
});

test("when of several gives one value each, an array for several arguments, and the contexts as this", () => {
	const [a, b, c] = [Deferred(), Deferred(), Deferred()];
	let seen;
	when(a, b, c, "plain").done(function (...all) {
		seen = [this, all];
	});
	c.resolve();
	b.resolveWith("ctx", [1, 2]);
	equal(seen, undefined);
	a.resolve("one");
	deepEqual(seen[1], ["one", [1, 2], undefined, "plain"]);
	deepEqual(
		seen[0].map((context) => context?.toString()),
		[undefined, "ctx", undefined, undefined],
	);
});

test("when rejects at once with the first failure's context and arguments", () => {
	const [a, b] = [Deferred(), Deferred()];
	let seen;
	when(a, b).fail(function (...all) {
		seen = [this.name, all];
	});
	b.rejectWith({ name: "b" }, [1, 2]);
	deepEqual(seen, ["b", [1, 2]]);
	a.reject("second").fail(() => {});
});

test("when waits for native promises and thenables among others", async () => {
	deepEqual(
		await when(Promise.resolve(1), { then: (ok) => ok(2) }, 3, Deferred().resolve(4, 5)).then(
			(...all) => all,
		),
		[1, 2, 3, [4, 5]],
	);
	equal(await rejects(when(Promise.reject("no"), Deferred())), "no");
});

test("when of one deferred passes all arguments; of one thenable unwraps it", async () => {
	deepEqual(await when(Deferred().resolve(1, 2)).then((...all) => all), [1, 2]);
	equal(await when(Promise.resolve(Promise.resolve("deep"))), "deep");
	equal(
		await rejects(
			when({
				then() {
					throw "thrown";
				},
			}),
		),
		"thrown",
	);
});
