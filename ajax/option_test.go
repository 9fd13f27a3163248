package ajax

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestARequestKeepsItsHeadersInOrder(t *testing.T) {
	r, err := newRequest("GET", "/x", []Option{Header("B", "1"), Header("A", "2"), Header("B", "3")})
	require.NoError(t, err)
	assert.Equal(t, &request{"GET", "/x", [][]string{{"B", "1"}, {"A", "2"}, {"B", "3"}}}, r)
}

func TestARequestForARefusedURLIsNotMade(t *testing.T) {
	_, err := newRequest("GET", "file:///x", []Option{func(*request) { t.Error("asked for options") }})
	assert.Error(t, err)
}
