package build

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
)

// web/src/runtime/go.js does what this wasm_exec.js does. Where a toolchain has another, compare the two with `git diff
// --no-index`, bring over what has changed, and put its hash here.
const hostIsAfter = "0c949f4996f9a89698e4b5c586de32249c3b69b7baadb64d220073cc04acba14"

func TestTheScriptsHostIsAfterThisToolchainsLoader(t *testing.T) {
	loader, err := wasmExec(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(loader); hex.EncodeToString(sum[:]) != hostIsAfter {
		t.Errorf("wasm_exec.js has the hash %x: see whether web/src/runtime/go.js still does the same", sum)
	}
}

func TestAnImportThatTheHostLacksIsRefused(t *testing.T) {
	wasm := linked(t)
	names, err := importsOf(wasm)
	if err != nil || !slices.Contains(names, "runtime.wasmExit") {
		t.Fatal(names, err)
	}
	if err := checkHost("../..", wasm); err != nil && !strings.Contains(err.Error(), "the wasm imports ") {
		t.Error(err)
	}
	other := []byte(strings.ReplaceAll(string(wasm), "runtime.wasmExit", "runtime.wasmEnds"))
	if err := checkHost("../..", other); err == nil || !strings.Contains(err.Error(), "the wasm imports ") {
		t.Error(err)
	}
}
