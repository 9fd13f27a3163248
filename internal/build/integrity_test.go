package build

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheIntegrityFileHasScriptsAndWasm(t *testing.T) {
	files := map[string][]byte{
		"app.wasm": nil, "app.0123456789abcdef.wasm": nil, "a.js": []byte("alert(1)"), "a.mjs": nil, "a.cjs": nil,
		"a.js.map": nil, "a.d.mts": nil, "a.js.br": nil, "readable/a.js": nil,
	}
	addIntegrity(files)
	var hashes map[string]string
	require.NoError(t, json.Unmarshal(files[integrityFile], &hashes))
	// printf '' | openssl dgst -sha384 -binary | openssl base64 -A; and the same with 'alert(1)'
	const empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
	assert.Equal(t, map[string]string{
		"app.wasm": empty, "app.0123456789abcdef.wasm": empty, "a.mjs": empty, "a.cjs": empty,
		"a.js": "sha384-HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW",
	}, hashes)
}
