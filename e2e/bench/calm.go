package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Figures are recorded from a calm machine alone. Before, between and after the browsers, when none of them runs, a loop
// of fixed work tells whether anything else wants the processors.

// A check is what one such loop found.
type check struct {
	Median float64 `json:"median"` // ms that the work takes
	Spread float64 `json:"spread"` // the middle half of its times, as a part of the median
	Share  float64 `json:"share"`  // the part of the time in which the loop had a processor
	Others float64 `json:"others"` // how many processors other programs kept busy meanwhile
}

// The limits leave room for the services of a system. One more program that computes exceeds
// at least one of them.
const (
	mostSpread = 0.05 // most cases spread by 1 to 4 %: more of the machine's own would be larger than what is measured
	leastShare = 0.97 // with fewer threads than processors, a loop waits for interrupts alone
	mostOthers = 0.15 // a browser runs several threads at once, so every processor matters, and not just the loop's
	mostDrift  = 0.10 // between the medians of two loops: a slower clock, or a virtual machine that has to share
)

// How much work one check is: long enough that the clock of /proc/stat, with 10 ms a tick, tells a tenth of a processor.
const (
	loops     = 60
	loopSteps = 20_000_000 // about 20 ms
)

func fixedWork() {
	x := uint64(88172645463325252)
	for range loopSteps {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	runtime.KeepAlive(x) // so that no compiler leaves the work out
}

// observe runs the loop. It takes a second or two.
func observe() (check, error) {
	fixedWork() // a processor that was idle speeds up first
	busyBefore, err := busyTime()
	if err != nil {
		return check{}, err
	}
	ownBefore, start := ownTime(), time.Now()
	times := make([]float64, loops)
	for i := range times {
		began := time.Now()
		fixedWork()
		times[i] = float64(time.Since(began)) / float64(time.Millisecond)
	}
	took, own := time.Since(start), ownTime()-ownBefore
	busy, err := busyTime()
	if err != nil {
		return check{}, err
	}
	s := summarize(times)
	return check{
		Median: s.Median, Spread: s.spread(),
		Share:  min(own.Seconds()/took.Seconds(), 1),
		Others: max((busy-busyBefore-own).Seconds()/took.Seconds(), 0),
	}, nil
}

// ownTime is the processor time of this program so far.
func ownTime() time.Duration {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage) // fails for a wrong argument only
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// busyTime is the processor time of all programs so far, with what a virtual machine had to do without.
func busyTime() (time.Duration, error) {
	text, err := os.ReadFile("/proc/stat")
	if err != nil {
		return 0, err
	}
	return busyIn(string(text))
}

// Linux counts in /proc/stat in this unit, whatever the frequency of its own clock (man 5 proc_stat).
const tick = time.Second / 100

func busyIn(stat string) (time.Duration, error) {
	line, _, _ := strings.Cut(stat, "\n")
	fields := strings.Fields(line)
	if len(fields) < 9 || fields[0] != "cpu" {
		return 0, fmt.Errorf("/proc/stat begins with %q", line)
	}
	var ticks int64
	for _, i := range []int{1, 2, 3, 6, 7, 8} { // user, nice, system, irq, softirq, steal; 4 and 5 are idle and iowait
		n, err := strconv.ParseInt(fields[i], 10, 64)
		if err != nil {
			return 0, fmt.Errorf("/proc/stat: %w", err)
		}
		ticks += n
	}
	return time.Duration(ticks) * tick, nil
}

// disturbed says why figures that were taken between the checks are not worth recording; nothing if they are.
func disturbed(checks []check) (why []string) {
	say := func(format string, values ...any) { why = append(why, fmt.Sprintf(format, values...)) }
	for i, c := range checks {
		when := "at the beginning"
		if i > 0 {
			when = fmt.Sprintf("at the %s check", ordinal(i+1))
		}
		if c.Others > mostOthers {
			say("other programs kept %.2f processors busy %s: at most %.2f", c.Others, when, mostOthers)
		}
		if c.Share < leastShare {
			say("a loop had a processor for %.0f %% of its time %s: at least %.0f %%", 100*c.Share, when, 100*leastShare)
		}
		if c.Spread > mostSpread {
			say("the times of equal work spread by %.1f %% %s: at most %.0f %%", 100*c.Spread, when, 100*mostSpread)
		}
		if drift := c.Median/checks[0].Median - 1; max(drift, -drift) > mostDrift {
			say("equal work took %+.0f %% of its first time %s: at most %.0f %%", 100*drift, when, 100*mostDrift)
		}
	}
	return why
}

func ordinal(n int) string {
	switch n {
	case 2:
		return "2nd"
	case 3:
		return "3rd"
	}
	return strconv.Itoa(n) + "th"
}
