// jQuery 4 is the judge of what is left in the style attribute.

import { deepEqual, equal, test } from "../lib/test.js";
import { computed, finish, jQuery, show, stage } from "../lib/stage.js";
import { godeferred } from "../lib/started.js";

// Each row is shown by jQuery and by godeferred; the style attributes then have to be the same.
const fixtures = [
	'<div style="display: none">x</div>',
	'<div class="gone">x</div>',
	'<div class="gone" style="display: none">x</div>',
	"<div hidden>x</div>",
	'<span class="gone">x</span>',
	'<span style="display: none">x</span>',
	'<span style="display: none; color: red">x</span>',
	'<b class="gone" style="float: left">x</b>',
	'<img class="gone" alt="x" width="9" height="9">',
	'<button style="display: none">x</button>',
	'<button class="gone">x</button>',
	'<li class="gone">x</li>',
	'<aside class="gone">x</aside>',
	'<table class="gone"><tr><td>x</td></tr></table>',
	"<script>0</script>",
	'<div class="box gone" style="overflow: auto; height: 50px; padding-top: 3px; opacity: 0.5">x</div>',
	'<div class="border-box gone" style="overflow-x: scroll">x</div>',
	'<div style="display: none; margin: -5px 0 auto">x</div>',
	"<div>shows already</div>",
	'<span style="display: inline-block">shows already</span>',
	'<div style="display: flex">shows already</div>',
	'<no-such-element class="gone">x</no-such-element>',
];
for (const name of ["slideDown", "fadeIn"]) {
	for (const html of fixtures) {
		test(`${name} leaves the styles that jQuery leaves: ${html}`, async () => {
			show(`${html}<p></p>${html}`);
			const theirs = /** @type {any} */ (stage.firstElementChild);
			const ours = /** @type {any} */ (stage.lastElementChild);
			const promise = godeferred[name](ours, 10_000);
			const running = jQuery(theirs)[name](10_000);
			equal(computed(ours, "display"), computed(theirs, "display"), "display on the way");
			running.finish();
			finish(ours);
			await promise;
			deepEqual(plain(ours.style), plain(theirs.style));
			equal(computed(ours, "display"), computed(theirs, "display"), "display at the end");
			equal(ours.offsetHeight, theirs.offsetHeight);
		});
	}
}

/** @param {CSSStyleDeclaration} style */
function plain(style) {
	return Object.fromEntries([...style].sort().map((name) => [name, style.getPropertyValue(name)]));
}
