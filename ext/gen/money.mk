# Currency names: from the ICU of this machine into a checked-in table, by hand.
.PHONY: currency-data
currency-data: $(BUILD)/gen/uni_tables.c | $(BUILD)/bin
	$(CC) -std=c11 $(WARN) -Iext -I$(BUILD)/gen $(ICU_CFLAGS) -o $(BUILD)/bin/currencynames ext/gen/currencynames.c $(GENLIB) $(BUILD)/gen/uni_tables.c $(ICU_LIBS)
	$(BUILD)/bin/currencynames ext/data/currency_cldr.tsv ext/data/regions.tsv
