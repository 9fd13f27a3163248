// Package harness drives real browsers for the tests of this module.
//
// A test page is a plain ES module that registers tests with pages/lib/test.js. [RunPage] opens it in a browser,
// waits for the page's own report and turns each of its results into a Go subtest. Chromium is started once per
// test binary and is driven over the DevTools protocol ([NewTab] gives a test a tab of its own, with trusted clicks);
// Firefox is started once per test and needs no driver, since the page posts its report; but for [TrustedClicks], which
// it takes over its own protocol. WebKit, too, is started once per test binary and is driven by WebDriver; a test has a
// window of its own ([NewWebKitWindow]). [RunPages] has the same browser go through several pages.
//
// A package that uses Chromium or WebKit calls [Main] from its TestMain, which ends the browser.
package harness

import "time"

// Deadline is how long anything here waits for a condition before the test fails. It is far beyond what any page
// needs: it turns a hang into a message, it does not measure speed. On two cores with a load of 25, Firefox has taken
// 95 s to start and report.
const Deadline = 4 * time.Minute
