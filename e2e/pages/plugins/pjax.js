/** @typedef {import("./plugins.js").Kit} Kit */

/** @type {Record<string, (kit: Kit) => Promise<void>>} */
export const pjax = {
	async "links, a form, and back"({ $, show, click, look, log, event }) {
		const home = location.href;
		show(`<div id="main"><a href="/pages/plugins/next.html?a=1#there">next</a></div>
<form id="form" action="/pages/plugins/next.html"><input name="q" value="tea"><button>go</button></form>`);
		$.pjax.enable();
		$.pjax.state = null;
		const names =
			"click beforeSend start send beforeReplace success complete end popstate error timeout submit";
		const types = names.split(" ").map((name) => `pjax:${name}.test`);
		$(document).on(types.join(" "), (/** @type {any} */ one) =>
			log(one.type, one.state?.container, one.target.id),
		);
		$(document).pjax("#main a", "#main", { fragment: "#content", timeout: 0 });
		$(document).on("submit.test", "form", (/** @type {any} */ one) =>
			$.pjax.submit(one, "#main", { fragment: "#content", timeout: 0, push: false }),
		);
		let over = event(document, "pjax:end");
		await click("#main a");
		await over;
		look();
		log(location.pathname + location.search + location.hash, document.title);
		over = event(document, "pjax:end");
		await click("button");
		await over;
		look();
		over = event(document, "pjax:end");
		history.back();
		await over;
		look();
		log(location.href === home);
		$(document).off(".test click.pjax");
		$(document).off("click", "#main a");
		$.pjax.disable();
	},
};
