# gazette: `make demo` shows it at work, `make test` proves it. `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:

BUILD   ?= build
PREFIX  ?= /usr/local
CORPUS  ?= fixtures
SUITES  ?= ../shared/suites
SECONDS_PER_FUZZER ?= 30
UNAME   := $(shell uname -s)
SUFFIX  := $(if $(filter Darwin,$(UNAME)),dylib,so)
TARGET  := gazette.$(SUFFIX)
VERSION := 0.1.0

# Where ICU and SQLite are: pkg-config, with Homebrew's keg-only places added.
BREW    := $(if $(filter Darwin,$(UNAME)),$(shell brew --prefix 2>/dev/null))
ifneq ($(BREW),)
export PKG_CONFIG_PATH := $(wildcard $(BREW)/opt/icu4c*/lib/pkgconfig):$(BREW)/opt/sqlite/lib/pkgconfig:$(PKG_CONFIG_PATH)
export PATH := $(BREW)/opt/sqlite/bin:$(PATH)
endif
PKG_CONFIG ?= pkg-config
ICU_CFLAGS := $(shell $(PKG_CONFIG) --cflags icu-i18n icu-uc 2>/dev/null)
ICU_LIBS   := $(shell $(PKG_CONFIG) --libs icu-i18n icu-uc 2>/dev/null)
SQL_CFLAGS := $(shell $(PKG_CONFIG) --cflags sqlite3 2>/dev/null)
SQL_LIBS   := $(shell $(PKG_CONFIG) --libs sqlite3 2>/dev/null)

OPT     ?= -O2
# Generators run where the build runs: with a cross compiler as CC, HOSTCC is the machine's own.
HOSTCC  ?= $(CC)
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion
CFLAGS  ?= $(OPT) $(if $(DEBUG),-g)
# No unwind tables: nothing here throws, and they are 60 KB. DEBUG=1 keeps them for the debugger.
# Loops and jumps stand where they fall: their alignment is another 32 KB, and brings nothing that could be measured.
PACKED  := -fno-align-jumps -fno-align-labels -fno-align-loops
LEAN    := $(if $(DEBUG),,-fno-asynchronous-unwind-tables -fno-unwind-tables $(shell echo 'int x;' | $(CC) -Werror $(PACKED) -x c -c -o /dev/null - 2>/dev/null && echo '$(PACKED)'))
ALLC    := -std=c11 $(WARN) $(LEAN) -fPIC -fvisibility=hidden -Iext -I$(BUILD)/gen -DGZ_VERSION='"$(VERSION)"' $(ICU_CFLAGS) $(SQL_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(EXTRA)
,       := ,
# nodelete: when an initialisation fails half-way SQLite closes the library although functions of it are already registered.
SHARED  := $(if $(filter Darwin,$(UNAME)),-dynamiclib -undefined error -Wl$(,)-dead_strip,-shared -Wl,-z,defs -Wl,--gc-sections -Wl,-z,nodelete -Wl,--as-needed $(if $(DEBUG)$(EXTRA),,-Wl,-s))

# Facts: every TSV with a typed header is a lexicon; the others have a generator of their own.
SPECIAL := unicode fold search_fold entities aliases contexts common_words han_places translit han_words han_given translit_chars firm_chars plain_words
LEX     := $(filter-out $(SPECIAL),$(basename $(notdir $(wildcard ext/data/*.tsv))))
LEX_C   := $(LEX:%=$(BUILD)/gen/lex_%.c)
GEN_C   := $(BUILD)/gen/uni_tables.c $(LEX_C)
GEN_H   := $(GEN_C:.c=.h)

FLOORS  := base text io find page
LIB_C   := $(sort $(foreach d,$(FLOORS),$(wildcard ext/$(d)/*.c)))
SQL_C   := $(sort $(foreach d,bind vt fn fts,$(wildcard ext/$(d)/*.c)) $(wildcard ext/*.c))
LIB_O   := $(LIB_C:ext/%.c=$(BUILD)/obj/%.o) $(GEN_C:$(BUILD)/gen/%.c=$(BUILD)/obj/gen/%.o)
SQL_O   := $(SQL_C:ext/%.c=$(BUILD)/obj/%.o)

include $(wildcard ext/gen/*.mk)

.PHONY: all help demo deps test coverage accuracy bench fuzz afl sanitize others clients install clean unicode-data
all: $(TARGET)

help:
	@echo 'make demo [CORPUS=dir]      install what is missing, build, import a folder, print the report'
	@echo 'make test                   everything that must hold'
	@echo 'make coverage               which lines and branches the tests reach'
	@echo 'make accuracy [SUITES=dir]  score the finders on suites of cases'
	@echo 'make bench [CORPUS=dir]     MB/s of every finder, beside what others do'
	@echo 'make fuzz [SECONDS=n]       fuzz every finder for n seconds each; make afl: the readers of files'
	@echo 'make sanitize               ASan, UBSan, TSan, valgrind, static analysers'
	@echo 'make others                 the suite on the newest SQLite, with gcc -O0, clang -O3, and in 32 bits'
	@echo 'make clients [INSTALL=1]    load in every SQLite host found on this machine (or put there first)'
	@echo 'make dist [ICU=static]      archive with library, static library, one-file source, scripts, docs, under $(BUILD)/dist'
	@echo 'make static-icu             the library with ICU inside, as $(BUILD)/static-icu/$(TARGET)'
	@echo 'make npm                    the npm package gazette-sqlite, under $(BUILD)/npm'
	@echo 'make dist-test              all of these tried out'
	@echo 'make install [PREFIX=dir] [DESTDIR=dir]'
	@echo 'make unicode-data           rewrite ext/data/unicode.tsv, fold.tsv, search_fold.tsv from the ICU of this machine'
	@echo 'make clean'

# --- what the build needs
deps:
	@bash ext/gen/deps.sh

# --- generated tables
$(BUILD)/bin/unigen: ext/gen/unigen.c ext/gen/tsv.c ext/gen/tsv.h ext/text/utf8.c ext/text/utf8.h | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -o $@ ext/gen/unigen.c ext/gen/tsv.c ext/text/utf8.c
$(BUILD)/gen/uni_tables.c: $(BUILD)/bin/unigen ext/data/unicode.tsv ext/data/fold.tsv ext/data/search_fold.tsv | $(BUILD)/gen
	$(BUILD)/bin/unigen ext/data/unicode.tsv ext/data/fold.tsv ext/data/search_fold.tsv $(@:.c=.h) $@
$(BUILD)/gen/uni_tables.h: $(BUILD)/gen/uni_tables.c ;
GENLIB  := ext/gen/tsv.c ext/gen/trie_emit.c ext/text/utf8.c ext/text/trie_build.c ext/base/buf.c ext/base/arena.c
$(BUILD)/bin/lexgen: ext/gen/lexgen.c ext/gen/lexgen_out.c $(GENLIB) $(BUILD)/gen/uni_tables.c ext/gen/lexgen.h ext/gen/tsv.h ext/gen/trie_emit.h ext/text/trie_build.h ext/text/trie.h | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -o $@ ext/gen/lexgen.c ext/gen/lexgen_out.c $(GENLIB) $(BUILD)/gen/uni_tables.c
$(LEX_C): $(BUILD)/gen/lex_%.c: ext/data/%.tsv $(BUILD)/bin/lexgen | $(BUILD)/gen
	$(BUILD)/bin/lexgen $* $< $(@:.c=.h) $@
$(LEX_C:.c=.h): $(BUILD)/gen/lex_%.h: $(BUILD)/gen/lex_%.c ;
unicode-data: | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) $(ICU_CFLAGS) -o $(BUILD)/bin/unicode ext/gen/unicode.c $(ICU_LIBS)
	$(BUILD)/bin/unicode ext/data/unicode.tsv ext/data/fold.tsv ext/data/search_fold.tsv

# --- the extension
$(BUILD)/bin $(BUILD)/gen $(BUILD)/test:
	@mkdir -p $@
# A table that nothing refers to is left out of the library: the tries of lexicons of which only the rows are read.
$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c | $(GEN_H)
	@mkdir -p $(@D)
	$(CC) -std=c11 -fPIC -fvisibility=hidden -fdata-sections -O1 -Iext -I$(BUILD)/gen $(EXTRA) -c -o $@ $<
# Rules that are read once a clause, a date or a range, not once a byte: small rather than fast (50 KB).
$(addprefix $(BUILD)/obj/find/,clause_parts.o deal.o deal_block.o deal_carry.o deal_discourse.o deal_frame.o deal_names.o deal_names_kana.o deal_names_latin.o deal_party.o deal_roles.o deal_score.o deal_status.o deal_sums.o figure.o measure.o date_resolve.o entity_defined.o money_range.o quote_topic.o): SMALL := $(if $(DEBUG)$(EXTRA),,-Os)
# The same of pages: what is read once a head or once a page (19 KB).
$(addprefix $(BUILD)/obj/page/,byline.o dateline_latin.o embedded.o neighbours.o rights.o signed.o source.o): SMALL := $(if $(DEBUG)$(EXTRA),,-Os)
$(BUILD)/obj/%.o: ext/%.c | $(GEN_H)
	@mkdir -p $(@D)
	$(CC) $(ALLC) $(SMALL) -MMD -MP -c -o $@ $<
$(TARGET): $(LIB_O) $(SQL_O)
	@if [ -z "$(ICU_LIBS)" ]; then echo "gazette needs ICU and SQLite with headers; run: make deps"; exit 1; fi
	$(CC) $(SHARED) $(CFLAGS) $(EXTRA) -o $@ $^ $(ICU_LIBS) $(LDFLAGS)
# What fuzzers and sanitised builds need: every object, no extension.
$(BUILD)/.objects: $(LIB_O) $(SQL_O)
	@touch $@
-include $(LIB_O:.o=.d) $(SQL_O:.o=.d)

# --- what users run
demo: deps
	@[ -e $(TARGET) ] || echo 'building $(TARGET), which takes about a minute'
	@$(MAKE) -s --no-print-directory $(TARGET)
	@bash sql/demo.sh "$(CORPUS)" "$(BUILD)"

# --- tests
UNIT    := $(patsubst tests/unit/%.c,$(BUILD)/test/%,$(wildcard tests/unit/*.c))
$(BUILD)/test/%: tests/unit/%.c tests/unit/unit.h tests/unit/libc_alloc.inc tests/unit/combine.inc $(LIB_O) | $(BUILD)/test
	$(CC) $(ALLC) -Itests -o $@ $< $(LIB_O) $(ICU_LIBS) -lm
# The floors below SQLite, but what opens files, with a call at every basic block, for counting their work.
COUNTED := $(patsubst ext/%.c,$(BUILD)/counted/%.o,$(filter-out ext/io/walk.c ext/io/records.c,$(LIB_C)))
$(BUILD)/counted/%.o: ext/%.c tests/linear/count.h | $(GEN_H)
	@mkdir -p $(@D)
	$(CC) $(ALLC) -O1 -fsanitize-coverage=trace-pc -include tests/linear/count.h -MMD -MP -c -o $@ $<
$(BUILD)/test/linear: tests/linear/linear.c tests/linear/stops.c tests/linear/patterns.h tests/unit/unit.h $(COUNTED) $(filter $(BUILD)/obj/gen/%,$(LIB_O)) | $(BUILD)/test
	$(CC) $(ALLC) -Itests -o $@ $(filter %.c %.o,$^) $(ICU_LIBS) -lm
-include $(COUNTED:.o=.d)
test: $(TARGET) $(UNIT) $(BUILD)/test/linear
	@bash tests/run.sh "$(BUILD)"
coverage:
	@bash tests/coverage.sh $(BUILD)

accuracy: $(TARGET)
	@bash tests/accuracy/run.sh "$(SUITES)" "$(BUILD)"
bench: $(TARGET)
	@bash tests/bench/run.sh "$(BUILD)" "$(CORPUS)"
fuzz:
	@bash tests/fuzz/run.sh "$(BUILD)" "$(or $(SECONDS),$(SECONDS_PER_FUZZER))"
afl:
	@bash tests/fuzz/afl.sh "$(BUILD)" "$(or $(SECONDS),$(SECONDS_PER_FUZZER))"
others:
	@bash tests/others.sh "$(BUILD)"
sanitize:
	@bash tests/sanitize.sh "$(BUILD)"
clients: $(TARGET)
	@bash tests/clients/run.sh "$(BUILD)"

install: $(TARGET)
	install -d "$(DESTDIR)$(PREFIX)/lib/sqlite3" "$(DESTDIR)$(PREFIX)/share/gazette"
	install -m 755 $(TARGET) "$(DESTDIR)$(PREFIX)/lib/sqlite3/$(TARGET)"
	install -m 644 sql/*.sql sql/*.md "$(DESTDIR)$(PREFIX)/share/gazette/"
	install -m 755 sql/parallel.sh "$(DESTDIR)$(PREFIX)/share/gazette/"
	for d in reference cookbook; do install -d "$(DESTDIR)$(PREFIX)/share/gazette/$$d" && install -m 644 sql/$$d/*.md "$(DESTDIR)$(PREFIX)/share/gazette/$$d/" || exit 1; done
clean:
	rm -rf $(BUILD) gazette.so gazette.dylib

include ext/dist/dist.mk
