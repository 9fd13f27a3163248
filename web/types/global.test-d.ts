// godeferred.js: nothing is imported from it.
import { expectAssignable, expectType } from "./expect.js";

expectType<godeferred.Godeferred>()(godeferred);
expectType<typeof godeferred>()(window.godeferred);
expectType<typeof godeferred>()(globalThis.godeferred);

godeferred(($) => expectType<typeof godeferred>()($));
window.godeferred.ready.then((ready) => expectType<typeof godeferred>()(ready));

// The types have their names on it.
const deferred: godeferred.Deferred<[text: string], [reason: Error]> = godeferred.Deferred();
expectAssignable<godeferred.DeferredPromise<[text: string]>>(deferred);
expectType<godeferred.JqXHR<string>>()(godeferred.get<string>("/"));

const error: unknown = new godeferred.GodeferredError("ended", "reload the page");
if (error instanceof godeferred.GodeferredError) {
	expectType<godeferred.GodeferredError>()(error);
	expectType<godeferred.ErrorCode>()(error.code);
	expectType<godeferred.RuntimeState>()(godeferred.inspect().runtime);
}

// data-global="$"
declare const $: typeof godeferred;
$.when($.Deferred<[number]>(), 1).done((first, second) => {
	expectType<number>()(first);
	expectType<number>()(second);
});

// @ts-expect-error: no such type
export type Missing = godeferred.Missing;
// @ts-expect-error: no such function
godeferred.missing();
