// A jQuery that uses the runtime is another owner of deferreds: its events name it.

import godeferred from "/dist/godeferred.mjs";
import { deepEqual, run, test } from "../lib/test.js";
import { record, shorten, told } from "./recorded.js";

const jQuery = /** @type {any} */ (window).jQuery;

test("deferreds of a jQuery's are seen, and named", async () => {
	const { devtools, events } = await record();
	godeferred.install(jQuery);
	const d = jQuery.Deferred();
	d.then(() => {});
	jQuery.when(d, 1);
	d.resolve();
	await told();
	devtools.close();
	godeferred.uninstall(jQuery);
	deepEqual(
		shorten(events)
			.filter(({ type }) => type === "created")
			.map(({ kind, owner }) => [kind, owner]),
		["deferred", "then", "when"].map((kind) => [kind, `jQuery ${jQuery.fn.jquery}`]),
	);
});

run();
