// CommonJS: the module is the function.
import core = require("godeferred/core");
import godeferred = require("godeferred");
import usual, { type Deferred, type DeferredPromise, GodeferredError, load } from "godeferred";
import type { DeferredPromise as OfModule } from "godeferred" with { "resolution-mode": "import" };

const deferred: godeferred.Deferred<[string]> = godeferred.Deferred();
const same: Deferred<[string]> = usual.Deferred<[string]>();
const function_: godeferred.Godeferred = godeferred.default;
const joined: DeferredPromise<[[string, number]]> = core.all([deferred, 1]);
// What a module of the same program returns will do here, and the other way round.
const moved: OfModule<[string]> = same;
const back: DeferredPromise<[string]> = moved;
// @ts-expect-error: text
const wrong: DeferredPromise<[number]> = moved;

export = {
	function_,
	joined,
	back,
	wrong,
	async start(): Promise<godeferred.Godeferred> {
		try {
			return await load();
		} catch (error) {
			if (error instanceof GodeferredError && error.code === "ended") return godeferred.load();
			throw error;
		}
	},
};
