package ajax_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/godeferred/godeferred/ajax"
)

func Example() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()

	answer, err := ajax.Get(ctx, "data:application/json,{}", ajax.Retry(ajax.RetryPolicy{Limit: 2}))
	var status *ajax.StatusError
	if errors.As(err, &status) {
		fmt.Println("the server said no")
	} else if err != nil {
		fmt.Println("no answer:", err)
	} else {
		fmt.Println(answer.Text())
	}
	// Output: {}
}

var ctx = context.Background()

// show prints an answer's text, or the error.
func show(answer *ajax.Response, err error) {
	if err != nil {
		fmt.Println("failed:", err)
		return
	}
	fmt.Println(answer.Text())
}

func ExampleGet() {
	answer, err := ajax.Get(ctx, "https://shop.example/list")
	if err != nil {
		fmt.Println("failed:", err)
		return
	}
	fmt.Println(answer.Status, answer.Text())
	// Output: 200 GET /list
}

// Data is a value of the page's; its fields are read through safejs.
func ExampleGetJSON() {
	answer, err := ajax.GetJSON(ctx, "https://shop.example/tea")
	if err != nil {
		fmt.Println("failed:", err)
		return
	}
	price, _ := answer.Data.Get("price")
	n, _ := price.Int()
	fmt.Println(answer.JSON, n)
	// Output: true 3
}

// Values are sent as a form.
func ExamplePost() {
	show(ajax.Post(ctx, "https://shop.example/orders", ajax.Values{{"item", "tea"}, {"count", 2}}))
	// Output: POST /orders (Content-Type: application/x-www-form-urlencoded; charset=UTF-8) item=tea&count=2
}

func ExamplePut() {
	show(ajax.Put(ctx, "https://shop.example/picture", []byte{0x89, 'P', 'N', 'G'}, ajax.ContentType("image/png")))
	// Output: PUT /picture (Content-Type: image/png) 4 bytes
}

func ExamplePatch() {
	show(ajax.Patch(ctx, "https://shop.example/cups", `{"price":4}`, ajax.ContentType("application/json")))
	// Output: PATCH /cups (Content-Type: application/json) {"price":4}
}

func ExampleDelete() {
	show(ajax.Delete(ctx, "https://shop.example/orders/1"))
	// Output: DELETE /orders/1
}

func ExampleDo() {
	show(ajax.Do(ctx, &ajax.Request{
		Method: "POST", URL: "https://shop.example/orders", Query: ajax.Values{{"dry", true}},
		Body: "two of them", ContentType: "text/plain", Timeout: time.Minute,
	}))
	// Output: POST /orders?dry=true (Content-Type: text/plain) two of them
}

func ExampleQuery() {
	show(ajax.Get(ctx, "https://shop.example/search", ajax.Query(ajax.Values{{"q", "green tea"}, {"page", 2}})))
	// Output: GET /search?q=green%20tea&page=2
}

func ExampleHeader() {
	show(ajax.Get(ctx, "https://shop.example/orders", ajax.Header("Authorization", "Bearer 5")))
	_, err := ajax.Get(ctx, "https://shop.example/orders", ajax.Header("X-Note", "two\nlines"))
	fmt.Println(err != nil)
	// Output:
	// GET /orders (Authorization: Bearer 5)
	// true
}

func ExampleContentType() {
	show(ajax.Post(ctx, "https://shop.example/notes", "<b>tea</b>", ajax.ContentType("text/html")))
	// Output: POST /notes (Content-Type: text/html) <b>tea</b>
}

func ExampleCredentials() {
	show(ajax.Get(ctx, "https://shop.example/credentials"))
	show(ajax.Get(ctx, "https://shop.example/credentials", ajax.Credentials("include")))
	// Output:
	// same-origin
	// include
}

// Each request has a URL of its own, which no cache has seen.
func ExampleNoCache() {
	answer, err := ajax.Get(ctx, "https://shop.example/news", ajax.NoCache())
	fmt.Println(err == nil && strings.HasPrefix(answer.Text(), "GET /news?_="))
	// Output: true
}

func ExampleTimeout() {
	_, err := ajax.Get(ctx, "https://shop.example/slow", ajax.Timeout(time.Millisecond))
	fmt.Println(errors.Is(err, context.DeadlineExceeded), err)
	// Output: true no answer within 1ms: https://shop.example/slow
}

// The first answer is 503, the second is not.
func ExampleRetry() {
	show(ajax.Get(ctx, "https://shop.example/busy", ajax.Retry(ajax.RetryPolicy{Limit: 1, Backoff: time.Millisecond})))
	// Output: GET /busy
}

func ExampleOnProgress() {
	answer, err := ajax.Get(ctx, "https://shop.example/list", ajax.OnProgress(func(p ajax.Progress) {
		fmt.Println(p.Loaded, "bytes")
	}))
	show(answer, err)
	// Output:
	// 9 bytes
	// GET /list
}

// Browsers tell of uploads; here, exampleUploads stands for one.
func ExampleOnUpload() {
	defer global("XMLHttpRequest", exampleUploads)()
	show(ajax.Put(ctx, "https://shop.example/picture", make([]byte, 8), ajax.OnUpload(func(p ajax.Progress) {
		fmt.Println(p.Loaded, "of", p.Total, "bytes")
	})))
	// Output:
	// 4 of 8 bytes
	// 8 of 8 bytes
	// stored
}

// The body is read line by line, while it arrives.
func ExampleOpen() {
	stream, err := ajax.Open(ctx, &ajax.Request{URL: "https://shop.example/prices"})
	if err != nil {
		fmt.Println("failed:", err)
		return
	}
	defer stream.Close()
	lines := bufio.NewScanner(stream)
	for lines.Scan() {
		fmt.Println(lines.Text())
	}
	fmt.Println(lines.Err())
	// Output:
	// tea,3
	// cup,4
	// <nil>
}

func ExampleJSONBody() {
	order := map[string]any{"item": "tea", "sizes": []int{2, 5}, "note": nil}
	show(ajax.Post(ctx, "https://shop.example/orders", ajax.JSONBody(order)))
	// Output: POST /orders (Content-Type: application/json) {"item":"tea","note":null,"sizes":[2,5]}
}

func ExampleResponse_Bytes() {
	answer, err := ajax.Get(ctx, "https://shop.example/picture.png")
	if err != nil {
		fmt.Println("failed:", err)
		return
	}
	b, err := answer.Bytes()
	fmt.Printf("%x %v %v\n", b, err, answer.ValidText())
	// Output: 89504e47ff <nil> false
}

// The page shows the picture; its bytes are not copied into Go.
func ExampleResponse_Blob() {
	answer, err := ajax.Get(ctx, "https://shop.example/picture.png")
	if err != nil {
		fmt.Println("failed:", err)
		return
	}
	blob, err := answer.Blob()
	if err != nil {
		fmt.Println("failed:", err)
		return
	}
	kind, _ := blob.Get("type")
	name, _ := kind.String()
	fmt.Println(name)
	// Output: image/png
}

func ExampleStatusError() {
	_, err := ajax.Get(ctx, "https://shop.example/gone")
	var status *ajax.StatusError
	if errors.As(err, &status) {
		fmt.Println(status.Response.Status, status.Response.Text())
	}
	// Output: 410 sold out
}
