// Html under a policy that asks for Trusted Types: the address says whether it allows ours.

import { equal, ok, test, throws } from "../lib/test.js";
import { godeferred as $ } from "../lib/started.js";

const { trustedTypes } = /** @type {any} */ (window);
const enforced = Boolean(trustedTypes);

if (new URL(import.meta.url).search === "?ours") {
	test("with the policy godeferred, html goes in", () => {
		const p = $("<p>a</p><p>b</p>").appendTo("body");
		equal(p.html("<b>x</b>").append("<i>y</i>").html(), "<b>x</b><i>y</i>");
		p.remove();
	});
} else {
	test("without a policy, html is refused in words that help", () => {
		if (!enforced) return;
		const message = /policy takes no strings for html: allow ours \(trusted-types godeferred\)/;
		throws(() => $("<p>a</p><p>b</p>"), message);
		throws(() => $("body").append("<i>y</i>"), message);
		throws(() => $(document.createElement("p")).html("<b>x</b>"), message);
	});

	test("nodes, texts and lone tags go in, and html that the page trusts", () => {
		const p = $("<p>").text("<b>").append(document.createElement("i"), "text").appendTo("body");
		equal(p.html(), "&lt;b&gt;<i></i>text");
		if (enforced) {
			const html = trustedTypes
				.createPolicy("page", { createHTML: (/** @type {string} */ s) => s })
				.createHTML("<u>y</u><s>z</s>");
			equal(p.html(html).append(html).html(), "<u>y</u><s>z</s><u>y</u><s>z</s>");
			equal($(html).length, 2);
		}
		ok(p.remove());
	});
}
