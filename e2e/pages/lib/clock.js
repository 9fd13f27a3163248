// A clock that stands still until it is told to go on, for jQuery's animations and for the browser's:
// no test waits, and both are looked at in the same moment of theirs.

const real = {
	now: Date.now,
	frame: window.requestAnimationFrame,
	timeout: window.setTimeout,
	clear: window.clearTimeout,
	animate: Element.prototype.animate,
};
const STEP = 10; // ms

export class Clock {
	time = 1_000_000;
	/** @type {Function[]} */
	frames = [];
	/** @type {Map<number, {at: number, fn: Function}>} */
	timers = new Map();
	last = 0;
	/** Also those of elements outside the document, which document.getAnimations leaves out. @type {Animation[]} */
	begun = [];
	/** Animations of the browser get nowhere. */
	still = false;

	install() {
		const scope = /** @type {any} */ (window);
		Date.now = () => this.time;
		scope.requestAnimationFrame = (/** @type {Function} */ fn) => this.frames.push(fn);
		scope.setTimeout = (/** @type {Function} */ fn, ms = 0) => {
			this.timers.set(++this.last, { at: this.time + ms, fn });
			return this.last;
		};
		scope.clearTimeout = (/** @type {number} */ id) => this.timers.delete(id);
		const begun = (/** @type {Animation} */ one) => this.begun.push(one);
		Element.prototype.animate = function (...args) {
			const animation = real.animate.apply(this, args);
			begun(animation);
			return animation;
		};
	}

	uninstall() {
		Date.now = real.now;
		Element.prototype.animate = real.animate;
		Object.assign(window, {
			requestAnimationFrame: real.frame,
			setTimeout: real.timeout,
			clearTimeout: real.clear,
		});
	}

	/** Animations under way. */
	animations() {
		this.begun = this.begun.filter(({ playState }) => playState === "running" || playState === "paused");
		return [...new Set([...document.getAnimations(), ...this.begun])];
	}

	/** Lets so many ms pass. @param {number} ms */
	advance(ms) {
		const end = this.time + Math.ceil(ms / STEP) * STEP;
		while (this.time < end) {
			if (this.frames.length + this.timers.size + this.animations().length > 0) this.step();
			else this.time = end; // nothing is going to happen
		}
	}

	step() {
		this.time += STEP;
		const before = this.still ? [] : this.animations();
		for (const animation of before) {
			if (animation.playState !== "running") continue;
			animation.pause();
			animation.currentTime = 0; // begun since the last step, and not a moment older for the browser
		}
		for (const [id, { at, fn }] of [...this.timers].sort((a, b) => a[1].at - b[1].at)) {
			if (at <= this.time && this.timers.delete(id)) fn();
		}
		const frames = this.frames;
		this.frames = [];
		/** @type {Animation[]} */
		const ended = [];
		for (const animation of before) {
			if (animation.playState !== "paused") continue;
			animation.currentTime = Number(animation.currentTime) + STEP;
			const duration = Number(animation.effect?.getComputedTiming().duration);
			if (Number(animation.currentTime) < duration) continue;
			animation.finish();
			ended.push(animation);
		}
		for (const fn of frames) fn(this.time);
		for (const animation of ended) animation.onfinish?.(/** @type {any} */ (new Event("finish")));
	}
}
