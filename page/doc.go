// Package page makes a Go program the runtime of its page: one wasm for the page's scripts and for the
// program.
//
//	func main() {
//		page.Export("search", search)
//		page.Run()
//	}
//
//	func search(ctx context.Context, args deferred.Args) (any, error) {
//		text, err := args.String(0)
//		if err != nil {
//			return nil, err // a TypeError in the page
//		}
//		return ajax.GetJSON[[]Tea](ctx, "/teas?q="+url.QueryEscape(text))
//	}
//
// The page loads it by the script's attribute, and calls what it exports from its first line on:
//
//	<script src="godeferred.js" data-wasm="app.wasm"></script>
//	<script>
//		godeferred.go.search("tea", { signal }).then(show, complain);
//	</script>
//
// A call waits for the program, and answers a promise of godeferred's.
//
// With the attribute data-worker, the program runs in a worker: the page stays smooth while it computes. There is no
// document there, and a function of the page's that the program calls answers it a promise. The page asks its rules
// of a second instance, which runs the init functions of what this package imports, and never main.
package page
