// Package teas is what the starter searches: a list of teas, and the handler that finds some of them.
package teas

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A Tea is one of the list.
type Tea struct {
	Name   string `json:"name"`
	From   string `json:"from"`
	Colour string `json:"colour"`
}

var all = []Tea{
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

// Find answers the teas with text in their name, their place or their colour, whatever the case.
func Find(text string) []Tea {
	text = strings.ToLower(strings.TrimSpace(text))
	found := []Tea{}
	for _, tea := range all {
		if strings.Contains(strings.ToLower(tea.Name+"\n"+tea.From+"\n"+tea.Colour), text) {
			found = append(found, tea)
		}
	}
	return found
}

// longest is the longest search, in bytes.
const longest = 200

// Handler answers ?q=text with a JSON list of teas. ms=300 lets it take that many milliseconds, up to 5,000, and a
// text that begins with "!" fails, so that one can see what the page makes of that.
func Handler() http.Handler {
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
			_ = json.NewEncoder(w).Encode(Find(q))
		}
	})
}
