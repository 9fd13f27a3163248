// Scripts of calls that jQuery and godeferred play alike.

import { run } from "./lib/test.js";
import "./twins-effects.js";
import "./twins-values.js";
import "./twins-queues.js";

await run();
