/* The shared analysis of one text: each layer computed at most once, lazily, when first asked for. Owns a copy of the text. */
#ifndef GZ_ANALYSIS_H
#define GZ_ANALYSIS_H
#include "base/arena.h"
#include "find/date.h"
#include "find/deal.h"
#include "find/entity.h"
#include "find/figure.h"
#include "find/heads.h"
#include "find/money.h"
#include "find/quantity.h"
#include "find/quote.h"
#include "find/text_lang.h"
#include "text/shingle.h"

typedef struct gz_analysis {
  gz_view text;
  gz_anchor anchor;
  char region[4];
  gz_names *names;           /* retained; NULL for the built-in gazetteer alone */
  gz_arena arena;
  int refs;                  /* kept by the owner (ext/bind) */
  unsigned done;             /* bit per layer */
  gz_lang_result lang;       /* tag empty until asked for */
  gz_heads heads;            /* for the scans; NULL until the first needs them */
  gz_span *sentences;   size_t sentence_count;
  gz_money *money;      size_t money_count;
  gz_quantity *quantities; size_t quantity_count;
  gz_date *dates;       size_t date_count;
  gz_entity *entities;  size_t entity_count;
  gz_quote *quotes;     size_t quote_count;
  gz_figure *figures;   size_t figure_count;
  gz_deal *deals;       size_t deal_count;
  gz_shingles shingles;
  gz_view anchor_text, region_text;     /* as given: with text and names the key under which the analysis is recognised */
} gz_analysis;

gz_analysis *gz_analysis_new(gz_view text, gz_view anchor, gz_view region, gz_names *names);
void gz_analysis_free(gz_analysis *a);

/* Each makes its layer (and those it needs); the arrays above are then valid. */
gz_status gz_need_lang(gz_analysis *a);
gz_status gz_need_sentences(gz_analysis *a);
gz_status gz_need_shingles(gz_analysis *a);
gz_status gz_need_money(gz_analysis *a);
gz_status gz_need_quantities(gz_analysis *a);
gz_status gz_need_dates(gz_analysis *a);
gz_status gz_need_entities(gz_analysis *a);
gz_status gz_need_quotes(gz_analysis *a);
gz_status gz_need_figures(gz_analysis *a);
gz_status gz_need_deals(gz_analysis *a);

/* Index of the sentence that holds byte pos (sentences needed), or SIZE_MAX. Binary search. */
size_t gz_sentence_at(const gz_analysis *a, uint32_t pos);

#endif
