//go:build !js

package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFindLooksAtNamesPlacesAndColours(t *testing.T) {
	names := func(text string) (names []string) {
		for _, one := range find(text) {
			names = append(names, one.Name)
		}
		return names
	}
	assert.Equal(t, []string{"Sencha"}, names(" SENC "))
	assert.Equal(t, []string{"Assam", "Darjeeling", "Nilgiri"}, names("india"))
	assert.Equal(t, []string{"Da Hong Pao", "Dong Ding", "Tieguanyin"}, names("oolong"))
	assert.Empty(t, names("coffee"))
	assert.Len(t, names(""), 20)
}

func TestSearchAnswersAList(t *testing.T) {
	ask := func(target string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		search().ServeHTTP(w, httptest.NewRequest(http.MethodGet, target, nil))
		return w
	}
	w := ask("/search?q=sencha")
	assert.Equal(t, "application/json", w.Header().Get("Content-Type"))
	var found []tea
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &found))
	assert.Equal(t, []tea{{Name: "Sencha", From: "Shizuoka, Japan", Colour: "green"}}, found)
	assert.JSONEq(t, "[]", ask("/search?q=coffee").Body.String())
	assert.Equal(t, http.StatusServiceUnavailable, ask("/search?q=!").Code)
	assert.Equal(t, http.StatusRequestURITooLong, ask("/search?q="+strings.Repeat("x", 201)).Code)
}

func TestSearchEndsWhenThePageHasGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := httptest.NewRecorder()
	search().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/search?q=a&ms=5000", nil).WithContext(ctx))
	assert.Empty(t, w.Body.String())
}
