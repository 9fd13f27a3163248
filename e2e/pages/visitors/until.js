/** Resolves once look answers something. It is asked at each change of the page. @template T @param {() => T} look @returns {Promise<T>} */
export function until(look) {
	return new Promise((resolve) => {
		const ask = () => {
			const found = look();
			if (!found) return;
			observer.disconnect();
			resolve(found);
		};
		const observer = new MutationObserver(ask);
		observer.observe(document.body, {
			childList: true,
			characterData: true,
			attributes: true,
			subtree: true,
		});
		ask();
	});
}
