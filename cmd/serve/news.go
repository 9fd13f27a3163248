package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"html/template"
	"io/fs"
	"net/http"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// story is one piece of news, and reaction what a reader said to it. They are written in content/*.json; the other
// forms are made of those.
type story struct {
	Time  string `json:"time" xml:"time,attr"`
	Title string `json:"title" xml:"title"`
	Text  string `json:"text" xml:"text"`
}

type reaction struct {
	Name string `json:"name"`
	To   string `json:"to"` // A word or two on what it is about.
	Text string `json:"text"`
}

// Fragments of HTML, to be put into a page. The package escapes what is filled in.
var (
	storiesAsHTML = template.Must(template.New("news").Parse(`<ul class="stories">
{{range .}}  <li><h3>{{.Title}}</h3><p>{{.Text}}</p><p class="quiet">{{.Time}}</p></li>
{{end}}</ul>
`))
	reactionsAsHTML = template.Must(template.New("reactions").Parse(`<ul class="stories">
{{range .}}  <li><p>{{.Text}}</p><p class="quiet">{{.Name}}, on {{.To}}</p></li>
{{end}}</ul>
`))
)

// newsJSON answers GET /demo/news.json, and the next four the same in other forms, and the reactions.
func (d *demo) newsJSON(w http.ResponseWriter, _ *http.Request) { d.answerContent(w, "news.json") }

func (d *demo) newsHTML(w http.ResponseWriter, _ *http.Request) {
	answerFragment[story](d, w, "news.json", storiesAsHTML)
}

func (d *demo) reactionsJSON(w http.ResponseWriter, _ *http.Request) {
	d.answerContent(w, "reactions.json")
}

func (d *demo) reactionsHTML(w http.ResponseWriter, _ *http.Request) {
	answerFragment[reaction](d, w, "reactions.json", reactionsAsHTML)
}

// newsXML answers GET /demo/xml: the news, as XML.
func (d *demo) newsXML(w http.ResponseWriter, _ *http.Request) {
	stories, err := readList[story](d.content, "news.json")
	if err == nil {
		var body []byte
		if body, err = xml.MarshalIndent(struct {
			XMLName xml.Name `xml:"news"`
			Stories []story  `xml:"story"`
		}{Stories: stories}, "", "  "); err == nil {
			answerBytes(w, http.StatusOK, "application/xml; charset=utf-8", append([]byte(xml.Header), body...))
			return
		}
	}
	http.Error(w, err.Error(), http.StatusInternalServerError)
}

// answerContent sends a file of the folder content as it stands.
func (d *demo) answerContent(w http.ResponseWriter, name string) {
	body, err := fs.ReadFile(d.content, "content/"+name)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answerBytes(w, http.StatusOK, fileserver.MediaType(name), body)
}

func answerFragment[T any](d *demo, w http.ResponseWriter, name string, shape *template.Template) {
	var body bytes.Buffer
	list, err := readList[T](d.content, name)
	if err == nil {
		err = shape.Execute(&body, list)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answerBytes(w, http.StatusOK, fileserver.MediaType(".html"), body.Bytes())
}

// readList reads a list of content, in which every field has to be one that T knows.
func readList[T any](content fs.FS, name string) ([]T, error) {
	body, err := fs.ReadFile(content, "content/"+name)
	if err != nil {
		return nil, err
	}
	var list []T
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	err = decoder.Decode(&list)
	return list, err
}
