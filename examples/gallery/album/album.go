// Package album is what the gallery shows: sets of pictures, and where each picture is to be had.
package album

import (
	"net/url"
	"strconv"
	"strings"
)

// A Set is shown at once; its pictures are loaded as they come into view.
type Set struct {
	Title    string
	Pictures []Picture
}

// A Picture is drawn by the server, which knows it by its name.
type Picture struct {
	Name  string // what the server calls it
	Title string // what people call it
}

// Sets are all there are. One picture cannot be loaded, to show what becomes of such.
var Sets = []Set{
	newSet("The coast", "Bay", "Buoy", "Cape", "Cliff", "Dune", "Ferry", "Jetty", "Pier", "Reef", "Shoal", "Surf", "Tide"),
	newSet("The woods", "Alder", "Ash", "Beech", "Birch", "Elm", "Fern", "Larch", "Maple", "Moss", "Oak", "Pine", "Yew"),
	newSet("The town", "Arcade", "Bridge", "Broken", "Court", "Dome", "Gate", "Lane", "Market", "Mill", "Square", "Tower", "Yard"),
}

func newSet(title string, titles ...string) Set {
	set := Set{Title: title}
	for _, t := range titles {
		set.Pictures = append(set.Pictures, Picture{Name: strings.ToLower(t), Title: t})
	}
	return set
}

// Next is the number of the set that is so many steps after the one of number i. After the last comes the first.
func Next(i, steps int) int {
	n := len(Sets)
	return ((i+steps)%n + n) % n
}

// A Pace is how long the server is told to take for the first picture of a set, in ms; it takes up to
// three times that for the others. At 0 browsers may keep what has arrived.
type Pace int

// Address is where the picture at the given place of a set is, so many pixels wide. Pictures are as
// high as two thirds of that. key has the server count the request apart from others.
func (p Picture) Address(place, width int, pace Pace, key string) string {
	query := url.Values{"w": {strconv.Itoa(width)}, "h": {strconv.Itoa(width * 2 / 3)}}
	if pace > 0 {
		// Not in the order of their places, so that it shows that each comes in its own time.
		query.Set("ms", strconv.Itoa(int(pace)*(4+place*5%9)/4))
	}
	if key != "" {
		query.Set("key", key)
	}
	return "/img/" + url.PathEscape(p.Name) + ".png?" + query.Encode()
}
