// Runs before all else of a page, and remembers what the console says and what fails.
window.heard = [];
for (const level of ["error", "warn", "info", "log", "debug"]) {
	const real = console[level];
	console[level] = (...words) => {
		window.heard.push(`${level}: ${words.join(" ")}`);
		real.apply(console, words);
	};
}
addEventListener(
	"error",
	(event) => {
		window.heard.push(`error: ${event.message ?? `${event.target.src ?? event.target.href} did not load`}`);
	},
	true,
);
addEventListener("unhandledrejection", ({ reason }) => {
	window.heard.push(`rejection: ${reason}`);
});
addEventListener("securitypolicyviolation", ({ blockedURI }) => {
	window.heard.push(`refused: ${blockedURI}`);
});
