// Package anim animates elements of a page as jQuery does, from a Go program.
//
//	elements, err := dom.Find(selector)
//	…
//	run, err := anim.SlideDown(ctx, elements, anim.Duration(anim.Slow))
//	…
//	err = run.Wait()
//
// [SlideDown], [FadeIn], [Show] and their like are jQuery's effects; [Animate] takes properties. Each starts the
// animation and returns a [Run], which can be awaited, stopped and finished; the end of ctx stops it, too. A [Queue] runs
// animations of the same elements one after the other.
//
// The browser runs the frames, by the Web Animations API, and calls Go when they are over. Only at the end is an inline
// style written, the one that jQuery leaves.
package anim

// What properties mean, from where to where each goes and what a queue does next is decided in internal/rules and
// internal/queue, which need no page. The page's own godeferred.animate asks the same rules.
