package main

import (
	"fmt"

	"github.com/chromedp/cdproto/performance"
)

// measureFade is what the main thread does while 500 elements fade out for a second.
func measureFade(d *devtools, url string, rounds int, say func(string)) ([]testCase, error) {
	if err := d.open(url+"/bench/fade.html", "fade"); err != nil {
		return nil, err
	}
	enable := performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}
	if _, err := command(d, performance.Enable, enable); err != nil {
		return nil, err
	}
	fading := []string{ours, "jquery4", "jquery3"}
	var cases []testCase
	for _, w := range []struct{ waiting, id, how string }{{"done", "fade", "`done`"}, {"then", "fadeThen", "`then`, which passes progress on"}} {
		scripts, all := map[string][]float64{}, map[string][]float64{}
		say("fade of 500 elements, with " + w.waiting)
		for round := range rounds + 1 {
			for i := range fading {
				id := fading[(round+i)%len(fading)]
				script, task, err := d.fade(id, w.waiting)
				if err != nil {
					return nil, err
				}
				if round > 0 { // the first compiles
					scripts[id], all[id] = append(scripts[id], script), append(all[id], task)
				}
			}
		}
		one := testCase{ID: w.id, Name: "fade of 500 elements for 1 s, waited for with " + w.how + ": scripts", Group: script, Unit: "ms"}
		one.fill(scripts)
		whole := testCase{ID: w.id + "All", Name: "the same: all of the main thread’s work", Group: script, Unit: "ms"}
		whole.fill(all)
		cases = append(cases, one, whole)
	}
	return cases, nil
}

func (d *devtools) fade(id, waiting string) (scripts, all float64, err error) {
	if _, err := d.number("stage().then(() => 0)"); err != nil {
		return 0, 0, err
	}
	scriptsBefore, allBefore, err := d.mainThread()
	if err != nil {
		return 0, 0, err
	}
	if _, err := d.number(fmt.Sprintf("fade(%q, %q).then(() => 0)", id, waiting)); err != nil {
		return 0, 0, err
	}
	scripts, all, err = d.mainThread()
	if err != nil {
		return 0, 0, err
	}
	gone, err := d.number("gone()")
	if err == nil && gone != 500 {
		err = fmt.Errorf("%s faded %v of 500 elements", id, gone)
	}
	return scripts - scriptsBefore, all - allBefore, err
}
