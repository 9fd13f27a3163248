// All that is tested on the stage of step3-elements.html.

import { run } from "./lib/test.js";
import "./step3-settles.js";
import "./step3-promises.js";
import "./step3-frames.js";
import "./step3-events.js";

await run();
