package deferred_test

import (
	"errors"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

var errOther = errors.New("other")

func TestJoins(t *testing.T) {
	type promises = []*deferred.Promise[int]
	resolved, rejected := deferred.Resolved[int], func(err error) *deferred.Promise[int] { return deferred.Rejected[int](err) }
	pending := deferred.New[int]().Promise()
	anyOf := func(p *deferred.Promise[int]) (any, error) { v, err := result(t, p); return v, err }
	for _, row := range []struct {
		name string
		of   promises
		all  any // error: its rejection
		any  any
		race any
	}{
		{"one", promises{resolved(1)}, []int{1}, 1, 1},
		{"several", promises{resolved(1), resolved(2)}, []int{1, 2}, 1, 1},
		{"a rejection", promises{resolved(1), rejected(errTest)}, errTest, 1, 1},
		{"a rejection first", promises{rejected(errTest), resolved(1)}, errTest, 1, errTest},
		{"a rejection and one that never settles", promises{pending, rejected(errTest)}, errTest, nil, errTest},
		{"a value and one that never settles", promises{pending, resolved(1)}, nil, 1, 1},
		{"rejections", promises{rejected(errTest), rejected(errOther)}, errTest, []error{errTest, errOther}, errTest},
		{"the same twice", promises{resolved(1), resolved(1)}, []int{1, 1}, 1, 1},
		{"none", nil, []int{}, deferred.ErrNone, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			check := func(want, got any, err error) {
				t.Helper()
				switch want := want.(type) {
				case error:
					assert.ErrorIs(t, err, want)
				case []error:
					for _, each := range want {
						assert.ErrorIs(t, err, each)
					}
				default:
					assert.NoError(t, err)
					assert.Equal(t, want, got)
				}
			}
			if row.all != nil {
				got, err := result(t, deferred.All(row.of...))
				check(row.all, got, err)
			}
			if row.any != nil {
				got, err := anyOf(deferred.Any(row.of...))
				check(row.any, got, err)
			}
			if row.race != nil {
				got, err := anyOf(deferred.Race(row.of...))
				check(row.race, got, err)
			}
		})
	}
}

func TestARaceOfNoneStaysPending(t *testing.T) {
	assert.Equal(t, deferred.StatePending, deferred.Race[int]().State())
}

func TestAllSettledIsNeverRejected(t *testing.T) {
	got, err := result(t, deferred.AllSettled(deferred.Resolved(1), deferred.Rejected[int](errTest)))
	assert.NoError(t, err)
	assert.Equal(t, []deferred.Settlement[int]{{Value: 1}, {Err: errTest}}, got)
}

func TestRaceGoesByTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, b := deferred.New[string](), deferred.New[string]()
		race := deferred.Race(a.Promise(), b.Promise())
		b.Resolve("b")
		synctest.Wait()
		a.Resolve("a")
		v, err := result(t, race)
		assert.NoError(t, err)
		assert.Equal(t, "b", v)
	})
}

func TestWhenSettlesInsideTheLastResolve(t *testing.T) {
	var r record
	a, b := deferred.New[int](), deferred.New[string]()
	deferred.When(a.Promise(), b.Promise()).Done(func(values []any) { r.add(values) })
	deferred.When2(a.Promise(), b.Promise()).Done(func(pair deferred.Pair[int, string]) { r.add(pair) })
	deferred.When3(a.Promise(), b.Promise(), deferred.Resolved(true)).Done(func(triple deferred.Triple[int, string, bool]) { r.add(triple) })
	b.Resolve("b")
	assert.Empty(t, r.take())
	a.Resolve(1)
	assert.Equal(t, []any{
		[]any{1, "b"},
		deferred.Pair[int, string]{A: 1, B: "b"},
		deferred.Triple[int, string, bool]{A: 1, B: "b", C: true},
	}, r.take())
	assert.Equal(t, deferred.StateResolved, deferred.When().State())
}

func TestWhenRejectsWithTheFirstRejection(t *testing.T) {
	a, b := deferred.New[int](), deferred.New[string]()
	p := deferred.When2(a.Promise(), b.Promise())
	b.Reject(errTest)
	a.Reject(errOther)
	_, err := p.Result()
	assert.Equal(t, errTest, err)
}
