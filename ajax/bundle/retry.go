package bundle

import (
	"strconv"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/wire"
)

// What a policy does not say is as in rules.DefaultPolicy.
var retryAsks = []string{
	"limit", "methods[]", "statuses[]", "backoff", "maxDelay", "attempt", "method", "status", "retryAfter", "now", "random",
}

func retry(f wire.Fields) (*wire.Record, error) {
	policy := rules.DefaultPolicy
	policy.Limit = int(number(f.Text("limit"), int64(policy.Limit)))
	if methods := f.List("methods"); methods != nil {
		policy.Methods = methods
	}
	if statuses := f.List("statuses"); statuses != nil {
		policy.Statuses = nil
		for _, status := range statuses {
			policy.Statuses = append(policy.Statuses, int(number(status, -1)))
		}
	}
	policy.Backoff = number(f.Text("backoff"), policy.Backoff)
	policy.MaxDelay = number(f.Text("maxDelay"), policy.MaxDelay)
	delay := policy.Retry(rules.Failure{
		Attempt: int(number(f.Text("attempt"), 1)), Method: f.Text("method"), Status: int(number(f.Text("status"), 0)),
		RetryAfter: f.Text("retryAfter"), Now: number(f.Text("now"), 0), Random: number(f.Text("random"), 0),
	})
	return new(wire.Record).Text("delay", strconv.FormatInt(delay, 10)), nil
}
