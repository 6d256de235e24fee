/* Which word says what a sum is (lexicons measures and deal_cues): the nearest in its own segment of the sentence, words before it counting as
** nearer than words behind it. What only says that money goes, or that it is a price, gives way to what says for what. A sum without a word in its
** segment is what the one is that it is compared with, or takes the last word of the segment before, when that has no sum of its own. */
#include "find/measure.h"
#include "find/small_word.h"
#include "lex_deal_cues.h"
#include "lex_deal_words.h"
#include "lex_measures.h"
#include "text/uni.h"
#include "text/utf8.h"

#define COMPARED 64            /* bytes from a sum to the one it is compared with */

static const char *kind_measure(unsigned kind)
{
  switch (kind) {
    case LEX_DEAL_CUES_KIND_INVEST: case LEX_DEAL_CUES_KIND_STAKE: return "investment";
    case LEX_DEAL_CUES_KIND_RAISE: case LEX_DEAL_CUES_KIND_LEAD: return "funding";
    case LEX_DEAL_CUES_KIND_VALUE: return "valuation";
    case LEX_DEAL_CUES_KIND_FINE: return "fine";
    case LEX_DEAL_CUES_KIND_CONTRACT: return "contract";
    default: return "price";
  }
}

const char *gz_measure_name(const gz_event *e)
{
  if (e->type == GZ_EV_MEASURE) return lex_measures_str(lex_measures_rows[e->ref].measure);
  return kind_measure(lex_deal_cues_rows[e->ref].kind);
}

static bool says_measure(const gz_event *e) { return e->type == GZ_EV_MEASURE || e->type == GZ_EV_CUE; }

/* Distance in bytes from cue to sum; a cue behind the sum is a little farther, unless it follows at once ("$4 billion investment"). */
static uint32_t distance(const gz_event *cue, const gz_event *sum)
{
  if (cue->span.end <= sum->span.start) return sum->span.start - cue->span.end;
  uint32_t gap = cue->span.start - sum->span.end;
  return gap <= 4 ? gap : gap + 12;
}

/* 收购X，价格约为…: the trade of the segment before, when that has no sum of its own; else the cue itself. */
static size_t trade_before(const gz_clause *c, size_t cue)
{
  for (size_t i = cue; i-- > 0;) {
    if (c->ev[cue].segment - c->ev[i].segment > 1 || (c->ev[i].type == GZ_EV_BREAK && c->ev[i].hard) || (c->ev[i].type == GZ_EV_MONEY && c->ev[i].segment != c->ev[cue].segment)) break;
    if (c->ev[i].type != GZ_EV_CUE) continue;
    unsigned kind = lex_deal_cues_rows[c->ev[i].ref].kind;
    if (kind == LEX_DEAL_CUES_KIND_ACQUIRE || kind == LEX_DEAL_CUES_KIND_SELL || kind == LEX_DEAL_CUES_KIND_STAKE) return i;
  }
  return cue;
}

/* Does the segment of the cue name whom the money goes to? */
static bool has_name_behind(const gz_clause *c, size_t cue)
{
  for (size_t i = 0; i < c->count; i++)
    if (c->ev[i].type == GZ_EV_ENTITY && c->ev[i].segment == c->ev[cue].segment && (i > cue || (c->ev[i].slot & (GZ_SLOT_TO | GZ_SLOT_IN)))) return true;
  return false;
}

/* "paid $240 million for X and bought Y": the sum went for X. */
static bool paid_for(const gz_clause *c, size_t cue, size_t other)
{
  for (size_t i = cue + 1; i < other; i++) if (c->ev[i].type == GZ_EV_ENTITY && c->ev[i].slot == GZ_SLOT_FOR) return true;
  return false;
}

bool gz_is_round(const gz_clause *c, size_t cue)
{
  return cue > 0 && c->ev[cue].type == GZ_EV_CUE && c->ev[cue - 1].type == GZ_EV_ROUND && c->ev[cue - 1].span.start == c->ev[cue].span.start;
}

/* 融资时的170亿美元: what it was worth then. The cue of the valuation in the stretch before, or the cue itself. */
static size_t worth_then(gz_view t, const gz_clause *c, size_t cue)
{
  size_t at = c->ev[cue].span.end;
  if (c->ev[cue].type != GZ_EV_CUE || (lex_deal_cues_rows[c->ev[cue].ref].kind != LEX_DEAL_CUES_KIND_RAISE && lex_deal_cues_rows[c->ev[cue].ref].kind != LEX_DEAL_CUES_KIND_ACQUIRE) || t.n - at < 6) return cue;
  if (!gz_small_word_at(t, at, GZ_SMALL(THEN), NULL)) return cue;
  for (size_t i = cue; i-- > 0 && c->ev[cue].segment - c->ev[i].segment <= 1;)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_VALUE) return i;
  return cue;
}

/* 收报98.5港元, "closed at $24.90": what a share cost on the market, and no price of a deal. */
static bool closing(gz_view v) { return gz_small_word_at(v, 0, GZ_SMALL(CLOSING), NULL); }

/* What only says that money goes (斥资…收购), or that it is a price (以…的价格收购), gives way to the cue of its segment that says for what. */
static size_t stronger(gz_view t, const gz_clause *c, size_t cue)
{
  if (gz_is_round(c, cue))                               /* "raised a $22 million Series A" */
    for (size_t i = 0; i < c->count; i++)
      if (c->ev[i].type == GZ_EV_CUE && i != cue && c->ev[i].segment == c->ev[cue].segment && !gz_is_round(c, i) && (lex_deal_cues_rows[c->ev[i].ref].form != LEX_DEAL_CUES_FORM_NOUN || c->ev[i].span.start - c->ev[cue].span.end <= 2) &&
          (lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_RAISE || lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_LEAD)) return i;
  bool weak = c->ev[cue].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[cue].ref].form == LEX_DEAL_CUES_FORM_WEAK;
  const char *what = c->ev[cue].type == GZ_EV_MEASURE ? gz_measure_name(&c->ev[cue]) : "";
  bool price = strcmp(what, "price") == 0 && !closing(gz_view_slice(t, c->ev[cue].span)), grant = strcmp(what, "grant") == 0;
  if (!weak && !price && !grant) return cue;
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_CUE || c->ev[i].segment != c->ev[cue].segment) continue;
    const lex_deal_cues_row *r = &lex_deal_cues_rows[c->ev[i].ref];
    bool trade = r->kind == LEX_DEAL_CUES_KIND_ACQUIRE || r->kind == LEX_DEAL_CUES_KIND_SELL || r->kind == LEX_DEAL_CUES_KIND_STAKE;
    bool award = r->kind == LEX_DEAL_CUES_KIND_CONTRACT;
    if (weak && r->kind == LEX_DEAL_CUES_KIND_RAISE && strcmp(c->lang, "en") == 0) continue;      /* "will provide $2 billion of financing to" */
    if (weak && i > cue && strcmp(c->lang, "en") == 0 && paid_for(c, cue, i)) continue;
    bool worth = weak && lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_VALUE;
    if (worth && trade && i < cue) return i;             /* "the takeover is worth" */
    if (weak ? i > cue && r->form != LEX_DEAL_CUES_FORM_WEAK : grant ? award : trade || (award && i < cue && r->form == LEX_DEAL_CUES_FORM_WEAK)) return i;
  }
  if (weak || (price && trade_before(c, cue) == cue)) {                                  /* 出资21亿元，受让X股权: what for is said behind the comma */
    for (size_t i = cue + 1; i < c->count && c->ev[i].segment - c->ev[cue].segment <= 1 && strcmp(c->lang, "zh") == 0; i++) {
      if (c->ev[i].segment == c->ev[cue].segment) continue;
      if (c->ev[i].type == GZ_EV_MONEY || (c->ev[i].type == GZ_EV_BREAK && c->ev[i].hard)) break;
      if (c->ev[i].type != GZ_EV_CUE) continue;
      unsigned kind = lex_deal_cues_rows[c->ev[i].ref].kind;
      if (kind == LEX_DEAL_CUES_KIND_ACQUIRE || kind == LEX_DEAL_CUES_KIND_STAKE || kind == LEX_DEAL_CUES_KIND_INVEST) return has_name_behind(c, cue) ? cue : i;
    }
  }
  return price ? trade_before(c, cue) : cue;
}

/* "pay $11 million in damages", 斥资40亿回购: what only says that money goes gives way to the measure right behind the sum. */
static size_t in_what(gz_view t, const gz_clause *c, size_t cue, size_t sum)
{
  if (cue > sum || c->ev[cue].type != GZ_EV_CUE || lex_deal_cues_rows[c->ev[cue].ref].form != LEX_DEAL_CUES_FORM_WEAK || lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_FINE) return cue;
  for (size_t i = sum + 1; i < c->count && c->ev[i].span.start - c->ev[sum].span.end <= 4; i++) {
    uint32_t gap = c->ev[i].span.start - c->ev[sum].span.end;
    if (c->ev[i].type == GZ_EV_MEASURE && c->ev[i].segment == c->ev[sum].segment && (gap == 0 || (gap == 4 && memcmp(t.p + c->ev[sum].span.end, " in ", 4) == 0))) return i;
  }
  return cue;
}

/* 融资，规模约65亿美元: the size of the round just told. */
static size_t round_before(const gz_clause *c, size_t measure)
{
  if (c->ev[measure].type != GZ_EV_MEASURE || strcmp(gz_measure_name(&c->ev[measure]), "market_size")) return measure;
  for (size_t i = measure; i-- > 0 && c->ev[measure].segment - c->ev[i].segment <= 1 && !(c->ev[i].type == GZ_EV_BREAK && c->ev[i].hard);)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_RAISE) return i;
  return measure;
}

/* 管理620億元資金: what somebody looks after is neither paid nor raised. */
static bool managed(gz_view t, size_t pos)
{
  for (size_t k = 6; k <= 12 && k <= pos; k += 3) if (gz_small_word_at(t, pos - k, GZ_SMALL(MANAGED), NULL)) return true;
  return false;
}

/* "a $13 billion round at a $183 billion post-money valuation": the noun right behind says it, or GZ_NO_EVENT. */
static size_t valued_at(gz_view t, const gz_clause *c, size_t sum)
{
  size_t at = c->ev[sum].span.start;
  if (strcmp(c->lang, "en") || at < 5 || memcmp(t.p + at - 5, "at a ", 5)) return GZ_NO_EVENT;
  for (size_t i = sum + 1; i < c->count && c->ev[i].type != GZ_EV_MONEY && c->ev[i].type != GZ_EV_BREAK && c->ev[i].span.start - c->ev[sum].span.end <= 24; i++)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_VALUE) return i;
  return GZ_NO_EVENT;
}

static bool totals(const gz_clause *c, size_t sum)
{
  for (size_t i = 0; i < sum; i++) if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_TOTAL && c->ev[i].segment == c->ev[sum].segment) return true;
  return false;
}

/* "up from $388 million", 去年同期为6.8亿元: a word of comparison leads from the sum before to this one. What the sum before is, this one is. */
static size_t compared_with(gz_view t, const gz_clause *c, size_t sum)
{
  size_t before = GZ_NO_EVENT;
  for (size_t i = sum; i-- > 0 && before == GZ_NO_EVENT && c->ev[sum].segment - c->ev[i].segment <= 2 && !(c->ev[i].type == GZ_EV_BREAK && c->ev[i].hard);) if (c->ev[i].type == GZ_EV_MONEY) before = i;
  if (before == GZ_NO_EVENT || !c->says[before] || c->ev[sum].span.start - c->ev[before].span.end > COMPARED) return GZ_NO_EVENT;
  bool dated = false, bare = c->ev[before].segment != c->ev[sum].segment;
  for (size_t i = before + 1; i < sum; i++) { if (c->ev[i].type == GZ_EV_DATE) dated = true; else if (c->ev[i].type != GZ_EV_BREAK) bare = false; }
  if (dated && bare && c->ev[sum].span.start - c->ev[sum - 1].span.end <= 9) return c->says[before] - 1u;      /* 2023年为5.4亿元，2022年为4.1亿元 */
  for (size_t p = c->ev[before].span.end; p < c->ev[sum].span.start; gz_utf8_next(t.p, t.n, &p))
    if (c->ev[sum].span.start - p <= 36 && gz_word_boundary(t, p) && gz_small_word_at(gz_view_of(t.p, c->ev[sum].span.start), p, GZ_SMALL(COMPARES), NULL)) return c->says[before] - 1u;
  return GZ_NO_EVENT;
}

/* A sum a share is a price where nothing else is said of it: "a dividend of 14p a share", 末期息每股0.45港元. */
static size_t of_shares(const gz_clause *c, size_t cue)
{
  if (c->ev[cue].type != GZ_EV_MEASURE || strcmp(gz_measure_name(&c->ev[cue]), "price")) return cue;
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_MEASURE || c->ev[i].segment != c->ev[cue].segment) continue;
    const char *what = gz_measure_name(&c->ev[i]);
    if (strcmp(what, "dividend") == 0 || strcmp(what, "profit") == 0 || strcmp(what, "loss") == 0) return i;
  }
  return cue;
}

static size_t measure_of(gz_view t, const gz_clause *c, size_t sum)
{
  if (strcmp(c->lang, "zh") == 0 && managed(t, c->ev[sum].span.start)) return GZ_NO_EVENT;
  size_t best = GZ_NO_EVENT;
  uint32_t best_distance = UINT32_MAX;
  const gz_event *m = &c->ev[sum];
  bool other_sum = false;                                /* a word behind belongs to the sum beside it */
  for (size_t i = 0; i < c->count; i++) {
    if (i > sum && c->ev[i].type == GZ_EV_MONEY) other_sum = true;
    if (!says_measure(&c->ev[i]) || c->ev[i].segment != m->segment) continue;
    uint32_t d = distance(&c->ev[i], m) + (other_sum ? 40u : 0u);
    if (d < best_distance) { best_distance = d; best = i; }
  }
  size_t worth = valued_at(t, c, sum);
  if (worth != GZ_NO_EVENT) return worth;
  if (best != GZ_NO_EVENT && best > sum && best_distance <= 4 && c->ev[best].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[best].ref].kind == LEX_DEAL_CUES_KIND_VALUE) return best;      /* 以200亿元的估值投资 */
  if (best != GZ_NO_EVENT && in_what(t, c, best, sum) != best) return in_what(t, c, best, sum);
  if (best != GZ_NO_EVENT) return worth_then(t, c, stronger(t, c, round_before(c, of_shares(c, best))));
  size_t other = compared_with(t, c, sum);
  if (other != GZ_NO_EVENT) return other;
  for (size_t i = sum; i-- > 0;) {                       /* the segment before, when it leads here without a sum of its own */
    if (m->segment - c->ev[i].segment > 1) break;
    if (c->ev[i].type == GZ_EV_MONEY || (c->ev[i].type == GZ_EV_BREAK && c->ev[i].hard)) break;
    if (says_measure(&c->ev[i])) return of_shares(c, i);
  }
  for (size_t i = sum + 1; i < c->count; i++) {          /* or the one behind: "for $4bn, the deal values it ..." */
    if (c->ev[i].segment - m->segment > 1 || c->ev[i].type == GZ_EV_MONEY || (c->ev[i].type == GZ_EV_BREAK && c->ev[i].hard)) break;
    if (says_measure(&c->ev[i])) return c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_STAKE && lex_deal_cues_rows[c->ev[i].ref].form == LEX_DEAL_CUES_FORM_VERB && strcmp(c->lang, "zh") == 0 && totals(c, sum) ? GZ_NO_EVENT : i;      /* 总金额130亿，持股49% */
  }
  return GZ_NO_EVENT;
}

void gz_measures_find(gz_view t, gz_clause *c)
{
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_MONEY) continue;
    size_t cue = measure_of(t, c, i);
    c->says[i] = cue == GZ_NO_EVENT ? 0 : (uint16_t)(cue + 1);
  }
}
