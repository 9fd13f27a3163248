package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestConnectionsShareTheLine(t *testing.T) {
	now := time.Now()
	s := &shapedListener{line: line{bits: 8000}}
	assert.Equal(t, time.Second, s.carry(1000, now), "1,000 bytes at 8,000 bits per second")
	assert.Equal(t, 3*time.Second, s.carry(2000, now), "the next wait for those")
	assert.Equal(t, time.Second, s.carry(1000, now.Add(time.Minute)), "an idle line saves nothing up")
}
