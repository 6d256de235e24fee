# The gazetteer: entities.tsv, aliases.tsv, contexts.tsv and markets.tsv -> const tables.
ENT_DATA := ext/data/entities.tsv ext/data/aliases.tsv ext/data/contexts.tsv ext/data/markets.tsv
ENT_GEN  := ext/gen/entgen.c ext/gen/entgen_out.c ext/gen/tsv.c ext/gen/trie_emit.c ext/find/name_norm.c ext/text/trie.c ext/text/utf8.c ext/text/trie_build.c ext/base/buf.c ext/base/arena.c
ENT_LEX  := $(BUILD)/gen/uni_tables.c $(BUILD)/gen/lex_legal_forms.c $(BUILD)/gen/lex_latin_base.c
LIB_O    += $(BUILD)/obj/gen/ent_tables.o

$(BUILD)/bin/entgen: $(ENT_GEN) ext/gen/entgen.h ext/gen/tsv.h ext/gen/trie_emit.h ext/text/trie.h ext/find/entity_data.h ext/find/entity_filter.h ext/find/name_norm.h $(ENT_LEX) | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -o $@ $(ENT_GEN) $(ENT_LEX)
$(BUILD)/gen/ent_tables.c: $(BUILD)/bin/entgen $(ENT_DATA) | $(BUILD)/gen
	$(BUILD)/bin/entgen $(ENT_DATA) $@
# Chinese words and characters: nine lists -> one table.
HAN_LISTS := common_words han_places translit han_words surnames han_given translit_chars firm_chars plain_words
HAN_DATA  := $(HAN_LISTS:%=ext/data/%.tsv)
HAN_GEN   := ext/gen/hangen.c ext/gen/tsv.c ext/gen/trie_emit.c ext/text/utf8.c ext/text/trie_build.c ext/base/buf.c ext/base/arena.c
LIB_O     += $(BUILD)/obj/gen/han_tables.o
$(BUILD)/bin/hangen: $(HAN_GEN) ext/gen/tsv.h ext/gen/trie_emit.h ext/text/trie.h ext/find/han_data.h $(BUILD)/gen/uni_tables.c | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -o $@ $(HAN_GEN) $(BUILD)/gen/uni_tables.c
$(BUILD)/gen/han_tables.c: $(BUILD)/bin/hangen $(HAN_DATA) | $(BUILD)/gen
	$(BUILD)/bin/hangen $(HAN_DATA) $@
# The lexicons of Latin words as one trie, from the compiled ones. Of name_words the library then needs the rows only, of the others nothing.
LATIN_LEX := $(addprefix $(BUILD)/gen/lex_,given_names.c latin_surnames.c en_words.c name_words.c)
$(BUILD)/bin/latingen: ext/gen/latingen.c ext/gen/trie_keys.c ext/gen/trie_keys.h ext/find/latin_words.h $(GENLIB) ext/gen/trie_emit.h ext/text/trie_build.h ext/text/trie.h $(BUILD)/gen/uni_tables.c $(LATIN_LEX) | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -o $@ ext/gen/latingen.c ext/gen/trie_keys.c $(GENLIB) $(BUILD)/gen/uni_tables.c $(LATIN_LEX)
$(BUILD)/gen/latin_words.c: $(BUILD)/bin/latingen | $(BUILD)/gen
	$(BUILD)/bin/latingen $@
LIB_O += $(BUILD)/obj/gen/latin_words.o
