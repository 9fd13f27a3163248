// Cannot be imported: harness_test.go checks that this is reported rather than waited for.

import "./no-such-module.js";
