package anim_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/anim"
)

var ctx = context.Background()

// wait waits for the end of an animation, and prints what went wrong.
func wait(run *anim.Run, err error) {
	if err == nil {
		err = run.Wait()
	}
	if err != nil {
		fmt.Println("failed:", err)
	}
}

func ExampleAnimate() {
	elements := shown()
	run, err := anim.Animate(ctx, elements, anim.Properties{"height": "+=20", "opacity": "0.5"}, anim.Duration(anim.Fast))
	if err != nil {
		fmt.Println(err) // a wrong argument, say
		return
	}
	if err := run.Wait(); err != nil {
		fmt.Println(err) // stopped
	}
	printStyle(elements, "height")
	printStyle(elements, "opacity")
	// Output:
	// height: "60px"
	// opacity: "0.5"
}

func ExampleSlideDown() {
	elements := hidden()
	wait(anim.SlideDown(ctx, elements))
	printStyle(elements, "display")
	// Output: display: ""
}

func ExampleSlideUp() {
	elements := shown()
	wait(anim.SlideUp(ctx, elements))
	printStyle(elements, "display")
	// Output: display: "none"
}

func ExampleSlideToggle() {
	elements := shown()
	wait(anim.SlideToggle(ctx, elements))
	printStyle(elements, "display")
	wait(anim.SlideToggle(ctx, elements))
	printStyle(elements, "display")
	// Output:
	// display: "none"
	// display: ""
}

func ExampleFadeIn() {
	elements := hidden()
	wait(anim.FadeIn(ctx, elements, anim.Duration(anim.Slow)))
	printStyle(elements, "display")
	// Output: display: ""
}

func ExampleFadeOut() {
	elements := shown()
	wait(anim.FadeOut(ctx, elements))
	printStyle(elements, "display")
	// Output: display: "none"
}

func ExampleFadeToggle() {
	elements := hidden()
	wait(anim.FadeToggle(ctx, elements))
	printStyle(elements, "display")
	// Output: display: ""
}

func ExampleFadeTo() {
	elements := shown()
	wait(anim.FadeTo(ctx, elements, 0.25))
	printStyle(elements, "opacity")
	// Output: opacity: "0.25"
}

func ExampleShow() {
	elements := hidden()
	wait(anim.Show(ctx, elements))
	printStyle(elements, "display")
	// Output: display: ""
}

func ExampleHide() {
	elements := shown()
	wait(anim.Hide(ctx, elements))
	printStyle(elements, "display")
	// Output: display: "none"
}

func ExampleToggle() {
	elements := shown()
	wait(anim.Toggle(ctx, elements))
	printStyle(elements, "display")
	// Output: display: "none"
}

func ExampleDuration() {
	start := time.Now()
	wait(anim.Hide(ctx, shown(), anim.Duration(0))) // over at once
	fmt.Println(time.Since(start) < time.Second)
	// Output: true
}

func ExampleEasing() {
	wait(anim.FadeOut(ctx, shown(), anim.Easing("linear")))
	_, err := anim.FadeOut(ctx, shown(), anim.Easing("bounce"))
	fmt.Println(err)
	// Output: easing must be "swing" or "linear", not "bounce"
}

func ExampleEach() {
	var done []string
	wait(anim.Hide(ctx, []safejs.Value{box("first", ""), box("second", "")}, anim.Each(func(element safejs.Value) {
		id, _ := element.Get("id")
		name, _ := id.String()
		done = append(done, name)
	})))
	fmt.Println("hidden:", done)
	// Output: hidden: [first second]
}

// Two clicks on a button add two animations: the second begins when the first is over.
func ExampleNewQueue() {
	elements := hidden()
	queue := anim.NewQueue(elements)
	down := queue.Add(ctx, anim.SlideDown)
	queue.Add(ctx, anim.SlideUp, anim.Duration(anim.Slow))
	if err := down.Wait(); err == nil {
		fmt.Println("down")
	}
	if err := queue.Wait(ctx); err == nil {
		printStyle(elements, "display")
	}
	// Output:
	// down
	// display: "none"
}

func ExampleRun_Stop() {
	run, err := anim.FadeOut(ctx, shown(), anim.Duration(time.Hour))
	if err != nil {
		fmt.Println(err)
		return
	}
	run.Stop()
	fmt.Println(errors.Is(run.Wait(), anim.ErrStopped))
	// Output: true
}

func ExampleRun_Finish() {
	elements := shown()
	run, err := anim.FadeOut(ctx, elements, anim.Duration(time.Hour))
	if err != nil {
		fmt.Println(err)
		return
	}
	run.Finish()
	fmt.Println(run.Wait())
	printStyle(elements, "display")
	// Output:
	// <nil>
	// display: "none"
}
