//go:build !js

package main

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A tea is one of the list that the page searches.
type tea struct {
	Name   string `json:"name"`
	From   string `json:"from"`
	Colour string `json:"colour"`
}

var all = []tea{
	{"Assam", "Assam, India", "black"},
	{"Bancha", "Japan", "green"},
	{"Baihao Yinzhen", "Fujian, China", "white"},
	{"Ceylon", "Sri Lanka", "black"},
	{"Da Hong Pao", "Fujian, China", "oolong"},
	{"Darjeeling", "West Bengal, India", "black"},
	{"Dian Hong", "Yunnan, China", "black"},
	{"Dong Ding", "Nantou, Taiwan", "oolong"},
	{"Genmaicha", "Japan", "green"},
	{"Gyokuro", "Uji, Japan", "green"},
	{"Hojicha", "Kyoto, Japan", "green"},
	{"Junshan Yinzhen", "Hunan, China", "yellow"},
	{"Keemun", "Anhui, China", "black"},
	{"Lapsang Souchong", "Fujian, China", "black"},
	{"Longjing", "Zhejiang, China", "green"},
	{"Matcha", "Japan", "green"},
	{"Nilgiri", "Tamil Nadu, India", "black"},
	{"Pu'er", "Yunnan, China", "dark"},
	{"Sencha", "Shizuoka, Japan", "green"},
	{"Tieguanyin", "Anxi, China", "oolong"},
}

// find answers the teas with text in their name, their place or their colour, whatever the case.
func find(text string) []tea {
	text = strings.ToLower(strings.TrimSpace(text))
	found := []tea{}
	for _, one := range all {
		if strings.Contains(strings.ToLower(one.Name+"\n"+one.From+"\n"+one.Colour), text) {
			found = append(found, one)
		}
	}
	return found
}

// longest is the longest search, in bytes.
const longest = 200

// search answers ?q=text with a JSON list of teas. ms=300 lets it take that many milliseconds, up to 5,000, and a
// text that begins with "!" fails, so that one can see what the page makes of that.
func search() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query().Get("q")
		ms, _ := strconv.Atoi(r.URL.Query().Get("ms"))
		select {
		case <-time.After(time.Duration(min(max(ms, 0), 5000)) * time.Millisecond):
		case <-r.Context().Done():
			return // The page has given up.
		}
		switch {
		case strings.HasPrefix(q, "!"):
			http.Error(w, "the list of teas is being watered", http.StatusServiceUnavailable)
		case len(q) > longest:
			http.Error(w, "the search is too long", http.StatusRequestURITooLong)
		default:
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set("Cache-Control", "no-store")
			_ = json.NewEncoder(w).Encode(find(q))
		}
	})
}
