package ajax

// An Option changes a request.
type Option func(*request)

// request is what is asked for.
type request struct {
	method, url string
	headers     [][]string // pairs of name and value
}

// Header adds a header to the request. One that the page's fetch refuses (a line break in it, a
// forbidden name) makes the request fail.
func Header(name, value string) Option {
	return func(r *request) { r.headers = append(r.headers, []string{name, value}) }
}

func newRequest(method, url string, opts []Option) (*request, error) {
	if err := checkURL(url); err != nil {
		return nil, err
	}
	r := &request{method: method, url: url}
	for _, opt := range opts {
		opt(r)
	}
	return r, nil
}
