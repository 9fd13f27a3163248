package anim

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

// playing is a line whose turns are written down as they begin (a), are dropped (-a), and as the line
// runs empty (.).
type playing struct {
	line
	log  []string
	next map[string]func()
}

func (p *playing) add(name string) {
	p.line.add(turn{
		run: func(next func()) {
			p.log = append(p.log, name)
			if p.next == nil {
				p.next = map[string]func(){}
			}
			p.next[name] = next
			if strings.HasSuffix(name, "!") { // over at once
				next()
			}
		},
		dropped: func() { p.log = append(p.log, "-"+name) },
	})
}

func (p *playing) watch() { p.whenEmpty(func() { p.log = append(p.log, ".") }) }

func TestALineRunsOneAfterTheOther(t *testing.T) {
	for name, c := range map[string]struct {
		steps string // "+a" adds a, "a" ends its turn, "clear", "?" asks to be told when it is empty
		want  string
	}{
		"the first runs when it is added":        {"+a", "a"},
		"the next waits for the first":           {"+a +b", "a"},
		"then it has its turn":                   {"+a +b a", "a b"},
		"one added to a line that has run empty": {"+a a +b", "a b"},
		"only the first next counts":             {"+a +b +c a a", "a b"},
		"nor does a late one":                    {"+a +b +c a b a", "a b c"},
		"those that are over at once":            {"+a! +b! +c!", "a! b! c!"},
		"and in a row behind another":            {"+a +b! +c! +d a", "a b! c! d"},
		"empty from the start":                   {"?", "."},
		"empty in the end":                       {"+a +b ? a b", "a b ."},
		"told once":                              {"+a ? a +b b", "a . b"},
		"cleared: what runs goes on":             {"+a +b +c clear ? a", "a -b -c ."},
		"cleared, and on":                        {"+a +b clear +c a", "a -b c"},
		"nothing to clear":                       {"clear +a", "a"},
	} {
		t.Run(name, func(t *testing.T) {
			var p playing
			for _, step := range strings.Fields(c.steps) {
				switch {
				case step == "clear":
					p.clear()
				case step == "?":
					p.watch()
				case step[0] == '+':
					p.add(step[1:])
				default:
					p.next[step]()
				}
			}
			assert.Equal(t, c.want, strings.Join(p.log, " "))
		})
	}
}

func TestATurnMayAddClearAndAskInside(t *testing.T) {
	var p playing
	p.line.add(turn{run: func(next func()) {
		p.add("a")
		p.add("b")
		p.clear()
		p.add("c!")
		p.watch()
		next()
	}})
	assert.Equal(t, []string{"-a", "-b", "c!", "."}, p.log)
}

func TestGoroutinesShareALine(t *testing.T) {
	var l line
	var running, most, ran int // only one turn at a time touches them: the race detector looks on
	var adders sync.WaitGroup
	for range 50 {
		adders.Go(func() {
			l.add(turn{run: func(next func()) {
				running++
				most = max(most, running)
				go func() {
					ran++
					running--
					next()
				}()
			}})
		})
	}
	adders.Wait()
	empty := make(chan struct{})
	l.whenEmpty(func() { close(empty) })
	<-empty
	assert.Equal(t, []int{50, 1, 0}, []int{ran, most, running})
}
