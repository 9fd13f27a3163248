//go:build js && wasm

package main

import (
	"errors"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/internal/page"
)

// callGet is (settle, number, url, settings, jqXHR, fill): requests url and settles as jQuery's get
// does, with settings as the context. Before that, fill gets what the jqXHR is to show:
// (readyState, status, statusText, headers, responseText, responseJSON).
func callGet(_ safejs.Value, args []safejs.Value) (any, error) {
	url, err := arguments(args).string(2)
	if err != nil {
		return nil, err
	}
	if err := ajax.Check(url); err != nil {
		return nil, blame("get", err)
	}
	w, err := newWork(args)
	if err != nil {
		return nil, err
	}
	x := exchange{work: w, settings: args[3], jqXHR: args[4], fill: args[5]}
	w.run(func() error {
		resp, err := ajax.Get(w.ctx, url)
		return x.end(resp, err)
	})
	return nil, nil
}

// exchange is a request and the page's objects for it.
type exchange struct {
	*work
	settings, jqXHR, fill safejs.Value
}

// end settles as jQuery does: done(data, textStatus, jqXHR), fail(jqXHR, textStatus, errorThrown).
func (x *exchange) end(resp *ajax.Response, err error) error {
	var (
		status *ajax.StatusError
		parse  *ajax.ParseError
		abort  *aborted
	)
	switch {
	case err == nil:
		if err := x.show(resp, resp.TextStatus()); err != nil {
			return err
		}
		return x.work.end(true, x.settings, resp.Data, resp.TextStatus(), x.jqXHR)
	case errors.As(err, &status):
		if err := x.show(status.Response, "error"); err != nil {
			return err
		}
		return x.fail("error", status.Response.StatusText)
	case errors.As(err, &parse):
		if err := x.show(parse.Response, "parsererror"); err != nil {
			return err
		}
		return x.fail("parsererror", page.Thrown(err))
	case errors.As(err, &abort):
		if err := x.showNothing(abort.reason); err != nil {
			return err
		}
		return x.fail(abort.reason, abort.reason)
	}
	if err := x.showNothing("error"); err != nil {
		return err
	}
	// jQuery throws "" here; the page's error says at least that the network was at fault.
	return x.fail("error", page.Thrown(err))
}

func (x *exchange) fail(textStatus, thrown any) error {
	return x.work.end(false, x.settings, x.jqXHR, textStatus, thrown)
}

func (x *exchange) show(resp *ajax.Response, textStatus string) error {
	text := resp.StatusText
	if text == "" { // jQuery's rule, and what HTTP/2 always comes to
		text = textStatus
	}
	json := safejs.Undefined()
	if resp.JSON {
		json = resp.Data
	}
	_, err := x.fill.Invoke(4, resp.Status, text, resp.Headers, resp.Body, json)
	return page.Caught(err)
}

// showNothing is for a request without an answer.
func (x *exchange) showNothing(statusText any) error {
	_, err := x.fill.Invoke(0, 0, statusText, safejs.Null(), safejs.Undefined(), safejs.Undefined())
	return page.Caught(err)
}
