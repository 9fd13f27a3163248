// All that is tested on the stage of step1-elements.html.

import { run } from "./lib/test.js";
import "./step1-effects.js";
import "./step1-styles.js";
import "./step1-targets.js";
import "./step1-first-click.js";

await run();
