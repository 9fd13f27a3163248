// Package rules decides about requests without making them: where it goes and with
// what headers (Make), what an answer means and how its body is converted (Judge), and whether and
// when to try again (Retry).
//
// It takes and returns strings and numbers. The page face executes its answers, and so does package ajax in Go programs:
// one set of rules, two faces. Functions, values and patterns of the page are known here by name only. Rules are jQuery 4's unless a comment says otherwise.
package rules
