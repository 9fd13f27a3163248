package main

import "net/http"

type admitted struct {
	User string `json:"user"`
}

// auth answers /demo/auth to those who give the right name and password (Basic, RFC 7617, in UTF-8): reader and
// secret, or what user= and password= say.
func auth(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	wantUser, wantPassword := "reader", "secret"
	if query.Has("user") {
		wantUser, wantPassword = query.Get("user"), query.Get("password")
	}
	user, password, given := r.BasicAuth()
	if !given || user != wantUser || password != wantPassword {
		w.Header().Set("Www-Authenticate", `Basic realm="godeferred demo", charset="UTF-8"`)
		answerProblem(w, http.StatusUnauthorized, "expected the name and the password of this demo")
		return
	}
	answerJSON(w, http.StatusOK, admitted{user})
}
