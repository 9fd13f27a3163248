package page

import (
	"sync"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// Questions of the page to iterators and streams that are made here.
const (
	askNext = iota
	askReturn
	askPull
	askCancel

	asks // how many there are
)

// An answerer answers one iterator's or stream's questions, mostly with a promise. It runs inside the page's call and
// must not wait.
type answerer func(what int, args []safejs.Value) safejs.Value

// Each answerer has a number, as each listener has: see listeners. The page can keep an iterator's next for as long as
// it likes; asked after the end, it still answers that nothing is left.
var (
	answerersMu  sync.Mutex
	answerers    = map[int]answerer{}
	lastAnswerer int

	askerMade sync.Once
	bindAsker js.Value // (this, ...args)
)

// answerBy registers an answerer, which counts as live until dismiss.
func answerBy(answer answerer) (id int) {
	answerersMu.Lock()
	defer answerersMu.Unlock()
	lastAnswerer++
	answerers[lastAnswerer] = answer
	live.Add(1)
	return lastAnswerer
}

// dismiss forgets an answerer. Further calls do nothing.
func dismiss(id int) {
	answerersMu.Lock()
	defer answerersMu.Unlock()
	if _, is := answerers[id]; is {
		delete(answerers, id)
		live.Add(-1)
	}
}

// addQuestions gives an object of the page's the functions that ask the answerer of that number.
func addQuestions(object safejs.Value, id int, names map[string]int) error {
	askerMade.Do(func() { bindAsker = call.Get("bind").Call("bind", asker()) })
	for name, what := range names {
		function, err := invoke(bindAsker, id*asks+what)
		if err != nil {
			return err
		}
		if err := object.Set(name, function); err != nil {
			return err
		}
	}
	return nil
}

// asker is the function behind all of them. It is made once, stays, and has no owner.
func asker() js.Value {
	f, err := rawFunc(func(this safejs.Value, args []safejs.Value) any {
		collectSoon()
		answer, _ := contain(func() (safejs.Value, error) { // which has reported a panic
			number := numberOf(safejs.Unsafe(this))
			answerersMu.Lock()
			answer := answerers[number/asks]
			answerersMu.Unlock()
			if answer == nil {
				return late(number%asks, args), nil
			}
			return answer(number%asks, args), nil
		})
		return answer
	})
	if err != nil {
		panic(err)
	}
	return safejs.Unsafe(f.Value())
}

// late answers for an iterator or a stream that has ended.
func late(what int, args []safejs.Value) safejs.Value {
	if what != askNext && what != askReturn {
		return safejs.Undefined()
	}
	promise, err := simplePromise()
	if err != nil {
		Report(err)
		return safejs.Undefined()
	}
	request{what, first(args), promise}.finish()
	return promise.Value
}

func first(args []safejs.Value) safejs.Value {
	if len(args) == 0 {
		return safejs.Undefined()
	}
	return args[0]
}
