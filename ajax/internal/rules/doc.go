// Package rules holds what can be decided about a request without making it: where it goes and with
// what headers (Make), what an answer means and how its body is converted (Judge), and whether and
// when to try again (Retry).
//
// It deals in strings and numbers. The page face executes what it says, and so does package ajax for
// Go programs: one set of rules, two hands. What the page holds (functions, values, patterns) is told
// here by name only. Rules are jQuery 4's unless a comment says otherwise.
package rules
