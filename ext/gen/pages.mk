# How phrases that may stand anywhere in a line begin.
$(BUILD)/bin/phrasegen: ext/gen/phrasegen.c ext/gen/tsv.c ext/gen/tsv.h ext/page/phrase_heads.h ext/text/utf8.c $(BUILD)/gen/uni_tables.c | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -o $@ ext/gen/phrasegen.c ext/gen/tsv.c ext/text/utf8.c $(BUILD)/gen/uni_tables.c
$(BUILD)/gen/phrase_heads.c: $(BUILD)/bin/phrasegen ext/data/boilerplate_any.tsv | $(BUILD)/gen
	$(BUILD)/bin/phrasegen ext/data/boilerplate_any.tsv $@
LIB_O += $(BUILD)/obj/gen/phrase_heads.o
