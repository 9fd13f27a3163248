package fileserver

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"sync"
	"time"
)

// tags are the strong ETags of files, by their names. A tag costs reading the file.
type tags struct{ known sync.Map }

type known struct {
	size     int64
	modified time.Time
	tag      string
}

// settled is how long a file must be unchanged before its modification time tells its states apart: file systems count
// in steps of up to 2 seconds.
const settled = 2 * time.Second

// of returns the tag of an open file, and leaves the file at its beginning. A tag names bytes in a coding.
func (t *tags) of(name, coding string, info fs.FileInfo, file io.ReadSeeker) (string, error) {
	if v, ok := t.known.Load(name); ok {
		if k := v.(known); k.size == info.Size() && k.modified.Equal(info.ModTime()) {
			return k.tag, nil
		}
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	tag := hex.EncodeToString(sum.Sum(nil)[:8])
	if coding != identity {
		tag += "-" + coding
	}
	tag = `"` + tag + `"`
	if modified := info.ModTime(); modified.IsZero() || time.Since(modified) > settled {
		t.known.Store(name, known{info.Size(), modified, tag})
	}
	return tag, nil
}
