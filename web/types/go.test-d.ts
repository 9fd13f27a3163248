// The page's own Go program.
import godeferred, { type DeferredPromise, type GodeferredGo } from "godeferred";
import { expectType } from "./expect.js";

// A page says what its program exports. These names are for this test: the interface is one for all tests.
declare module "godeferred" {
	interface GodeferredGo {
		typedSearch(
			query: string,
			options?: { signal?: AbortSignal },
		): DeferredPromise<[teas: string[], total: number]>;
	}
}

expectType<GodeferredGo>()(godeferred.go);
expectType<GodeferredGo>()(window.godeferred.go);

// Without types, anything goes in, and anything comes out.
expectType<DeferredPromise<any[]>>()(godeferred.go.search("tea", 5, { signal: AbortSignal.timeout(100) }));
godeferred.go
	.search("tea")
	.progress((share) => expectType<any>()(share))
	.then((found) => expectType<any>()(found))
	.abort();

// With types, as the program has them.
godeferred.go.typedSearch("tea").done((teas, total) => {
	expectType<string[]>()(teas);
	expectType<number>()(total);
});
godeferred.go.typedSearch("tea", { signal: AbortSignal.abort() });
// @ts-expect-error: a query is a string
godeferred.go.typedSearch(5);
// @ts-expect-error: it is the program's
godeferred.go = {};

// Its calls, spread over workers: a typed function has options behind its parameters, which get the index.
expectType<DeferredPromise<[Awaited<ReturnType<typeof godeferred.go.typedSearch>>[]], [reason: any]>>()(
	godeferred.mapAsync(["tea"], godeferred.go.typedSearch, { workers: 2 }),
);
godeferred.mapAsync(["tea"], godeferred.go.search, { workers: true, concurrency: 1 });
// @ts-expect-error a number or true
godeferred.mapAsync(["tea"], godeferred.go.search, { workers: "2" });
// @ts-expect-error the items are strings
godeferred.mapAsync([5], godeferred.go.typedSearch, { workers: 2 });
