/** @typedef {import("./plugins.js").Kit} Kit */

const picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** @type {Record<string, (kit: Kit) => Promise<void>>} */
export const lazyload = {
	async "images that come into view"({ $, show, look, log }) {
		scrollTo(0, 0);
		show(
			[0, 1, 2]
				.map(
					(i) =>
						`<p style="height:${i * 3000}px"></p><img alt="i${i}" width="20" height="20" data-original="${picture}#${i}">`,
				)
				.join(""),
		);
		/** @type {(() => void)} */
		let loaded = () => {};
		const load = () => new Promise((/** @type {any} */ resolve) => (loaded = () => setTimeout(resolve)));
		let next = load();
		$("img").lazyload({
			effect: "fadeIn",
			effect_speed: 0,
			appear: /** @this {any} */ function (/** @type {number} */ left) {
				log("appear", this.alt, left);
			},
			load: /** @this {any} */ function (/** @type {number} */ left) {
				log("load", this.alt, left);
				loaded();
			},
		});
		await next;
		look();
		log($("img:below-the-fold").length, $("img").filter(":in-viewport").attr("alt"));
		for (const i of [1, 2]) {
			next = load();
			$("img").get(i).scrollIntoView();
			await next;
			look();
		}
		$(window).off("scroll resize");
		scrollTo(0, 0);
	},

	async "images that are clicked"({ $, show, click, look, log }) {
		show(`<img alt="a" width="20" height="20" data-original="${picture}">`);
		const loaded = new Promise((/** @type {any} */ resolve) => {
			$("img").lazyload({ event: "click", load: () => setTimeout(resolve) });
		});
		look();
		await click("img");
		await loaded;
		look();
		log($("img").attr("src") === picture);
		$(window).off("resize");
	},
};
