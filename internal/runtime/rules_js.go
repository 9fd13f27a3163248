package runtime

import (
	"github.com/godeferred/godeferred/internal/tables"
	"github.com/godeferred/godeferred/internal/wire"
)

// ask is (where, message): see package wire.
func ask(args []string) (string, error) { return wire.Answer(tables.Rules, args[1]) }
