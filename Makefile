# One flag set for everything: a second one would compile Fyne a second time, and
# without the tag lists are up to eight times slower.
GO    ?= go
FLAGS := -tags migrated_fynedo
# A working copy that git will not read (another user's, say) still builds.
FLAGS += $(shell git status --porcelain >/dev/null 2>&1 || echo -buildvcs=false)

# Everything but the window itself builds and tests without cgo, display or root.
PURE   := CGO_ENABLED=0
WINDOW := CGO_ENABLED=1

BUILT := .build
TALLY := $(BUILT)/tally
LINT  := internal/tools/lint/go.mod

# What is built and run with the race detector: what is pure or may be used from
# several goroutines at once, and the package that starts them. The terminal has
# one, and everything beneath it is here.
RACED := $(addsuffix /...,$(addprefix ./internal/,rapport assess intake guide interest ending book present home practice desktop))

# How large the measured book is: a hundred entries a client make a million.
BENCH_CLIENTS ?= 10000

# The checks of "make check", cheapest first. Each is a target by itself, check-vet
# for instance, and make --keep-going check names everything that is wrong.
CHECKS := format layers build vet lint race fuzz kill smoke

.PHONY: help run test check bench golden look judge fmt setup clean programs $(addprefix check-,$(CHECKS))
.DEFAULT_GOAL := help

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: ## build and open the window (DEMO=1 on the sample book, ARGS=... for the program)
	@GO="$(GO)" FLAGS="$(FLAGS)" DEMO="$(DEMO)" internal/tools/run.sh $(BUILT) $(ARGS)

test: $(TALLY) ## run all tests; needs no display, cgo or root
	$(PURE) $(TALLY) -name test -- $(GO) test $(FLAGS) -timeout 20m ./...

check: $(addprefix check-,$(CHECKS)) ## format, layers, vet, staticcheck, races, fuzz seeds, kill tests, a real window

bench: $(BUILT)/rapport-cli programs ## measure the book, the deeds and the window against the bare minimum
	RAPPORT_BENCH_CLIENTS=$(BENCH_CLIENTS) $(PURE) $(GO) test $(FLAGS) -run '^$$' -bench . -benchmem -timeout 60m $(call having,func Benchmark)
	$(PURE) $(GO) run $(FLAGS) ./internal/tools/windowbench -built $(BUILT)

golden: ## accept the present pictures and texts as the golden ones
	$(PURE) $(GO) test $(FLAGS) $(call having,flag\.Bool.*update) -update

look: $(TALLY) ## draw every screen in every state, theme, language and scale into .look
	RAPPORT_LOOK="$(CURDIR)/.look" $(PURE) $(TALLY) -name look -atleast 1 -v -- $(GO) test $(FLAGS) -count=1 -timeout 30m -run '^TestLook' -v ./internal/desktop

judge: $(TALLY) ## judge the true stories and print how often the verdict was right
	$(PURE) $(TALLY) -name judge -atleast 1 -v -- $(GO) test $(FLAGS) -count=1 -run '^TestJudge' -v ./internal/assess

fmt: ## format the source
	gofmt -s -w cmd internal assets

setup: ## install the C compiler and headers the window needs
	internal/tools/setup.sh window

clean: ## remove what was built and drawn
	rm -rf $(BUILT) .look

check-format: $(TALLY)
	$(TALLY) -name format -- sh -c 'bad=$$(gofmt -s -l cmd internal assets) && test -z "$$bad" || { echo "make fmt changes:"; echo "$$bad"; exit 1; }'

check-layers: $(TALLY)
	$(PURE) $(TALLY) -name layers -atleast 20 -- $(GO) test $(FLAGS) -count=1 ./internal/layers

check-build: $(TALLY)
	$(TALLY) -name build -- $(MAKE) --no-print-directory programs $(BUILT)/rapport-cli

check-vet: $(TALLY)
	$(WINDOW) $(TALLY) -name vet -- $(GO) vet $(FLAGS) ./...

check-lint: $(TALLY)
	$(WINDOW) $(TALLY) -name staticcheck -- $(GO) tool -modfile=$(LINT) staticcheck $(FLAGS) ./...

check-race: $(TALLY)
	$(WINDOW) $(TALLY) -name race -atleast 100 -- $(GO) test $(FLAGS) -race -timeout 30m $(RACED)

check-fuzz: $(TALLY)
	$(PURE) $(TALLY) -name 'fuzz seeds' -atleast 1 -- $(GO) test $(FLAGS) -count=1 -run '^Fuzz' $(call having,func Fuzz)

check-kill: $(TALLY)
	$(PURE) $(TALLY) -name kill -atleast 1 -- $(GO) test $(FLAGS) -count=1 -run Kill $(call having,func Test[A-Za-z]*Kill)

check-smoke: $(TALLY) check-build
	$(PURE) $(TALLY) -name smoke -- $(GO) run $(FLAGS) ./internal/tools/smoke -built $(BUILT) -shots .look/smoke

# having lists the packages whose tests contain an expression, so that no list has
# to be kept; ./internal/layers (which always has tests) stands in for none.
having = $(or $(shell grep -rlE --include='*_test.go' '$(1)' internal cmd | sed 's|^|./|; s|/[^/]*$$||' | sort -u),./internal/layers)

$(TALLY): FORCE
	@$(PURE) $(GO) build $(FLAGS) -o $@ ./internal/tools/tally

$(BUILT)/rapport-cli: FORCE
	$(PURE) $(GO) build $(FLAGS) -o $@ ./cmd/rapport-cli

# Both windows in one go, so that Fyne is compiled once and before anything waits for it.
programs:
	$(WINDOW) $(GO) build $(FLAGS) -o $(BUILT)/ ./cmd/rapport ./internal/tools/emptywindow

.PHONY: FORCE
FORCE:
