// In the classic script, the build replaces the bare names by these. A page's own `let`, `const` or `class`
// of the same name, such as a game's Map, hides the platform's from all later scripts. The property of
// window stays.
// biome-ignore-all lint/suspicious/noShadowRestrictedNames: shadowing is the purpose
export const {
	Animation,
	Array,
	Blob,
	FormData,
	Headers,
	Map,
	Math,
	Number,
	Object,
	Promise,
	Reflect,
	Response,
	Set,
	Symbol,
	URL,
	WeakMap,
	performance,
} = globalThis;
