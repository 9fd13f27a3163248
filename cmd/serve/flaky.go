package main

import (
	"net/http"
	"strconv"
	"time"
)

type attempt struct {
	Attempt int `json:"attempt"`
}

// flaky answers /demo/flaky?times=n&status=503&key=…: its first n answers for a key are failures of that status
// (503 when left out), then it is fine, and says which attempt that was. Without times there is one failure.
func (d *demo) flaky(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	times, err := number(query.Get("times"), 1, 0, 1000)
	if err != nil {
		answerProblem(w, http.StatusBadRequest, "times=%q: expected a number from 0 to 1000", query.Get("times"))
		return
	}
	failure, err := number(query.Get("status"), http.StatusServiceUnavailable, 400, 599)
	if err != nil {
		answerProblem(w, http.StatusBadRequest, "status=%q: expected a number from 400 to 599", query.Get("status"))
		return
	}
	n := d.tries.add(r.URL.Path, query.Get("key"))
	if n <= times {
		answerProblem(w, failure, "attempt %d of %d that fail", n, times)
		return
	}
	answerJSON(w, http.StatusOK, attempt{n})
}

// busy answers /demo/busy?after=1&key=…: for each key once 503, with a Retry-After of so many seconds, then it is fine.
// With after=date the header is a date, between one and two seconds ahead.
func (d *demo) busy(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	after := query.Get("after")
	if after == "date" {
		// HTTP dates have whole seconds: the second is rounded up, so that it is not over at once.
		after = time.Now().Add(2 * time.Second).UTC().Format(http.TimeFormat)
	} else if seconds, err := number(after, 1, 0, 30); err != nil {
		answerProblem(w, http.StatusBadRequest, "after=%q: expected a number of seconds from 0 to 30, or date", after)
		return
	} else {
		after = strconv.Itoa(seconds)
	}
	n := d.tries.add(r.URL.Path, query.Get("key"))
	if n == 1 {
		w.Header().Set("Retry-After", after)
		answerProblem(w, http.StatusServiceUnavailable, "busy; try again later")
		return
	}
	answerJSON(w, http.StatusOK, attempt{n})
}

// number reads a whole number from least to most; unsaid where there is none.
func number(text string, unsaid, least, most int) (int, error) {
	if text == "" {
		return unsaid, nil
	}
	n, err := strconv.Atoi(text)
	if err == nil && (n < least || n > most) {
		err = strconv.ErrRange
	}
	return n, err
}
