package main

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
)

const stranger = "http://elsewhere.example"

func TestCORSAdmitsWhomItIsToldTo(t *testing.T) {
	f := newFixture(t)
	for _, row := range []struct{ name, query, origin, credentials string }{
		{"none", "", "", ""},
		{"all", "?allow=*", "*", ""},
		{"the one that asks", "?allow=origin", stranger, "true"},
		{"another", "?allow=http://third.example", "http://third.example", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			w := f.get("/demo/cors"+row.query, "Origin", stranger, "Cookie", "a=b")
			assert.Equal(t, visited{stranger, "GET", "a=b"}, decode[visited](t, w))
			assert.Equal(t, row.origin, w.Header().Get("Access-Control-Allow-Origin"))
			assert.Equal(t, row.credentials, w.Header().Get("Access-Control-Allow-Credentials"))
			assert.Equal(t, "cross-origin", w.Header().Get("Cross-Origin-Resource-Policy"))
			assert.Equal(t, "Origin", w.Header().Get("Vary"))
		})
	}
}

func TestAPreflightIsNoDemoRequest(t *testing.T) {
	f := newFixture(t)
	w := f.ask(http.MethodOptions, "/demo/cors?allow=*&ms=100&fail=1", "Origin", stranger,
		"Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "x-a,x-b")
	assert.Equal(t, http.StatusNoContent, w.Code)
	assert.Equal(t, "*", w.Header().Get("Access-Control-Allow-Origin"))
	assert.Equal(t, "PUT", w.Header().Get("Access-Control-Allow-Methods"))
	assert.Equal(t, "x-a,x-b", w.Header().Get("Access-Control-Allow-Headers"))
	assert.Empty(t, f.waited)
	assert.Equal(t, "0", f.count("/demo/cors", ""))

	w = f.ask(http.MethodOptions, "/demo/cors", "Origin", stranger, "Access-Control-Request-Method", "PUT")
	assert.Empty(t, w.Header().Get("Access-Control-Allow-Methods"))
}

func TestAuthAsksForNameAndPassword(t *testing.T) {
	f := newFixture(t)
	basic := func(user, password string) string {
		r := &http.Request{Header: http.Header{}}
		r.SetBasicAuth(user, password)
		return r.Header.Get("Authorization")
	}
	w := f.get("/demo/auth")
	assert.Equal(t, http.StatusUnauthorized, w.Code)
	assert.Equal(t, `Basic realm="godeferred demo", charset="UTF-8"`, w.Header().Get("Www-Authenticate"))
	assert.Equal(t, http.StatusUnauthorized, f.get("/demo/auth", "Authorization", basic("reader", "wrong")).Code)
	assert.Equal(t, admitted{"reader"}, decode[admitted](t, f.get("/demo/auth", "Authorization", basic("reader", "secret"))))
	own := "/demo/auth?user=j%C3%BCrgen&password=a:b"
	assert.Equal(t, admitted{"jürgen"}, decode[admitted](t, f.get(own, "Authorization", basic("jürgen", "a:b"))))
}
