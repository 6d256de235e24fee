/* What forbids a deal that a cue proposes: a word right behind it that makes it something else, a promise to pay for goods, a question, a sum
** that is the price of one share. Asked before roles are looked for, as far as the cue alone tells. */
#include "find/deal_block.h"
#include "find/deal_beside.h"
#include "find/deal_frame.h"
#include "find/lexmatch.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

/* 承诺支付100亿美元租用算力: a promise to pay, no investment. */
static bool buys_with(gz_view t, gz_span cue)
{
  if (gz_deal_beside_end(t, cue.start, GZ_BESIDE(PLEDGE)) != cue.end) return false;
  size_t stop = gz_deal_stretch(t, cue.end, cue.end + 48u);
  return gz_deal_find(t, cue.end, stop, GZ_BESIDE(HIRE)) < stop;
}

/* "agreed to sell a stake to a consortium led by X": who buys, no round. */
static bool leads_buyers(const gz_clause *c, size_t lead)
{
  const lex_deal_cues_row *r = &lex_deal_cues_rows[c->ev[lead].ref];
  if (r->kind != LEX_DEAL_CUES_KIND_LEAD || r->passive != LEX_DEAL_CUES_PASSIVE_YES || strcmp(c->lang, "en")) return false;
  for (size_t i = lead; i-- > 0 && c->ev[i].segment == c->ev[lead].segment;) {
    if (c->ev[i].type == GZ_EV_ROUND || (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_FUNDING)) return false;
    if (c->ev[i].type != GZ_EV_CUE) continue;
    unsigned kind = lex_deal_cues_rows[c->ev[i].ref].kind;
    if (kind == LEX_DEAL_CUES_KIND_SELL || kind == LEX_DEAL_CUES_KIND_ACQUIRE || kind == LEX_DEAL_CUES_KIND_STAKE) return true;
    return false;
  }
  return false;
}

/* 报价对该业务的估值: of no company. */
static bool thing_valued(const gz_clause *c, size_t cue)
{
  for (size_t i = cue; i-- > 0 && c->ev[cue].span.start - c->ev[i].span.end <= 6;)
    if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_THING) return true;
  return false;
}

/* Right behind the cue stands a word that makes it something else: "raised prices", 投资中. */
bool gz_deal_blocked(gz_view t, const gz_clause *c, size_t cue, bool has_sum)
{
  for (size_t i = cue + 1; i < c->count; i++) {
    uint32_t gap = c->ev[i].span.start - c->ev[cue].span.end;
    if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_BLOCKER && gap <= 12) return true;
    if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_NOMINAL && gap == 0 && !has_sum) return true;
    if (gap > 12) break;
  }
  if (leads_buyers(c, cue)) return true;
  if (strcmp(c->lang, "zh") == 0 && (lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_INVEST || lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_RAISE))
    for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment; i++)
      if (c->ev[i].type == GZ_EV_MONEY) { if (gz_deal_beside(t, c->ev[i].span.end, GZ_BESIDE(LOAN)) || gz_deal_beside(t, c->ev[i].span.end + 3u, GZ_BESIDE(LOAN))) return true; break; }
  if (cue > 0 && strcmp(c->lang, "zh") == 0 && lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_VALUE && thing_valued(c, cue)) return true;
  if (strcmp(c->lang, "zh") == 0 && lex_deal_cues_rows[c->ev[cue].ref].form == LEX_DEAL_CUES_FORM_WEAK && buys_with(t, c->ev[cue].span)) return true;
  if (strcmp(c->lang, "en") == 0 && lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_LEAD)      /* took part in more than 30 rounds */
    for (size_t i = c->ev[cue].span.end; i < t.n && i < c->ev[cue].span.end + 28u && t.p[i] != ',' && t.p[i] != '.'; i++) if (t.p[i] == ' ' && gz_deal_beside(t, i, GZ_BESIDE(ROUNDS))) return true;
  if (strcmp(c->lang, "zh") == 0 && lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_STAKE && gz_deal_beside(t, c->ev[cue].span.end, GZ_BESIDE(PAID_WITH))) return true;      /* 以美团股权作为支付对价 */
  if (!has_sum && cue + 2 < c->count && strcmp(c->lang, "zh") == 0 && c->ev[cue + 1].type == GZ_EV_ENTITY && c->ev[cue + 1].span.start == c->ev[cue].span.end &&      /* 收购X时 */
      c->ev[cue + 2].type == GZ_EV_WORD && c->ev[cue + 2].cls == LEX_DEAL_WORDS_CLASS_NOMINAL && c->ev[cue + 2].span.start == c->ev[cue + 1].span.end) return true;
  for (size_t i = cue + 1; i < c->count && strcmp(c->lang, "en") == 0 && c->ev[i].type != GZ_EV_ENTITY && c->ev[i].type != GZ_EV_MONEY && c->ev[i].type != GZ_EV_BREAK; i++)      /* "raised its full-year forecast" */
    if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_BLOCKER && i > cue + 1 && c->ev[i - 1].type == GZ_EV_WORD && c->ev[i - 1].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR && c->ev[i].span.start - c->ev[cue].span.end <= 32) return true;
  return false;
}

/* Does the sentence end in a question mark? */
bool gz_deal_asks(gz_view t, const gz_clause *c)
{
  size_t i = gz_skip_spaces_back(t, c->span.start, c->span.end, 3);
  while (i > c->span.start && t.p[i - 1] == '\n') i--;
  return i > c->span.start && (t.p[i - 1] == '?' || (i >= 3 && memcmp(t.p + i - 3, "？", 3) == 0));
}

/* 6200日圓: what one share costs, whatever else is said; a company may go for a symbolic 1. */
bool gz_deal_too_small(const gz_money *m)
{
  const gz_dec *d = m->has_low ? &m->low : &m->high, least = {.m = 10000}, symbolic = {.m = 1};
  return gz_dec_cmp(*d, least) < 0 && gz_dec_cmp(*d, symbolic) != 0;
}
