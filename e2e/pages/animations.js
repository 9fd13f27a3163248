// All that is tested on the stage of animations.html.

import { run } from "./lib/test.js";
import "./animations-settles.js";
import "./animations-promises.js";
import "./animations-frames.js";
import "./first-events.js";

await run();
