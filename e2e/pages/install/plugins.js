// Plugins that build on jQuery's deferreds, driven with and without install: the same events, in the same
// order, with the same data.

import { deepEqual, ok, run, test } from "../lib/test.js";
import { godeferred } from "../lib/started.js";
import { uploads } from "./plugins-upload.js";
import { grids } from "./plugins-grid.js";
import { images } from "./plugins-images.js";

const { jQuery } = /** @type {any} */ (window);

/** @typedef {(log: (...what: any[]) => void) => unknown} Scenario writes down what happens */

/** @type {Record<string, Record<string, Scenario>>} */
const plugins = { "blueimp-file-upload": uploads, jsgrid: grids, imagesloaded: images };

for (const [plugin, scenarios] of Object.entries(plugins)) {
	for (const [name, scenario] of Object.entries(scenarios)) {
		test(`${plugin}: ${name}`, async () => {
			const alone = await lines(scenario);
			ok(alone.length > 2, "something was written down");
			godeferred.install(jQuery);
			try {
				deepEqual(await lines(scenario), alone);
			} finally {
				godeferred.uninstall();
			}
		});
	}
}

/** @param {Scenario} scenario */
async function lines(scenario) {
	/** @type {string[]} */
	const written = [];
	await scenario((...what) => {
		written.push(what.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(" "));
	});
	return written;
}

await run();
