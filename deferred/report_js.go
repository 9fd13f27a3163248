package deferred

import "github.com/godeferred/godeferred/internal/page"

func reportByDefault(err error) { page.Report(err) }

// wouldBlock tells whether waiting here would freeze the program.
func wouldBlock() bool { return page.WouldBlock() }
