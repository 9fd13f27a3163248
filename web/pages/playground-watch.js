/**
 * Tells listener the events of all deferreds from now on.
 *
 * @param {any} godeferred @param {(event: any) => void} listener
 */
export async function watch(godeferred, listener) {
	if (godeferred.devtools) {
		const devtools = await godeferred.devtools({ panel: false });
		devtools.watch(listener);
		return;
	}
	shim(godeferred, listener);
}

/** Until devtools exists. @param {any} godeferred @param {(event: any) => void} listener */
function shim(godeferred, listener) {
	const ids = new WeakMap();
	let last = 0;
	const now = () => performance.now();
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = Math.max(stackTraceLimit ?? 0, 30);
	function register(promise, kind, parent) {
		const key = promise.promise();
		if (ids.has(key)) return promise;
		const id = ++last;
		ids.set(key, id);
		listener({ type: "created", id, kind, at: now(), ...(parent && { parent }), stack: new Error().stack });
		promise.progress((...values) => listener({ type: "progress", id, at: now(), value: values.at(-1) }));
		promise.always((value) => {
			const state = promise.state();
			const aborted = state === "rejected" && value?.name === "AbortError";
			listener({ type: "settled", id, at: now(), state: aborted ? "aborted" : state, value });
		});
		return promise;
	}
	const kinds = {
		when: "when",
		all: "when",
		any: "when",
		race: "when",
		allSettled: "when",
		mapAsync: "when",
		series: "when",
		wrap: "wrap",
		wait: "timer",
		timeout: "timer",
		work: "timer",
		ajax: "ajax",
		get: "ajax",
		post: "ajax",
		getJSON: "ajax",
		slideDown: "animation",
		slideUp: "animation",
		fadeIn: "animation",
		fadeOut: "animation",
		animate: "animation",
		loadImage: "image",
		firstClick: "event",
		bindOnce: "event",
	};
	for (const [name, kind] of Object.entries(kinds)) {
		const make = godeferred[name];
		if (make) godeferred[name] = (...args) => register(make(...args), kind);
	}
	const proto = Object.getPrototypeOf(godeferred.Deferred.prototype);
	for (const name of ["then", "catch", "finally", "pipe"]) {
		const { get } = Object.getOwnPropertyDescriptor(proto, name);
		Object.defineProperty(proto, name, {
			configurable: true,
			get() {
				const method = get.call(this);
				const parent = ids.get(this.promise());
				return (...args) => register(method(...args), "then", parent);
			},
		});
	}
	const { Deferred } = godeferred;
	godeferred.Deferred = function (init) {
		const deferred = register(Deferred(), "deferred");
		init?.call(deferred, deferred);
		return deferred;
	};
	godeferred.Deferred.prototype = Deferred.prototype;
}
