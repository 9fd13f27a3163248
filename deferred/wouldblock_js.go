package deferred

import "github.com/godeferred/godeferred/internal/page"

// wouldBlock tells whether waiting here would freeze the program.
func wouldBlock() bool { return page.WouldBlock() }
