import { expectType } from "./expect.js";
import godeferred, { type EffectPromise, type Queued } from "./godeferred.js";

// Animations, queues and events of elements.

declare const panel: HTMLElement;
declare const list: NodeListOf<HTMLLIElement>;

export function animations() {
	expectType<EffectPromise<HTMLElement>>()(godeferred.animate(panel, { left: 70, opacity: "toggle" }, 400));
	godeferred.animate(list, { "margin-left": "+=20px", top: [5, "linear"] }, "fast", "swing", function () {
		expectType<HTMLLIElement>()(this);
	});
	godeferred.animate(panel, { left: 5 }, { duration: 5, queue: false, specialEasing: { left: "linear" } });
	godeferred.slideToggle(panel, {
		signal: new AbortController().signal,
		progress(animation, fraction, remaining) {
			expectType<HTMLElement>()(animation.elem);
			expectType<number>()(fraction + remaining);
		},
	});
	godeferred.animate(
		panel,
		{ left: 5 },
		{
			step(now, tween) {
				expectType<HTMLElement>()(this);
				expectType<number>()(now + tween.start + tween.pos);
				expectType<string>()(tween.prop + tween.unit);
				tween.now = tween.end = 5;
			},
		},
	);
	godeferred({ n: 0 }).animate(
		{ n: 100 },
		{
			duration: 400,
			step(now) {
				expectType<number>()(this.n + now);
			},
		},
	);
	godeferred.fadeOut(panel).progress((fraction) => expectType<number>()(fraction));
	godeferred.fadeTo(panel, "slow", 0.5, () => {});
	godeferred.show(panel);
	godeferred.toggle(list, true).done((same) => expectType<NodeListOf<HTMLLIElement>>()(same));
	godeferred.hide("p", 400, "linear").abort("enough");
	godeferred.fx.speeds.glacial = 3000;
	godeferred.fx.off = true;
	godeferred.easing.easeInQuad = (fraction) => fraction ** 2;
	godeferred.easing.old = (_, time, start, change, duration) => (change * time) / duration + start;
	godeferred.easing._default = "easeInQuad";
	godeferred.fadeIn(panel, 400, "easeInQuad");
	// @ts-expect-error: of what?
	godeferred.animate(panel);
	// A page can add it to easing.
	godeferred.animate(panel, { top: [5, "bounce"] });
	// @ts-expect-error: which opacity?
	godeferred.fadeTo(panel, 400);
}

export function queues() {
	expectType<(Queued | "inprogress")[]>()(godeferred.queue(panel));
	godeferred.queue(panel, function (next, hooks) {
		expectType<HTMLElement>()(this);
		hooks.stop = () => {};
		next();
	});
	godeferred.queue(panel, "mine", [(next) => next()]);
	godeferred.delay(panel, "slow", "mine", { signal: new AbortController().signal });
	godeferred.delay(panel, 5).done((element) => expectType<HTMLElement>()(element));
	godeferred.stop(panel, true, true);
	godeferred.stop(panel, "mine", true);
	godeferred.finish(panel, false);
	godeferred.dequeue(panel, "mine");
	godeferred.clearQueue("p").done((found) => expectType<Element[]>()(found));
	godeferred.promise(list, "fx").done((same) => expectType<NodeListOf<HTMLLIElement>>()(same));
	// @ts-expect-error: not a function
	godeferred.queue(panel, 5);
}

export function events() {
	godeferred.bindOnce(panel, "focus click", function (event) {
		expectType<HTMLElement>()(this);
		expectType<Event>()(event);
	});
	godeferred.visible(list, { rootMargin: "10px", threshold: 0.5 }).done(function (entry) {
		expectType<HTMLLIElement>()(this);
		expectType<boolean>()(entry.isIntersecting);
	});
	// @ts-expect-error: which events?
	godeferred.bindOnce(panel);
	// @ts-expect-error: windows do not come into view
	godeferred.visible(window);
}
