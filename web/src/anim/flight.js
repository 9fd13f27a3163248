import { report } from "../lib/errors.js";
import { bare } from "../lib/own.js";
import { Countdown } from "./countdown.js";
import { unwatch, watch } from "./frames.js";
import { invoke, member } from "../dom/member.js";

/**
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").Tween} Tween
 */

/** ms that a browser may need to report a finished animation. */
const GRACE = 100;
/** ms until the next check. */
const AGAIN = 1000;

/**
 * Lets the browser run the animations of runs that were started together.
 *
 * @param {Run[]} runs
 * @param {() => void} landed called when some of them have ended: the next ones begin then
 */
export function fly(runs, landed) {
	if (runs.length > 0) new Flight(runs, landed).start();
}

/** Runs that were started together, run by the browser. */
export class Flight {
	/** @param {Run[]} runs @param {() => void} landed */
	constructor(runs, landed) {
		this.runs = runs;
		this.landed = landed;
		/** Runs that are not over. */
		this.left = runs.length;
		this.timer = 0;
		this.calls = new Set(runs.map((run) => run.together));
		/** Some of them need every frame. */
		this.busy = runs.some((run) => run.moves || run.options.progress);
		this.look = this.look.bind(this);
		this.born = 0;
	}

	start() {
		/** @type {Map<Tween[], Animation>} */
		const known = new Map();
		for (const run of this.runs) this.animate(run, known);
		this.born = performance.now();
		this.wait(Math.max(...this.runs.map((run) => run.options.duration)));
		watch(this);
	}

	/**
	 * Runs with the same tweens get copies of one effect: that takes a third of the time of
	 * `element.animate`, which parses its keyframes for each element.
	 *
	 * @param {Run} run
	 * @param {Map<Tween[], Animation>} known
	 */
	animate(run, known) {
		const { element, tweens } = run;
		run.flight = this;
		if (!run.isElement) {
			run.animation = new Countdown(run.options.duration);
			return;
		}
		try {
			let animation = known.get(tweens);
			if (animation) {
				const effect = new KeyframeEffect(/** @type {KeyframeEffect} */ (animation.effect));
				effect.target = element;
				animation = new Animation(effect, member(member(element, "ownerDocument"), "timeline"));
				animation.play();
			} else {
				// fill: the compositor may show the animation for a frame after its end.
				const timing = bare({ duration: run.options.duration, fill: /** @type {const} */ ("both") });
				animation = /** @type {Animation} */ (
					invoke(element, "animate", keyframes(tweens, run.options.step !== null), timing)
				);
				known.set(tweens, animation);
			}
			animation.onfinish = animation.oncancel = this.look;
			run.animation = animation;
		} catch (error) {
			report(error); // an element that cannot be animated jumps to the end
			run.jump = true;
		}
	}

	/**
	 * An animation has finished, or other code cancelled it. Often many have, each with its own event:
	 * all of them end now, so that the next ones in their queues start together.
	 */
	look() {
		this.endAll((run) => run.animation?.playState === "finished" || run.animation?.playState === "idle");
	}

	/** @param {(run: Run) => boolean} which */
	endAll(which) {
		for (const run of this.runs) if (!run.isOver && which(run)) run.finish();
		this.runs = this.runs.filter((run) => !run.isOver);
		this.landed();
	}

	/** A run is over, or was stopped. After the last one, nothing holds the elements. */
	land() {
		if (--this.left > 0) return;
		clearTimeout(this.timer);
		unwatch(this);
	}

	/** @param {number} ms */
	wait(ms) {
		this.timer = /** @type {any} */ (setTimeout(() => this.late(), ms + GRACE));
	}

	/**
	 * A hidden page and a detached iframe have no animation frames: finished animations fire no event
	 * there. In a hidden iframe (Firefox: display none; Chromium: cross-origin and out of view) they do not
	 * even begin. An animation that other code has paused or slowed down is left alone.
	 */
	late() {
		this.look();
		if (this.left === 0) return;
		const passed = performance.now() - this.born;
		this.endAll(({ animation, element, options: { duration } }) => {
			if (animation?.playState !== "running") return false;
			if (animation.pending && passed >= duration + AGAIN) return true;
			return (
				(member(document, "hidden") || !member(element, "ownerDocument")?.defaultView) && passed >= duration
			);
		});
		if (this.left > 0) this.wait(AGAIN);
	}
}

/**
 * The keyframes of tweens. An easing belongs to a keyframe, so each easing has its own first keyframe.
 *
 * @param {Tween[]} tweens
 * @param {boolean} stepped the page's step gets each frame: the browser only counts the time
 */
function keyframes(tweens, stepped) {
	/** @type {Map<string, Keyframe>} */
	const first = new Map();
	/** @type {Keyframe} */
	const last = bare({ offset: 1 });
	for (const { goal, from, to, unit, own } of tweens) {
		if (own || stepped || Number.isNaN(from)) continue;
		let frame = first.get(goal.easing);
		if (!frame) {
			frame = /** @type {Keyframe} */ (bare({ offset: 0, easing: goal.easing }));
			first.set(goal.easing, frame);
		}
		frame[goal.name] = from + unit;
		last[goal.name] = to + unit;
	}
	return [...first.values(), last];
}
