package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func TestADatabaseThatDoesNotAnswerIsSeen(t *testing.T) {
	hang := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/hangs/index/db.json":
			<-hang
		case "/there/index/db.json":
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	t.Cleanup(func() { close(hang) }) // first: Close waits for the answers
	for path, want := range map[string]bool{"/there": true, "/elsewhere": false, "/hangs": false} {
		within := time.Minute
		if path == "/hangs" {
			within = time.Millisecond
		}
		if err := reach(context.Background(), server.URL+path, within); (err == nil) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := reach(context.Background(), "file://"+t.TempDir(), time.Minute); err == nil {
		t.Error("a folder without a database is taken for one")
	}
}

func TestTheDatabaseCanBeNamed(t *testing.T) {
	none := func(string) string { return "" }
	if got := vulnerabilities(none); got != "https://vuln.go.dev" {
		t.Error(got)
	}
	if got := vulnerabilities(func(name string) string { return map[string]string{"GOVULNDB": "https://example.com/"}[name] }); got != "https://example.com" {
		t.Error(got)
	}
}
