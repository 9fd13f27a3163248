package border

import (
	"encoding/json"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
)

func BenchmarkThousandByJSON(b *testing.B) {
	list := make([]record, 1000)
	for i := range list {
		list[i] = recordOf(i)
	}
	parse := js.Global().Get("JSON").Get("parse")
	for b.Loop() {
		text, _ := json.Marshal(list)
		parse.Invoke(string(text))
	}
}

func BenchmarkXWrite(b *testing.B) {
	v := recordOf(1)
	for b.Loop() {
		o := newCall().Result()
		writeRecord(o, v)
		o.finish()
	}
}
func BenchmarkXWriteOnly(b *testing.B) {
	v := recordOf(1)
	for b.Loop() {
		o := newCall().Result()
		writeRecord(o, v)
	}
}
func BenchmarkXParse(b *testing.B) {
	o := newCall().Result()
	writeRecord(o, recordOf(1))
	text := string(o.json)
	for b.Loop() {
		invoke(jsonParse, text)
	}
}
func BenchmarkXParseRaw(b *testing.B) {
	o := newCall().Result()
	writeRecord(o, recordOf(1))
	text := string(o.json)
	for b.Loop() {
		jsonParse.Invoke(text)
	}
}
func BenchmarkXHandWrite(b *testing.B) {
	v := recordOf(1)
	for b.Loop() {
		writeByHand(v)
	}
}
func BenchmarkXHandRead(b *testing.B) {
	v := writeByHand(recordOf(1))
	for b.Loop() {
		readByHand(v)
	}
}

func BenchmarkYField(b *testing.B) {
	v := In{r: &newCall().reading, value: safejs.Safe(writeByHand(recordOf(1))), name: "v", index: outermost}
	for b.Loop() {
		v.Field(&idKey)
	}
}
func BenchmarkYInvoke(b *testing.B) {
	v := writeByHand(recordOf(1))
	k := js.ValueOf("id")
	for b.Loop() {
		invoke(reflectGet, v, k)
	}
}
func BenchmarkYInvokeBoxed(b *testing.B) {
	var v any = writeByHand(recordOf(1))
	var k any = js.ValueOf("id")
	for b.Loop() {
		invoke(reflectGet, v, k)
	}
}
func BenchmarkYInvokeRaw(b *testing.B) {
	var v any = writeByHand(recordOf(1))
	var k any = js.ValueOf("id")
	for b.Loop() {
		reflectGet.Invoke(v, k)
	}
}
func BenchmarkYGet(b *testing.B) {
	v := writeByHand(recordOf(1))
	for b.Loop() {
		v.Get("id")
	}
}
func BenchmarkYTypeOf(b *testing.B) {
	v := safejs.Safe(js.ValueOf("x"))
	for b.Loop() {
		seam.TypeOf(v)
	}
}
func BenchmarkYString(b *testing.B) {
	v := In{r: &newCall().reading, value: safejs.Safe(js.ValueOf("Some text")), name: "v", index: outermost}
	for b.Loop() {
		ReadString[string](v)
	}
}
func BenchmarkYStringRaw(b *testing.B) {
	v := js.ValueOf("Some text")
	for b.Loop() {
		_ = v.String()
	}
}
func BenchmarkYInt(b *testing.B) {
	v := In{r: &newCall().reading, value: safejs.Safe(js.ValueOf(5)), name: "v", index: outermost}
	for b.Loop() {
		ReadInt[int](v)
	}
}
