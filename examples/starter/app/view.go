//go:build js

package main

import (
	"fmt"

	"github.com/hack-pad/safejs"
)

// A view is the elements that the program reads and writes. What comes from the server is written as text: nothing
// in it is markup.
type view struct {
	document            safejs.Value
	field, status, list safejs.Value
}

func newView() (*view, error) {
	v := &view{}
	var err error
	if v.document, err = safejs.Global().Get("document"); err != nil {
		return nil, err
	}
	for id, to := range map[string]*safejs.Value{"text": &v.field, "status": &v.status, "teas": &v.list} {
		if *to, err = v.document.Call("getElementById", id); err != nil {
			return nil, err
		}
		if to.IsNull() {
			return nil, fmt.Errorf("the page has no element with the id %q", id)
		}
	}
	return v, nil
}

// text is what stands in the field.
func (v *view) text() (string, error) {
	value, err := v.field.Get("value")
	if err != nil {
		return "", err
	}
	return value.String()
}

// say puts a text into the line below the field. The state is for its style.
func (v *view) say(text, state string) error {
	data, err := v.status.Get("dataset")
	if err != nil {
		return err
	}
	if err := data.Set("state", state); err != nil {
		return err
	}
	return v.status.Set("textContent", text)
}

// fail says what went wrong.
func (v *view) fail(text string) {
	if err := v.say(text, "failed"); err != nil {
		panic(err) // The page is not as this program expects it. deferred.OnReport hears of it.
	}
}

// teas shows what was found: an array of objects.
func (v *view) teas(found safejs.Value) error {
	count, err := found.Length()
	if err != nil {
		return err
	}
	rows := make([]any, 0, count)
	for i := range count {
		tea, err := found.Index(i)
		if err != nil {
			return err
		}
		row, err := v.row(tea)
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	words := fmt.Sprintf("%d teas.", count)
	switch count {
	case 0:
		words = "No tea is called that, or comes from there."
	case 1:
		words = "One tea."
	}
	return v.show(rows, words)
}

// row makes a list item of a tea.
func (v *view) row(tea safejs.Value) (safejs.Value, error) {
	item, err := v.document.Call("createElement", "li")
	if err != nil {
		return item, err
	}
	for _, part := range []struct{ tag, of string }{{"b", "name"}, {"span", "from"}, {"span", "colour"}} {
		element, err := v.document.Call("createElement", part.tag)
		if err != nil {
			return item, err
		}
		text, err := tea.Get(part.of)
		if err != nil {
			return item, err
		}
		if err := element.Set("textContent", text); err != nil {
			return item, err
		}
		if _, err := item.Call("append", element); err != nil {
			return item, err
		}
	}
	return item, nil
}

// show replaces the list and the line.
func (v *view) show(rows []any, words string) error {
	if err := v.say(words, ""); err != nil {
		return err
	}
	_, err := v.list.Call("replaceChildren", rows...)
	return err
}
