// A demo that needs the runtime and no server.

import { equal, run, test } from "../lib/test.js";
import { isQuiet } from "./quiet.js";

test("an animation runs, and its promise settles", async () => {
	await window.godeferred.ready;
	const [heading] = document.getElementsByTagName("h1");
	await window.godeferred.fadeOut(heading, 20);
	equal(getComputedStyle(heading).display, "none");
});

test("nothing is said, and nobody else is asked", isQuiet);

await run();
