package dom_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/dom"
)

var ctx = context.Background()

// textOf reads a property.
func textOf(object safejs.Value, name string) string {
	value, err := object.Get(name)
	if err != nil {
		return err.Error()
	}
	text, _ := value.String()
	return text
}

func ExampleAwait() {
	event, err := dom.Await(ctx, button(), "click")
	if err != nil {
		fmt.Println(err) // the end of ctx
		return
	}
	fmt.Println(textOf(event, "type"))
	// Output: click
}

// A list, such as what querySelectorAll answers, may name an element twice.
func ExampleFind() {
	list := script(`((item) => [item, { nodeType: 1 }, item])({ nodeType: 1 })`)
	elements, err := dom.Find(list)
	fmt.Println(len(elements), err)

	_, err = dom.Find(script("5"))
	var wrong deferred.TypeError
	fmt.Println(errors.As(err, &wrong), err)
	// Output:
	// 2 <nil>
	// true target must be an element, a list of elements or a selector, not 5
}

// All who ask get the same promise, also after the event.
func ExampleFirst() {
	target := button()
	promise, err := dom.First(target, "click")
	if err != nil {
		fmt.Println(err)
		return
	}
	args, err := deferred.AwaitJS(ctx, promise)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(textOf(args[0], "type"))
	again, _ := dom.First(target, "click")
	fmt.Println(again.Equal(promise))
	// Output:
	// click
	// true
}

// The handler runs inside the event, so it must not wait: it hands over to a goroutine.
func ExampleOnce() {
	clicked := make(chan string, 1)
	stop, err := dom.Once(ctx, button(), "click", func(event safejs.Value) {
		_, _ = event.Call("preventDefault")
		clicked <- textOf(event, "type")
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer stop()
	fmt.Println(<-clicked)
	// Output: click
}

// stop removes the listener; so would the end of ctx.
func ExampleOn() {
	clicks := make(chan string, 1)
	stop, err := dom.On(ctx, button(), "click keydown", func(event safejs.Value) {
		select {
		case clicks <- textOf(event, "type"):
		default: // the handler must not wait
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer stop()
	fmt.Println(<-clicks, <-clicks)
	// Output: click click
}

// The request for what was typed before is aborted when the next one is made.
func ExampleDebounce() {
	field, found := typedIn("t", "te", "tea"), make(chan string)
	search := func(ctx context.Context, _ safejs.Value) {
		found <- "results for " + textOf(field, "value") // of ajax.GetJSON(ctx, …)
	}
	stop, err := dom.On(ctx, field, "input", dom.Debounce(ctx, 100*time.Millisecond, search))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer stop()
	fmt.Println(<-found)
	// Output: results for tea
}

func ExampleReady() {
	defer global("document", `({ readyState: "interactive" })`)()
	if err := dom.Ready(ctx); err == nil {
		fmt.Println("the document is there")
	}
	// Output: the document is there
}

func ExampleLoadImage() {
	defer global("Image", exampleImage)()
	image, err := dom.LoadImage(ctx, "cat.jpg")
	if err == nil {
		fmt.Println("loaded", textOf(image, "src"))
	}
	_, err = dom.LoadImage(ctx, "dog.jpg")
	fmt.Println(errors.Is(err, dom.ErrImage), err)
	// Output:
	// loaded cat.jpg
	// true the image dog.jpg could not be loaded
}

func ExampleVisible() {
	defer global("IntersectionObserver", exampleObserver)()
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	element := script(`{ nodeType: 1 }`)
	if err := dom.Visible(ctx, element, dom.View{RootMargin: "80px"}); err == nil {
		fmt.Println("seen")
	}
	// Output: seen
}
