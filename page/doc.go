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
//		answer, err := ajax.GetJSON(ctx, "/teas", ajax.Query(ajax.Values{{"q", text}}))
//		if err != nil {
//			return nil, err // an Error with the answer's status
//		}
//		return answer.Data, nil
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
//
// # Typed exports
//
// A function with the comment //godeferred:export needs no Export:
//
//	// Search finds products by name.
//	//
//	//godeferred:export
//	func Search(ctx context.Context, query string, limit int) ([]Product, error)
//
// `godeferred build`, or `godeferred generate` by go:generate, writes its conversions into zz_godeferred.go, without
// reflection, and its types for TypeScript. The page calls godeferred.go.search("tea", 5, { signal, onProgress }), or imports
// search from "./app.js"; another name can follow the comment. A context comes first, an error last, and both can be left
// out. Packages that the program imports can have such functions, too, if they are of its module.
//
// A zero loses its sign, as everywhere in Go's syscall/js, but not in typed arrays.
//
// A wrong argument rejects the promise with a TypeError, and the function is not called. So does a result that a page
// cannot have. The types are, alone and inside of each other:
//
//	Go                                      in the page
//	string, bool                            string, boolean; a string must be valid UTF-8, and UTF-16 there
//	floats, integers                        number; an integer must be safe, within 2**53 - 1, and in its type's range
//	int64, uint64 tagged godeferred:"bigint"  bigint; in slices, BigInt64Array and BigUint64Array
//	[]byte                                  Uint8Array; from the page, any buffer or view
//	slices of other numbers                 the typed array of their kind, in one copy; of 64-bit integers, an array. From
//	                                        the page, any typed array or array of numbers
//	[]T, [N]T                               array; nil is an empty one
//	map[string]T                            object
//	struct                                  object, by the rules of encoding/json: its tags, embedded structs, omitempty and
//	                                        omitzero. A field that is not optional must be there
//	*T                                      the same, or null; from the page, undefined, too
//	*T of a class (below)                   instance, or null; from the page, undefined, too
//	a named type with constants             one of the constants' values; of exported ones, if some are
//	time.Time, time.Duration                Date, number of milliseconds
//	error                                   any value: see deferred.ErrorToJS
//	any                                     what deferred.Value makes. From the page, nil, bool, float64, string, or a safejs.Value
//	safejs.Value                            the value itself
//	*deferred.Promise[T]                    promise; the only result is adopted, as from an async function
//	iter.Seq2[T, error], <-chan T           async iterable; from the page, an iterable or a stream, too
//	io.Reader, io.ReadCloser                ReadableStream of bytes
//	func(A, B) R, func(A, B) (R, error)     from the page alone: a function. A promise that it returns is waited for
//
// Where a result is an iterable, a channel or a stream, ctx ends when the page has read it or given it up, rather than
// when the function has returned. A channel of the page's ends ctx with the error of what it was made of. An exception of
// a callback without an error as its result is what the call rejects with; the callback then answers zero.
//
// Several results resolve the promise with as many values. Of a variadic function, the rest are arguments. Values more
// than 100 deep, such as those that hold themselves, are errors, and what has none of these types is one of the build, with
// its place in the source. Types with methods such as MarshalJSON are refused: those methods are not called.
//
// # Classes
//
// A type with the comment is a class of the page's, whose instances stay in Go:
//
//	// An Index finds texts.
//	//
//	//godeferred:export
//	type Index struct{ … }
//
//	func NewIndex(texts []string) (*Index, error)
//
//	func (i *Index) Search(ctx context.Context, query string) ([]Hit, error)
//
// `new godeferred.go.Index(texts)` calls NewIndex and answers an instance at once. Its methods wait for it, and reject if
// NewIndex fails. Without new, Index answers a promise of the instance. The methods of the class are the exported ones that
// are declared on the type, of pointers and of values. A name can follow the comment above a method, and - leaves it out:
// //godeferred:export -. No method can be promise, which jQuery calls, nor have the name of a method of Object.
//
// As a parameter, a result or a part of them, a *Index is an instance. The page has one instance for a pointer as long as
// it uses it. Go keeps the object until the page calls free(), leaves a block with `using`, or loses the instance. Then
// its method Free() is called, if it has one.
//
// A nil pointer is null, but an error as the result of a constructor, and of a function that has an error beside it.
package page
