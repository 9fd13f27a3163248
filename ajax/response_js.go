package ajax

import (
	"errors"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/page"
)

// A Response is an answer with its whole body. The body is in the page; Bytes and Text copy it into Go.
type Response struct {
	Head

	// Data is the parsed value where the content type says JSON, or Request.JSON is set; undefined for anything else,
	// for a response without a body (204, 304), and where its JSON is not valid.
	Data safejs.Value
	// JSON tells that Data was parsed.
	JSON bool

	content safejs.Value // a Uint8Array
	method  string
}

// Bytes returns a copy of the body, byte for byte.
func (r *Response) Bytes() ([]byte, error) {
	length, err := r.content.Length()
	if err != nil {
		return nil, err
	}
	b := make([]byte, length)
	_, err = safejs.CopyBytesToGo(b, r.content)
	return b, err
}

// Text returns the body as text, in the charset that its content type names; none and an unknown one mean UTF-8.
//
// UTF-8 is returned as it came, without a byte order mark. So no byte of a body that is not text is lost, but the string
// is not valid UTF-8 then. In any other charset, invalid bytes become U+FFFD. ValidText reports whether there are any.
func (r *Response) Text() string {
	decoder, utf8, err := decoderOf(r.charset(), false)
	if err != nil {
		return ""
	}
	if utf8 {
		b, _ := r.Bytes()
		return withoutMark(string(b))
	}
	text, err := decoded(decoder, r.content)
	if err != nil {
		return ""
	}
	s, _ := text.String()
	return s
}

// ValidText tells whether the body is valid text in its charset: see Text.
func (r *Response) ValidText() bool {
	decoder, _, err := decoderOf(r.charset(), true)
	if err != nil {
		return false
	}
	_, err = decoded(decoder, r.content)
	return err == nil
}

// TextValue returns the body as a string of the page's, without a copy in Go. What is not valid in its charset is
// U+FFFD there, since such a string cannot hold it: see Text.
func (r *Response) TextValue() (safejs.Value, error) {
	decoder, _, err := decoderOf(r.charset(), false)
	if err != nil {
		return decoder, err
	}
	return decoded(decoder, r.content)
}

// Blob returns the body as a Blob of the page's, whose type is the content type.
func (r *Response) Blob() (safejs.Value, error) {
	return page.New("Blob", []any{r.content}, map[string]any{"type": r.Header("Content-Type")})
}

// Document returns the body as a Document of the page's: HTML where the content type says so, else XML. No script in it
// runs. It fails with a *ParseError for XML that is not well-formed, and where there are no documents (in Node, in
// workers).
func (r *Response) Document() (safejs.Value, error) {
	if constructor, err := page.Get(safejs.Global(), "DOMParser"); err != nil || page.TypeOf(constructor) != safejs.TypeFunction {
		return safejs.Undefined(), errors.New("a document needs a DOMParser, and there is none here")
	}
	text, err := r.TextValue()
	if err != nil {
		return text, err
	}
	parser, err := page.New("DOMParser")
	if err != nil {
		return parser, err
	}
	kind := "text/xml"
	if rules.IsHTML(r.Header("Content-Type")) {
		kind = "text/html"
	}
	document, err := page.Call(parser, "parseFromString", text, kind)
	if err != nil || kind == "text/html" {
		return document, err
	}
	problem, err := page.Call(document, "querySelector", "parsererror") // how a DOMParser tells
	if err != nil || !page.IsObject(problem) {
		return document, err
	}
	said, err := page.String(problem, "textContent")
	if err != nil {
		return document, err
	}
	made, err := page.New("SyntaxError", "Invalid XML: "+said)
	if err != nil {
		return document, err
	}
	return safejs.Undefined(), &ParseError{Response: r, Err: page.AsError(made)}
}

// TextStatus returns jQuery's word: "success", "nocontent", "notmodified" or "error".
func (r *Response) TextStatus() string { return rules.TextStatus(r.Status, r.method) }

func (r *Response) charset() string { return rules.Charset(r.Header("Content-Type")) }

// parse sets Data. jQuery, too, parses what came with a failure.
func (r *Response) parse(plan *rules.Plan) error {
	r.method = plan.Method
	verdict := rules.Judge(&rules.Arrival{
		Status: r.Status, Method: r.method, ContentType: r.Header("content-type"), Types: plan.Types, Converters: converters,
	})
	chain := verdict.Chain
	if r.Status == 204 || r.Status == 304 || chain[len(chain)-1] != "json" {
		return nil
	}
	text, err := r.TextValue()
	if err != nil {
		return err
	}
	json, err := safejs.Global().Get("JSON")
	if err != nil {
		return err
	}
	data, err := json.Call("parse", text)
	if err != nil {
		return &ParseError{Response: r, Err: page.Caught(err)}
	}
	r.Data, r.JSON = data, true
	return nil
}

// converters are what a Go program gets: XML and HTML stay text, which Document parses.
var converters = rules.Converters{
	{Name: "text json"}, {Name: "text html", Same: true}, {Name: "text xml", Same: true},
}
