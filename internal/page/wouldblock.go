package page

import "errors"

// ErrWouldBlock is the answer to waiting inside a function that the page has called. Nothing else
// runs until such a function returns, so what it waits for would never come: a plain Go program
// ends with "all goroutines are asleep". Start a goroutine and wait there.
var ErrWouldBlock = errors.New("waiting inside a function that the page calls would never end: wait in a goroutine")
