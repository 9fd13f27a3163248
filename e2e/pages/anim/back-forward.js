// A page that goes into the back/forward cache in the middle of its animations, and comes back. It reports itself,
// since whoever watches it loses sight of it meanwhile. A browser that does not keep the page loads it anew: the
// animations then run undisturbed.

import { equal, run, test } from "../lib/test.js";
import { godeferred } from "../lib/started.js";

const element = document.body.appendChild(document.createElement("p"));
element.textContent = "x";
const begun = [
	godeferred.slideUp(element, 200),
	godeferred.delay(element, 100),
	godeferred.slideDown(element, 200),
	godeferred.animate(element, { left: 5 }, { duration: 300, queue: false }),
];

const back = sessionStorage.getItem("left")
	? Promise.resolve(false)
	: new Promise((resolve) => addEventListener("pageshow", (event) => event.persisted && resolve(true)));

test("animations settle after the page was out of sight", async () => {
	await back;
	for (const promise of begun) await promise;
	equal(element.style.cssText, "left: 5px;");
});

if (!sessionStorage.getItem("left")) {
	sessionStorage.setItem("left", "yes");
	// After the load event: pages that leave earlier are replaced in the history.
	const leave = () => setTimeout(() => location.assign("/away.html"));
	if (document.readyState === "complete") leave();
	else addEventListener("load", leave);
}
await back;
await run();
