// The same small programs on jQuery 4.0.0 and on ours.

import { programs } from "./collection-twins.js";
import { ok, run, test } from "./lib/test.js";
import "./collection-events.js";
import "./collection-finding.js";
import "./collection-nodes.js";
import "./collection-random.js";
import "./collection-styles.js";
import "./collection-triggers.js";
import "./collection-writing.js";

test("there are at least 650 programs", () => ok(programs() >= 650, String(programs())));

await run();
