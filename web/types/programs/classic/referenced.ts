/// <reference types="godeferred/global" />

// A classic script: nothing is imported, `$` and `godeferred` are globals.
function classic(): godeferred.DeferredPromise<[number]> {
	const deferred: godeferred.Deferred<[text: string]> = $.Deferred();
	$(".row")
		.addClass("busy")
		.on("click", function () {
			deferred.resolve(this.id);
		});
	window.$.get<string>("/row").done((text) => text.trim());
	const one: typeof $ = godeferred;
	// @ts-expect-error: text
	deferred.resolve(1);
	// @ts-expect-error: no such function
	one.missing();
	return deferred.then((text) => text.length);
}
