// godeferred.mjs
import godeferred, {
	type Deferred,
	type DeferredPromise,
	type Godeferred,
	GodeferredError,
	type Inspection,
	load,
} from "godeferred";
import type * as everything from "godeferred";
// @ts-expect-error: of the functions, the module exports load alone
import { when } from "godeferred";
import { expectAssignable, expectType } from "./expect.js";

expectType<Godeferred>()(godeferred);
expectType<"default" | "load" | "GodeferredError">()(null as unknown as keyof typeof everything);

// Starting
export function starting() {
	expectType<Promise<Godeferred>>()(load());
	expectType<Godeferred["load"]>()(load);
	load({});
	load({ wasm: "/dist/godeferred.wasm" });
	load({ wasm: new URL("godeferred.wasm", location.href) });
	load({ wasm: fetch("/dist/godeferred.wasm") });
	load({ wasm: new Response() });
	load({ wasm: new Uint8Array(8) });
	load({ wasm: new ArrayBuffer(8) });
	load({ wasm: new WebAssembly.Module(new ArrayBuffer(8)) });
	load({ integrity: "sha384-abc", timeout: 5000 });
	load({ worker: true });
	load({ worker: "/dist/godeferred.mjs" });
	load({ worker: new URL("/dist/godeferred.mjs", location.href) });
	expectType<void>()(godeferred.terminate());
	load({ timeout: Number.POSITIVE_INFINITY });
	expectType<Promise<Godeferred>>()(godeferred.ready);
	expectType<Godeferred>()(
		godeferred(function ($) {
			expectType<Document>()(this);
			expectType<Godeferred>()($);
		}),
	);
	expectType<string>()(godeferred.version);
	expectType<Godeferred>()(godeferred.noConflict());
	godeferred.noConflict(true);
	// @ts-expect-error: not a source (a Module, to TypeScript, is any value but these)
	load({ wasm: null });
	// @ts-expect-error: an object
	load("/dist/godeferred.wasm");
	// @ts-expect-error: no number of workers
	load({ worker: 2 });
	// @ts-expect-error: ms
	load({ timeout: "5s" });
	// @ts-expect-error: text
	load({ integrity: ["sha384-abc"] });
	// @ts-expect-error: no such option
	load({ url: "/dist/godeferred.wasm" });
	// @ts-expect-error: the build says which
	godeferred.version = "2";
	// @ts-expect-error: no such function
	godeferred.every([]);
}

// What is pending
export function pending() {
	const inspection: Inspection = godeferred.inspect({ stacks: true });
	expectType<number>()(inspection.pending);
	expectType<number | undefined>()(inspection.kinds.animation);
	expectType<string | undefined>()(inspection.entries[0].stack);
	expectType<"idle" | "starting" | "ready" | "failed">()(inspection.runtime);
	expectType<number | undefined>()(inspection.waiting.ajax);
	// @ts-expect-error: no such kind
	inspection.kinds.promise;
	// @ts-expect-error: no such kind
	inspection.waiting.promise;
	// @ts-expect-error: on or off
	godeferred.inspect({ stacks: 1 });
}

// The inspector
export async function inspector() {
	const devtools = await godeferred.devtools({ panel: false, tracks: true, stacks: false });
	const stop = devtools.watch((event) => {
		if (event.type === "created") expectType<number | undefined>()(event.parent);
		else if (event.type === "request") expectType<"sent" | "retry" | "answer">()(event.phase);
		else if (event.type === "follows") expectType<number>()(event.of);
		// @ts-expect-error: only requests have it
		event.phase;
	});
	stop();
	const { pending, settled, wasm } = devtools.snapshot();
	expectType<boolean>()(pending[0].abortable);
	expectType<string | undefined>()(settled[0].value);
	expectType<number | undefined>()(wasm?.pages);
	devtools.close();
	// @ts-expect-error: on or off
	godeferred.devtools({ panel: "right" });
}

// Errors
export function errors() {
	expectType<typeof GodeferredError>()(godeferred.GodeferredError);
	load().catch((error: unknown) => {
		if (!(error instanceof godeferred.GodeferredError)) return;
		expectType<GodeferredError>()(error);
		if (error.code === "policy" || error.code === "timeout") console.warn(error.message, error.cause);
		// @ts-expect-error: nothing has to wait for the runtime
		if (error.code === "not-ready") return;
		// @ts-expect-error: no such code
		if (error.code === "csp") return;
	});
	expectAssignable<Error>(new GodeferredError("network", "no answer"));
	new GodeferredError("network", "no answer", new TypeError());
	// @ts-expect-error: no such code
	new GodeferredError("csp", "no");
}

// The types
expectAssignable<DeferredPromise<[string]>>(null as unknown as Deferred<[string]>);
export { when };
