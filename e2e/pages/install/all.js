// All tests of install in one jQuery build: see each.

import "./members.js";
import "./hooks.js";
import "./effects.js";
import "./traces.js";
