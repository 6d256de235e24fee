/* Deals. Each sentence is a row of events (clause.h). Every cue word proposes a deal: its sum is the money whose nearest saying word
** it is (measure.h), its participants come from its slots (deal_roles.h), its certainty from the words around (deal_status.h). A
** gz_proposal stands when it has what its row in deal_cues.tsv needs. Proposals of one sentence that say the same are one. */
#include "find/deal_beside.h"
#include "find/deal_block.h"
#include "find/deal_names.h"
#include "find/deal_frame.h"
#include "find/deal_party.h"
#include "find/deal_status.h"
#include "find/deal_sums.h"
#include "base/alloc.h"
#include "base/watch.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

typedef struct sink {
  gz_deal *list;
  size_t count, cap;
  size_t first;              /* first row of the current sentence */
  gz_figure *figures;        /* of the text's sums: whose they are */
} sink;

static const char *kind_name(unsigned kind)
{
  static const char *const names[] = {"invest", "acquire", "raise", "raise", "stake", "value", "sell", "fine", "contract"};
  return names[kind];
}

/* Another cue of the clause tells of the round that this one says who led. */
static bool tells_round(const gz_clause *c, size_t cue)
{
  for (size_t i = 0; i < c->count; i++)
    if (i != cue && c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_RAISE) return true;
  return false;
}

/* "seeks $1.5 billion at a $9 billion valuation" */
static bool valued(const gz_clause *c, size_t cue)
{
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment; i++) if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_VALUE) return true;
  return false;
}

/* Does the clause have what the cue needs beside its participants? */
static bool satisfied(const gz_clause *c, const gz_proposal *p)
{
  if (p->row->form == LEX_DEAL_CUES_FORM_WEAK && !p->has_sum) return false;
  if (p->frame.kind == LEX_DEAL_CUES_KIND_INVEST && p->row->kind == LEX_DEAL_CUES_KIND_STAKE) return p->has_sum;
  switch (p->row->need) {
    case LEX_DEAL_CUES_NEED_SUM: return p->has_sum;
    case LEX_DEAL_CUES_NEED_PERCENT: return p->has_percent;
    case LEX_DEAL_CUES_NEED_EQUITY: return p->has_percent || gz_segment_has(c, p->cue, LEX_DEAL_WORDS_CLASS_SHARE);
    case LEX_DEAL_CUES_NEED_FUNDING:
      if (p->row->kind == LEX_DEAL_CUES_KIND_LEAD && p->roles.target.count && (p->roles.target.event == GZ_NO_EVENT || tells_round(c, p->cue))) return true;
      if (p->row->form == LEX_DEAL_CUES_FORM_WEAK && !(strcmp(c->lang, "en") ? gz_clause_has(c, LEX_DEAL_WORDS_CLASS_FUNDING) : gz_segment_has(c, p->cue, LEX_DEAL_WORDS_CLASS_FUNDING) || valued(c, p->cue))) return false;
      if (p->row->form == LEX_DEAL_CUES_FORM_WEAK && strcmp(c->lang, "en") == 0 && p->has_sum && valued(c, p->cue)) return true;
      return (p->has_sum || gz_deal_round(c, p->cue)) && (gz_clause_has(c, LEX_DEAL_WORDS_CLASS_FUNDING) || p->roles.target.event != GZ_NO_EVENT);
    case LEX_DEAL_CUES_NEED_CONTRACT: return p->has_sum && gz_clause_has(c, LEX_DEAL_WORDS_CLASS_CONTRACT);
    default: return true;
  }
}

static bool complete(const gz_proposal *p)
{
  bool actor = p->roles.actor.count > 0, target = p->roles.target.count > 0;
  switch (p->frame.kind) {
    case LEX_DEAL_CUES_KIND_VALUE: return target && p->has_sum;
    case LEX_DEAL_CUES_KIND_RAISE: return actor && (target || p->has_sum);
    case LEX_DEAL_CUES_KIND_FINE: return target && p->has_sum;
    default: return actor && target;
  }
}

/* A verb without a sum must stand on its own: not "the success of investing in X" (投资X的成功). */
static bool nominalised(const gz_clause *c, const gz_proposal *p)
{
  if (p->has_sum || p->has_percent || p->row->form == LEX_DEAL_CUES_FORM_NOUN || p->row->kind == LEX_DEAL_CUES_KIND_LEAD) return false;
  size_t t = p->roles.target.event;
  return t != GZ_NO_EVENT && t > p->cue && c->ev[t].possessive;
}

/* X是Y的股东, Y的股东X: both stand there, with the word that says so between. */
static bool is_holder(const gz_analysis *a, const gz_clause *c, const gz_proposal *p)
{
  size_t actor = p->roles.actor.event, target = p->roles.target.event;
  if (actor == GZ_NO_EVENT || target == GZ_NO_EVENT) return false;
  if (actor > p->cue) return actor == p->cue + 1 && c->ev[actor].span.start - c->ev[p->cue].span.end <= 3;
  return gz_deal_find(a->text, c->ev[actor].span.end, c->ev[target].span.start, GZ_BESIDE(IS)) < c->ev[target].span.start;
}

/* 投资X 40亿美元，使总投资额增至80亿美元: between the two of a row of this sentence. */
static bool told_here(const gz_analysis *a, const gz_proposal *p, const sink *s)
{
  for (size_t i = s->first; i < s->count && p->roles.actor.count && p->roles.target.count; i++)
    if (gz_same_name(s->list[i].actor, a->entities[p->roles.actor.who[0]].name) && gz_same_name(s->list[i].target, a->entities[p->roles.target.who[0]].name)) return true;
  return false;
}

/* "X, a spinoff of Y," */
static bool put_in_beside(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  size_t at = c->ev[cue].span.start, n = gz_deal_before(a->text, c->span.start, at, GZ_BESIDE(A));
  return n && at - n >= c->span.start + 2 && a->text.p[at - n - 2] == ',';
}

/* "our investment in X excites us", X的新投资: a mere mention of a deal names whom it is between, or it says nothing. */
static bool mere_mention(const gz_analysis *a, const gz_clause *c, const gz_proposal *p, const sink *s)
{
  if (p->frame.kind == LEX_DEAL_CUES_KIND_INVEST && strcmp(c->lang, "zh") == 0 && p->roles.target.event == GZ_NO_EVENT && p->roles.actor.count == 1 && p->has_sum && a->entities[p->roles.actor.who[0]].type == GZ_PERSON) return true;      /* 总裁X指出，公司将投入 */
  if (p->has_sum && p->frame.kind == LEX_DEAL_CUES_KIND_INVEST && p->row->sense == LEX_DEAL_CUES_SENSE_TOTAL) return p->roles.target.event == GZ_NO_EVENT && !told_here(a, p, s);
  if (p->frame.kind == LEX_DEAL_CUES_KIND_STAKE && p->row->sense == LEX_DEAL_CUES_SENSE_HOLDER) return !is_holder(a, c, p);
  if (p->frame.kind == LEX_DEAL_CUES_KIND_STAKE && !gz_deal_before(a->text, 0, c->ev[p->cue].span.start, GZ_BESIDE(THE))) return false;
  if (p->frame.kind == LEX_DEAL_CUES_KIND_SELL && p->row->form == LEX_DEAL_CUES_FORM_NOUN && !p->has_sum && put_in_beside(a, c, p->cue)) return true;      /* "X, a spinoff of Y" */
  if (p->has_sum || p->has_percent || p->row->form != LEX_DEAL_CUES_FORM_NOUN || p->frame.kind == LEX_DEAL_CUES_KIND_RAISE || p->frame.kind == LEX_DEAL_CUES_KIND_LEAD) return false;
  return p->roles.actor.event == GZ_NO_EVENT || p->roles.target.event == GZ_NO_EVENT;
}

/* From the break before the first of what states the deal to the break behind the last. */
static gz_span clause_span(const gz_analysis *a, const gz_clause *c, const gz_proposal *p)
{
  size_t lo = p->cue, hi = p->cue;
  const size_t at[4] = {p->sum, p->percent, p->roles.actor.event, p->roles.target.event};
  for (int k = 0; k < 4; k++) {
    if (at[k] == GZ_NO_EVENT) continue;
    if (at[k] < lo) lo = at[k];
    if (at[k] > hi) hi = at[k];
  }
  gz_span s = c->span;
  for (size_t i = lo; i > 0; i--)
    if (c->ev[i].type == GZ_EV_BREAK && c->ev[i].segment != c->ev[i - 1].segment) { s.start = c->ev[i].span.end; break; }
  for (size_t i = hi + 1; i < c->count; i++)
    if (c->ev[i].type == GZ_EV_BREAK && c->ev[i].segment != c->ev[i - 1].segment) { s.end = c->ev[i].span.start; break; }
  while (s.start < s.end && (a->text.p[s.start] == ' ' || a->text.p[s.start] == '\n')) s.start++;
  while (s.end > s.start && (a->text.p[s.end - 1] == ' ' || a->text.p[s.end - 1] == '\n')) s.end--;
  return s;
}



/* Puts a row in, unless the sentence has said it; a row that says more takes the place of one that says less. */
static gz_status put(sink *s, const gz_deal *d)
{
  bool sum = d->has_low || d->has_high;
  for (size_t i = s->first; i < s->count; i++) {
    gz_deal *o = &s->list[i];
    bool o_sum = o->has_low || o->has_high;
    if (strcmp(o->kind, d->kind) || !gz_same_name(o->actor, d->actor)) continue;
    bool target_fits = gz_same_name(o->target, d->target) || !o->target || !d->target;
    bool percent_fits = !o->has_percent || !d->has_percent || gz_dec_cmp(o->percent, d->percent) == 0;
    bool date_fits = strcmp(o->edtf, d->edtf) == 0 || !o->edtf[0] || !d->edtf[0];
    bool sums_fit = gz_same_sum(o, d) || ((!sum || !o_sum) && (date_fits || strcmp(d->kind, "raise") == 0));
    if (!target_fits || !percent_fits || !sums_fit) continue;
    if (!o->target) o->target = d->target;
    if (!o_sum && sum) { o->low = d->low; o->high = d->high; o->has_low = d->has_low; o->has_high = d->has_high; memcpy(o->currency, d->currency, sizeof o->currency); o->alt = d->alt; memcpy(o->alt_currency, d->alt_currency, sizeof o->alt_currency); o->hedge = d->hedge; o->scope = d->scope; }
    if (!o->has_percent && d->has_percent) { o->percent = d->percent; o->has_percent = true; }
    if (!o->round) o->round = d->round;
    if (d->span.start < o->span.start) o->span.start = d->span.start;
    if (d->span.end > o->span.end) o->span.end = d->span.end;
    return GZ_OK;
  }
  if (!gz_array_grow((void **)&s->list, &s->cap, s->count, sizeof *d)) return GZ_NOMEM;
  s->list[s->count++] = *d;
  return GZ_OK;
}

/* A date in an earlier segment is another statement's when this one has a subject of its own and a cue stands between. */
static bool another_statement(const gz_clause *c, const gz_proposal *p, size_t date)
{
  size_t actor = p->roles.actor.event;
  if (c->ev[date].segment >= c->ev[p->cue].segment || actor == GZ_NO_EVENT || c->ev[actor].segment <= c->ev[date].segment) return false;
  for (size_t k = date + 1; k < actor; k++) if (c->ev[k].type == GZ_EV_CUE) return true;
  return false;
}

static bool relative(const gz_clause *c, size_t cue)
{
  for (size_t i = cue; i-- > 0 && c->ev[i].segment == c->ev[cue].segment;) {
    if (c->ev[i].type == GZ_EV_ENTITY && !c->ev[i].aside) return false;
    if (c->ev[i].type == GZ_EV_MARK && c->ev[i].cls == LEX_DEAL_MARKERS_CLASS_REL) return true;
  }
  return false;
}

static bool far_before(const gz_clause *c, size_t name, size_t cue) { return name < cue && c->ev[cue].span.start - c->ev[name].span.end > 40; }

/* Another round of the same company, told shortly before row i and more than a plan. */
static bool round_before(const sink *s, size_t i, const gz_deal *d)
{
  for (size_t k = i; k-- > 0 && k + 4 > i;) {
    const gz_deal *o = &s->list[k];
    if (strcmp(o->kind, "raise") == 0 && gz_same_name(o->actor, d->actor) && (o->has_low || o->has_high) && strcmp(o->status, "planned")) return true;
  }
  return false;
}

/* "The round was led by X": the sentence before told of the round; its row gets the investor, further investors its sum. */
static bool join_round(bool includes, const char *c_lang, const gz_proposal *p, const gz_deal *d, sink *s, gz_deal *out)
{
  if (p->row->kind != LEX_DEAL_CUES_KIND_LEAD || p->has_sum || p->roles.target.event != GZ_NO_EVENT) return false;
  for (size_t i = s->count; i-- > 0 && i + 12 > s->count;) {
    gz_deal *o = &s->list[i];
    if (strcmp(o->kind, "raise") || !gz_same_name(o->actor, d->actor) || !(o->has_low || o->has_high)) continue;
    if (includes && strcmp(c_lang, "en") == 0 && strcmp(o->status, "done") && strcmp(o->status, "announced")) return false;      /* "whose backers include" */
    if (strcmp(o->status, "planned") == 0 && round_before(s, i, d)) continue;      /* "had planned to raise $2 billion" */
    if (!o->target && i < s->first) { o->target = d->target; return true; }
    out->low = o->low; out->high = o->high;
    out->has_low = o->has_low; out->has_high = o->has_high;
    out->hedge = o->hedge;
    memcpy(out->currency, o->currency, sizeof out->currency);
    if (!out->round) out->round = o->round;
    return false;
  }
  return false;
}

static void take_sum(const gz_analysis *a, gz_deal *d, const gz_money *m)
{
  size_t at = (size_t)(m - a->money);
  memset(&d->alt, 0, sizeof d->alt);
  d->alt_currency[0] = 0;
  for (size_t k = at + 1; k < a->money_count && k < at + 3; k++)
    if (a->money[k].restates == (int32_t)at && a->money[k].has_low) { d->alt = a->money[k].low; memcpy(d->alt_currency, a->money[k].currency, sizeof d->alt_currency); }

  d->low = m->low; d->high = m->high;
  d->has_low = m->has_low; d->has_high = m->has_high;
  d->hedge = m->hedge;
  memcpy(d->currency, m->currency, sizeof d->currency);
}

/* Which of its list a party is in the text: the chosen one comes first in `who`. */
static size_t place_in_list(const gz_parties *p, size_t i)
{
  size_t n = 0;
  for (size_t k = 0; k < p->count; k++) n += p->who[k] < p->who[i];
  return n;
}

static gz_status state(const gz_analysis *a, const gz_clause *c, const gz_proposal *p, const char *status, sink *s)
{
  gz_deal d;
  memset(&d, 0, sizeof d);
  d.kind = kind_name(p->frame.kind);
  d.span = clause_span(a, c, p);
  d.status = status;
  d.first = d.last = GZ_NO_DAY;
  if (p->has_sum) {
    const gz_money *m = &a->money[c->ev[p->sum].ref];
    take_sum(a, &d, m);
    d.scope = gz_deal_scope(a, c, p->cue, p->sum);
    if (d.scope && strcmp(d.scope, "cap") == 0) { d.has_low = false; d.high = m->has_high ? m->high : m->low; d.has_high = true; d.hedge = GZ_HEDGE_UP_TO; }
  }
  if (p->has_percent) { d.percent = a->quantities[c->ev[p->percent].ref].low; d.has_percent = true; }
  size_t date = gz_date_near(a->text, c, p->has_sum && c->ev[p->sum].segment > c->ev[p->cue].segment ? p->sum : p->cue);
  if (date != GZ_NO_EVENT && !another_statement(c, p, date)) {
    const gz_date *t = &a->dates[c->ev[date].ref];
    memcpy(d.edtf, t->edtf, sizeof d.edtf);
    d.first = t->first;
    d.last = t->last;
  }
  unsigned kind = p->frame.kind;
  if (kind == LEX_DEAL_CUES_KIND_RAISE || kind == LEX_DEAL_CUES_KIND_LEAD || kind == LEX_DEAL_CUES_KIND_INVEST) d.round = gz_deal_round(c, p->cue);
  d.attributed_to = gz_deal_source(a, c, p->cue);
  const gz_parties *actors = &p->roles.actor, *targets = &p->roles.target;
  if (gz_own_cheque(a, c, p)) d.kind = "invest";
  else if (kind == LEX_DEAL_CUES_KIND_LEAD) { actors = &p->roles.target; targets = &p->roles.actor; }      /* who leads puts in, the other raises */
  size_t na = actors->count ? actors->count : 1, nt = targets->count ? targets->count : 1;
  bool among = p->row->sense == LEX_DEAL_CUES_SENSE_EVER, includes = among || p->row->sense == LEX_DEAL_CUES_SENSE_SOME;      /* "X and Y are among its backers": of no one round */
  includes |= kind == LEX_DEAL_CUES_KIND_LEAD && p->row->form == LEX_DEAL_CUES_FORM_NOUN && strcmp(c->lang, "zh") == 0;
  gz_status st = GZ_OK;
  size_t sums[GZ_PARTIES_MAX], each = p->has_sum && na + nt > 2 && (na == 1 || nt == 1) ? gz_sums_listed(a, c, p->sum, sums, GZ_PARTIES_MAX) : 0;
  size_t step = 1, first_share = p->percent, shares = p->has_percent && !p->has_sum && na + nt > 2 && (na == 1 || nt == 1) ? gz_percents_listed(c, &first_share, &step) : 0;
  if (shares != na + nt - 1) shares = 0;
  if (each != na + nt - 1) each = 0;                     /* 分别认购3亿和5亿, "$2 billion and $3 billion, respectively": one for each */
  for (size_t i = 0; st == GZ_OK && i < na; i++)
    for (size_t k = 0; st == GZ_OK && k < nt; k++) {
      if (shares) d.percent = a->quantities[c->ev[first_share + (na > 1 ? place_in_list(actors, i) : place_in_list(targets, k)) * step].ref].low;
      if (each) take_sum(a, &d, &a->money[c->ev[sums[na > 1 ? place_in_list(actors, i) : place_in_list(targets, k)]].ref]);
      d.actor = actors->count ? a->entities[actors->who[i]].name : NULL;
      d.target = targets->count ? a->entities[targets->who[k]].name : NULL;
      if (d.target && gz_same_name(d.actor, d.target)) continue;
      if (kind == LEX_DEAL_CUES_KIND_VALUE && (relative(c, p->cue) || (actors->count && (actors->event == GZ_NO_EVENT || c->ev[actors->event].segment != c->ev[p->cue].segment || far_before(c, actors->event, p->cue))))) d.actor = NULL;      /* a round that values X */
      if (kind == LEX_DEAL_CUES_KIND_VALUE && !(p->frame.actor & ~(uint32_t)LEX_DEAL_CUES_ACTOR_NONE)) d.actor = NULL;
      bool joined = !among && join_round(includes, c->lang, p, &d, s, &d);
      if (includes && !joined && !d.has_low && !d.has_high && d.target) { gz_deal e = d; e.kind = "invest"; e.actor = d.target; e.target = d.actor; st = put(s, &e); }      /* whose backers include X */
      else if (!joined) st = put(s, &d);
    }
  const char *whose = kind == LEX_DEAL_CUES_KIND_VALUE || kind == LEX_DEAL_CUES_KIND_FINE ? d.target : d.actor;
  if (p->has_sum && !each && whose && s->figures) s->figures[c->ev[p->sum].ref].entity = whose;
  return st;
}

/* "led a $60 million investment in Y": the noun. */
static bool invests(const gz_clause *c, size_t cue)
{
  const lex_deal_cues_row *r = &lex_deal_cues_rows[c->ev[cue].ref];
  return r->kind == LEX_DEAL_CUES_KIND_INVEST && r->form == LEX_DEAL_CUES_FORM_NOUN;
}

/* "X led a $60 million round in Y": the noun's sum is the lead's, which says who is who. */
static size_t led_round(const gz_clause *c, size_t lead)
{
  for (size_t i = lead + 1; i < c->count && c->ev[i].segment == c->ev[lead].segment; i++)
    if (c->ev[i].type == GZ_EV_CUE && (lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_RAISE || invests(c, i))) return i;
  return GZ_NO_EVENT;
}

/* The sum of the round that this lead or participation is in: that of a raise beside it, or of the clause's only raise before it. */
static size_t round_sum(const gz_analysis *a, const gz_clause *c, size_t lead)
{
  size_t raise = led_round(c, lead), sum = raise != GZ_NO_EVENT ? gz_deal_sum(a, c, raise) : GZ_NO_EVENT;
  for (size_t i = lead + 1; sum == GZ_NO_EVENT && strcmp(c->lang, "zh") == 0 && i < c->count && c->ev[i].segment == c->ev[lead].segment; i++)      /* 领投了X的B轮: another round than the one before */
    if (c->ev[i].type == GZ_EV_ENTITY && c->ev[i].cls == GZ_ORG) { if (c->ev[i].possessive) return GZ_NO_EVENT; break; }
  for (size_t i = lead; sum == GZ_NO_EVENT && i-- > 0;)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_RAISE) sum = gz_deal_sum(a, c, i);
  return sum;
}

/* 斥资292亿元收购X 94.55%的股份: the sum of the purchase is the stake's. */
static size_t price_of_stake(const gz_analysis *a, const gz_clause *c, size_t stake)
{
  for (size_t i = stake; i-- > 0 && c->ev[i].segment == c->ev[stake].segment;)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_ACQUIRE) return gz_deal_sum(a, c, i);
  return GZ_NO_EVENT;
}

/* 出售X全部股份: the noun, whose sum is the sale's. */
static size_t shares_sold(const gz_clause *c, size_t sale)
{
  for (size_t i = sale + 1; i < c->count && c->ev[i].segment == c->ev[sale].segment; i++)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_STAKE) return i;
  return GZ_NO_EVENT;
}

static bool is_led(const gz_clause *c, size_t raise)
{
  for (size_t i = raise; i-- > 0 && c->ev[i].segment == c->ev[raise].segment;)
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_LEAD && lex_deal_cues_rows[c->ev[i].ref].passive == LEX_DEAL_CUES_PASSIVE_NO)
      return strcmp(c->lang, "en") == 0;
  return false;
}

/* "when Amazon announced the investment": a mere mention that says how a deal already told became known. */
static void recall(const gz_analysis *a, const gz_clause *c, const gz_proposal *p, sink *s)
{
  if (p->has_sum || p->has_percent || !p->roles.actor.count) return;
  const char *status = gz_deal_status(a, c, p->cue), *actor = a->entities[p->roles.actor.who[0]].name;
  if (!status || strcmp(status, "announced")) return;
  for (size_t i = s->count; i-- > 0;)
    if (strcmp(s->list[i].kind, kind_name(p->frame.kind)) == 0 && gz_same_name(s->list[i].actor, actor)) {
      if (strcmp(s->list[i].status, "done") == 0) s->list[i].status = "announced";
      return;
    }
}

/* "X is buying Y, in a $3 billion takeover": what has a sum and no participants says the sum of the deal before it in the sentence. */
static void adopt_sum(const gz_analysis *a, const gz_clause *c, const gz_proposal *p, sink *s)
{
  if (!p->has_sum || s->count == s->first || (p->row->form != LEX_DEAL_CUES_FORM_NOUN && !relative(c, p->cue))) return;
  gz_deal *o = &s->list[s->count - 1];
  bool bought = strcmp(o->kind, "stake") == 0 && p->row->kind == LEX_DEAL_CUES_KIND_ACQUIRE && relative(c, p->cue);      /* a stake in X, which it acquired for */
  if (o->has_low || o->has_high || (strcmp(o->kind, kind_name(p->frame.kind)) && !bought)) return;
  const gz_money *m = &a->money[c->ev[p->sum].ref];
  take_sum(a, o, m);
  if (m->span.end > o->span.end) o->span.end = clause_span(a, c, p).end;
}

/* "The companies announced an initial $1.25 billion investment": between the two of the last one. */
static void same_pair(const gz_analysis *a, const gz_clause *c, const gz_discourse *d, gz_proposal *p, const sink *s)
{
  if (!p->has_sum || p->frame.kind != LEX_DEAL_CUES_KIND_INVEST || p->row->form != LEX_DEAL_CUES_FORM_NOUN || p->roles.actor.event != GZ_NO_EVENT || p->roles.target.event != GZ_NO_EVENT || strcmp(c->lang, "en") || !s->count || d->traded_age > 3) return;
  const gz_deal *o = &s->list[s->count - 1];
  if (strcmp(o->kind, "invest")) return;
  p->roles.actor.count = p->roles.target.count = 0;
  for (size_t i = 0; i < c->count; i++) if (gz_event_is_party(a, &c->ev[i]) && c->ev[i].segment == c->ev[p->cue].segment) return;
  for (size_t i = a->entity_count; i-- > 0;) {
    const gz_entity *e = &a->entities[i];
    if (e->span.start >= o->span.end) continue;
    if (e->span.start < o->span.start && p->roles.actor.count && p->roles.target.count) break;
    if (!p->roles.actor.count && gz_same_name(e->name, o->actor)) { p->roles.actor.who[0] = (uint32_t)i; p->roles.actor.count = 1; }
    if (!p->roles.target.count && gz_same_name(e->name, o->target)) { p->roles.target.who[0] = (uint32_t)i; p->roles.target.count = 1; }
    if (p->roles.actor.count && p->roles.target.count) break;
  }
  p->roles.actor.event = p->roles.target.event = GZ_NO_EVENT;
}

/* 出售X股份，筹资37亿: what a sale brings in. */
static bool proceeds(const gz_analysis *a, const gz_clause *c, const gz_proposal *p, sink *s)
{
  if (!p->has_sum || p->roles.target.count || !p->roles.actor.count || s->count == s->first) return false;
  gz_deal *o = &s->list[s->count - 1];
  if (strcmp(o->kind, "sell") || o->has_low || o->has_high || !gz_same_name(o->actor, a->entities[p->roles.actor.who[0]].name)) return false;
  take_sum(a, o, &a->money[c->ev[p->sum].ref]);
  return true;
}

/* 认购X新发行的3亿美元股份: the shares that an investment is put into; their sum is its own. Event or GZ_NO_EVENT. */
static size_t shares_paid(const gz_clause *c, size_t cue)
{
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment && strcmp(c->lang, "zh") == 0; i++) {
    if (c->ev[i].type == GZ_EV_PERCENT) return GZ_NO_EVENT;
    if (c->ev[i].type == GZ_EV_CUE) return lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_STAKE && lex_deal_cues_rows[c->ev[i].ref].form == LEX_DEAL_CUES_FORM_NOUN ? i : GZ_NO_EVENT;
  }
  return GZ_NO_EVENT;
}

static bool paid_for_shares(const gz_clause *c, size_t shares)
{
  for (size_t i = shares; i-- > 0 && c->ev[i].segment == c->ev[shares].segment;)
    if (c->ev[i].type == GZ_EV_CUE) return lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_INVEST && lex_deal_cues_rows[c->ev[i].ref].form == LEX_DEAL_CUES_FORM_VERB && shares_paid(c, i) == shares;
  return false;
}

/* "owns 8% of X and 5% of Y", "put $2 million into X and $3 million into Y": the verb is said once. Rows for what follows the first. */
static gz_status gapped(const gz_analysis *a, const gz_clause *c, gz_proposal *p, const char *status, sink *s)
{
  bool stake = p->frame.kind == LEX_DEAL_CUES_KIND_STAKE && p->has_percent && !p->has_sum, invest = p->frame.kind == LEX_DEAL_CUES_KIND_INVEST && p->has_sum;
  size_t at = p->roles.target.event;
  if ((!stake && !invest) || at == GZ_NO_EVENT || at < p->cue || !p->roles.actor.count || strcmp(c->lang, "en")) return GZ_OK;
  gz_status st = GZ_OK;
  for (size_t i = at + 1; st == GZ_OK && i + 2 < c->count; i++) {
    const gz_event *e = &c->ev[i];
    if (e->type == GZ_EV_CUE || e->type == GZ_EV_MEASURE || (e->type == GZ_EV_BREAK && e->hard)) break;
    if (e->type != (stake ? GZ_EV_PERCENT : GZ_EV_MONEY) || c->ev[i + 1].type != GZ_EV_MARK || c->ev[i + 2].type != GZ_EV_ENTITY || !(c->ev[i + 2].slot & (GZ_SLOT_OF | GZ_SLOT_IN))) continue;
    if (c->ev[i - 1].type != GZ_EV_LIST && c->ev[i - 1].type != GZ_EV_BREAK) continue;
    gz_proposal q = *p;
    if (stake) q.percent = i;
    else q.sum = i;
    q.roles.target.who[0] = c->ev[i + 2].ref;
    q.roles.target.count = 1;
    q.roles.target.event = i + 2;
    if (a->entities[c->ev[i + 2].ref].type == GZ_ORG) st = state(a, c, &q, status, s);
  }
  return st;
}

/* 其中5亿美元已支付，其余15亿美元将陆续到位: parts of the investment that the sentence told before. */
static gz_status parts(const gz_analysis *a, const gz_clause *c, sink *s)
{
  gz_status st = GZ_OK;
  for (size_t i = 0; st == GZ_OK && i < c->count && strcmp(c->lang, "zh") == 0; i++) {
    if (c->ev[i].type != GZ_EV_MONEY || a->money[c->ev[i].ref].restates >= 0 || s->count == s->first) continue;
    gz_view t = a->text;
    size_t at = c->ev[i].span.start, from = c->ev[i].span.end, end = gz_deal_stretch(t, from, c->span.end);
    bool lead = false;
    for (size_t back = 0; back <= 6 && back <= at; back += 3) lead |= gz_deal_before(t, c->span.start, at - back, GZ_BESIDE(PORTION)) != 0;
    if (!lead) continue;
    bool pays = gz_deal_find(t, from, end, GZ_BESIDE(ARRIVE)) < end, done = gz_deal_find(t, from, end, GZ_BESIDE(ALREADY)) < end;
    size_t of = s->count - 1;
    while (of > s->first && s->list[of].scope && strcmp(s->list[of].scope, "part") == 0) of--;
    const gz_deal *o = &s->list[of];
    if (!pays || strcmp(o->kind, "invest") || !gz_has_sum(o)) continue;
    const gz_money *m = &a->money[c->ev[i].ref];
    if (!m->has_low || gz_dec_cmp(m->low, o->has_high ? o->high : o->low) > 0) continue;      /* no part of it */
    gz_deal d = *o;
    take_sum(a, &d, m);
    d.scope = "part";
    d.status = done ? "done" : "planned";
    d.span = c->ev[i].span;
    st = put(s, &d);
  }
  return st;
}

static gz_status read_clause(const gz_analysis *a, const gz_clause *c, gz_discourse *d, sink *s)
{
  gz_status st = GZ_OK;
  size_t held = GZ_NO_EVENT;           /* the last verb of holding that gave a row */
  for (size_t i = 0; st == GZ_OK && i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_CUE) continue;
    gz_proposal p;
    memset(&p, 0, sizeof p);
    p.row = &lex_deal_cues_rows[c->ev[i].ref];
    p.cue = i;
    p.sum = gz_deal_sum(a, c, i);
    if ((p.row->kind == LEX_DEAL_CUES_KIND_RAISE || invests(c, i)) && is_led(c, i)) continue;
    if (gz_is_round(c, i) && p.sum == GZ_NO_EVENT) continue;
    if (p.sum == GZ_NO_EVENT && p.row->kind == LEX_DEAL_CUES_KIND_STAKE && p.row->form == LEX_DEAL_CUES_FORM_NOUN) p.sum = price_of_stake(a, c, i);
    if (p.sum == GZ_NO_EVENT && p.row->kind == LEX_DEAL_CUES_KIND_LEAD) p.sum = round_sum(a, c, i);
    if (p.sum == GZ_NO_EVENT && p.row->kind == LEX_DEAL_CUES_KIND_SELL && shares_sold(c, i) != GZ_NO_EVENT) p.sum = gz_deal_sum(a, c, shares_sold(c, i));
    if (p.sum == GZ_NO_EVENT && p.row->kind == LEX_DEAL_CUES_KIND_SELL && gz_shares_before(c, i) != GZ_NO_EVENT) p.sum = gz_deal_sum(a, c, gz_shares_before(c, i));
    if (p.sum == GZ_NO_EVENT && p.row->kind == LEX_DEAL_CUES_KIND_INVEST && p.row->form == LEX_DEAL_CUES_FORM_VERB && shares_paid(c, i) != GZ_NO_EVENT) p.sum = gz_deal_sum(a, c, shares_paid(c, i));
    if (p.sum != GZ_NO_EVENT && gz_deal_too_small(&a->money[c->ev[p.sum].ref])) p.sum = GZ_NO_EVENT;
    p.has_sum = p.sum != GZ_NO_EVENT;
    p.percent = GZ_NO_EVENT;
    gz_choose_frame(a, c, &p);
    if (gz_deal_blocked(a->text, c, i, p.has_sum)) continue;
    if (p.frame.kind == LEX_DEAL_CUES_KIND_ACQUIRE && gz_about_stake(a, c, i) != GZ_NO_EVENT) continue;
    if (p.row->kind == LEX_DEAL_CUES_KIND_STAKE && !p.has_percent && paid_for_shares(c, i)) continue;
    if (p.row->kind == LEX_DEAL_CUES_KIND_STAKE && p.row->form == LEX_DEAL_CUES_FORM_NOUN && held != GZ_NO_EVENT && c->ev[held].segment == c->ev[i].segment && strcmp(c->lang, "en") == 0) continue;      /* "holds a stake": told by the verb */
    if (p.frame.kind == LEX_DEAL_CUES_KIND_STAKE && gz_held_by_another(c, i)) continue;
    if (p.frame.kind == LEX_DEAL_CUES_KIND_STAKE && (gz_stake_of_sale(c, i) || gz_sold_behind(c, i) || (gz_whole_of_it(a, c, i) && gz_bought_before(c, i)))) continue;
    gz_deal_roles(a, c, i, d, &p.frame, &p.roles);
    if (p.frame.kind == LEX_DEAL_CUES_KIND_STAKE && p.has_percent && gz_changed_by(c, p.percent)) continue;
    if (p.frame.kind == LEX_DEAL_CUES_KIND_RAISE && p.row->form == LEX_DEAL_CUES_FORM_VERB && !p.has_sum && strcmp(c->lang, "zh") == 0 && p.roles.actor.count && p.roles.actor.event != GZ_NO_EVENT &&
        gz_deal_status(a, c, i)) d->receiver = p.roles.actor.who[0];      /* X完成融资，Y、Z入股 */
    if (!complete(&p)) { recall(a, c, &p, s); adopt_sum(a, c, &p, s); same_pair(a, c, d, &p, s); }
    if (p.frame.kind == LEX_DEAL_CUES_KIND_RAISE && proceeds(a, c, &p, s)) continue;
    if (!satisfied(c, &p) || !complete(&p) || nominalised(c, &p) || mere_mention(a, c, &p, s)) continue;
    const char *status = !p.has_sum && !p.has_percent && gz_deal_asks(a->text, c) ? NULL : gz_deal_status(a, c, i);
    if (!status) { if (p.roles.target.count) gz_discourse_deal(d, a, p.roles.target.who[0], false); continue; }      /* no deal, but what the text is about */
    st = state(a, c, &p, status, s);
    if (p.row->kind == LEX_DEAL_CUES_KIND_STAKE && p.row->form == LEX_DEAL_CUES_FORM_VERB) held = i;
    if (st == GZ_OK) st = gapped(a, c, &p, status, s);
    size_t earlier = p.frame.kind == LEX_DEAL_CUES_KIND_VALUE && st == GZ_OK ? gz_value_before(a, c, p.sum) : GZ_NO_EVENT;
    if (earlier != GZ_NO_EVENT) {
      p.sum = earlier;
      st = state(a, c, &p, "done", s);
    }
    if (p.frame.kind == LEX_DEAL_CUES_KIND_RAISE) d->receiver = p.roles.actor.who[0];
    else if (p.roles.target.count) { d->receiver = p.roles.target.who[0]; d->target = d->receiver; }
    if (p.frame.kind == LEX_DEAL_CUES_KIND_FINE && p.roles.actor.count) d->finer = p.roles.actor.who[0];
    bool funded = p.frame.kind == LEX_DEAL_CUES_KIND_RAISE || p.frame.kind == LEX_DEAL_CUES_KIND_INVEST || p.frame.kind == LEX_DEAL_CUES_KIND_VALUE || p.frame.kind == LEX_DEAL_CUES_KIND_LEAD;
    if (p.frame.kind != LEX_DEAL_CUES_KIND_FINE && p.frame.kind != LEX_DEAL_CUES_KIND_CONTRACT) gz_discourse_deal(d, a, d->receiver, funded);
  }
  return st;
}

#define ASK_EVERY 256                  /* events, between which it is asked whether to stop */

gz_status gz_deals(gz_analysis *a, gz_figure *figures, gz_deal **list, size_t *count)
{
  *list = NULL;
  *count = 0;
  if (a->entity_count == 0 && a->money_count == 0) return GZ_OK;
  size_t stating, name_count;
  bool *stated = gz_stated_find(a, &stating);
  if (!stated) return GZ_NOMEM;
  if (!stating) { gz_free(stated); return GZ_OK; }
  gz_entity *names;
  gz_status st = gz_deal_names(a, stated, &names, &name_count);
  if (st != GZ_OK) { gz_free(stated); return st; }
  gz_clause *c = gz_malloc(sizeof *c);
  if (!c) { gz_free(stated); gz_free(names); return GZ_NOMEM; }
  gz_analysis with = *a;               /* the same layers, with the names that only deals show */
  with.entities = names;
  with.entity_count = name_count;
  a = &with;
  sink s = {NULL, 0, 0, 0, figures};
  gz_discourse d;
  gz_clause_iter it;
  gz_subject carried[2] = {{GZ_NO_SUBJECT, 0}, {GZ_NO_SUBJECT, 0}};
  gz_discourse_begin(&d);
  gz_clause_begin(&it, a, stated);
  for (size_t n = 0; st == GZ_OK && gz_clause_next(&it, c);) {
    n += 1 + c->count;
    if (n > ASK_EVERY ? gz_watch_stopped() : gz_watch_was_stopped()) { st = GZ_INTERRUPT; break; }
    if (n > ASK_EVERY) n = 0;
    s.first = s.count;
    if (c->unread) {                   /* states nothing: only time goes by */
      gz_discourse_enter(&d, a, c);
      gz_discourse_leave(&d, a, c);
      continue;
    }
    gz_measures_find(a->text, c);
    gz_figures_read(a, c, figures, carried);
    gz_people_find(a->text, c);
    gz_discourse_enter(&d, a, c);
    st = read_clause(a, c, &d, &s);
    if (st == GZ_OK) st = parts(a, c, &s);
    gz_discourse_leave(&d, a, c);
  }
  gz_free(c);
  gz_free(names);
  gz_free(stated);
  if (st != GZ_OK) { gz_free(s.list); return st; }
  s.count = gz_drop_again(s.list, s.count);
  *list = s.list;
  *count = s.count;
  return GZ_OK;
}
