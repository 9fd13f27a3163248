// The libraries in one page, each as its users load it. Scripts set globals: each one's is taken, and put back to what
// it was, before the next is loaded. The engine's own Promise is what every library finds.

/**
 * @typedef {object} Library
 * @property {string} id
 * @property {string} name
 * @property {string} version empty where the browser's says it
 * @property {boolean} promises whether promises are all it has
 * @property {string[]} [only] the cases that it can do, where they are few
 * @property {any} object what its users call
 */

const page = /** @type {any} */ (globalThis);
const NativePromise = Promise;

/** @type {Record<string, (address?: string) => Promise<Library>>} */
const loaders = {
	async godeferred() {
		if (!page.godeferred) await script("/dist/godeferred.js");
		const object = await page.godeferred.ready;
		must("the page's $", page.$ === undefined);
		return { id: "godeferred", name: "godeferred", version: object.version, promises: false, object };
	},
	jquery4: (address = "/modules/jquery4.js") => jQueryOf("jquery4", "4.", address),
	jquery3: (address = "/modules/jquery3.js") => jQueryOf("jquery3", "3.", address),
	async bluebird() {
		await script("/modules/bluebird.js");
		const object = page.Promise;
		page.Promise = NativePromise;
		delete page.P;
		must("bluebird", object !== NativePromise && object.is(object.resolve()));
		return { id: "bluebird", name: "bluebird", version: object.version, promises: true, object };
	},
	async "simply-deferred"() {
		await script("/modules/simply-deferred.js");
		const Deferred = page.Deferred;
		delete page.Deferred;
		must("simply-deferred", Deferred().resolve(1).state() === "resolved");
		const object = { Deferred, when: Deferred.when };
		return { id: "simply-deferred", name: "simply-deferred", version: "", promises: false, object };
	},
	async "underscore.deferred"() {
		await script("/modules/underscore.deferred.js");
		const object = page._;
		delete page._;
		must("underscore.deferred", object.Deferred().resolve(1).state() === "resolved");
		return { id: "underscore.deferred", name: "underscore.deferred", version: "", promises: false, object };
	},
	// The least that `await` accepts: what it takes is the floor of every library whose promises are objects of its own.
	async thenable() {
		const object = {
			resolve: (/** @type {number} */ value) => ({ then: (/** @type {any} */ f) => f(value) }),
		};
		const name = "the least thenable";
		return { id: "thenable", name, version: "", promises: true, only: ["await"], object };
	},
	async native() {
		return { id: "native", name: "native promises", version: "", promises: true, object: NativePromise };
	},
};

/**
 * @param {string[]} ids in the order given
 * @param {Record<string, string>} [addresses] of jQueries that stand elsewhere, by id
 * @returns {Promise<Library[]>} in the order of the tables, this one first
 */
export async function loadLibraries(ids, addresses = {}) {
	/** @type {Map<string, Library>} */
	const loaded = new Map();
	for (const id of ids) {
		loaded.set(id, await loaders[id](addresses[id]));
		must("the native Promise", page.Promise === NativePromise);
	}
	return Object.keys(loaders).flatMap((id) => loaded.get(id) ?? []);
}

/**
 * The work of all cases: a copy of its code for each library, which an address of its own makes.
 *
 * @param {Library[]} libraries
 */
export async function worksOf(libraries) {
	/** @type {Record<string, import("./cases.js").Work>} */
	const works = {};
	for (const { id, promises, object } of libraries) {
		const { jobs, taken } = await import(`./${promises ? "promises" : "deferreds"}.js?library=${id}`);
		works[id] = { jobs: jobs(object), taken };
	}
	return works;
}

/**
 * @param {string} id
 * @param {string} major
 * @param {string} address
 */
async function jQueryOf(id, major, address) {
	await script(address);
	const object = page.jQuery.noConflict(true);
	const version = object.fn.jquery;
	must(id, version.startsWith(major));
	return { id, name: "jQuery", version, promises: false, object };
}

/**
 * @param {string} src
 * @returns {Promise<void>}
 */
function script(src) {
	return new NativePromise((loaded, failed) => {
		const element = document.createElement("script");
		element.src = src;
		element.onload = () => loaded();
		element.onerror = () => failed(new Error(`${src} was not loaded`));
		document.head.append(element);
	});
}

/**
 * @param {string} what
 * @param {boolean} holds
 */
function must(what, holds) {
	if (!holds) throw new Error(`${what} is not what it should be: another library has changed it`);
}
