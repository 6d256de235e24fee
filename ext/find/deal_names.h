/* Names that only a deal's own words show: "startup Velotra", "has raised", 「灵犀动力」完成. They take part in deals and figures and are no
** mentions of their own. */
#ifndef GZ_DEAL_NAMES_H
#define GZ_DEAL_NAMES_H
#include "find/analysis.h"

/* A name that may turn out to be a company's, in text order. */
typedef struct gz_maybe {
  gz_span span;
  uint32_t hash;             /* of the folded name */
  uint32_t like;             /* 1 + index of the mention with the same words, or 0 */
  bool shown;                /* the words around show a company */
  bool inside;               /* of a mention that was misread */
} gz_maybe;

/* A Chinese name that nothing beside it shows only counts when it opens a name that is known otherwise: it is kept aside unjudged, until it
** is known which characters open those. */
typedef struct gz_maybes {
  gz_maybe *list;
  size_t count, cap;
  gz_span *aside;
  size_t aside_count, aside_cap;
  uint64_t opens[16];        /* a bit per gz_opens_bit of the first characters of all names */
  bool at_once;              /* keep nothing aside */
  bool nomem;
} gz_maybes;
static inline unsigned gz_opens_bit(uint32_t folded) { return (folded * 0x9E3779B1u) >> 22; }
static inline void gz_maybe_opens(gz_maybes *m, uint32_t folded) { unsigned b = gz_opens_bit(folded); m->opens[b >> 6] |= (uint64_t)1 << (b & 63); }
static inline bool gz_maybe_may_open(const gz_maybes *m, uint32_t folded) { unsigned b = gz_opens_bit(folded); return m->opens[b >> 6] >> (b & 63) & 1u; }

void gz_maybe_add(gz_maybes *m, gz_view text, gz_span s, bool shown);

/* Free stretch of text between mentions: where such names are looked for. */
void gz_deal_names_latin(gz_view text, gz_span free, gz_maybes *m);
void gz_deal_names_han(gz_view text, gz_span free, gz_maybes *m);
void gz_deal_names_kana(gz_view text, gz_span free, gz_maybes *m);      /* katakana and Hangul */
/* Is a stretch that was kept aside a possible name? */
bool gz_deal_name_aside(gz_view text, gz_span s);

/* Is a name in Latin letters at s shown to be a company's by the words beside it? */
bool gz_company_shown(gz_view text, gz_span s);

/* Does an apposition behind the name have a kind of company as its head: "X Y, the Spanish drugstore chain,"? */
bool gz_company_apposed(gz_view text, gz_span s);

/* Is the last word of a Latin name an everyday word and no surname: Gracell Biotechnologies, Pecos Ridge? */
bool gz_thing_last(gz_view name);

/* Does a Chinese name hold a word for a company with a name behind it (香港速递企业嘉里物流)? */
bool gz_company_noun_inside(gz_view name);

/* Is a Chinese "name" only a place or everyday words with a word for a company behind them (中国生物技术公司)? */
bool gz_company_in_general(gz_view name);

/* Does a Chinese name hold a deal's verb or a word for shares behind its first character? Does a word for a company end at pos? */
size_t gz_fund_item(gz_view text, size_t pos);      /* 北京市人工智能产业投资基金: where a fund's long name that begins here ends, or 0 */
bool gz_company_word(gz_view text, size_t pos, size_t end);      /* is the stretch an everyday word, or does it end or begin as companies' words do? */
bool gz_fund_suffix(gz_view text, size_t pos);      /* does 资本, 创投 begin here? */
bool gz_deal_word_inside(gz_view text, gz_span name);
bool gz_ends_in_company(gz_view text, size_t pos);
bool gz_ends_investor(gz_view text, size_t pos);      /* does a list go on at pos, or a word for what investors do begin? */
bool gz_starts_item(gz_view text, size_t pos);       /* behind 、 由 和 and the like */
bool gz_kana_company(gz_view text, size_t pos);      /* does a katakana name begin here, behind a word for a company? */

/* The mentions of the analysis with those names among them, in order; *list is heap memory for gz_free. Names are looked for in sentences
** that state something (gz_stated_find). */
gz_status gz_deal_names(gz_analysis *a, const bool *stated, gz_entity **list, size_t *count);

#endif
