package ajax

// Succeeded tells whether a response with that status is what was asked for: 200 to 299, and 304,
// not modified.
func Succeeded(status int) bool { return status >= 200 && status < 300 || status == 304 }

// textStatus is jQuery's word for a status.
func textStatus(status int) string {
	switch {
	case status == 204:
		return "nocontent"
	case status == 304:
		return "notmodified"
	case Succeeded(status):
		return "success"
	}
	return "error"
}

// hasBody tells whether a response with that status has data.
func hasBody(status int) bool { return status != 204 && status != 304 }
