// Promises of @types/jquery and of godeferred stand for each other, where their types agree.
import godeferred, { type Deferred, type DeferredPromise, type JqXHR } from "godeferred";
import "godeferred/jquery";

declare function plugin(promise: JQuery.Promise<string>): void;
declare function loader(deferred: JQuery.Deferred<string, Error>): void;
declare function waits(
	promise: JQuery.PromiseBase<any, any, any, any, any, any, any, any, any, any, any, any>,
): void;
declare function thenable(promise: JQuery.Thenable<string>): void;
declare function page(promise: DeferredPromise<[string]>): void;
declare function settles(deferred: Deferred<[text: string], [reason: Error]>): void;

declare const theirs: JQuery.Promise<string>;
declare const theirDeferred: JQuery.Deferred<string, Error>;
declare const theirNumber: JQuery.Promise<number>;
declare const their2: JQuery.Promise2<string, Error, never, number, never, never>;
declare const theirRequest: JQuery.jqXHR<{ id: number }>;
declare const ours: DeferredPromise<[text: string]>;
declare const ourDeferred: Deferred<[text: string], [reason: Error]>;
declare const ourNumber: DeferredPromise<[number]>;
declare const our2: DeferredPromise<[text: string, size: number]>;
declare const ourRequest: JqXHR<string>;

export function oursForTheirs() {
	plugin(ours);
	plugin(ourDeferred);
	plugin(our2);
	plugin(ourRequest);
	plugin(ours.then((text) => text.trim()));
	plugin(godeferred.Deferred<[string]>().promise());
	loader(ourDeferred);
	waits(our2);
	waits(ourRequest);
	thenable(ours);
	const size: JQuery.Promise2<string, any, any, number, any, any> = our2;
	const nothing: JQuery.Promise<void> = godeferred.wait(1);
	const anything: JQuery.Promise<any> = ours;
	const list: JQuery.Promise<string>[] = [ours, theirs];
	// @ts-expect-error: a number
	plugin(ourNumber);
	// @ts-expect-error: a number
	loader(godeferred.Deferred<[number]>());
	// @ts-expect-error: the second is a number
	const wrong: JQuery.Promise2<string, any, any, boolean, any, any> = our2;
	return [size, nothing, anything, list, wrong];
}

export function theirsForOurs() {
	page(theirs);
	page(theirDeferred);
	page(their2);
	settles(theirDeferred);
	const request: DeferredPromise<[{ id: number }, string]> = theirRequest;
	const size: DeferredPromise<[string, number]> = their2;
	const animated: DeferredPromise<[JQuery]> = jQuery("p").promise();
	// @ts-expect-error: a number
	page(theirNumber);
	// @ts-expect-error: a number
	page(jQuery.Deferred<number>());
	// @ts-expect-error: an object
	page(theirRequest);
	// @ts-expect-error: the second argument is the status
	const wrong: DeferredPromise<[{ id: number }, number]> = theirRequest;
	return [request, size, animated, wrong];
}

// Functions of godeferred know the arguments of their promises.
export async function joined() {
	godeferred.when(theirs, our2, theirRequest).done((text, both, answer) => {
		const [first, second]: [string, number] = both;
		const id: number = answer[0].id;
		const status: number = answer[2].status;
		return [text.trim(), first, second, id, status];
	});
	godeferred.wrap(their2).done((text, size) => text.trim() + size.toFixed());
	const list: [string, string] = await godeferred.all([theirs, ours]);
	const text: string = await godeferred.timeout(theirs, 100);
	return ours.then(() => theirRequest).then((answer) => [answer.id, list, text]);
}

// jQuery.when and then take promises of both kinds, and know their types.
export function mixed() {
	jQuery.when(ours, theirs).done((first, second) => first.trim() + second.trim());
	theirs.then(() => ours).then((text) => text.trim());
	return jQuery
		.Deferred<string>()
		.resolve("a")
		.then(() => ourNumber);
}

// What @types/jquery says of its own promises stays.
export async function asBefore() {
	const text: string = await theirs;
	const other: string = await theirDeferred;
	const row: { id: number } = await theirRequest;
	const both: string = await jQuery.when(theirs, theirs);
	const size: number = await theirs.then((value) => value.length);
	// @ts-expect-error: text
	theirs.done((value: number) => value);
	// @ts-expect-error: text
	theirs.then((value: number) => value);
	// @ts-expect-error: text
	theirDeferred.resolve(1);
	theirDeferred.done((value) => value.trim()).resolveWith({}, ["a"]);
	return [text, other, row, both, size];
}
