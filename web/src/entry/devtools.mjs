import { open } from "../devtools/open.js";

// What `devtools()` opens. It is a file of its own because nobody but a developer downloads it. The script passes its
// own classes in, so this file has no second copy of what has a state.

export { open };
