# godeferred: `make run` shows the site with its demos, `make test` checks everything. `make help` lists the rest.

GO   ?= go
PORT ?= 8080
export PORT

# All checks are steps of tools/suite. It is built rather than run by `go run`, which would add a line of its own to
# the last one, that counts.
SUITE := cd tools && $(GO) build -buildvcs=false -o ../bin/ ./suite && ../bin/suite -root ..

.DEFAULT_GOAL := help
.PHONY: help run build site pack pack-install release-check licences test bench gobench gobench-record mutate fmt lint e2e size clean

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1 /p' Makefile | while read -r name text; do printf 'make %-14s %s\n' "$$name" "$$text"; done

run: build ## build and serve the site, with its demos, on http://127.0.0.1:8080 (PORT=… changes it); needs Go alone
	@CGO_ENABLED=0 $(GO) build -buildvcs=false -o bin/ ./cmd/serve && exec bin/serve

build: ## write dist/, the site, and the Go toolchain's loader to web/wasm_exec.js
	@cd tools && CGO_ENABLED=0 $(GO) run ./dist -root ..

site: build ## write the site, bin/site, as static files that any host serves; needs Go alone
	@echo 'bin/site is the site: serve it from the root of a domain'

release-check: ## prove that others can use the Go module: its zip, `go install`, the README's program in Node
	@cd tools && CGO_ENABLED=0 $(GO) run ./release -root .. $(if $(RELEASE),-release)

licences: ## the licences of all that ships; writes npm/THIRD-PARTY-LICENSES
	@cd tools && CGO_ENABLED=0 $(GO) run ./licences -root .. -write

test: ## install what the tests need, then run them all
	@$(SUITE)

lint: ## formats, vet, staticcheck, types, layers: all that needs no run
	@$(SUITE) -only lint

e2e: ## only the tests that drive real browsers
	@$(SUITE) -only e2e

pack: ## write the npm package, bin/godeferred-VERSION.tgz; needs Go alone
	@cd tools && CGO_ENABLED=0 $(GO) run ./pack -root .. -out ../bin

pack-install: ## write it, and install it in the projects of e2e/adopt, which try it
	@$(SUITE) -only "npm package"

bench: build node_modules/.stamp ## this runtime beside other libraries and native promises, in three browsers; 20 to 30 minutes
	@cd e2e && $(GO) run ./bench

gobench: ## the Go benchmarks, natively and as wasm, beside those that are recorded
	@cd tools && $(GO) build -buildvcs=false -o ../bin/ ./gobench golang.org/x/perf/cmd/benchstat && ../bin/gobench -root ..

gobench-record: ## record them anew
	@cd tools && $(GO) run ./gobench -root .. -record

mutate: ## break each line of the Go rules: which breaks do the tests not notice? docs/MUTATION.md has the last answer
	@cd tools && $(GO) build -buildvcs=false -o ../bin/ ./mutate && ../bin/mutate -root .. \
		./deferred/internal/machine ./deferred ./ajax/internal/rules ./ajax/bundle ./anim/internal/rules

fmt: node_modules/.stamp ## format Go, JavaScript, CSS and JSON
	@gofmt -l -s -w .
	@node_modules/.bin/biome check --write --no-errors-on-unmatched .

size: build ## what a page downloads, against size/budget.json, and what takes the room
	@cd tools && $(GO) run ./size -root ..

clean: ## remove what was built and installed here
	rm -rf bin dist node_modules e2e/artifacts web/wasm_exec.js

node_modules/.stamp: package.json package-lock.json .npmrc
	@$(SUITE) -only npm
