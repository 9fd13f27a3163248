// A module of a page that has the classic script, too: `$` is a global there, and the types have two names.
import "godeferred/global";
import type { DeferredPromise } from "godeferred";
import { wait } from "godeferred/core";

export function imported(): DeferredPromise<[text: string]> {
	const deferred = $.Deferred<[text: string]>();
	deferred.resolve("a");
	return deferred;
}

export const classic: godeferred.DeferredPromise<[number]> = imported().then((text) => text.length);
export const joined: godeferred.DeferredPromise<[string, undefined]> = $.when(imported(), wait(1));
export const both: PromiseLike<void> = $.wait(1);
// @ts-expect-error: text
export const wrong: godeferred.DeferredPromise<[number]> = imported();
