// All that is tested on the stage of elements.html.

import { run } from "./lib/test.js";
import "./effects.js";
import "./effects-styles.js";
import "./effects-targets.js";
import "./first-click.js";

await run();
