// Scripts of calls that jQuery and godeferred play alike.

import { run } from "../../lib/test.js";
import "./easings.js";
import "./effects.js";
import "./values.js";
import "./queues.js";
import "./removal.js";
import "./steps.js";

await run();
