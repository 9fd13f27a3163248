// All that is tested on the stage of animations.html.

import { run } from "../lib/test.js";
import "./settles.js";
import "./promises.js";
import "./frames.js";

await run();
