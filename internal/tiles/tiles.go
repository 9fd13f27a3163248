// Package tiles draws the pictures of the demos.
package tiles

import (
	"crypto/sha256"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// Draw draws a pattern of square tiles, each with one simple shape in it. Name decides on shapes and colours: the same
// name and size make the same picture.
func Draw(name string, width, height int) *image.RGBA {
	sum := sha256.Sum256([]byte(name))
	dice := rand.New(rand.NewPCG(binary.BigEndian.Uint64(sum[:]), binary.BigEndian.Uint64(sum[8:])))
	colours := palette(dice.Float64())

	// About six tiles along the longer side, so that a picture of another size is still the same kind of pattern.
	side := math.Max(float64(max(width, height))/6, 1)
	columns, rows := int(math.Ceil(float64(width)/side)), int(math.Ceil(float64(height)/side))
	tiles := make([]tile, columns*rows)
	for i := range tiles {
		tiles[i] = newTile(dice, colours)
	}

	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		row, v := math.Modf((float64(y) + 0.5) / side)
		for x := range width {
			column, u := math.Modf((float64(x) + 0.5) / side)
			t := tiles[int(row)*columns+int(column)]
			picture.SetRGBA(x, y, t.at(u, v, side))
		}
	}
	return picture
}

// palette is five colours that go together: paper, ink, and three of neighbouring or opposite hues.
func palette(hue float64) []color.RGBA {
	return []color.RGBA{
		fromHSL(hue+0.08, 0.42, 0.93),
		fromHSL(hue, 0.52, 0.24),
		fromHSL(hue, 0.45, 0.46),
		fromHSL(hue+0.09, 0.50, 0.68),
		fromHSL(hue+0.52, 0.72, 0.62),
	}
}

// fromHSL takes all three from 0 to 1; a hue beyond goes round.
func fromHSL(hue, saturation, lightness float64) color.RGBA {
	reach := saturation * math.Min(lightness, 1-lightness)
	channel := func(n float64) uint8 {
		k := math.Mod(n+hue*12, 12)
		return uint8(math.Round(255 * (lightness - reach*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1)))))
	}
	return color.RGBA{channel(0), channel(8), channel(4), 255}
}

type tile struct {
	shape       shape
	turns       int // Quarter turns.
	under, over color.RGBA
}

func newTile(dice *rand.Rand, colours []color.RGBA) tile {
	under := dice.IntN(len(colours))
	over := (under + 1 + dice.IntN(len(colours)-1)) % len(colours) // Never the same.
	return tile{shapes[dice.IntN(len(shapes))], dice.IntN(4), colours[under], colours[over]}
}

// at is the colour of the point (u, v) of a tile of the given side, both from 0 to 1. Where the shape's edge goes
// through the pixel, the two colours mix.
func (t tile) at(u, v, side float64) color.RGBA {
	for range t.turns {
		u, v = 1-v, u
	}
	inside := math.Min(math.Max(0.5-t.shape(u, v)*side, 0), 1)
	mix := func(under, over uint8) uint8 {
		return uint8(math.Round(float64(under)*(1-inside) + float64(over)*inside))
	}
	return color.RGBA{mix(t.under.R, t.over.R), mix(t.under.G, t.over.G), mix(t.under.B, t.over.B), 255}
}

// A shape is how far a point of a tile is from the shape's edge, as part of the tile's side; less than 0 inside.
type shape func(u, v float64) float64

var shapes = []shape{
	func(u, v float64) float64 { return math.Hypot(u, v) - 1 },                  // A quarter of a disc.
	func(u, v float64) float64 { return math.Hypot(u, v) - 1 },                  // Twice, since it looks best.
	func(u, v float64) float64 { return math.Hypot(u-0.5, v) - 0.5 },            // Half a disc.
	func(u, v float64) float64 { return math.Hypot(u-0.5, v-0.5) - 0.3 },        // A disc.
	func(u, v float64) float64 { return (u + v - 1) / math.Sqrt2 },              // A triangle.
	func(u, v float64) float64 { return math.Abs(math.Hypot(u, v)-0.7) - 0.18 }, // An arc.
}
