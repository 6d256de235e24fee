/* What kind of deal a cue states where it stands, and which sum and percentage are its own. A row of deal_cues.tsv gives the usual frame; the
** words around may ask for another: "acquire 49% of X" takes a stake, "faces a fine" is done to its subject, "ordered X to pay" fines. */
#include "find/deal_frame.h"
#include "find/deal_beside.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

static bool raises(const gz_clause *c, size_t cue)
{
  unsigned kind = lex_deal_cues_rows[c->ev[cue].ref].kind;
  return kind == LEX_DEAL_CUES_KIND_RAISE || kind == LEX_DEAL_CUES_KIND_LEAD;
}

/* "a Series D at $3 billion": its value. */
static bool at_value(const gz_analysis *a, const gz_clause *c, size_t sum)
{
  size_t i = sum;
  while (i > 0 && c->ev[i - 1].type == GZ_EV_MARK) i--;
  return i > 0 && c->ev[i - 1].type == GZ_EV_ROUND && gz_deal_before(a->text, c->ev[i - 1].span.end, c->ev[sum].span.start, GZ_BESIDE(AT));
}

/* A sum that this cue says, nearest first; sums that restate another are the other's. */
size_t gz_deal_sum(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  size_t best = GZ_NO_EVENT;
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_MONEY || a->money[c->ev[i].ref].restates >= 0 || gz_measure_of(c, i) != cue) continue;
    const char *per = a->money[c->ev[i].ref].per;
    if (per && strcmp(per, "share") == 0) continue;      /* what a share costs is not what was paid */
    if (raises(c, cue) && strcmp(c->lang, "en") == 0 && at_value(a, c, i)) continue;
    if (best != GZ_NO_EVENT && i < cue && c->ev[i].span.start - c->ev[i - 1].span.end <= 12 && c->ev[i - 1].type == GZ_EV_MONEY) continue;      /* 490亿和19亿: a list */
    if (best != GZ_NO_EVENT && best < cue && i > cue && c->ev[best].segment == c->ev[cue].segment && c->ev[i].segment != c->ev[cue].segment) continue;
    if (best == GZ_NO_EVENT || best < cue) best = i;       /* the last before it, or better the first behind it */
  }
  return best;
}

/* "to 50%", 升至50%: what a share comes to. */
static bool comes_to(const gz_analysis *a, const gz_clause *c, size_t percent)
{
  size_t at = c->ev[percent].span.start;
  if (gz_deal_before(a->text, c->span.start, at, GZ_BESIDE(COMES_TO))) return true;
  return percent > 0 && c->ev[percent - 1].type == GZ_EV_MARK && c->ev[percent - 1].cls == LEX_DEAL_MARKERS_CLASS_TO && at - c->ev[percent - 1].span.end <= 8;
}

static size_t percent_of(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  size_t best = GZ_NO_EVENT;
  uint32_t nearest = UINT32_MAX;
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_PERCENT || c->ev[i].segment != c->ev[cue].segment || gz_deal_beside(a->text, c->ev[i].span.end, GZ_BESIDE(OF_PROFIT))) continue;      /* 49%的利润, "49% of the profits": no part of the company */
    uint32_t d = i < cue ? c->ev[cue].span.start - c->ev[i].span.end : c->ev[i].span.start - c->ev[cue].span.end;
    if (i > cue && comes_to(a, c, i)) return i;
    if (d < nearest) { nearest = d; best = i; }
  }
  return best;
}

/* 全部股权, 100%股份: all of it, no stake. */
bool gz_whole_of_it(const gz_analysis *a, const gz_clause *c, size_t stake)
{
  return strcmp(c->lang, "en") && gz_deal_before(a->text, c->span.start, c->ev[stake].span.start, GZ_BESIDE(WHOLE));
}

/* The noun by which the verb's object turns out to be a stake ("bought a 10% stake in X"), or GZ_NO_EVENT. */
size_t gz_about_stake(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  bool object = false, joined = false;                     /* "bought X and owns a stake in Y" */
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment; i++) {
    if (c->ev[i].type == GZ_EV_ENTITY) { object |= c->ev[i].cls == GZ_ORG; joined = false; }
    joined |= gz_deal_find(a->text, c->ev[i - 1].span.end, c->ev[i].span.end, GZ_BESIDE(AND)) < c->ev[i].span.end;
    if (c->ev[i].type != GZ_EV_CUE || lex_deal_cues_rows[c->ev[i].ref].kind != LEX_DEAL_CUES_KIND_STAKE) continue;
    if (object && joined && strcmp(c->lang, "en") == 0 && lex_deal_cues_rows[c->ev[i].ref].form == LEX_DEAL_CUES_FORM_VERB) return GZ_NO_EVENT;
    return gz_whole_of_it(a, c, i) ? GZ_NO_EVENT : i;
  }
  return GZ_NO_EVENT;
}

/* "sold a 51% stake in X": the noun only says of what. */
bool gz_stake_of_sale(const gz_clause *c, size_t cue)
{
  for (size_t i = cue; i-- > 0 && c->ev[i].segment == c->ev[cue].segment;)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_SELL) return true;
  return false;
}

bool gz_bought_before(const gz_clause *c, size_t cue)
{
  for (size_t i = cue; i-- > 0 && c->ev[i].segment == c->ev[cue].segment;)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_ACQUIRE) return true;
  return false;
}

bool gz_held_by_another(const gz_clause *c, size_t cue)
{
  if (strcmp(c->lang, "zh") || cue + 1 >= c->count || c->ev[cue + 1].type != GZ_EV_MARK || c->ev[cue + 1].cls != LEX_DEAL_MARKERS_CLASS_POSS || c->ev[cue + 1].span.start != c->ev[cue].span.end) return false;
  for (size_t i = cue; i-- > 0 && c->ev[i].segment == c->ev[cue].segment;)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].form == LEX_DEAL_CUES_FORM_VERB) return true;
  return false;
}

/* 将X的10%股份出售: the shares stand before the verb. */
size_t gz_shares_before(const gz_clause *c, size_t sale)
{
  if (strcmp(c->lang, "zh")) return GZ_NO_EVENT;
  for (size_t i = sale; i-- > 0 && c->ev[i].segment == c->ev[sale].segment;)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_STAKE && lex_deal_cues_rows[c->ev[i].ref].form == LEX_DEAL_CUES_FORM_NOUN) return i;
  return GZ_NO_EVENT;
}

bool gz_sold_behind(const gz_clause *c, size_t stake)
{
  for (size_t i = stake + 1; i < c->count && c->ev[i].segment == c->ev[stake].segment; i++)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_SELL) return gz_shares_before(c, i) != GZ_NO_EVENT;
  return false;
}

/* 购入X约1.2亿股: behind a numeral, of what is bought. */
static bool takes_shares(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  gz_view t = a->text;
  if (strcmp(c->lang, "zh")) return false;
  size_t from = c->ev[cue].span.end, to = gz_deal_stretch(t, from, from + 120 < c->span.end ? from + 120 : c->span.end), i = gz_deal_find(t, from, to, GZ_BESIDE(SHARE));
  return i < to && (gz_deal_before(t, from, i, GZ_BESIDE(MAGNITUDE)) || (t.p[i - 1] >= '0' && t.p[i - 1] <= '9'));
}

/* "acquire 49% of X" buys a stake. */
static bool takes_percent(const gz_clause *c, size_t cue)
{
  for (size_t i = cue + 1; i < c->count && c->ev[i].span.start - c->ev[cue].span.end <= 12; i++) if (c->ev[i].type == GZ_EV_PERCENT) return true;
  return false;
}

/* "faces a fine of", 面临…罚款: the subject is who is fined. */
static bool suffers(const gz_clause *c, size_t cue)
{
  for (size_t i = 0; i < cue; i++)
    if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_UNDERGO && c->ev[i].segment == c->ev[cue].segment) return true;
  return false;
}

/* "cut its stake in X by 5%": no part of X is 5 %. */
bool gz_changed_by(const gz_clause *c, size_t percent)
{
  return percent > 0 && strcmp(c->lang, "en") == 0 && c->ev[percent - 1].type == GZ_EV_MARK && c->ev[percent - 1].cls == LEX_DEAL_MARKERS_CLASS_BY && c->ev[percent].span.start - c->ev[percent - 1].span.end <= 10;
}

/* Right behind the noun "to Y", without a word of what is sold. */
static bool sold_to(const gz_clause *c, size_t cue)
{
  return cue + 2 < c->count && strcmp(c->lang, "en") == 0 && c->ev[cue + 1].type == GZ_EV_MARK && c->ev[cue + 1].cls == LEX_DEAL_MARKERS_CLASS_TO &&
         c->ev[cue + 1].span.start - c->ev[cue].span.end <= 1 && c->ev[cue + 2].type == GZ_EV_ENTITY;
}

/* "ordered X to pay", "told X to pay": the word before the name, or GZ_NO_EVENT. */
static size_t ordered(const gz_clause *c, size_t pay)
{
  if (strcmp(c->lang, "en") || pay == 0 || c->ev[pay - 1].type != GZ_EV_MARK || c->ev[pay - 1].cls != LEX_DEAL_MARKERS_CLASS_TO) return GZ_NO_EVENT;
  bool name = false;
  for (size_t i = pay - 1; i-- > 0 && c->ev[i].segment == c->ev[pay].segment;) {
    if (c->ev[i].type == GZ_EV_ENTITY) name = true;
    else if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_ORDERED) return name ? i : GZ_NO_EVENT;
    else if (c->ev[i].type == GZ_EV_CUE) return GZ_NO_EVENT;
  }
  return GZ_NO_EVENT;
}

/* "to pay $118 million to X", "to pay X $118 million" */
static bool payee(const gz_clause *c, size_t pay)
{
  for (size_t i = pay + 1; i < c->count && c->ev[i].segment == c->ev[pay].segment; i++)
    if (c->ev[i].type == GZ_EV_ENTITY && (c->ev[i].slot == GZ_SLOT_TO || (c->ev[i].slot == 0 && i == pay + 1))) return true;
  return false;
}

/* "pay $62 million to settle charges", 支付…与监管部门和解: what ends an authority's case. A case between two companies has no such word. */
static bool settles(const gz_clause *c, size_t pay)
{
  bool settle = false, charge = false;
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_WORD || c->ev[i].segment + 1 < c->ev[pay].segment) continue;
    settle |= c->ev[i].cls == LEX_DEAL_WORDS_CLASS_SETTLE;
    charge |= c->ev[i].cls == LEX_DEAL_WORDS_CLASS_CHARGE;
  }
  return settle && charge;
}

/* "paid $240 million for X": buys X. */
static bool pays_for(const gz_analysis *a, const gz_clause *c, size_t cue, size_t sum)
{
  if (strcmp(c->lang, "en") || sum != cue + 1) return false;
  size_t mark = sum + 1;
  if (mark + 1 < c->count && c->ev[mark].type == GZ_EV_BREAK && c->ev[mark].span.start == c->ev[sum].span.end)      /* ", including milestones," */
    for (size_t k = mark + 1; k + 1 < c->count && c->ev[k].span.start - c->ev[sum].span.end <= 40; k++) if (c->ev[k].type == GZ_EV_BREAK) { mark = k + 1; break; }
  uint32_t from = c->ev[mark > sum + 1 ? mark - 1 : sum].span.end;
  while (mark + 1 < c->count && c->ev[mark].span.start - from <= 24 && (c->ev[mark].type == GZ_EV_LIST || c->ev[mark].type == GZ_EV_WORD || c->ev[mark].type == GZ_EV_DATE || (c->ev[mark].type == GZ_EV_MARK && c->ev[mark].cls == LEX_DEAL_MARKERS_CLASS_IN))) mark++;      /* in cash and stock */
  if (mark + 1 >= c->count || c->ev[mark].type != GZ_EV_MARK || c->ev[mark].cls != LEX_DEAL_MARKERS_CLASS_FOR || c->ev[mark].span.start - from > 24) return false;
  for (size_t i = mark + 1; i < c->count && c->ev[i].segment == c->ev[mark].segment; i++) {
    if (c->ev[i].type == GZ_EV_ENTITY && c->ev[i].cls == GZ_PLACE && i + 2 < c->count && c->ev[i + 1].type == GZ_EV_WORD && c->ev[i + 1].cls == LEX_DEAL_WORDS_CLASS_STAFF) { i++; continue; }      /* Berlin-based */
    if (c->ev[i].type == GZ_EV_WORD && (gz_is_kind(&c->ev[i]) || c->ev[i].cls == LEX_DEAL_WORDS_CLASS_THING)) continue;
    return c->ev[i].type == GZ_EV_ENTITY && c->ev[i].slot == GZ_SLOT_FOR && !c->ev[i].possessive && a->entities[c->ev[i].ref].type == GZ_ORG && (i + 1 >= c->count || c->ev[i + 1].type != GZ_EV_WORD || c->ev[i + 1].cls != LEX_DEAL_WORDS_CLASS_THING || c->ev[i + 1].span.start - c->ev[i].span.end > 1);
  }
  return false;
}

/* "bought $2 billion of chips from X": things, for which X is paid. The event of X, or GZ_NO_EVENT. */
static bool buys_things(const gz_clause *c, size_t cue)
{
  bool things = false;
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment; i++) {
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_STAKE) return false;
    if (c->ev[i].type == GZ_EV_WORD && (c->ev[i].cls == LEX_DEAL_WORDS_CLASS_THING || c->ev[i].cls == LEX_DEAL_WORDS_CLASS_CONTRACT)) things = true;
    if (things && c->ev[i].type == GZ_EV_ENTITY && (c->ev[i].slot & GZ_SLOT_FROM)) return true;
    if (!things && c->ev[i].type == GZ_EV_ENTITY && c->ev[i].slot == 0) return false;
  }
  return false;
}

/* "buy $2 billion of X shares": puts that into X. */
static bool buys_shares_for(const gz_clause *c, size_t cue, size_t sum)
{
  if (strcmp(c->lang, "en") || sum != cue + 1 || sum + 3 >= c->count || c->ev[sum + 1].type != GZ_EV_MARK || c->ev[sum + 1].cls != LEX_DEAL_MARKERS_CLASS_OF || c->ev[sum + 2].type != GZ_EV_ENTITY) return false;
  const gz_event *t = &c->ev[sum + 3];
  if (t->type == GZ_EV_MARK && sum + 4 < c->count) t++;
  return t->type == GZ_EV_WORD && (t->cls == LEX_DEAL_WORDS_CLASS_THING || t->cls == LEX_DEAL_WORDS_CLASS_SHARE) && t->span.start - c->ev[sum + 2].span.end <= 10;
}

/* 参与此轮融资的投资方包括X: who follows. */
static bool whose_investors(gz_view t, size_t pos)
{
  size_t behind = gz_deal_beside_end(t, pos, GZ_BESIDE(FUNDING));
  return gz_deal_beside(t, behind ? behind : pos, GZ_BESIDE(INVESTORS));
}

/* "hat X von Y gekauft": without a form of werden the participle is active, and Y what it belonged to. */
static bool perfect(const gz_analysis *a, const gz_clause *c, const gz_proposal *p)
{
  if (strcmp(c->lang, "de") || p->row->sense != LEX_DEAL_CUES_SENSE_PARTICIPLE) return false;
  size_t from = c->span.start, to = c->ev[p->cue].span.end + 12u < c->span.end ? c->ev[p->cue].span.end + 12u : c->span.end;
  for (size_t i = p->cue; i-- > 0;) if (c->ev[i].segment != c->ev[p->cue].segment) { from = c->ev[i].span.end; break; }
  return gz_deal_find(a->text, from, to, GZ_BESIDE(PASSIVE)) == to;
}

/* The frame of the cue's row, changed where the clause is about shares. */
void gz_choose_frame(const gz_analysis *a, const gz_clause *c, gz_proposal *p)
{
  gz_frame f = {p->row->kind, p->row->actor, p->row->target, p->has_sum, false, p->cue};
  if (f.kind == LEX_DEAL_CUES_KIND_ACQUIRE && p->has_sum && buys_shares_for(c, p->cue, p->sum)) { f.kind = LEX_DEAL_CUES_KIND_INVEST; f.target = GZ_SLOT_OF; }
  else if (f.kind == LEX_DEAL_CUES_KIND_ACQUIRE && takes_percent(c, p->cue)) { f.kind = LEX_DEAL_CUES_KIND_STAKE; f.target |= GZ_SLOT_OF | GZ_SLOT_IN; }
  else if (f.kind == LEX_DEAL_CUES_KIND_ACQUIRE && takes_shares(a, c, p->cue)) f.kind = LEX_DEAL_CUES_KIND_STAKE;
  if (f.kind == LEX_DEAL_CUES_KIND_SELL && gz_about_stake(a, c, p->cue) != GZ_NO_EVENT) f.target |= GZ_SLOT_OF | GZ_SLOT_IN;
  if (f.kind == LEX_DEAL_CUES_KIND_FINE && suffers(c, p->cue)) { f.actor = GZ_SLOT_BY | GZ_SLOT_FROM; f.target = GZ_SLOT_SUBJ; }
  if (f.kind == LEX_DEAL_CUES_KIND_STAKE || (f.kind == LEX_DEAL_CUES_KIND_SELL && (gz_about_stake(a, c, p->cue) != GZ_NO_EVENT || gz_shares_before(c, p->cue) != GZ_NO_EVENT))) {
    p->percent = percent_of(a, c, p->cue);
    p->has_percent = f.has_percent = p->percent != GZ_NO_EVENT;
  }
  if (f.kind == LEX_DEAL_CUES_KIND_SELL && p->row->form == LEX_DEAL_CUES_FORM_NOUN && sold_to(c, p->cue)) {      /* "X's sale to Y" */
    f.kind = LEX_DEAL_CUES_KIND_ACQUIRE;
    f.actor = GZ_SLOT_TO;
    f.target = GZ_SLOT_POSS | GZ_SLOT_SUBJ;
  }
  if (f.kind == LEX_DEAL_CUES_KIND_CONTRACT && p->row->form == LEX_DEAL_CUES_FORM_WEAK && p->has_sum) {
    if (ordered(c, p->cue) != GZ_NO_EVENT && !payee(c, p->cue)) { f.kind = LEX_DEAL_CUES_KIND_FINE; f.actor = GZ_SLOT_SUBJ; f.target = GZ_SLOT_OBJ; f.verb = ordered(c, p->cue); }
    else if (settles(c, p->cue)) { f.kind = LEX_DEAL_CUES_KIND_FINE; f.actor = GZ_SLOT_TO | GZ_SLOT_WITH | GZ_SLOT_BY | GZ_SLOT_FROM; f.target = GZ_SLOT_SUBJ; }
  }
  if (f.kind == LEX_DEAL_CUES_KIND_CONTRACT && p->row->form == LEX_DEAL_CUES_FORM_WEAK && pays_for(a, c, p->cue, p->sum)) { f.kind = LEX_DEAL_CUES_KIND_ACQUIRE; f.target = GZ_SLOT_FOR; }
  if (f.kind == LEX_DEAL_CUES_KIND_ACQUIRE && p->row->form == LEX_DEAL_CUES_FORM_VERB && p->row->passive == LEX_DEAL_CUES_PASSIVE_NO && p->has_sum && buys_things(c, p->cue)) {
    f.kind = LEX_DEAL_CUES_KIND_CONTRACT;
    f.target = GZ_SLOT_FROM;
  }
  if (f.kind == LEX_DEAL_CUES_KIND_LEAD && strcmp(c->lang, "zh") == 0 && whose_investors(a->text, c->ev[p->cue].span.end)) { f.actor = GZ_SLOT_OBJ; f.target = GZ_SLOT_POSS; }
  if (f.kind == LEX_DEAL_CUES_KIND_STAKE && p->row->form == LEX_DEAL_CUES_FORM_NOUN && p->has_sum && !p->has_percent && strcmp(c->lang, "zh") == 0 && p->sum < p->cue && p->sum + 2 >= p->cue &&
      c->ev[p->cue].span.start - c->ev[p->sum].span.end <= 3) f.kind = LEX_DEAL_CUES_KIND_INVEST;      /* 买入X超过3亿美元的股份 */
  if (f.kind == LEX_DEAL_CUES_KIND_ACQUIRE && perfect(a, c, p)) { f.actor = GZ_SLOT_SUBJ; f.target |= GZ_SLOT_BY; }
  p->frame = f;
}

