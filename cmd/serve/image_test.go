package main

import (
	"bytes"
	"image/png"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/fileserver"
)

func TestImagesFollowFromTheirNames(t *testing.T) {
	f := newFixture(t)
	w := f.get("/img/one.png")
	assert.Equal(t, "image/png", w.Header().Get("Content-Type"))
	assert.Equal(t, fileserver.Immutable, w.Header().Get("Cache-Control"))
	assert.Equal(t, w.Body.Bytes(), f.get("/img/one.png").Body.Bytes(), "the same each time")
	assert.NotEqual(t, w.Body.Bytes(), f.get("/img/two.png").Body.Bytes())
	assert.Equal(t, http.StatusNotModified, f.get("/img/one.png", "If-None-Match", w.Header().Get("Etag")).Code)
	assert.Equal(t, "3", f.count("/img/one.png", ""))
	picture, err := png.Decode(bytes.NewReader(w.Body.Bytes()))
	require.NoError(t, err)
	assert.Equal(t, 480, picture.Bounds().Dx())
	assert.Equal(t, 320, picture.Bounds().Dy())
}

func TestImagesHaveTheSizeAskedFor(t *testing.T) {
	f := newFixture(t)
	for _, size := range []struct {
		query         string
		width, height int
	}{{"?w=1&h=1", 1, 1}, {"?w=7", 7, 320}, {"?h=1200&w=2", 2, 1200}, {"?w=1600&h=3", 1600, 3}} {
		config, err := png.DecodeConfig(f.get("/img/a.png" + size.query).Body)
		require.NoError(t, err, size.query)
		assert.Equal(t, [2]int{size.width, size.height}, [2]int{config.Width, config.Height}, size.query)
	}
	for _, query := range []string{"?w=0", "?w=1601", "?h=1201", "?h=-1", "?w=x"} {
		assert.Equal(t, http.StatusBadRequest, f.get("/img/a.png"+query).Code, query)
	}
}

func TestADelayedImageIsNotKept(t *testing.T) {
	f := newFixture(t)
	assert.Equal(t, "no-store", f.get("/img/a.png?ms=300").Header().Get("Cache-Control"))
}

func TestTheBrokenImageIsNone(t *testing.T) {
	f := newFixture(t)
	w := f.get("/img/broken.png")
	assert.Equal(t, "image/png", w.Header().Get("Content-Type"))
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
	_, err := png.DecodeConfig(w.Body)
	require.Error(t, err)
}

func TestOtherImagesAreFilesOfThePages(t *testing.T) {
	f := newFixture(t)
	w := f.get("/img/mark.svg")
	assert.Equal(t, http.StatusOK, w.Code)
	assert.Equal(t, "image/svg+xml", w.Header().Get("Content-Type"))
	assert.Equal(t, "0", f.count("/img/mark.svg", ""))
	assert.Equal(t, http.StatusNotFound, f.get("/img/mark.gif").Code)
}
