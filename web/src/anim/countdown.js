/**
 * Stands for the browser's Animation where there is no element: an object's numbers move by the page's clock, as in
 * jQuery, and so by a fake one. The frames look at it.
 */
export class Countdown {
	/** @param {number} duration in ms */
	constructor(duration) {
		this.duration = duration;
		this.begun = Date.now();
		this.pending = false;
		this.effect = this;
		this.onfinish = this.oncancel = null;
	}

	getComputedTiming() {
		return { progress: Math.min(1, (Date.now() - this.begun) / this.duration) };
	}

	get playState() {
		return this.getComputedTiming().progress < 1 ? "running" : "finished";
	}

	cancel() {}
}
