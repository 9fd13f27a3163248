package bundle

import (
	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/wire"
)

// The fields of a plan are the settings of rules.Settings, and what rules.Plan says of them.
var (
	planAsks = []string{
		"url", "method", "dataType", "contentType", "data", "accepts", "acceptsAny", "hasData", "text", "process",
		"noContentType", "ownContentType", "bust", "nonce", "headers", "scriptAttrs", "crossDomain", "origin",
		"pageOrigin", "credentials", "withCredentials", "jsonp", "jsonpCallback",
	}
	planAnswers = []string{
		"method", "url", "cacheURL", "data", "accept", "credentials", "types[]", "body", "cross", "script", "form",
		"sendContentType",
	}
)

func plan(f wire.Fields) (*wire.Record, error) {
	text := f.Text("data")
	p, err := rules.Make(&rules.Settings{
		URL: f.Text("url"), Method: f.Text("method"), DataType: f.Text("dataType"), ContentType: f.Text("contentType"),
		Data: text, Accepts: f.Text("accepts"), AcceptsAny: f.Text("acceptsAny"),
		HasData: f.Is("hasData"), Text: f.Is("text"), Process: f.Is("process"),
		NoContentType: f.Is("noContentType"), OwnContentType: f.Is("ownContentType"),
		Bust: f.Is("bust"), Nonce: f.Text("nonce"), Headers: f.Is("headers"), ScriptAttrs: f.Is("scriptAttrs"),
		CrossDomain: answerOf(f.Text("crossDomain")), Origin: f.Text("origin"), PageOrigin: f.Text("pageOrigin"),
		Credentials: f.Text("credentials"), WithCredentials: f.Is("withCredentials"),
		JSONP: f.Text("jsonp"), JSONPCallback: f.Text("jsonpCallback"),
	})
	if err != nil {
		return nil, err
	}
	r := &wire.Record{}
	r.Text("method", p.Method).Text("url", p.URL).Text("cacheURL", p.CacheURL)
	if p.Data != text {
		r.Text("data", p.Data) // JSONP has put the callback's name into it
	}
	r.Text("accept", p.Accept).Text("credentials", p.Credentials).List("types", p.Types...)
	r.Flag("body", p.Body).Flag("cross", p.Cross).Flag("script", p.Script).Flag("form", p.Form)
	return r.Flag("sendContentType", p.SendContentType), nil
}
