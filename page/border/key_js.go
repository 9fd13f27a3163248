package border

import (
	"syscall/js"

	seam "github.com/godeferred/godeferred/internal/page"
)

// A Key is the name of a field. It keeps what the page has of it: a string that Go passes takes 2 µs more each time.
type Key struct {
	Name string

	value any    // a js.Value
	json  string // with quotes and a colon
}

func (k *Key) inPage() any {
	if k.value == nil {
		k.value = js.ValueOf(seam.Text(k.Name))
	}
	return k.value
}

func (k *Key) inJSON() string {
	if k.json == "" {
		k.json = string(append(appendQuoted(nil, k.Name), ':'))
	}
	return k.json
}

var lengthKey = Key{Name: "length"}
