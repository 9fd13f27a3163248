package script

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestThePagesTypesOfQuestionsAreTheRules(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("..", "..", "..", "web", "src", "rules", "questions.d.ts"))
	require.NoError(t, err)
	assert.Equal(t, Types(), string(file), "go run ./cmd/tables -types > web/src/rules/questions.d.ts")
}
