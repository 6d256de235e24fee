# Currency names: from the ICU of this machine into a checked-in table, by hand.
.PHONY: currency-data
currency-data: $(BUILD)/gen/uni_tables.c | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -Iext -I$(BUILD)/gen $(ICU_CFLAGS) -o $(BUILD)/bin/currencynames ext/gen/currencynames.c $(GENLIB) $(BUILD)/gen/uni_tables.c $(ICU_LIBS)
	$(BUILD)/bin/currencynames ext/data/currency_cldr.tsv ext/data/regions.tsv

# Word sets of the money finder, from the compiled lexicons.
MONEY_LEX := $(addprefix $(BUILD)/gen/lex_,currencies.c currency_cldr.c countries.c hedges.c per.c money_words.c number_words.c number_langs.c number_signs.c han_numerals.c)
$(BUILD)/bin/moneysets: ext/gen/moneysets.c ext/gen/nibbles.h ext/find/word_set.c ext/find/word_set.h ext/find/money_scan.h ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(MONEY_LEX) | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -DGZ_LEX_KEYS -o $@ ext/gen/moneysets.c ext/find/word_set.c ext/text/utf8.c $(BUILD)/gen/uni_tables.c $(MONEY_LEX)
$(BUILD)/gen/money_sets.c: $(BUILD)/bin/moneysets | $(BUILD)/gen
	$(BUILD)/bin/moneysets $@
LIB_O += $(BUILD)/obj/gen/money_sets.o
