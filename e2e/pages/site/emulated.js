// What sitekeyboard_test.go asks of a page that stands there as it is: run in the page by the DevTools protocol.

(() => {
	const all = (/** @type {string} */ selector) =>
		/** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);
	const named = (/** @type {Element} */ element) =>
		/** @type {Element} */ (element.cloneNode(false)).outerHTML.slice(0, 160);

	/** Drawings: elements that show nothing but their background. @type {HTMLElement[]} */
	let drawings = [];

	/** Finds them, before colours are forced, and answers how many there are. */
	function find() {
		drawings = all("main *").filter((element) => {
			const { backgroundColor, backgroundImage } = getComputedStyle(element);
			return (
				element.textContent?.trim() === "" &&
				!element.matches("progress, meter, input, select, textarea, img, iframe, .problem") &&
				(backgroundImage !== "none" || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor))
			);
		});
		return drawings.length;
	}

	/** Those that nobody can see now. Each is looked at in every state that its row can have. */
	function invisible() {
		const canvas = getComputedStyle(document.body).backgroundColor;
		const lost = new Set();
		for (const drawing of drawings) {
			const row = /** @type {HTMLElement | null} */ (drawing.closest("[data-row]"));
			const states = row ? ["running", "done", "failed", "stopped"] : [undefined];
			for (const state of states) {
				if (row) row.dataset.state = state;
				const style = getComputedStyle(drawing);
				const hasBorder = style.borderTopStyle !== "none" && Number.parseFloat(style.borderTopWidth) > 0;
				const hasColour = ![canvas, "rgba(0, 0, 0, 0)"].includes(style.backgroundColor);
				if (!hasBorder && !hasColour && style.backgroundImage === "none")
					lost.add(`${state}: ${named(drawing)}`);
			}
			if (row) row.dataset.state = "idle";
		}
		return [...lost];
	}

	/** What moves by a style sheet although the visitor wants less motion. */
	function moving() {
		const found = all("*").flatMap((element) =>
			[undefined, "::before", "::after"]
				.filter((pseudo) => {
					const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, pseudo);
					const long = (/** @type {string} */ times) =>
						times.split(",").some((time) => Number.parseFloat(time) > 0.01);
					return long(transitionDuration) || long(animationDuration) || scrollBehavior === "smooth";
				})
				.map((pseudo) => named(element) + (pseudo ?? "")),
		);
		return found.slice(0, 5);
	}

	/** What a keyboard has to reach. A group of radio buttons is one stop. */
	const stops = () =>
		all("a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]").filter(
			(element) => {
				const { type, name, checked, disabled, form } = /** @type {HTMLInputElement} */ (element);
				if (
					disabled ||
					element.tabIndex < 0 ||
					element.closest("[inert], details:not([open]) > :not(summary)")
				)
					return false;
				const group = all(`input[type=radio][name="${name}"]`).filter(
					(one) => /** @type {any} */ (one).form === form,
				);
				if (type === "radio" && !checked && group.some((one) => /** @type {any} */ (one).checked))
					return false;
				return element.checkVisibility({ visibilityProperty: true });
			},
		);

	/** How an element looks, with what is in it and the boxes around it, where a mark may be drawn. @param {Element} element */
	function look(element) {
		const around = [element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
		return [element, ...around, ...element.children]
			.filter((one) => one !== null && one !== undefined)
			.map((one) => {
				const { outline, boxShadow, stroke, strokeWidth, backgroundColor, borderColor } =
					getComputedStyle(one);
				return [outline, boxShadow, stroke, strokeWidth, backgroundColor, borderColor].join();
			})
			.join("|");
	}

	/** How what can be reached looks without the focus. */
	const plain = new Map(stops().map((element) => [/** @type {Element} */ (element), look(element)]));

	/** Where the focus has been. @type {Set<Element>} */
	const reached = new Set();

	/** Takes note of where the focus is. "" once it has left the page or come round; otherwise its name, and what is wrong. */
	function step() {
		const element = document.activeElement;
		if (!element || element === document.body) return { name: "", problem: "" };
		const name = named(element);
		if (reached.has(element)) return { name: element.matches("iframe") ? name : "", problem: "" };
		reached.add(element);
		const { top, bottom, left, right, width } = element.getBoundingClientRect();
		const away = width > 1 && (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth);
		const unmarked = plain.get(element) === look(element);
		const problem = away ? "out of sight" : unmarked ? "without a mark" : "";
		return { name, problem };
	}

	/** The focus has left the page's own elements, and has not been in its frame. */
	const awaitsFrame = () =>
		document.activeElement === document.body && all("iframe").some((frame) => !reached.has(frame));

	/** What was there from the start, still is, and was not reached. */
	const missed = () =>
		stops()
			.filter((element) => plain.has(element) && !reached.has(element))
			.map(named);

	/** @type {any} */ (window).site = {
		find,
		invisible,
		moving,
		step,
		awaitsFrame,
		missed,
		stops: () => stops().length,
	};
})();
