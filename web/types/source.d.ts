// For the type check of web/src only; nothing of it is shipped.

import type { Core } from "../src/core.js";
import type { CORE } from "../src/thenable.js";

declare module "../src/thenable.js" {
	// TypeScript 7 declares no member for an assignment to `this[symbol]` in a constructor.
	interface Ours {
		[CORE]: Core;
	}
}
