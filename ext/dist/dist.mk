# What is handed out: the library as one C file, linked statically, with ICU inside, as an archive, as an npm package.
# Everything lands in BUILD/dist, BUILD/static-icu and BUILD/npm; `make dist-test` proves each of them.
PLATFORM := $(shell uname -s | tr A-Z a-z)-$(patsubst aarch64,arm64,$(patsubst x86_64,x64,$(shell uname -m)))
DIST     := $(BUILD)/dist
DIST_DIR := $(DIST)/gazette-$(VERSION)-$(PLATFORM)
DIST_URL ?= ./
ALL_C    := $(LIB_C) $(patsubst $(BUILD)/obj/gen/%.o,$(BUILD)/gen/%.c,$(filter $(BUILD)/obj/gen/%.o,$(LIB_O))) $(SQL_C)
ICU_SO   := $(BUILD)/static-icu/$(TARGET)
# ICU=static: what is packed carries ICU inside. The npm package always does where that can be built: its users have no ICU to link.
HANDED   := $(if $(filter static,$(ICU)),$(ICU_SO),$(TARGET))

.PHONY: amalgamation static static-icu dist npm dist-test
amalgamation: $(DIST)/gazette.c $(DIST)/gazette.h
$(DIST)/gazette.c: ext/dist/amalgamate.py $(LIB_O) $(SQL_O)
	@mkdir -p $(@D)
	@python3 ext/dist/amalgamate.py $@ $(VERSION) ext $(BUILD)/gen $(ALL_C)
$(DIST)/gazette.h: ext/dist/gazette.h
	@mkdir -p $(@D)
	@cp $< $@

static: $(DIST)/libgazette.a $(DIST)/gazette.h
$(DIST)/libgazette.a: $(DIST)/gazette.c
	$(CC) -std=c11 -O2 -fPIC -DSQLITE_CORE $(ICU_CFLAGS) $(SQL_CFLAGS) -c -o $(@:.a=.o) $<
	@rm -f $@
	$(AR) rcs $@ $(@:.a=.o)

static-icu: $(ICU_SO)
$(ICU_SO): ext/dist/static_icu.sh $(LIB_O) $(SQL_O)
	@bash ext/dist/static_icu.sh $@ $(BUILD)/static-icu/work $(LIB_O) $(SQL_O)

dist: $(HANDED) $(DIST)/libgazette.a $(DIST)/gazette.h
	@bash ext/dist/pack.sh $(DIST_DIR) $(VERSION) $(PLATFORM) $(HANDED) $(DIST) "$(DIST_URL)"
npm: $(if $(filter Linux,$(UNAME)),$(ICU_SO),$(TARGET))
	@bash ext/dist/npm.sh $(BUILD)/npm $(VERSION) $(PLATFORM) $<
dist-test:
	@bash tests/dist/run.sh $(BUILD)
