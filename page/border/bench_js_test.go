package border

import (
	"strconv"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/require"

	seam "github.com/godeferred/godeferred/internal/page"
)

// A record has ten fields, as one of a table has.
type record struct {
	ID, Count, Rank            int
	Name, City, Street, Remark string
	Price, Weight              float64
	Sold                       bool
}

// This is what the generator writes for it.
var (
	idKey     = Key{Name: "id"}
	countKey  = Key{Name: "count"}
	rankKey   = Key{Name: "rank"}
	nameKey   = Key{Name: "name"}
	cityKey   = Key{Name: "city"}
	streetKey = Key{Name: "street"}
	remarkKey = Key{Name: "remark"}
	priceKey  = Key{Name: "price"}
	weightKey = Key{Name: "weight"}
	soldKey   = Key{Name: "sold"}
)

var recordFields = Fields{Keys: []*Key{&idKey, &countKey, &rankKey, &nameKey, &cityKey, &streetKey, &remarkKey, &priceKey, &weightKey, &soldKey}}

func readRecord(in In) (v record) {
	if !in.Enter(&recordFields) {
		return v
	}
	v.ID = ReadInt[int](in.Field(&idKey))
	v.Count = ReadInt[int](in.Field(&countKey))
	v.Rank = ReadInt[int](in.Field(&rankKey))
	v.Name = ReadString[string](in.Field(&nameKey))
	v.City = ReadString[string](in.Field(&cityKey))
	v.Street = ReadString[string](in.Field(&streetKey))
	v.Remark = ReadString[string](in.Field(&remarkKey))
	v.Price = ReadFloat[float64](in.Field(&priceKey))
	v.Weight = ReadFloat[float64](in.Field(&weightKey))
	v.Sold = ReadBool[bool](in.Field(&soldKey))
	in.End()
	return v
}

func writeRecord(o *Out, v record) {
	if !o.Object() {
		return
	}
	o.Field(&idKey)
	WriteInt(o, v.ID)
	o.Field(&countKey)
	WriteInt(o, v.Count)
	o.Field(&rankKey)
	WriteInt(o, v.Rank)
	o.Field(&nameKey)
	WriteString(o, v.Name)
	o.Field(&cityKey)
	WriteString(o, v.City)
	o.Field(&streetKey)
	WriteString(o, v.Street)
	o.Field(&remarkKey)
	WriteString(o, v.Remark)
	o.Field(&priceKey)
	WriteFloat(o, v.Price)
	o.Field(&weightKey)
	WriteFloat(o, v.Weight)
	o.Field(&soldKey)
	WriteBool(o, v.Sold)
	o.End()
}

// byHand is what a program does without generated code, and without checks.
func readByHand(value js.Value) record {
	return record{
		value.Get("id").Int(), value.Get("count").Int(), value.Get("rank").Int(), value.Get("name").String(), value.Get("city").String(),
		value.Get("street").String(), value.Get("remark").String(), value.Get("price").Float(), value.Get("weight").Float(), value.Get("sold").Bool(),
	}
}

func writeByHand(v record) js.Value {
	value := js.Global().Get("Object").New()
	value.Set("id", v.ID)
	value.Set("count", v.Count)
	value.Set("rank", v.Rank)
	value.Set("name", v.Name)
	value.Set("city", v.City)
	value.Set("street", v.Street)
	value.Set("remark", v.Remark)
	value.Set("price", v.Price)
	value.Set("weight", v.Weight)
	value.Set("sold", v.Sold)
	return value
}

func newCall() *Call {
	c := &Call{function: "f"}
	c.call = c
	return c
}

func recordOf(i int) record {
	return record{i, 2, 3, "A name " + strconv.Itoa(i), "Town", "A long street 15", "nothing to say", 1.5, 0.25, true}
}

func BenchmarkStructThereAndBack(b *testing.B) {
	value := writeByHand(recordOf(1))
	b.Run("generated", func(b *testing.B) {
		c := newCall() // one for all: both ways are part of the same call
		for b.Loop() {
			c.outs = c.outs[:0]
			v := readRecord(In{r: &c.reading, value: safejs.Safe(value), name: "v", index: outermost})
			o := c.Result()
			writeRecord(o, v)
			if _, err := o.finish(); err != nil || !c.right() { // testify takes as long as all the rest
				b.Fatal(err, c.problem())
			}
		}
	})
	b.Run("by hand", func(b *testing.B) {
		for b.Loop() {
			writeByHand(readByHand(value))
		}
	})
}

func BenchmarkStructRead(b *testing.B) {
	value := writeByHand(recordOf(1))
	for b.Loop() {
		c := newCall()
		readRecord(In{r: &c.reading, value: safejs.Safe(value), name: "v", index: outermost})
	}
}

func BenchmarkThousandStructsOut(b *testing.B) {
	list := make([]record, 1000)
	for i := range list {
		list[i] = recordOf(i)
	}
	for b.Loop() {
		o := newCall().Result()
		WriteList(o, list, writeRecord)
		if _, err := o.finish(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTenMegabytesIn(b *testing.B) {
	bytes, err := seam.Bytes(make([]byte, 10<<20))
	require.NoError(b, err)
	b.Run("generated", func(b *testing.B) {
		for b.Loop() {
			c := newCall()
			ReadBytes[[]byte](In{r: &c.reading, value: bytes, name: "b", index: outermost})
		}
	})
	b.Run("by hand", func(b *testing.B) {
		for b.Loop() {
			value := safejs.Unsafe(bytes)
			s := make([]byte, value.Get("length").Int())
			js.CopyBytesToGo(s, value)
		}
	})
}
