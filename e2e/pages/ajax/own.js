// What pages replace, add and read of requests, beside jQuery.

import { run } from "../lib/test.js";
import "./urls.js";
import "./replaced.js";
import "./fake-xhr.js";
import "./hooks.js";
import "./failures.js";
import "./odd-settings.js";

await run();
