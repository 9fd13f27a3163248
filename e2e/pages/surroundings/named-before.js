// A classic script: what is there by the names that Go's loader goes by, before and after.

window.names = ["fs", "process", "path", "Go", "__godeferred"];

window.whatWasThere = () => {
	const all = {};
	for (const name of window.names) {
		const descriptor = Object.getOwnPropertyDescriptor(window, name);
		all[name] = {
			own: Object.hasOwn(window, name),
			descriptor,
			value: descriptor?.get ? "asked for" : window[name],
		};
	}
	return all;
};

window.asked ??= [];
window.before = window.whatWasThere();
