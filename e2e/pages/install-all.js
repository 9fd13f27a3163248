// All tests of install in one jQuery build: see each.

import "./install.js";
import "./install-hooks.js";
import "./install-effects.js";
import "./install-traces.js";
