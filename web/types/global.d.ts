// `$` as a global, for a page whose script has data-global="$". One line in the page's program, or `types` in its
// tsconfig.json:
//
//   /// <reference types="godeferred/global" />
//
// `godeferred` is a global, too. A program has one `$`: @types/jquery declares its own, so TypeScript reports "Cannot
// redeclare block-scoped variable '$'" where both are in one program. Then leave this line out, and write `godeferred`
// for godeferred, or leave @types/jquery out: `"types": ["godeferred/global"]` in tsconfig.json does both at once.

import type { Godeferred } from "./godeferred.js";

declare global {
	var $: Godeferred;
}
