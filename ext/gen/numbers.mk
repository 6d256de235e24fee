# Where a numeral may start, from the compiled lexicons.
NUM_LEX := $(addprefix $(BUILD)/gen/lex_,number_words.c number_langs.c han_numerals.c)
$(BUILD)/bin/numgen: ext/gen/numgen.c ext/find/numeral_filter.h ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(NUM_LEX) | $(BUILD)/bin
	$(CC) -std=c11 $(WARN) -O1 -DGZ_LEX_KEYS -Iext -I$(BUILD)/gen -o $@ ext/gen/numgen.c ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(NUM_LEX)
$(BUILD)/gen/num_filter.c: $(BUILD)/bin/numgen | $(BUILD)/gen
	$(BUILD)/bin/numgen $@
LIB_O += $(BUILD)/obj/gen/num_filter.o
