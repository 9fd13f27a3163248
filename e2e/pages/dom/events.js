// All that is tested on the stage of events.html.

import { run } from "../lib/test.js";
import "./first-click.js";
import "./first-events.js";

await run();
