# netrig: every target does its own set-up. `make help` lists them.

GO       ?= go
CGO_ENABLED ?= 0
export CGO_ENABLED
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
LDFLAGS   = -s -w -X main.version=$(VERSION)
LINT      = $(GO) tool -modfile=ci/tools/go.mod golangci-lint
FUZZTIME ?= 10s
COUNT    ?= 6
LABS     ?= 10000

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: build
build: ## build the static binary bin/netrig
	@$(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/netrig ./cmd/netrig

.PHONY: demo
demo: build ## boot a small internet and judge one web request, frame by frame
	@ci/demo

.PHONY: ci-setup
ci-setup: ## install the programs the tests run against (Debian, Ubuntu)
	@ci/setup

.PHONY: test
test: ci-setup build ## run all tests, as the present user and, from root, as an ordinary one too
	$(GO) vet ./...
	$(GO) test -timeout 20m ./...
	ci/ordinary-user

.PHONY: race
race: ## run all tests under the race detector
	@ci/setup --race
	CGO_ENABLED=1 $(GO) test -race -short -timeout 40m ./...

.PHONY: lint
lint: ## check style and the floors between the rooms
	$(LINT) run --config ci/golangci.yml ./...

.PHONY: bench
bench: ## measure, in ratios taken in one run
	ci/bench $(COUNT)

.PHONY: mutants
mutants: build ## break the networks of the embedded suites, and say what none notices
	@bin/netrig mutate cases

.PHONY: soak
soak: ## run LABS labs in one process (default 10000), and fail where anything is left
	ci/soak $(LABS)

.PHONY: fuzz
fuzz: ## fuzz every parser and decoder, FUZZTIME each (default 10s)
	ci/fuzz $(FUZZTIME)

.PHONY: golden
golden: ## write the golden files anew; read the diff before you commit it
	ci/golden
