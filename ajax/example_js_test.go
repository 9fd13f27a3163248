package ajax_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/godeferred/godeferred/ajax"
)

// The example on the front page (web/index.html) is the body of this one.
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
