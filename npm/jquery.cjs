const godeferred = require("./godeferred.cjs");

/** Puts godeferred's deferreds into a page's jQuery: see godeferred.install. */
module.exports = function install(jQuery, options) {
	return godeferred.install(jQuery, options);
};
