package ajax

import (
	"strings"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// decoderOf returns a TextDecoder, and whether it decodes UTF-8. An unknown charset means UTF-8, as in XMLHttpRequest.
// A strict decoder throws for invalid bytes.
func decoderOf(charset string, strict bool) (decoder safejs.Value, utf8 bool, err error) {
	options := map[string]any{"fatal": strict}
	if charset != "" {
		if decoder, err = page.New("TextDecoder", charset, options); err == nil {
			name, err := page.String(decoder, "encoding") // "unicode-1-1-utf-8", too, is a name of UTF-8
			return decoder, name == "utf-8", err
		}
	}
	decoder, err = page.New("TextDecoder", "utf-8", options)
	return decoder, true, err
}

func decoded(decoder, content safejs.Value) (safejs.Value, error) {
	return page.Call(decoder, "decode", content)
}

// withoutMark cuts off a byte order mark, as a TextDecoder does.
func withoutMark(s string) string { return strings.TrimPrefix(s, "\xef\xbb\xbf") }
