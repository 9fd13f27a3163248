package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"strings"
)

const (
	// maxUpload is the longest body that is read.
	maxUpload = 64 << 20
	// maxEcho is how much of a body is sent back.
	maxEcho = 1 << 20
)

type echoed struct {
	Method  string            `json:"method"`
	Path    string            `json:"path"`
	Query   string            `json:"query"` // As it came, not decoded.
	Headers map[string]string `json:"headers"`
	Body    string            `json:"body"`   // Its first maxEcho bytes, as UTF-8.
	Length  int               `json:"length"` // Of the whole body, in bytes.
}

// echo answers /demo/echo, whatever the method, with what was asked.
func echo(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpload))
	if err != nil {
		answerUnread(w, err)
		return
	}
	answerJSON(w, http.StatusOK, echoed{
		Method:  r.Method,
		Path:    r.URL.Path,
		Query:   r.URL.RawQuery,
		Headers: requestHeaders(r),
		Body:    string(body[:min(len(body), maxEcho)]),
		Length:  len(body),
	})
}

// headers answers /demo/headers with the headers of the request.
func headers(w http.ResponseWriter, r *http.Request) { answerJSON(w, http.StatusOK, requestHeaders(r)) }

// requestHeaders is the headers of r by their names in small letters, as a page's Headers has them.
func requestHeaders(r *http.Request) map[string]string {
	all := map[string]string{"host": r.Host}
	for name, values := range r.Header {
		all[strings.ToLower(name)] = strings.Join(values, ", ")
	}
	return all
}

type uploaded struct {
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
	Type   string `json:"type"`
}

// upload answers /demo/upload with the size and the hash of the body. It keeps none of it.
func upload(w http.ResponseWriter, r *http.Request) {
	sum := sha256.New()
	size, err := io.Copy(sum, http.MaxBytesReader(w, r.Body, maxUpload))
	if err != nil {
		answerUnread(w, err)
		return
	}
	answerJSON(w, http.StatusOK, uploaded{size, hex.EncodeToString(sum.Sum(nil)), r.Header.Get("Content-Type")})
}

func answerUnread(w http.ResponseWriter, err error) {
	var tooLong *http.MaxBytesError
	if errors.As(err, &tooLong) {
		answerProblem(w, http.StatusRequestEntityTooLarge, "expected at most %d bytes", tooLong.Limit)
		return
	}
	answerProblem(w, http.StatusBadRequest, "the body did not arrive: %v", err)
}
