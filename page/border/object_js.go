package border

import (
	"context"
	"strings"
	"unsafe"

	"github.com/godeferred/godeferred/deferred"
	seam "github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/page"
)

// The page has a Go type as a class. An instance is a *T, which stays in Go: it is passed by its number.

// ExportMethod has the page call fn as a method of a class's instances.
func ExportMethod(class, name string, fn func(*Call)) {
	page.Export(class+"#"+name, func(ctx context.Context, args deferred.Args) (any, error) {
		c := callOf(ctx, class+"."+name, args[min(1, len(args)):])
		c.this = args.At(0)
		return c.run(fn)
	})
}

// ReadThis reads the instance that the page calls a method of.
func ReadThis[T any](c *Call, class string) *T {
	in := In{r: &c.reading, value: c.this, name: "this", index: outermost}
	v := ReadInstance[T](in, class)
	if v == nil && in.Right() {
		in.Wrong(instance(class))
	}
	return v
}

// ReadInstance reads an instance of a class. Undefined and null are nil.
func ReadInstance[T any](in In, class string) *T {
	if !in.Right() || in.isNothing() {
		return nil
	}
	pointer, err := seam.Object(in.r.call.own(), in.js())
	if err != nil {
		in.r.err = err
		return nil
	}
	v, is := pointer.(*T)
	if !is {
		in.Wrong(instance(class))
	}
	return v
}

// instance is what is expected where a class is.
func instance(class string) string {
	article := "a "
	if strings.ContainsRune("AEIO", rune(class[0])) {
		article = "an "
	}
	return article + class + " that has not been freed"
}

// WriteInstance writes the instance for v, or null.
func WriteInstance[T any](o *Out, v *T, class string) {
	if v == nil {
		o.null()
		return
	}
	if o.Right() {
		o.take(seam.Instance(class, v, unsafe.Sizeof(*v)))
	}
}

// WriteMade is WriteInstance where the function has failed unless there is an instance: it has an error beside it.
func WriteMade[T any](o *Out, v *T, class string) {
	if v == nil {
		o.wrong(" must be " + instance(class) + ", not nil without an error")
		return
	}
	WriteInstance(o, v, class)
}
