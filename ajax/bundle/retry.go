package bundle

import (
	"strconv"

	"github.com/godeferred/godeferred/ajax/internal/rules"
)

// retry's policy: what is empty is as in rules.DefaultPolicy.
func retry(f []string) []string {
	policy := rules.DefaultPolicy
	policy.Limit = int(number(f[1], int64(policy.Limit)))
	if f[2] != "" {
		policy.Methods = cut(f[2], ' ')
	}
	if f[3] != "" {
		policy.Statuses = nil
		for _, status := range cut(f[3], ' ') {
			policy.Statuses = append(policy.Statuses, int(number(status, -1)))
		}
	}
	policy.Backoff = number(f[4], policy.Backoff)
	policy.MaxDelay = number(f[5], policy.MaxDelay)
	delay := policy.Retry(rules.Failure{
		Attempt: int(number(f[0], 1)), Method: f[6], Status: int(number(f[7], 0)), RetryAfter: f[8],
		Now: number(f[9], 0), Random: number(f[10], 0),
	})
	return []string{strconv.FormatInt(delay, 10)}
}

// number reads a whole one.
func number(s string, otherwise int64) int64 {
	if n, ok := rules.Digits(s); ok {
		return n
	}
	return otherwise
}
