// The libraries in one page, each as its users load it. Scripts set globals: each one's is taken, and put back to what
// it was, before the next is loaded. The engine's own Promise comes first, and is what every library finds.

/**
 * @typedef {object} Library
 * @property {string} id
 * @property {string} name
 * @property {string} version empty where the browser's says it
 * @property {boolean} promises whether promises are all it has
 * @property {any} object what its users call
 */

const page = /** @type {any} */ (globalThis);
const NativePromise = Promise;

/** @returns {Promise<Library[]>} this one first */
export async function loadLibraries() {
	await script("/modules/bluebird.js");
	const bluebird = page.Promise;
	page.Promise = NativePromise;
	delete page.P;
	must("bluebird", bluebird !== NativePromise && bluebird.is(bluebird.resolve()));

	const jquery3 = await jQueryOf("/modules/jquery3.js");
	const jquery4 = await jQueryOf("/modules/jquery4.js");
	must("jQuery 3", jquery3.fn.jquery.startsWith("3.") && jquery4.fn.jquery.startsWith("4."));

	await script("/dist/godeferred.js");
	const godeferred = await page.godeferred.ready;
	must("the native Promise", page.Promise === NativePromise && page.$ === undefined);

	return [
		{
			id: "godeferred",
			name: "godeferred",
			version: godeferred.version,
			promises: false,
			object: godeferred,
		},
		{ id: "jquery4", name: "jQuery", version: jquery4.fn.jquery, promises: false, object: jquery4 },
		{ id: "jquery3", name: "jQuery", version: jquery3.fn.jquery, promises: false, object: jquery3 },
		{ id: "bluebird", name: "bluebird", version: bluebird.version, promises: true, object: bluebird },
		{ id: "native", name: "native promises", version: "", promises: true, object: NativePromise },
	];
}

/** @param {string} src */
async function jQueryOf(src) {
	await script(src);
	return page.jQuery.noConflict(true);
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
