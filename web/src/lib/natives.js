// The build puts these in the place of the bare names in the classic script: a page's own `let`, `const` or `class` by
// such a name, as for a game's Map, hides the platform's from all scripts that come later, and leaves window's.
// biome-ignore-all lint/suspicious/noShadowRestrictedNames: that is what it is for
export const {
	Animation,
	Array,
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
