package main

import (
	"context"
	"fmt"
	"strconv"
	"time"
)

// maxDelay is the longest that a demo endpoint waits, however long it is asked to.
const maxDelay = 30 * time.Second

// waiter returns nil after d, or the context's error once ctx ends. Tests pass one that does not wait.
type waiter func(ctx context.Context, d time.Duration) error

// sleep is the waiter that does wait.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// parseDelay reads a number of milliseconds: whole, not negative, cut to maxDelay. None at all means no delay.
func parseDelay(ms string) (time.Duration, error) {
	if ms == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(ms, 10, 32)
	if err != nil {
		return 0, fmt.Errorf("ms=%q: expected a whole number of milliseconds", ms)
	}
	return min(time.Duration(n)*time.Millisecond, maxDelay), nil
}
