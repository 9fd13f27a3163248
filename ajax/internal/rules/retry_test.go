package rules

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestRetryDelays(t *testing.T) {
	now := time.Date(1994, 11, 6, 8, 49, 37, 0, time.UTC)
	policy := DefaultPolicy
	policy.Limit = 3
	for name, row := range map[string]struct {
		failure Failure
		want    int64
	}{
		"the first":            {Failure{Attempt: 1, Method: "GET", Status: 503, Random: RandomRange}, 300},
		"the second":           {Failure{Attempt: 2, Method: "GET", Status: 503, Random: RandomRange}, 600},
		"the third":            {Failure{Attempt: 3, Method: "GET", Status: 503, Random: RandomRange}, 1200},
		"over the limit":       {Failure{Attempt: 4, Method: "GET", Status: 503}, NoRetry},
		"half of it":           {Failure{Attempt: 1, Method: "GET", Status: 503, Random: 0}, 150},
		"between":              {Failure{Attempt: 1, Method: "GET", Status: 503, Random: RandomRange / 2}, 225},
		"the network":          {Failure{Attempt: 1, Method: "PUT", Status: 0}, 150},
		"not twice":            {Failure{Attempt: 1, Method: "POST", Status: 503}, NoRetry},
		"not found":            {Failure{Attempt: 1, Method: "GET", Status: 404}, NoRetry},
		"seconds":              {Failure{Attempt: 3, Method: "GET", Status: 429, RetryAfter: "2"}, 2000},
		"no seconds":           {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: " 0 "}, 0},
		"too many seconds":     {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "31"}, NoRetry},
		"just not too many":    {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "30"}, 30_000},
		"no number of seconds": {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "1000000000000000", Random: RandomRange}, 300},
		"far too many seconds": {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "999999999999999"}, NoRetry},
		"a date":               {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "Sun, 06 Nov 1994 08:49:47 GMT", Now: now.UnixMilli()}, 10_000},
		"a date that is over":  {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "Sun, 06 Nov 1994 08:49:27 GMT", Now: now.UnixMilli()}, 0},
		"a date far away":      {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "Mon, 06 Nov 1995 08:49:27 GMT", Now: now.UnixMilli()}, NoRetry},
		"neither":              {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "soon", Random: RandomRange}, 300},
		"a negative one":       {Failure{Attempt: 1, Method: "GET", Status: 429, RetryAfter: "-1", Random: RandomRange}, 300},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, row.want, policy.Retry(row.failure)) })
	}
	policy.Statuses = []int{418}
	assert.EqualValues(t, 150, policy.Retry(Failure{Attempt: 1, Method: "GET"}), "no answer counts, whatever statuses do")
	assert.EqualValues(t, NoRetry, policy.Retry(Failure{Attempt: 1, Method: "GET", Status: 503}), "a status that does not")
	assert.EqualValues(t, 2, DefaultPolicy.Limit)
	policy.Statuses = DefaultPolicy.Statuses
	policy.Limit, policy.Backoff = 1, 50_000
	assert.EqualValues(t, 30_000, policy.Retry(Failure{Attempt: 1, Method: "GET", Status: 503, Random: RandomRange}), "the longest at once")
	policy.Limit, policy.Backoff = 1000, DefaultPolicy.Backoff
	assert.EqualValues(t, 30_000, policy.Retry(Failure{Attempt: 999, Method: "GET", Status: 503, Random: RandomRange}), "the longest")
}

func TestDatesAreTimesOwn(t *testing.T) {
	for _, at := range []time.Time{
		time.Unix(0, 0), time.Unix(951_782_400, 0), time.Date(2000, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2000, 2, 29, 23, 59, 59, 0, time.UTC),
		time.Date(2100, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 12, 31, 12, 0, 1, 0, time.UTC), time.Date(1970, 3, 1, 0, 0, 0, 0, time.UTC),
	} {
		text := at.UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT")
		seconds, ok := httpDate(text)
		assert.True(t, ok, text)
		assert.Equal(t, at.Unix(), seconds, text)
	}
	for _, text := range []string{"", "Sun, 06 Nov 1994 08:49:37 CET", "Sun; 06 Nov 1994 08:49:37 GMT", "Sun, 06-Nov 1994 08:49:37 GMT",
		"Sun, 06 Nov-1994 08:49:37 GMT", "Sun, 06 Nov 1994T08:49:37 GMT", "Sun, 06 Nov 1994 08-49:37 GMT", "Sun, 06 Nov 1994 08:49-37 GMT",
		"Sun, 06 Nov 1994 08:49:37 GMT ", "Sun, 06 ovD 1994 08:49:37 GMT", "Sun, 0x Nov 1994 08:49:37 GMT"} {
		_, ok := httpDate(text)
		assert.False(t, ok, text)
	}
}
