# The language model: ext/data/lang/ -> const tables.
$(BUILD)/bin/langgen: ext/gen/langgen.c ext/gen/tsv.c ext/gen/tsv.h ext/text/utf8.c ext/text/lang_shape.h | $(BUILD)/bin
	$(HOSTCC) -std=c11 $(WARN) -O1 -Iext -o $@ ext/gen/langgen.c ext/gen/tsv.c ext/text/utf8.c
$(BUILD)/gen/lang_model.c: $(BUILD)/bin/langgen ext/data/lang/model.bin ext/data/lang/han.tsv | $(BUILD)/gen
	$(BUILD)/bin/langgen ext/data/lang/model.bin ext/data/lang/han.tsv $(@:.c=.h) $@
$(BUILD)/gen/lang_model.h: $(BUILD)/gen/lang_model.c ;
GEN_H += $(BUILD)/gen/lang_model.h
LIB_O += $(BUILD)/obj/gen/lang_model.o

# `make model` trains it anew from packages of the registries (see ext/gen/model/README.md); not part of the build.
.PHONY: model
model:
	bash ext/gen/model/model.sh
