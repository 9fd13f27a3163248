// A module of a page.
import godeferred, { type Deferred, type DeferredPromise, GodeferredError, load } from "godeferred";
import { all, type Deferred as Core, wait } from "godeferred/core";

export async function start(): Promise<typeof godeferred> {
	try {
		return await load({ timeout: 5000 });
	} catch (error) {
		if (error instanceof GodeferredError && error.code === "timeout") return start();
		throw error;
	}
}

export function rows(): DeferredPromise<[string[]]> {
	const deferred: Deferred<[string[]]> = godeferred.Deferred();
	const core: Core<[string[]]> = deferred;
	godeferred("li").each((index, one) => {
		if (index > 0) core.resolve([one.id]);
	});
	return deferred;
}

export const joined: DeferredPromise<[[string[], undefined]]> = all([rows(), wait(1)]);
export const named: godeferred.JqXHR<string> = godeferred.get<string>("/");
// @ts-expect-error: the module sets no globals
globalThis.godeferred;
