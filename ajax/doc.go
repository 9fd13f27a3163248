// Package ajax makes HTTP requests from a Go program in a page, over the page's fetch.
//
//	answer, err := ajax.GetJSON(ctx, "/api/products",
//		ajax.Query(ajax.Values{{"q", "tea"}}), ajax.Timeout(5*time.Second), ajax.Retry(ajax.RetryPolicy{Limit: 3}))
//
// [Get], [Post] and their like take options; [Do] takes a whole [Request]. Each blocks its goroutine until the body has
// arrived, or ctx ends. [Open] returns before that, and has the body read while it arrives. An answer that does not
// succeed is a [*StatusError], which holds it; no answer is a [*NetworkError] or a [*TimeoutError]. [Param] writes query
// strings and forms as jQuery does, [JSONBody] writes JSON, and a [Cache] makes one request for each key.
//
// A panic in a function of the program's that this package calls (OnProgress, a Cache's request and so on) is reported by
// deferred.OnReport, once, and does not end the program.
//
// [Param] and [Cache] work on every platform, the rest in pages (GOOS=js).
package ajax

// Where a request goes and with what headers, what an answer means and when to try again is decided in internal/rules,
// which needs no page. The page's own godeferred.ajax asks the same rules, through ajax/bundle, and uses nothing of this
// package: each js.FuncOf call takes about ten microseconds, so a request there asks once for its plan.
