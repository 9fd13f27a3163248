// Options that may be undefined count as left out.
import $, { load } from "godeferred";
import { inspect, wait } from "godeferred/core";

export async function options(signal?: AbortSignal, ms?: number, flag?: boolean, name?: string) {
	await load({ wasm: name, integrity: name, timeout: ms, worker: flag });
	await wait(1, { signal });
	await $.mapAsync([1], (n) => n, { signal, concurrency: ms });
	$.ajax({ url: name, method: name, timeout: ms, cache: flag, signal, retry: { limit: ms, backoff: ms } });
	$.ajax("/", { success: undefined, error: undefined, complete: undefined, beforeSend: undefined });
	$.createCache((defer) => defer.resolve(), { max: ms, ttl: ms, keepFailures: flag });
	$("p").animate({ width: 1 }, { duration: ms, easing: name, signal, step: undefined, complete: undefined });
	$("p").visible({ signal });
	return [$.inspect({ stacks: flag }), inspect({ stacks: flag })];
}
