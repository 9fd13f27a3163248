// Loads the jQuery builds that the tests of install name in their address (?build=…), each as a page
// would: by a script element.

import { godeferred } from "../lib/started.js";

export { godeferred };

/** Where the build is; after "/modules/". */
export const build = pageBuild();

/** The page's module was imported with it. */
function pageBuild() {
	const { page } = /** @type {any} */ (document.querySelector("script[data-page]")).dataset;
	return new URL(page, location.href).searchParams.get("build") ?? "jquery/dist/jquery.js";
}

/** A jQuery of its own, which is no global. @returns {Promise<any>} */
export async function loadJQuery() {
	const script = document.createElement("script");
	script.src = `/modules/${build}`;
	await new Promise((resolve, reject) => {
		script.onload = resolve;
		script.onerror = reject;
		document.head.append(script);
	});
	script.remove();
	const { jQuery } = /** @type {any} */ (window);
	return jQuery.noConflict(true);
}

/** @param {any} object @returns {Record<PropertyKey, PropertyDescriptor>} */
export const members = (object) => Object.getOwnPropertyDescriptors(object);
