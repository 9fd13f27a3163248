// Animations of the page face: see internal/twins/animations_js.go.

import { problemOf } from "./trace.js";

/** @param {any} step */
const durationOf = ({ duration }) =>
	duration === undefined || duration === "fast" || duration === "slow" ? duration : Number(duration);

/** @param {any} godeferred @param {import("./page-face.js").Around} around */
export function pageAnimations(godeferred, around) {
	const { say, begun } = around;

	/** @param {any} step @param {boolean} queue */
	function start(step, queue) {
		const { id, effect, target, easing } = step;
		const controller = new AbortController();
		around.kept[id] = controller;
		around.kept[`target of ${id}`] = target;
		/** @type {Record<string, any>} */
		const options = {
			queue,
			signal: controller.signal,
			// Without a duration, show, hide and toggle of the page face move nothing: that of the Go face is 400.
			duration: durationOf(step) ?? 400,
			/** @this {Element} */
			complete() {
				say(id, "each", { element: this.id });
			},
		};
		if (easing) options.easing = easing;
		let promise;
		try {
			if (effect === "fadeTo") {
				// Its duration is an argument of its own, which may be an object of options.
				promise = godeferred.fadeTo(target, options, Number(step.opacity));
			} else if (effect === "animate") promise = godeferred.animate(target, step.properties, options);
			else promise = godeferred[effect](target, options);
		} catch (error) {
			return begun(id, ["refused", { error: problemOf(error) }]);
		}
		begun(
			id,
			promise.then(
				() => ["over"],
				(/** @type {any} */ error) => ["stopped", { error: problemOf(error) }],
			),
		);
	}

	/** @param {any} step */
	const targetOf = ({ id }) => around.kept[`target of ${id}`];

	return {
		/** @param {any} step */
		move: (step) => start(step, false),
		/** @param {any} step */
		queue: (step) => start(step, true),
		/** @param {any} step */
		stop: (step) => void godeferred.stop(targetOf(step)),
		/** @param {any} step */
		jump: (step) => void godeferred.stop(targetOf(step), false, true),
		/** @param {any} step */
		cancel({ id, reason }) {
			around.kept[id].abort(reason ? new Error(reason) : undefined);
		},
		/** @param {any} step */
		halt: ({ target, clear, toEnd }) => void godeferred.stop(target, Boolean(clear), Boolean(toEnd)),
	};
}
