package anim

// ErrStopped is what Wait returns for a run that Stop has ended. The page sees an AbortError.
var ErrStopped error = stopped{}

type stopped struct{}

func (stopped) Error() string { return "the animation was stopped" }

// PageErrorName makes the page's error an AbortError.
func (stopped) PageErrorName() string { return "AbortError" }
