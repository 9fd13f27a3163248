package rules

// Succeeded tells whether a response with that status is what was asked for: 200 to 299, and 304,
// not modified.
func Succeeded(status int) bool { return status >= 200 && status < 300 || status == 304 }

// TextStatus is jQuery's word for an answer.
func TextStatus(status int, method string) string {
	switch {
	case !Succeeded(status):
		return "error"
	case status == 204, method == "HEAD":
		return "nocontent"
	case status == 304:
		return "notmodified"
	}
	return "success"
}
