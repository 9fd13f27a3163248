package page

import (
	"fmt"
	"reflect"
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// Value returns the page's value for one of Go's: see deferred.Value, which is its public face.
func Value(v any) (safejs.Value, error) { return valueAt(0, v) }

// A recursion without end exhausts the page's own stack, which ends the program.
const deepest = 100

func valueAt(depth int, v any) (safejs.Value, error) {
	switch v := v.(type) {
	case nil, struct{}:
		return safejs.Undefined(), nil
	case safejs.Value:
		return v, nil
	case safejs.Func:
		return v.Value(), nil
	case js.Value:
		return safejs.Safe(v), nil
	case js.Func:
		return safejs.Safe(v.Value), nil
	case error:
		return Thrown(v), nil
	case []byte:
		return Bytes(v)
	case bool, string, int, float64:
		return safejs.ValueOf(v)
	}
	return valueOf(depth, reflect.ValueOf(v))
}

func valueOf(depth int, v reflect.Value) (safejs.Value, error) {
	if depth == deepest {
		return safejs.Undefined(), wrong.TypeError(fmt.Sprintf("a %s is more than %d deep, or holds itself", v.Type(), deepest))
	}
	switch v.Kind() {
	case reflect.Bool:
		return safejs.ValueOf(v.Bool())
	case reflect.String:
		return safejs.ValueOf(v.String())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return safejs.ValueOf(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return safejs.ValueOf(v.Uint())
	case reflect.Float32, reflect.Float64:
		return safejs.ValueOf(v.Float())
	case reflect.Slice, reflect.Array:
		return arrayOf(depth+1, v)
	case reflect.Map:
		if v.Type().Key().Kind() == reflect.String {
			return objectOf(depth+1, v)
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return safejs.Undefined(), nil
		}
		return valueAt(depth+1, v.Elem().Interface())
	}
	return safejs.Undefined(), wrong.TypeError(fmt.Sprintf("a page has no value for a %s", v.Type()))
}

func arrayOf(depth int, v reflect.Value) (safejs.Value, error) {
	array, err := New("Array")
	if err != nil {
		return array, err
	}
	for i := range v.Len() {
		element, err := valueAt(depth, v.Index(i).Interface())
		if err != nil {
			return array, err
		}
		if err := array.SetIndex(i, element); err != nil {
			return array, err
		}
	}
	return array, nil
}

func objectOf(depth int, v reflect.Value) (safejs.Value, error) {
	object, err := New("Object")
	if err != nil {
		return object, err
	}
	for entries := v.MapRange(); entries.Next(); {
		value, err := valueAt(depth, entries.Value().Interface())
		if err != nil {
			return object, err
		}
		if err := object.Set(entries.Key().String(), value); err != nil {
			return object, err
		}
	}
	return object, nil
}
