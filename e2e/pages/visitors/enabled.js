/** Waits until a button of the demo page works, which is looked for once a frame. @param {string} id */
export async function enabled(id) {
	const button = /** @type {HTMLButtonElement} */ (document.getElementById(id));
	const is = () => !button.disabled && button.getAttribute("aria-disabled") !== "true";
	while (!is()) await new Promise(requestAnimationFrame);
}
