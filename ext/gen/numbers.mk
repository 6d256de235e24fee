# Where a numeral may start, from the compiled lexicons.
NUM_LEX := $(addprefix $(BUILD)/gen/lex_,number_words.c number_langs.c han_numerals.c)
$(BUILD)/bin/numgen: ext/gen/numgen.c ext/gen/nibbles.h ext/find/numeral_filter.h ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(NUM_LEX) | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -DGZ_LEX_KEYS -Iext -I$(BUILD)/gen -o $@ ext/gen/numgen.c ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(NUM_LEX)
$(BUILD)/gen/num_filter.c: $(BUILD)/bin/numgen | $(BUILD)/gen
	$(BUILD)/bin/numgen $@
LIB_O += $(BUILD)/obj/gen/num_filter.o
# What stands beside the numbers of quantities, as one table of words.
QUANT_LEX := $(addprefix $(BUILD)/gen/lex_,bounds.c count_nouns.c hedges.c money_words.c number_joins.c number_signs.c number_words.c percent_words.c units.c)
$(BUILD)/bin/quantsets: ext/gen/quantsets.c ext/gen/trie_keys.c ext/gen/trie_keys.h ext/find/quantity_sets.h ext/find/word_set.c ext/find/word_set.h ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(QUANT_LEX) | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -DGZ_LEX_KEYS -o $@ ext/gen/quantsets.c ext/gen/trie_keys.c ext/find/word_set.c ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(QUANT_LEX)
$(BUILD)/gen/quantity_sets.c: $(BUILD)/bin/quantsets | $(BUILD)/gen
	$(BUILD)/bin/quantsets $@
LIB_O += $(BUILD)/obj/gen/quantity_sets.o
