// Command speed is the Go program of bench/exports.js: typed exports, and the same by hand.
package main

import (
	"context"
	"strconv"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/page"
)

// A Record has ten fields, as one of a table has.
type Record struct {
	ID     int     `json:"id"`
	Count  int     `json:"count"`
	Rank   int     `json:"rank"`
	Name   string  `json:"name"`
	City   string  `json:"city"`
	Street string  `json:"street"`
	Remark string  `json:"remark"`
	Price  float64 `json:"price"`
	Weight float64 `json:"weight"`
	Sold   bool    `json:"sold"`
}

//godeferred:export
func Swap(r Record) Record { return swapped(r) }

func swapped(r Record) Record {
	r.Count, r.Rank, r.Sold = r.Rank, r.Count, !r.Sold
	return r
}

//godeferred:export
func Length(b []byte) int { return len(b) }

//godeferred:export
func List() []Record { return list }

var list = func() []Record {
	made := make([]Record, 1000)
	for i := range made {
		made[i] = Record{i, 2, 3, "A name " + strconv.Itoa(i), "Town", "A long street 15", "nothing to say", 1.5, 0.25, true}
	}
	return made
}()

func main() {
	page.Export("byHand", func(context.Context, deferred.Args) (any, error) { return byHand(), nil })
	page.Run()
}
