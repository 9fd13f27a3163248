// Package deferred has promises for Go: jQuery's Deferred objects, typed, for goroutines, and for
// programs in a page (GOOS=js) a bridge to the promises and functions there.
//
// # The model
//
// A [Deferred] is settled once: by Resolve with a value, or by Reject with an error. Its [Promise] is
// for all who wait for that. There are three ways to wait.
//
//   - Callbacks (Done, Fail, Always, Progress) are called synchronously: on the goroutine that
//     settles, in the order added, before Resolve returns. Late ones are called at once.
//   - Handlers ([Then], [ThenPromise], [Handle], Catch, Finally) make a new promise of what they
//     return. They are called asynchronously, never inside Resolve or Then, one at a time in the order
//     in which they became due, on the [Queue] that a promise shares with all that is derived from it.
//   - Goroutines block in Await, with a context, or select on Settled.
//
// One table of states decides how these combine: in which order callbacks run, what happens to late callbacks and to
// those that callbacks add, to notifications inside notifications, to a Resolve inside Progress. Package machine holds
// the table; the page's own face in JavaScript obeys it, too. It is jQuery 4's behaviour: thousands of random programs are run on this
// package, on that face and on jQuery itself, and the same callbacks must run in the same order.
//
// # Goroutines
//
// Everything is safe on any goroutine and inside any callback; no lock is held while functions of the
// program's run. Callbacks of one promise never run at the same time, except that progress callbacks
// of one goroutine may still run while another settles. A handler may block, but holds up the handlers
// of its own family meanwhile; if what it blocks for is one of those, both wait for ever.
//
// # Errors and panics
//
// No error or panic in the program's functions is lost, and none ends the program. A panic in a function that makes an
// outcome (handlers, [Go], [Map], [Series], [Export]) is a rejection with a
// [*PanicError]. One in a callback stops no other callback and is reported: see [OnReport]. A rejection
// that nothing handles is reported once the promise is garbage, when nothing can handle it any more.
//
// # Giving up
//
// A context ends the waiting of one goroutine, and the promise goes on. Abort ends the promise, and
// with it the work behind it ([Go], [Map], [Series], [Wait], OnAbort) unless something else still waits
// for that.
//
// # In a page
//
// [AwaitJS] and [FromJS] take a promise of the page's, [ToJS] gives one to the page, [Export] makes a Go function a page
// function. A page calls functions on its one thread and does nothing else until they
// return, so such a function must not wait: Await and AwaitJS return [ErrWouldBlock] there. One that
// Export has made may wait, since it runs in a goroutine.
//
// Where the page has godeferred's script, the promises that Go makes are the script's, with progress and abort: the
// abort of one, or of what the page has chained to it, gives up the Go side, too. Package page makes a program the
// runtime of its page.
//
// [Value] makes values for the page, and the methods of [Args] read its own; [Slice] and [TypedArray] copy numbers,
// [Iterate] and [AsyncIterable] pass sequences, [NewReader] and [ReadableStream] bytes that come bit by bit.
// [DeferredToJS] and [DeferredFromJS] let either side settle, [WithSignal] and [Signal] let either side give up.
package deferred
