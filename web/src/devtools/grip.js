import { make, set } from "./dom.js";

/** How much an arrow key moves it, in px. */
const STEP = 24;
const LEAST = 120;

/** The edge of the panel, which is moved by pointer or keys. */
export class Grip {
	/** @param {() => HTMLElement} host */
	constructor(host) {
		this.host = host;
		this.isRight = false;
		this.size = 0;
		this.element = make("div", {
			class: "grip",
			role: "separator",
			tabindex: "0",
			"aria-label": "Size of the panel",
			pointerdown: (/** @type {PointerEvent} */ event) => {
				this.element.setPointerCapture(event.pointerId);
				event.preventDefault();
			},
			pointermove: (/** @type {PointerEvent} */ event) => {
				if (!this.element.hasPointerCapture(event.pointerId)) return;
				this.resize(this.isRight ? innerWidth - event.clientX : innerHeight - event.clientY);
			},
			keydown: (/** @type {KeyboardEvent} */ event) => {
				const step = { ArrowUp: STEP, ArrowLeft: STEP, ArrowDown: -STEP, ArrowRight: -STEP }[event.key];
				if (!step) return;
				event.preventDefault();
				this.resize(this.size + step);
			},
		});
		this.turn(false);
	}

	/** @param {boolean} right whether the panel is at the right of the window */
	turn(right) {
		this.isRight = right;
		set(this.element, "aria-orientation", right ? "vertical" : "horizontal");
		this.resize(right ? 480 : 320, false);
	}

	/** @param {number} size in px @param {boolean} [apply] */
	resize(size, apply = true) {
		const most = this.isRight ? innerWidth * 0.95 : innerHeight * 0.9;
		this.size = Math.round(Math.max(LEAST, Math.min(size, most)));
		set(this.element, "aria-valuenow", this.size);
		set(this.element, "aria-valuemin", LEAST);
		set(this.element, "aria-valuemax", Math.round(most));
		const { style } = this.host() ?? {};
		// Important: a page's rule for all elements must not be stronger.
		if (apply) style.setProperty("--size", `${this.size}px`, "important");
		else style?.removeProperty("--size");
	}
}
