package deferred

import "slices"

// When is jQuery's: a promise of all values, in the order of the arguments, which may be promises of
// any types. Like that of All, it is resolved inside the callbacks of the last one that resolves, or
// rejected inside those of the first that is rejected. When of nothing is resolved with an empty slice.
//
// See When2 and When3 for values that keep their types.
func When(ps ...Waitable) *Promise[[]any] {
	values := make([]any, len(ps))
	if len(ps) == 0 {
		return Resolved(values)
	}
	return when(ps, func(i int) { values[i] = ps[i].settledValue() }, func() []any { return values })
}

// Pair is what When2 resolves with.
type Pair[A, B any] struct {
	A A
	B B
}

// When2 is When for two promises.
func When2[A, B any](a *Promise[A], b *Promise[B]) *Promise[Pair[A, B]] {
	return when([]Waitable{a, b}, nil, func() Pair[A, B] { return Pair[A, B]{a.value, b.value} })
}

// Triple is what When3 resolves with.
type Triple[A, B, C any] struct {
	A A
	B B
	C C
}

// When3 is When for three promises.
func When3[A, B, C any](a *Promise[A], b *Promise[B], c *Promise[C]) *Promise[Triple[A, B, C]] {
	return when([]Waitable{a, b, c}, nil, func() Triple[A, B, C] { return Triple[A, B, C]{a.value, b.value, c.value} })
}

// Waitable is a promise of any type.
type Waitable interface {
	base() *core
	settledValue() any
}

func (p *Promise[T]) base() *core { return &p.core }

func (p *Promise[T]) settledValue() any { return p.value }

// when resolves with the result of values once all of ps have resolved. It goes from the last to the
// first, as jQuery does, which shows in what happens when several have settled before.
func when[U any](ps []Waitable, arrived func(i int), values func() U) *Promise[U] {
	sources := make([]*core, len(ps))
	for i, p := range ps {
		sources[i] = p.base()
	}
	out := joined[U](sources)
	count := newCount(len(ps))
	for i, source := range slices.Backward(sources) {
		source.tellJoin(&out.core, func() {
			if arrived != nil {
				arrived(i)
			}
			if count.arrive() {
				out.resolve(values())
			}
		}, func() { out.reject(source.err) })
	}
	return out
}
