// Arguments and prototypes that get in the way of looking for a signal.

import { equal, rejects } from "../lib/assert.js";

/** @type {typeof import("./cases.js").cases} */
export const oddArguments = [
	[
		"an argument that cannot be looked at rejects, and is forgotten",
		async ({ godeferred }) => {
			const error = new RangeError("getter");
			const fails = () => {
				throw error;
			};
			const { proxy, revoke } = Proxy.revocable({}, {});
			revoke();
			equal(await rejects(godeferred.go.echo(Object.defineProperty({}, "aborted", { get: fails }))), error);
			equal(await rejects(godeferred.go.echo(Object.defineProperty({}, "signal", { get: fails }))), error);
			equal(await rejects(godeferred.go.echo({ aborted: false, addEventListener: fails })), error);
			await rejects(godeferred.go.echo(proxy), TypeError);
			equal(godeferred.inspect().kinds["go.echo"], undefined);
		},
	],
	[
		"a signal of Object.prototype is no option",
		async ({ godeferred: { go } }) => {
			Object.defineProperty(Object.prototype, "signal", { value: AbortSignal.abort(), configurable: true });
			try {
				equal(typeof (await go.echo({})), "object");
			} finally {
				Reflect.deleteProperty(Object.prototype, "signal");
			}
		},
	],
];
