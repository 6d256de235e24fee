/* Figures: what each sum is, whose, and of when. A sum takes the nearest word that says what sums are (lexicons measures and
** deal_cues) in its own segment of the sentence, words before it counting as nearer than words behind it; a sum without one in its
** segment may take the last one of the segment before, when that has no sum of its own. Whose: a name in possessive before the
** word, else the nearest name before it in the sentence, else the subject carried from the sentence before. Of when: the nearest
** date of the segment, else of the sentence. NULL where the sentence does not say. */
#include "find/clause.h"
#include "find/measure.h"
#include "find/small_word.h"
#include "base/alloc.h"
#include "lex_deal_cues.h"
#include "lex_deal_words.h"
#include "lex_measures.h"

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

static const char *event_measure(const gz_event *e)
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
  const char *what = c->ev[cue].type == GZ_EV_MEASURE ? event_measure(&c->ev[cue]) : "";
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

/* 融资，规模约65亿美元: the size of the round just told. */
static size_t round_before(const gz_clause *c, size_t measure)
{
  if (c->ev[measure].type != GZ_EV_MEASURE || strcmp(event_measure(&c->ev[measure]), "market_size")) return measure;
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
  if (best != GZ_NO_EVENT) return worth_then(t, c, stronger(t, c, round_before(c, best)));
  for (size_t i = sum; i-- > 0;) {                       /* the segment before, when it leads here without a sum of its own */
    if (m->segment - c->ev[i].segment > 1) break;
    if (c->ev[i].type == GZ_EV_MONEY || (c->ev[i].type == GZ_EV_BREAK && c->ev[i].hard)) break;
    if (says_measure(&c->ev[i])) return i;
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

bool gz_event_is_party(const gz_analysis *a, const gz_event *e)
{
  if (e->type != GZ_EV_ENTITY) return false;
  unsigned t = a->entities[e->ref].type;
  return t == GZ_ORG || t == GZ_PERSON || t == GZ_PUBLICATION;
}

static uint32_t subject(const gz_analysis *a, const gz_clause *c)
{
  for (size_t i = 0; i < c->count; i++)
    if (gz_event_is_party(a, &c->ev[i]) && c->ev[i].cls != GZ_PUBLICATION && (c->ev[i].slot == 0 || c->ev[i].slot == GZ_SLOT_SUBJ) && !c->ev[i].possessive) return c->ev[i].ref;
  return GZ_NO_SUBJECT;
}

/* A market is nobody's, unless somebody's is named: "X's addressable market". */
static bool nobodys(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  if (cue == GZ_NO_EVENT || strcmp(event_measure(&c->ev[cue]), "market_size")) return false;
  for (size_t i = cue; i-- > 0 && c->ev[cue].span.start - c->ev[i].span.end <= 24;) if (gz_event_is_party(a, &c->ev[i]) && c->ev[i].possessive) return false;
  return true;
}

static const char *whose(const gz_analysis *a, const gz_clause *c, size_t cue, size_t sum, gz_subject *carried)
{
  if (nobodys(a, c, cue)) return NULL;
  size_t from = cue == GZ_NO_EVENT ? sum : cue;
  for (size_t i = from; i-- > 0 && c->ev[i].type != GZ_EV_BREAK;)      /* X's revenue */
    if (c->ev[i].segment == c->ev[from].segment && gz_event_is_party(a, &c->ev[i]) && c->ev[i].possessive) return a->entities[c->ev[i].ref].name;
  for (size_t i = from; i-- > 0;)
    if (gz_event_is_party(a, &c->ev[i]) && c->ev[i].cls != GZ_PUBLICATION && (c->ev[i].slot == 0 || c->ev[i].slot == GZ_SLOT_SUBJ) && !(c->ev[i].possessive && subject(a, c) != GZ_NO_SUBJECT)) return a->entities[c->ev[i].ref].name;
  for (size_t i = from + 1; i < c->count; i++)           /* revenue of X */
    if (c->ev[i].segment == c->ev[from].segment && gz_event_is_party(a, &c->ev[i]) && (c->ev[i].slot & (GZ_SLOT_OF | GZ_SLOT_IN | GZ_SLOT_FOR))) return a->entities[c->ev[i].ref].name;
  uint32_t who = gz_subject_before(carried, a, c->sentence, subject);
  return who == GZ_NO_SUBJECT ? NULL : a->entities[who].name;
}

/* Who pays a fine: "fined X", 对X处以罚款; NULL when the word stands otherwise. */
static const char *fined(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  if (c->ev[cue].type != GZ_EV_CUE) return NULL;
  const lex_deal_cues_row *row = &lex_deal_cues_rows[c->ev[cue].ref];
  if (row->passive == LEX_DEAL_CUES_PASSIVE_YES) return NULL;
  for (size_t i = 0; i < c->count; i++) {
    const gz_event *e = &c->ev[i];
    if (!gz_event_is_party(a, e) || e->segment != c->ev[cue].segment || e->possessive) continue;
    if ((e->slot & (GZ_SLOT_TO | GZ_SLOT_ON)) || (i > cue && (e->slot == 0 || e->slot == GZ_SLOT_OBJ) && (row->target & GZ_SLOT_OBJ))) return a->entities[e->ref].name;
  }
  return NULL;
}

size_t gz_date_near(const gz_clause *c, size_t at)
{
  size_t best = GZ_NO_EVENT;
  for (size_t i = at; i-- > 0;)
    if (c->ev[i].type == GZ_EV_DATE) { best = i; break; }
  for (size_t i = at + 1; i < c->count && c->ev[i].segment == c->ev[at].segment; i++)
    if (c->ev[i].type == GZ_EV_DATE) {
      if (best == GZ_NO_EVENT || c->ev[best].segment != c->ev[at].segment) best = i;
      break;
    }
  return best;
}

gz_figure *gz_figures_new(const gz_analysis *a)
{
  gz_figure *f = gz_malloc((a->money_count + 1) * sizeof *f);
  if (!f) return NULL;
  memset(f, 0, (a->money_count + 1) * sizeof *f);
  for (size_t i = 0; i < a->money_count; i++) f[i].money = a->money[i];
  return f;
}

void gz_figures_read(const gz_analysis *a, const gz_clause *c, gz_figure *f, gz_subject *carried)
{
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_MONEY) continue;
    gz_figure *x = &f[c->ev[i].ref];
    if (x->money.restates >= 0 && x->money.restates < (int32_t)c->ev[i].ref) {      /* the same sum in another currency */
      const gz_figure *o = &f[x->money.restates];
      x->measure = o->measure;
      x->entity = o->entity;
      memcpy(x->edtf, o->edtf, sizeof x->edtf);
      continue;
    }
    size_t cue = gz_measure_of(c, i), date = gz_date_near(c, i);
    if (cue != GZ_NO_EVENT) {
      x->measure = event_measure(&c->ev[cue]);
      x->entity = strcmp(x->measure, "fine") == 0 ? fined(a, c, cue) : NULL;
      if (!x->entity && !nobodys(a, c, cue)) x->entity = whose(a, c, cue, i, carried);
      if (x->money.per && strcmp(x->money.per, "share") == 0 && (strcmp(x->measure, "funding") == 0 || strcmp(x->measure, "investment") == 0)) x->measure = "price";      /* "holders will receive $70 per share" */
    }
    if (date != GZ_NO_EVENT) memcpy(x->edtf, a->dates[c->ev[date].ref].edtf, sizeof x->edtf);
  }
  gz_subject_pass(carried, a, c, subject);
}
