package tables

// Hash names the tables, and the names by which the page asks the rules, by their content: 16 hexadecimal digits. It is
// FNV-1a of 64 bits over all entries in order, each as four bytes, and over the names. That is enough to tell builds
// apart, and needs only a loop. It does not protect from somebody who makes two tables with the same hash on purpose.
func (t *Tables) Hash() string {
	h := fnv(14695981039346656037)
	for _, answer := range t.Answers {
		h.add(answer)
	}
	h.addAll(t.Leaves[:])
	h.add(uint32(t.Arrived))
	h.addAll(t.Queue[:])
	h.addAll(t.Directions[:])
	for _, rule := range Rules {
		h.addName(rule.Name)
		for _, name := range rule.Asks {
			h.addName(name)
		}
		for _, name := range rule.Answers {
			h.addName(name)
		}
	}
	return h.hex()
}

type fnv uint64

func (h *fnv) add(n uint32) {
	for range 4 {
		*h = (*h ^ fnv(n&0xff)) * 1099511628211
		n >>= 8
	}
}

func (h *fnv) addAll(entries []uint8) {
	for _, e := range entries {
		h.add(uint32(e))
	}
}

func (h *fnv) addName(name string) {
	h.add(uint32(len(name)))
	for i := range len(name) {
		h.add(uint32(name[i]))
	}
}

func (h fnv) hex() string {
	const digits = "0123456789abcdef"
	var text [16]byte
	for i := range text {
		text[i] = digits[h>>60]
		h <<= 4
	}
	return string(text[:])
}
