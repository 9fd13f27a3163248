package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"
)

// perform runs the steps in order and prints a line for each. A step that fails does not stop the others, so that one
// run shows all that is wrong; a step whose needs have failed is named and left out: the failure is counted already.
func perform(ctx context.Context, w io.Writer, p *project, steps []step) count {
	var total count
	failed := map[string]bool{}
	for _, s := range steps {
		if ctx.Err() != nil {
			fmt.Fprintf(w, "%-28s interrupted\n", s.name)
			return total.plus(count{failed: 1})
		}
		if need := firstFailed(s.needs, failed); need != "" {
			failed[s.name] = true
			fmt.Fprintf(w, "%-28s left out: it needs %q\n", s.name, need)
			continue
		}
		start := time.Now()
		o := s.run(ctx, p)
		if o.err != nil && o.count.failed == 0 {
			o.count.failed = 1
		}
		total = total.plus(o.count)
		fmt.Fprintf(w, "%-28s %-36s %6.1f s\n", s.name, summary(o), time.Since(start).Seconds())
		if !o.ok() {
			failed[s.name] = true
			fmt.Fprint(w, details(o))
		}
	}
	return total
}

func firstFailed(needs []string, failed map[string]bool) string {
	for _, need := range needs {
		if failed[need] {
			return need
		}
	}
	return ""
}

func summary(o outcome) string {
	switch {
	case !o.ok() && o.count.tests() <= 1:
		return "FAILED"
	case !o.ok():
		return "FAILED: " + o.count.String()
	case o.count.tests() > 0:
		return o.count.String()
	case o.note != "":
		return o.note
	}
	return "ok"
}

// details is what a failed step printed, set off from the lines of the steps.
func details(o outcome) string {
	text := strings.TrimSpace(o.output)
	if o.err != nil {
		text = strings.TrimSpace(text + "\n" + o.err.Error())
	}
	return "\n    " + strings.ReplaceAll(text, "\n", "\n    ") + "\n\n"
}
