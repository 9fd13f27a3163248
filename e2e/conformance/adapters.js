// Adapters of promise libraries for the Promises/A+ suite, which wants deferred(), and optionally resolved() and
// rejected() where a promise that was settled from the start is made in another way. Shared by Node and the browsers.

/** The promises of Deferred(): then is the machine's own. */
export function deferred(godeferred) {
	return {
		deferred() {
			const d = godeferred.Deferred();
			return { promise: d.promise(), ...settlers(d) };
		},
	};
}

// Not d.resolve itself: called as the method of another object it passes that object on as the handlers' this, which
// is jQuery's rule for resolve and, rightly, breaks 2.2.5 where an adapter is that object.
function settlers(d) {
	return { resolve: (value) => void d.resolve(value), reject: (reason) => void d.reject(reason) };
}

/**
 * The promises that when() answers. It answers in two ways, and both are judged: of something pending (deferred)
 * and of something settled (resolved, rejected), which it takes over before it returns.
 */
export function when(godeferred) {
	return {
		deferred() {
			const d = godeferred.Deferred();
			return { promise: godeferred.when(d), ...settlers(d) };
		},
		resolved: (value) => godeferred.when(value),
		rejected: (reason) => godeferred.when(godeferred.Deferred().reject(reason)),
	};
}

/** The engine's own promises and bluebird's conform: when they fail, the runner is wrong. */
export function constructed(PromiseClass) {
	return {
		deferred() {
			const d = {};
			d.promise = new PromiseClass((resolve, reject) => {
				d.resolve = resolve;
				d.reject = reject;
			});
			return d;
		},
	};
}

/** Calls handlers with the promise as their this, which 2.2.5 forbids: when it passes, the runner is wrong. */
export function broken() {
	return {
		deferred() {
			const { promise, resolve, reject } = constructed(Promise).deferred();
			const bind = (handler) => (typeof handler === "function" ? loud(handler.bind(promise)) : handler);
			return { promise: { then: (done, fail) => promise.then(bind(done), bind(fail)) }, resolve, reject };
		},
	};
}

// A promise swallows a failing assertion of its handler, and the test then waits in vain for its done. We know that it
// will fail, so need not wait: the runner sees the assertion as an uncaught error too.
function loud(handler) {
	return (value) => {
		try {
			return handler(value);
		} catch (error) {
			if (error?.name?.startsWith("AssertionError")) {
				setTimeout(() => {
					throw error;
				});
			}
			throw error;
		}
	};
}
