/** @typedef {import("./plugins.js").Kit} Kit */

const slides = "ABCDE".replace(/./g, "<div class=slide>$&</div>");

/** @type {Record<string, (kit: Kit) => Promise<void>>} */
export const slick = {
	async "arrows and dots"({ $, show, click, look, log, event }) {
		show(`<div id="s">${slides}</div>`);
		const slider = $("#s");
		slider.on(
			"init beforeChange afterChange destroy",
			(/** @type {any} */ one, /** @type {any} */ _, /** @type {any[]} */ ...more) =>
				log(one.type, ...more.filter((value) => typeof value === "number")),
		);
		slider.slick({ dots: true, speed: 1, slidesToShow: 2, slidesToScroll: 2 });
		look();
		for (const button of [".slick-next", ".slick-dots button", ".slick-prev"]) {
			const changed = event(slider, "afterChange");
			await click(button);
			await changed;
			look();
		}
		log(slider.slick("slickCurrentSlide"), slider.slick("getSlick").slideCount);
		slider.slick("slickAdd", "<div class=slide>F</div>").slick("slickRemove", 0);
		look();
		slider.slick("slickFilter", ":even");
		look();
		slider.slick("slickUnfilter").slick("slickSetOption", "slidesToShow", 1, true);
		look();
		slider.slick("unslick");
		look();
	},

	async "fades, with rows"({ $, show, click, look, event }) {
		show(`<div id="s">${slides}</div>`);
		const slider = $("#s").slick({ fade: true, speed: 1, infinite: false, adaptiveHeight: true });
		const changed = event(slider, "afterChange");
		await click(".slick-next");
		await changed;
		await $(".slick-list").promise(); // its height is animated
		look();
		slider.slick("unslick");
		slider.slick({ rows: 2, slidesPerRow: 2, centerMode: true, cssEase: "linear" });
		look();
		slider.slick("unslick");
		look();
	},
};

/** @type {Record<string, (kit: Kit) => Promise<void>>} */
export const flexslider = {
	async "fades by its links"({ $, show, click, look, log }) {
		show(`<div id="f" class="flexslider"><ul class="slides">${slides.replace(/div/g, "li")}</ul></div>`);
		/** @type {(() => void)} */
		let arrived = () => {};
		const after = () => new Promise((/** @type {any} */ resolve) => (arrived = () => setTimeout(resolve)));
		const started = after();
		const flex = $("#f").flexslider({
			animation: "fade",
			useCSS: false,
			slideshow: false,
			animationSpeed: 20,
			start(/** @type {any} */ slider) {
				log("start", slider.count);
				arrived();
			},
			before: (/** @type {any} */ slider) => log("before", slider.currentSlide, slider.animatingTo),
			after(/** @type {any} */ slider) {
				log("after", slider.currentSlide);
				arrived();
			},
		});
		await started;
		for (const link of [".flex-next", ".flex-control-nav a", ".flex-prev"]) {
			const changed = after();
			await click(link, link.includes("control") ? 2 : 0);
			await changed;
			log($(".flex-active-slide").index(), $(".flex-active").text());
		}
		look();
		log(flex.data("flexslider").currentSlide, $.data(flex[0], "flexslider").count);
	},
};
