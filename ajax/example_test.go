package ajax_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/godeferred/godeferred/ajax"
)

func ExampleParam() {
	values := ajax.Values{{"tag", []string{"new", "in stock"}}, {"price", ajax.Values{{"max", 5}}}}
	fmt.Println(ajax.Param(values, false))
	fmt.Println(ajax.Param(values[:1], true))
	// Output:
	// tag%5B%5D=new&tag%5B%5D=in%20stock&price%5Bmax%5D=5
	// tag=new&tag=in%20stock
}

func ExampleNewCache() {
	requests := 0
	prices := ajax.NewCache(func(_ context.Context, item string) (int, error) {
		requests++ // ajax.GetJSON, in a page
		if item == "" {
			return 0, errors.New("no item")
		}
		return 3, nil
	}, ajax.CacheOptions{Max: 100})
	for range 2 {
		price, err := prices.Get(context.Background(), "tea")
		fmt.Println(price, err)
	}
	_, err := prices.Get(context.Background(), "")
	fmt.Println(err, requests, prices.Has("tea"), prices.Has(""))
	// Output:
	// 3 <nil>
	// 3 <nil>
	// no item 2 true false
}
