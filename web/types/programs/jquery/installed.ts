// What jQuery has once godeferred is installed.
import install from "godeferred/jquery";

const same: JQueryStatic = install(jQuery);
install($, { unhandled: true });
// @ts-expect-error: the option is a boolean
install(jQuery, { unhandled: "yes" });

const thumbnails = same.createCache((defer, url: string) => {
	same.get(url).then(defer.resolve, defer.reject);
});

export async function functions() {
	thumbnails("/a.png").done((data) => data);
	const fresh: boolean = thumbnails.has("/a.png");
	const [image, list] = await $.all([$.loadImage("/a.png"), $.mapAsync(["a"], (text) => text.length)]);
	const url: string = image;
	const size: number | undefined = list[0];
	await $.wait(10);
	await $.timeout($.wait(10), 5);
	await $.afterDOMReady(100);
	await $.any([$.get("/a"), $.get("/b")]);
	await $.race([$.wait(1), $.Deferred<string>()]);
	const settled = await $.allSettled([$.wait(1)]);
	const last: number = await $.series<number>([() => 1]);
	$.work<[number]>((deferred, onAbort) => onAbort(() => deferred.resolve(1))).abort();
	$.wrap(Promise.resolve(1)).done((one) => one.toFixed());
	// @ts-expect-error: ms
	$.wait("a second");
	return [fresh, url, size, settled, last];
}

export async function methods() {
	const faded: JQuery = await $("p").fadeInPromise(200);
	$("p")
		.animatePromise({ width: 50 }, { duration: 100 })
		.done(function (moved) {
			moved.addClass("done");
			this.removeClass("busy");
		})
		.fail((reason) => reason);
	$(".box")
		.slideUpPromise()
		.then((box) => box.remove());
	await $<HTMLImageElement>("img").delayPromise(10);
	$("button").bindOnce("click", (event) => event.preventDefault());
	$<HTMLButtonElement>("button").firstClick(function () {
		this.disabled = true;
	});
	$("p")
		.visible({ threshold: 0.5 })
		.done((entry) => entry.target);
	const promise: JQuery.Promise<JQuery> = $("p").showPromise();
	// @ts-expect-error: a property's value
	$("p").animatePromise({ width: {} });
	// @ts-expect-error: no such effect
	$("p").stopPromise();
	return [faded, promise];
}

// Their promises have more methods.
export function promises() {
	const request = $.get("/rows");
	request.finally(() => {}).done((text) => text);
	request.then((text) => text).abort("gone");
	const deferred = $.Deferred<string>();
	deferred.abort();
	const over: boolean = deferred.isResolved() || deferred.promise().isRejected();
	request.abort();
	$.Deferred.getErrorHook = () => new Error();
	// @ts-expect-error: for comparing types
	deferred.done.call(null, 5);
	return over;
}
