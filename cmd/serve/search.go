package main

import (
	"io/fs"
	"net/http"
	"strings"
)

// maxHits is how many sentences an answer has at most; its total says how many there are.
const maxHits = 8

type found struct {
	Query string   `json:"query"`
	Total int      `json:"total"`
	Hits  []string `json:"hits"`
}

// search answers GET /demo/search?q=…[&callback=name] with the sentences of content/sentences.txt that have every word
// of q in them, as JSON or, where a callback is named, as JSONP.
func (d *demo) search(w http.ResponseWriter, r *http.Request) {
	text, err := fs.ReadFile(d.content, "content/sentences.txt")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	query := r.URL.Query()
	answer := findSentences(strings.Split(strings.TrimSpace(string(text)), "\n"), query.Get("q"))
	if query.Has("callback") {
		answerCall(w, query.Get("callback"), answer)
		return
	}
	answerJSON(w, http.StatusOK, answer)
}

// findSentences finds words anywhere in a sentence, parts of longer words too, in large letters or small.
// A query without a word finds nothing.
func findSentences(sentences []string, query string) found {
	answer := found{Query: query, Hits: []string{}}
	words := strings.Fields(strings.ToLower(query))
	if len(words) == 0 {
		return answer
	}
	for _, sentence := range sentences {
		if !hasAll(strings.ToLower(sentence), words) {
			continue
		}
		answer.Total++
		if len(answer.Hits) < maxHits {
			answer.Hits = append(answer.Hits, sentence)
		}
	}
	return answer
}

func hasAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
