// Package rules holds what can be decided about an animation without a page: what properties mean
// (ParseGoals), whether words show or hide (Direct), which way each property goes (Plan), and where it
// is in the middle (Midway).
//
// It deals in strings and numbers. The page face measures and executes what it says, and so does
// package anim for Go programs: one set of rules, two hands. Rules are jQuery 4's unless a comment says
// otherwise.
package rules
