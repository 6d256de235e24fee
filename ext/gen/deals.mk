# The words of figures and deals as one trie, from the compiled lexicons. Of those the library then needs the rows only.
CUE_LEX := $(addprefix $(BUILD)/gen/lex_,deal_cues.c measures.c deal_markers.c deal_words.c deal_rounds.c name_cues.c deal_beside.c)
$(BUILD)/bin/cuegen: ext/gen/cuegen.c ext/gen/trie_keys.c ext/gen/trie_keys.h ext/find/cue_words.h ext/find/deal_beside.h $(GENLIB) ext/gen/trie_emit.h ext/text/trie_build.h ext/text/trie.h $(BUILD)/gen/uni_tables.c $(CUE_LEX) | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -I$(BUILD)/gen -o $@ ext/gen/cuegen.c ext/gen/trie_keys.c $(GENLIB) $(BUILD)/gen/uni_tables.c $(CUE_LEX)
$(BUILD)/gen/cue_words.c: $(BUILD)/bin/cuegen | $(BUILD)/gen
	$(BUILD)/bin/cuegen $@
LIB_O += $(BUILD)/obj/gen/cue_words.o
