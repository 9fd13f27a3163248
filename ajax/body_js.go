package ajax

import (
	"context"
	"io"
	"strconv"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// pieces reads a body as it arrives.
type pieces struct {
	reader   safejs.Value // undefined for an answer without a body
	progress Progress
	told     func(Progress) // nil: nobody
}

// piecesOf begins to read the body of a response of the page's.
func piecesOf(from safejs.Value, head *Head, told func(Progress)) (*pieces, error) {
	p := &pieces{reader: safejs.Undefined(), told: told}
	body, err := from.Get("body")
	if err != nil || !page.IsObject(body) {
		return p, err
	}
	if p.reader, err = body.Call("getReader"); err != nil {
		return nil, page.Caught(err)
	}
	if head.Header("content-encoding") == "" { // what is compressed arrives longer than its length says
		p.progress.Total, _ = strconv.ParseInt(head.Header("content-length"), 10, 64)
	}
	return p, nil
}

// next waits for a piece, a Uint8Array of that length; the error is io.EOF when all have come.
func (p *pieces) next(ctx context.Context) (piece safejs.Value, length int, err error) {
	if p.reader.IsUndefined() {
		return piece, 0, io.EOF
	}
	promise, err := p.reader.Call("read")
	if err != nil {
		return piece, 0, page.Caught(err)
	}
	values, err := await(ctx, promise)
	if err != nil {
		return piece, 0, err
	}
	end, err := values[0].Get("done")
	if err != nil {
		return piece, 0, err
	}
	if done, err := end.Bool(); err != nil || done {
		if err == nil {
			err = io.EOF
		}
		return piece, 0, err
	}
	if piece, err = values[0].Get("value"); err != nil {
		return piece, 0, err
	}
	if length, err = piece.Length(); err != nil {
		return piece, 0, err
	}
	p.progress.Loaded += int64(length)
	tell(p.told, p.progress)
	return piece, length, nil
}

// tell calls a function of the program's. It must not end the request, nor the program.
func tell(fn func(Progress), progress Progress) {
	if fn != nil {
		page.Guard(func() { fn(progress) })
	}
}

// whole waits for the rest of an answer, and returns its bytes, a Uint8Array.
func (x *exchange) whole(told func(Progress)) (safejs.Value, error) {
	if told != nil {
		p, err := piecesOf(x.from, &x.head, told)
		if err != nil {
			return safejs.Undefined(), err
		}
		if !p.reader.IsUndefined() {
			return p.join(x.ctx)
		}
	}
	promise, err := x.from.Call("arrayBuffer")
	if err != nil {
		return promise, page.Caught(err)
	}
	values, err := await(x.ctx, promise)
	if err != nil {
		return promise, err
	}
	return page.New("Uint8Array", values[0])
}

// join reads all pieces, and puts them together.
func (p *pieces) join(ctx context.Context) (safejs.Value, error) {
	var all []safejs.Value
	for {
		piece, _, err := p.next(ctx)
		if err == io.EOF {
			break
		}
		if err != nil {
			return piece, err
		}
		all = append(all, piece)
	}
	joined, err := page.New("Uint8Array", p.progress.Loaded)
	if err != nil {
		return joined, err
	}
	at := 0
	for _, piece := range all {
		if _, err := joined.Call("set", piece, at); err != nil {
			return joined, page.Caught(err)
		}
		length, err := piece.Length()
		if err != nil {
			return joined, err
		}
		at += length
	}
	return joined, nil
}
