package dom

import (
	"context"
	"errors"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// ErrImage is what an image that cannot be loaded matches, by errors.Is: it is not there, or no image.
// Browsers do not say which.
var ErrImage = errors.New("the image could not be loaded")

// imageError is an ErrImage that names its URL.
type imageError string

func (url imageError) Error() string { return "the image " + string(url) + " could not be loaded" }

func (url imageError) Unwrap() error { return ErrImage }

// LoadImage loads an image and blocks its goroutine until it can be drawn. What it returns is an
// element of the page's own to each call, which is not in the document, and loads whether or not
// anything will ever show it. The error of one that cannot be loaded names the URL and is an
// ErrImage. At the end of ctx the loading stops, and the error is the cause of that. Inside a
// function that the page has called, it returns deferred.ErrWouldBlock at once.
func LoadImage(ctx context.Context, url string) (safejs.Value, error) {
	if page.WouldBlock() {
		return safejs.Undefined(), page.ErrWouldBlock
	}
	image, err := page.New("Image")
	if err != nil {
		return image, err
	}
	came := make(chan bool, 2)
	listen := func(event string, loaded bool) (func(), error) {
		return Once(ctx, image, event, func(safejs.Value) { came <- loaded })
	}
	stopLoad, err := listen("load", true)
	if err != nil {
		return image, err
	}
	defer stopLoad()
	stopError, err := listen("error", false)
	if err != nil {
		return image, err
	}
	defer stopError()
	if err := image.Set("src", url); err != nil {
		return image, page.Caught(err)
	}
	select {
	case loaded := <-came:
		if !loaded {
			return image, imageError(url)
		}
	case <-ctx.Done():
		_ = image.Set("src", "")
		return image, context.Cause(ctx)
	}
	// Decoding spares the first drawing a wait. Where it refuses (an SVG without a size), the image
	// can be drawn even so.
	if decoding, err := page.Call(image, "decode"); err == nil {
		if _, err := page.Await(ctx, decoding); ctx.Err() != nil {
			return image, err
		}
	}
	return image, nil
}
