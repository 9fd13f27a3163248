package generate

import "go/types"

// pathOf is "path.Name" of a named type without type arguments, and "" for others.
func pathOf(t types.Type) string {
	named, is := types.Unalias(t).(*types.Named)
	if !is || named.Obj().Pkg() == nil {
		return ""
	}
	return named.Obj().Pkg().Path() + "." + named.Obj().Name()
}

const (
	timePath     = "time.Time"
	durationPath = "time.Duration"
	contextPath  = "context.Context"
	readerPath   = "io.Reader"
	closerPath   = "io.ReadCloser"
	sequencePath = "iter.Seq2"
	valuePath    = "github.com/hack-pad/safejs.Value"
	promisePath  = "github.com/godeferred/godeferred/deferred.Promise"
)

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// promised is T of *deferred.Promise[T], or nil.
func promised(t types.Type) types.Type {
	pointer, is := types.Unalias(t).(*types.Pointer)
	if !is || pathOf(pointer.Elem()) != promisePath {
		return nil
	}
	return types.Unalias(pointer.Elem()).(*types.Named).TypeArgs().At(0)
}

// sequenceOf is T of iter.Seq2[T, error], or nil.
func sequenceOf(t types.Type) types.Type {
	if pathOf(t) != sequencePath {
		return nil
	}
	args := types.Unalias(t).(*types.Named).TypeArgs()
	if !isError(args.At(1)) {
		return nil
	}
	return args.At(0)
}

// isPlainAny tells whether t is any, by whatever name.
func isPlainAny(t types.Type) bool {
	i, is := t.Underlying().(*types.Interface)
	return is && i.Empty() && !i.IsComparable()
}

// isByte tells whether a slice of t is bytes.
func isByte(t types.Type) bool {
	basic, is := types.Unalias(t).(*types.Basic)
	return is && basic.Kind() == types.Uint8
}

// isNumber tells whether a slice of t is a typed array, or one of plain numbers to be copied at once.
func (g *generator) isNumber(t types.Type) bool {
	basic, is := t.Underlying().(*types.Basic)
	if !is || basic.Info()&(types.IsInteger|types.IsFloat) == 0 || basic.Kind() == types.Uintptr {
		return false
	}
	return pathOf(t) != durationPath && g.constantsOf(t) == nil
}

// isWide tells whether t is an integer of 64 bits, slices of which are no typed arrays: BigInts do not mix with numbers.
func isWide(t types.Type) bool {
	basic, is := t.Underlying().(*types.Basic)
	if !is {
		return false
	}
	switch basic.Kind() {
	case types.Int, types.Int64, types.Uint, types.Uint64:
		return true
	}
	return false
}

// isBig tells whether t can be a BigInt.
func isBig(t types.Type) bool {
	basic, is := t.Underlying().(*types.Basic)
	return is && (basic.Kind() == types.Int64 || basic.Kind() == types.Uint64)
}

// special tells whether a struct is one value to the page.
func special(t types.Type) bool {
	switch pathOf(t) {
	case timePath, valuePath, promisePath:
		return true
	}
	return false
}
