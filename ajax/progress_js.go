package ajax

import (
	"context"
	"strconv"
	"strings"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// readInPieces reads a body as it comes, and tells of each piece. Only text is kept, not the bytes
// beside it. Undefined is for an answer without a body.
func (r *Request) readInPieces(ctx context.Context, from safejs.Value, resp *Response, charset string) (safejs.Value, error) {
	none := safejs.Undefined()
	body, err := from.Get("body")
	if err != nil || !page.IsObject(body) {
		return none, err
	}
	reader, err := body.Call("getReader")
	if err != nil {
		return none, page.Caught(err)
	}
	decoder, err := decoderOf(charset)
	if err != nil {
		return none, err
	}
	var text strings.Builder
	progress := Progress{}
	if resp.Header("content-encoding") == "" { // what is compressed arrives longer than its length says
		progress.Total, _ = strconv.ParseInt(resp.Header("content-length"), 10, 64)
	}
	for {
		piece, done, err := next(ctx, reader)
		if err != nil {
			return none, err
		}
		decoded, err := decode(decoder, piece, done)
		if err != nil {
			return none, err
		}
		text.WriteString(decoded)
		if done {
			return safejs.ValueOf(text.String())
		}
		length, err := piece.Length()
		if err != nil {
			return none, err
		}
		progress.Loaded += int64(length)
		r.OnProgress(progress)
	}
}

func next(ctx context.Context, reader safejs.Value) (piece safejs.Value, done bool, err error) {
	promise, err := reader.Call("read")
	if err != nil {
		return piece, false, page.Caught(err)
	}
	values, err := await(ctx, promise)
	if err != nil {
		return piece, false, err
	}
	end, err := values[0].Get("done")
	if err != nil {
		return piece, false, err
	}
	if done, err = end.Bool(); err != nil || done {
		return piece, done, err
	}
	piece, err = values[0].Get("value")
	return piece, false, err
}

// decoderOf returns a TextDecoder; as in XMLHttpRequest, a charset that there is not means UTF-8.
func decoderOf(charset string) (safejs.Value, error) {
	if charset != "" {
		if decoder, err := page.New("TextDecoder", charset); err == nil {
			return decoder, nil
		}
	}
	return page.New("TextDecoder")
}

func decode(decoder, piece safejs.Value, last bool) (string, error) {
	args := []any{piece, map[string]any{"stream": true}}
	if last {
		args = nil
	}
	decoded, err := decoder.Call("decode", args...)
	if err != nil {
		return "", page.Caught(err)
	}
	return decoded.String()
}
