# Sets of the date finder, from its compiled lexicon.
$(BUILD)/bin/datesets: ext/gen/datesets.c ext/find/date_sets.h ext/find/date_int.h ext/find/word_set.c ext/find/word_set.h ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(BUILD)/gen/lex_date_words.c | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -DGZ_LEX_KEYS -o $@ ext/gen/datesets.c ext/find/word_set.c ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(BUILD)/gen/lex_date_words.c
$(BUILD)/gen/date_sets.c: $(BUILD)/bin/datesets | $(BUILD)/gen
	$(BUILD)/bin/datesets $@
LIB_O += $(BUILD)/obj/gen/date_sets.o
