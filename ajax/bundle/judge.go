package bundle

import (
	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/wire"
)

// An arrival's contents are the columns content and says ("yes" or "no" for the page's own pattern, or
// nothing for jQuery's); its converters are converter and same.
var (
	judgeAsks    = []string{"status", "method", "form", "forms[]", "contentType", "types[]", "content[]", "says[]", "converter[]", "same[]"}
	judgeAnswers = []string{"word", "form", "charset", "types[]", "chain[]"}
)

func judge(f wire.Fields) (*wire.Record, error) {
	a := &rules.Arrival{
		Status: int(number(f.Text("status"), 0)), Method: f.Text("method"), Form: f.Text("form"), Forms: f.List("forms"),
		ContentType: f.Text("contentType"), Types: f.List("types"),
	}
	if len(a.Types) == 0 {
		a.Types = []string{"*"}
	}
	contents, err := f.Columns("content", "says")
	if err != nil {
		return nil, err
	}
	for i, name := range contents[0] {
		a.Contents = append(a.Contents, rules.Content{Type: name, Says: answerOf(contents[1][i])})
	}
	converters, err := f.Columns("converter", "same")
	if err != nil {
		return nil, err
	}
	for i, name := range converters[0] {
		a.Converters = append(a.Converters, rules.Converter{Name: name, Same: converters[1][i] != ""})
	}
	v := rules.Judge(a)
	r := &wire.Record{}
	r.Text("word", v.Word).Text("form", v.Form).Text("charset", v.Charset)
	return r.List("types", v.Types...).List("chain", v.Chain...), nil
}
