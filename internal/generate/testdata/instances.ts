// What a page does with the classes of the program classes, by its client and by godeferred.go.
import app, { Counter, Index, type Pair, delete as remove, search } from "./classes.js";
import type { DeferredPromise } from "./godeferred.js";

/** Both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<Expected>() {
	return <Got>(_: Got, __: Same<Expected, Got>) => {};
}

async function instances() {
	using counter = new Counter(1, { signal: AbortSignal.abort() });
	is<Counter>()(counter, true);
	is<DeferredPromise<[number]>>()(counter.add(1, 2), true);
	is<DeferredPromise<[Counter]>>()(Counter(1), true);
	is<Counter | null>()(await counter.less(), true);
	is<Counter>()(await app.go.nothing(false), true);
	is<Counter | null>()(await app.go.shared(), true);
	for await (const n of await counter.each(3)) is<number>()(n, true);
	const index = new app.go.Index(["a"]);
	is<Index>()(index, true);
	is<string[]>()(await search(index, "a"), true);
	is<string>()(await remove(), true);
	const pair: Pair = { left: counter, all: [null], named: {} };
	app.go.pairs(pair);
	if ((counter as unknown) instanceof Counter) counter.free();
	class Own extends Counter {
		twice = async () => 2 * (await this.value());
	}
	await new Own(1).twice();
}

// @ts-expect-error
new Counter("1");
// @ts-expect-error
new Index();
// @ts-expect-error
search(new Counter(1), "a");
// @ts-expect-error
new Counter(1).secret();

void instances;
