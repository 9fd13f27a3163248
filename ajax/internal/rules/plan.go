package rules

import (
	"slices"
	"strings"

	"github.com/godeferred/godeferred/internal/wrong"
)

// Settings is what the settings of a request say, as far as a rule asks for it.
type Settings struct {
	URL, Method string
	DataType    string // "", or types in the order of conversion, between spaces
	ContentType string
	Data        string // where data is text
	Accepts     string // the accepts setting for the first type; "" where it has none
	AcceptsAny  string // the accepts setting for "*"

	HasData        bool // there is data, text or not
	Text           bool // it is text, in Data
	Process        bool // data was made text, or is to be treated as if
	NoContentType  bool // contentType: false
	OwnContentType bool // the request itself names a content type, not only the defaults
	Bust           bool // cache: false
	Nonce          string
	Headers        bool // there are headers
	ScriptAttrs    bool // there are attributes for a script element

	CrossDomain     Answer
	Origin          string // scheme://host of URL, as the page's parser has it; "" where that refuses
	PageOrigin      string
	Credentials     string
	WithCredentials bool

	JSONP         string // the name of the parameter; "" for none
	JSONPCallback string
}

// Answer is yes, no, or nothing said.
type Answer int8

// The answers.
const (
	Unsaid Answer = iota
	Yes
	No
)

// A Plan is the request to make.
type Plan struct {
	Method, URL string
	CacheURL    string // without the fragment and what keeps caches away: what ifModified remembers it by
	Data        string // as in Settings, with the callback's name put in
	Accept      string
	Credentials string   // as fetch has it
	Types       []string // of data, in the order of conversion; "*" means the type of the answer

	Body            bool // the method has one
	Cross           bool // of another origin
	Script          bool // to be made by a script element
	Form            bool // spaces in data become plus signs
	SendContentType bool
}

// FormType is the media type of a form. A charset may follow it.
const FormType = "application/x-www-form-urlencoded"

// Make plans the request. It fails with a wrong.TypeError where the settings ask for what is never
// done.
func Make(s *Settings) (*Plan, error) {
	if err := CheckURL(s.URL); err != nil {
		return nil, err
	}
	p := &Plan{URL: s.URL, Data: s.Data, Method: s.Method, Types: words(lower(s.DataType))}
	if strings.HasPrefix(p.URL, "//") {
		scheme, _, _ := strings.Cut(s.PageOrigin, "//")
		p.URL = scheme + p.URL
	}
	if s.DataType == "" {
		p.Types = []string{"*"}
	} else if len(p.Types) == 0 {
		p.Types = []string{""}
	}
	p.Cross = s.CrossDomain == Yes || s.CrossDomain == Unsaid && (s.Origin == "" || s.Origin != s.PageOrigin)
	var err error
	if p.Credentials, err = credentials(s.Credentials, s.WithCredentials); err != nil {
		return nil, err
	}
	if p.Types[0] == "jsonp" {
		p.insertCallback(s)
		p.Types[0] = "json"
		p.Types = before("script", p.Types)
	}
	if p.Types[0] == "script" {
		// An element can neither send headers nor be read. So JSONP of the same origin is fetched: then
		// a failure's answer can be looked at.
		p.Script = s.ScriptAttrs || !s.Headers && (p.Cross || !slices.Contains(p.Types, "json"))
		if p.Script {
			p.Method = "GET"
		}
	}
	p.Method = Upper(p.Method)
	p.Body = p.Method != "GET" && p.Method != "HEAD"
	p.address(s)
	p.Form = p.Body && s.HasData && s.Process && strings.HasPrefix(s.ContentType, FormType)
	p.SendContentType = p.Body && s.HasData && !s.NoContentType || s.OwnContentType
	p.Accept = s.AcceptsAny
	if s.Accepts != "" {
		p.Accept = s.Accepts
		if p.Types[0] != "*" {
			p.Accept += ", */*; q=0.01"
		}
	}
	return p, nil
}

// address puts data and what keeps caches away into the URL of a request that has no body.
func (p *Plan) address(s *Settings) {
	p.CacheURL = p.URL
	if hash := strings.IndexByte(p.URL, '#'); hash >= 0 {
		p.CacheURL = p.URL[:hash]
	}
	end := p.URL[len(p.CacheURL):]
	if p.Body {
		return
	}
	if s.HasData && s.Text {
		p.CacheURL += separator(p.CacheURL) + p.Data
	}
	if s.Bust {
		p.CacheURL = withoutNonce(p.CacheURL)
		end = separator(p.CacheURL) + "_=" + s.Nonce + end
	}
	p.URL = p.CacheURL + end
}

func separator(url string) string {
	if strings.IndexByte(url, '?') >= 0 {
		return "&"
	}
	return "?"
}

// withoutNonce removes the first parameter _, but not what stands before it.
func withoutNonce(url string) string {
	for i := 0; i+2 < len(url); i++ {
		if (url[i] == '?' || url[i] == '&') && url[i+1] == '_' && url[i+2] == '=' {
			end := strings.IndexByte(url[i+1:], '&')
			if end < 0 {
				return url[:i+1]
			}
			return url[:i+1] + url[i+1+end:]
		}
	}
	return url
}

// credentials returns fetch's word. By default they are sent to the page's own origin only.
func credentials(setting string, with bool) (string, error) {
	switch {
	case setting == "" && with:
		return "include", nil
	case setting == "":
		return "same-origin", nil
	case setting == "include", setting == "omit", setting == "same-origin":
		return setting, nil
	}
	return "", wrong.TypeError(`credentials must be "omit", "same-origin" or "include", not ` + wrong.Quote(setting))
}
