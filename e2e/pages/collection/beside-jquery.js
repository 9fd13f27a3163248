// The same small programs on jQuery 4.0.0 and on ours.

import { programs } from "./twins.js";
import { ok, run, test } from "../lib/test.js";
import "./events.js";
import "./finding.js";
import "./load.js";
import "./nodes.js";
import "./plugin-functions.js";
import "./random.js";
import "./replaced.js";
import "./selectors.js";
import "./styles.js";
import "./triggers.js";
import "./writing.js";

test("there are at least 2400 programs", () => ok(programs() >= 2400, String(programs())));

await run();
