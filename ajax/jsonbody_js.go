package ajax

import (
	"maps"
	"reflect"
	"slices"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// JSONBody makes a body of JSON, of the content type application/json, from what deferred.Value takes: strings,
// numbers, booleans, slices, maps with strings as keys, times, deferred.Valuers, and values of the page's. It is
// written when the request is made, by the page's JSON.stringify.
//
// As in encoding/json, slices of numbers are arrays, a nil is null, and the members of a map are sorted by name. Floats
// that JSON does not have (NaN and infinities) are null.
//
// Do returns a deferred.TypeError for what has no form in JSON: a struct, a []byte, a function, a value that holds
// itself. Make a string or a slice of numbers of a []byte: servers differ in what they take.
func JSONBody(v any) EncodedBody {
	// A function value: the encoder is then left out of programs that do not send JSON.
	return EncodedBody{contentType: "application/json", text: func() (string, error) { return stringify(v) }}
}

func stringify(v any) (string, error) {
	value, err := jsonValue(0, v)
	if err != nil {
		return "", noJSON(err.Error())
	}
	json, err := page.Get(safejs.Global(), "JSON")
	if err != nil {
		return "", err
	}
	text, err := page.Call(json, "stringify", value)
	if err != nil {
		return "", noJSON(err.Error())
	}
	if page.TypeOf(text) != safejs.TypeString {
		return "", page.Wrong("body", "a value that has a form in JSON", value)
	}
	return text.String()
}

func noJSON(why string) error {
	return wrong.TypeError("body must be a value that has a form in JSON: " + why)
}

// A deeper value most likely holds itself. page.Value has the same limit and the same error.
const deepestJSON = 100

// jsonValue is page.Value for what JSON.stringify is to write: that takes typed arrays for objects, and leaves out what
// is undefined.
func jsonValue(depth int, v any) (safejs.Value, error) {
	switch v := v.(type) {
	case nil:
		return safejs.Null(), nil
	case page.Valuer:
		if of := reflect.ValueOf(v); of.Kind() == reflect.Pointer && of.IsNil() {
			return safejs.Null(), nil
		}
		if depth < deepestJSON {
			inner, err := v.PageValue()
			if err != nil {
				return safejs.Undefined(), err
			}
			return jsonValue(depth+1, inner)
		}
	case error: // of any kind: the page's value is an Error
	default:
		if of := reflect.ValueOf(v); depth < deepestJSON {
			switch of.Kind() {
			case reflect.Pointer:
				if of.IsNil() {
					return safejs.Null(), nil
				}
				return jsonValue(depth+1, of.Elem().Interface())
			case reflect.Slice, reflect.Array:
				if of.Kind() == reflect.Slice && of.Type().Elem().Kind() == reflect.Uint8 {
					return safejs.Undefined(), wrong.TypeError("a " + of.Type().String() + " is not text")
				}
				return jsonArray(depth+1, of)
			case reflect.Map:
				if of.Type().Key().Kind() == reflect.String {
					return jsonObject(depth+1, of)
				}
			}
		}
	}
	return page.Value(v)
}

func jsonArray(depth int, of reflect.Value) (safejs.Value, error) {
	array, err := page.New("Array")
	for i := 0; err == nil && i < of.Len(); i++ {
		var element safejs.Value
		if element, err = jsonValue(depth, of.Index(i).Interface()); err == nil {
			err = array.SetIndex(i, element)
		}
	}
	return array, err
}

func jsonObject(depth int, of reflect.Value) (safejs.Value, error) {
	members := map[string]reflect.Value{}
	for entries := of.MapRange(); entries.Next(); {
		members[entries.Key().String()] = entries.Value()
	}
	constructor, err := page.Get(safejs.Global(), "Object")
	if err != nil {
		return constructor, err
	}
	object, err := page.Call(constructor, "create", safejs.Null()) // where "__proto__" is a name like any other
	if err != nil {
		return object, err
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		member, err := jsonValue(depth, members[name].Interface())
		if err != nil {
			return object, err
		}
		if err := object.Set(name, member); err != nil {
			return object, err
		}
	}
	return object, nil
}
