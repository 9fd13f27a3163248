// All that is tested on the stage of effects.html.

import { run } from "../lib/test.js";
import "./slides-and-fades.js";
import "./styles.js";
import "./targets.js";

await run();
