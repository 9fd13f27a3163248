import godeferred from "./godeferred.mjs";

/** Puts godeferred's deferreds into a page's jQuery: see godeferred.install. */
export default function install(jQuery, options) {
	return godeferred.install(jQuery, options);
}
