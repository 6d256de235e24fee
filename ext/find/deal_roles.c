/* Roles. The name that fits a slot best (deal_score.c) is chosen, and lists (A, B and C) give all their names. Where the clause
** has nobody for a role, anaphora (it, 该公司, 其) and, in languages that drop subjects, the subject carried from before serve. */
#include "find/deal_beside.h"
#include "find/deal_carry.h"
#include "find/deal_score.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

static bool is_verb(const gz_clause *c, size_t i) { return c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].form == LEX_DEAL_CUES_FORM_VERB; }

/* The noun that a relative clause is about: "Bitstamp, an exchange that X agreed to acquire". Event index or GZ_NO_EVENT. */
static size_t antecedent(const gz_want *w)
{
  size_t rel = GZ_NO_EVENT;
  for (size_t i = w->cue; i-- > 0 && w->c->ev[i].segment == w->c->ev[w->cue].segment;)
    if (w->c->ev[i].type == GZ_EV_MARK && w->c->ev[i].cls == LEX_DEAL_MARKERS_CLASS_REL) { rel = i; break; }
  if (rel == GZ_NO_EVENT) return GZ_NO_EVENT;
  bool subject = false;                                  /* the clause has a subject of its own: the noun before is what it does it to */
  for (size_t i = rel + 1; i < w->cue && !is_verb(w->c, i); i++) subject |= gz_event_is_party(w->a, &w->c->ev[i]) || (w->c->ev[i].type == GZ_EV_WORD && w->c->ev[i].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR);
  if (!subject) return GZ_NO_EVENT;
  for (size_t i = rel; i-- > 0;) {
    const gz_event *e = &w->c->ev[i];
    if (e->type == GZ_EV_CUE || w->c->ev[rel].span.start - e->span.end > 64) return GZ_NO_EVENT;
    if (e->type == GZ_EV_WORD && e->cls == LEX_DEAL_WORDS_CLASS_SOURCE_AFTER) return GZ_NO_EVENT;      /* "X said that Y bought" */
    if (gz_party_fits(w, e) && w->a->entities[e->ref].id != w->not_id) return e->possessive ? GZ_NO_EVENT : i;
  }
  return GZ_NO_EVENT;
}

static void add_party(const gz_analysis *a, gz_parties *p, uint32_t who, uint32_t not_id)
{
  if (a->entities[who].id == not_id || p->count == GZ_PARTIES_MAX) return;
  for (size_t k = 0; k < p->count; k++) if (a->entities[p->who[k]].id == a->entities[who].id) return;
  p->who[p->count++] = who;
}

/* The whole list that the chosen name belongs to. */
void gz_take_list(const gz_want *w, size_t i, gz_parties *p)
{
  p->event = i;
  p->count = 0;
  add_party(w->a, p, w->c->ev[i].ref, w->not_id);
  for (size_t k = i + 1; k < w->c->count; k++) {
    const gz_event *e = &w->c->ev[k];
    if (e->type == GZ_EV_LIST || e->type == GZ_EV_BREAK || e->type == GZ_EV_WORD || e->type == GZ_EV_MARK) continue;
    if (e->type == GZ_EV_ENTITY && e->possessive && k + 1 < w->c->count) continue;      /* Lego's parent Kirkbi */
    if (e->type != GZ_EV_ENTITY || !e->listed) break;
    bool product = w->a->entities[e->ref].type == GZ_PRODUCT && w->kind != LEX_DEAL_CUES_KIND_VALUE && !e->people;      /* a company known by its product, among companies */
    if (gz_party_fits(w, e) || product) add_party(w->a, p, e->ref, w->not_id);
  }
  bool more = w->c->ev[i].listed;
  for (size_t k = i; more && k-- > 0;) {
    const gz_event *e = &w->c->ev[k];
    if (e->type == GZ_EV_LIST || e->type == GZ_EV_BREAK || e->type == GZ_EV_WORD || (e->type == GZ_EV_ENTITY && e->possessive) || (e->type == GZ_EV_MARK && e->cls == LEX_DEAL_MARKERS_CLASS_POSS)) continue;
    if (e->type != GZ_EV_ENTITY) break;
    if (gz_party_fits(w, e)) add_party(w->a, p, e->ref, w->not_id);
    more = e->listed;
  }
}

/* German puts the verb last: "X hat Y ... übernommen". The second bare name before it, or GZ_NO_EVENT. */
static size_t object_before(const gz_want *w)
{
  if (strcmp(w->c->lang, "de") || lex_deal_cues_rows[w->c->ev[w->cue].ref].form != LEX_DEAL_CUES_FORM_VERB) return GZ_NO_EVENT;
  bool first = false;
  for (size_t i = 0; i < w->cue; i++) {
    const gz_event *e = &w->c->ev[i];
    if (e->segment != w->c->ev[w->cue].segment || e->slot || e->possessive || !gz_party_fits(w, e)) continue;
    if (first) return i;
    first = true;
  }
  return GZ_NO_EVENT;
}

/* "value it at", "values the business at" */
static bool pronoun_next(const gz_clause *c, size_t cue)
{
  return cue + 1 < c->count && c->ev[cue + 1].type == GZ_EV_WORD && c->ev[cue + 1].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR && c->ev[cue + 1].span.start - c->ev[cue].span.end <= 1;
}

/* 令公司累计融资额增至: 公司 and no name behind it. */
static bool firm_before(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  for (size_t i = cue; i-- > 0 && c->ev[i].segment == c->ev[cue].segment && strcmp(c->lang, "zh") == 0;) {
    if (c->ev[i].type == GZ_EV_ENTITY) return false;
    if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR) return gz_deal_is(gz_view_slice(a->text, c->ev[i].span), GZ_BESIDE(FIRM));
  }
  return false;
}

/* 投资了多家公司，包括X、Y: event of X, or GZ_NO_EVENT. */
static size_t examples(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  for (size_t i = cue + 1; i < c->count && strcmp(c->lang, "zh") == 0 && c->ev[i].segment <= c->ev[cue].segment + 1; i++) {
    if (c->ev[i].type == GZ_EV_CUE) return GZ_NO_EVENT;
    if (c->ev[i].type != GZ_EV_ENTITY) continue;
    return c->ev[i].cls == GZ_ORG && gz_deal_before(a->text, c->span.start, c->ev[i].span.start, GZ_BESIDE(EXAMPLE)) ? i : GZ_NO_EVENT;
  }
  return GZ_NO_EVENT;
}

static bool told_behind(const gz_clause *c, size_t cue)
{
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment && strcmp(c->lang, "en") == 0; i++) if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR) return true;
  return false;
}

/* "took X private for $1.6 billion": X. Event or GZ_NO_EVENT. */
static size_t taken_private(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  if (lex_deal_cues_rows[c->ev[cue].ref].sense != LEX_DEAL_CUES_SENSE_BEHIND || cue == 0) return GZ_NO_EVENT;
  const gz_event *e = &c->ev[cue - 1];
  if (e->type != GZ_EV_ENTITY || c->ev[cue].span.start - e->span.end > 1 || !gz_event_is_party(a, e)) return GZ_NO_EVENT;
  return gz_deal_before(a->text, c->span.start, e->span.start, GZ_BESIDE(TAKE)) ? cue - 1 : GZ_NO_EVENT;
}

/* X也是Y、Z的股东: what stands right before the word is held, who stands before 是 holds it. */
static bool holder_roles(const gz_analysis *a, const gz_clause *c, size_t cue, const gz_frame *f, gz_roles *out)
{
  if (lex_deal_cues_rows[c->ev[cue].ref].sense != LEX_DEAL_CUES_SENSE_HOLDER) return false;
  size_t t = cue;
  while (t > 0 && c->ev[t].type != GZ_EV_ENTITY && c->ev[t].segment == c->ev[cue].segment) t--;
  gz_want target = {a, c, cue, f->target, f->kind, true, GZ_NO_PARTY, f->verb, GZ_NO_PARTY};
  if (c->ev[t].type != GZ_EV_ENTITY || c->ev[t].segment != c->ev[cue].segment || gz_event_gap(&c->ev[t], &c->ev[cue]) > 24 || !gz_party_fits(&target, &c->ev[t])) return false;
  for (size_t k = t; k-- > 0 && c->ev[t].listed;) if (c->ev[k].type == GZ_EV_ENTITY) t = k;
  size_t is = gz_deal_before(a->text, c->span.start, c->ev[t].span.start, GZ_BESIDE(IS));
  for (size_t k = t; is && k-- > 0;) {
    gz_want actor = {a, c, cue, f->actor, f->kind, false, a->entities[c->ev[t].ref].id, f->verb, GZ_NO_PARTY};
    if (!gz_party_fits(&actor, &c->ev[k]) || c->ev[k].slot || c->ev[k].possessive || (c->ev[k].segment != c->ev[t].segment && (k > 0 && c->ev[k - 1].type == GZ_EV_CUE))) continue;
    gz_take_list(&actor, k, &out->actor);
    gz_take_list(&target, t, &out->target);
    return true;
  }
  return false;
}

void gz_deal_roles(const gz_analysis *a, const gz_clause *c, size_t cue, gz_discourse *d, const gz_frame *f, gz_roles *out)
{
  memset(out, 0, sizeof *out);
  out->actor.event = out->target.event = GZ_NO_EVENT;
  uint32_t done_to = d->receiver != GZ_NO_PARTY && (f->kind == LEX_DEAL_CUES_KIND_INVEST || f->kind == LEX_DEAL_CUES_KIND_STAKE || f->kind == LEX_DEAL_CUES_KIND_ACQUIRE) ? a->entities[d->receiver].id : GZ_NO_PARTY;
  gz_want w = {a, c, cue, f->target, f->kind, true, GZ_NO_PARTY, f->verb, GZ_NO_PARTY};
  size_t at;
  if (holder_roles(a, c, cue, f, out)) return;
  if (f->actor & GZ_SLOT_BY) {                           /* 被X收购, 获X投资: who is marked so acts */
    gz_want by = {a, c, cue, GZ_SLOT_BY, f->kind, false, GZ_NO_PARTY, f->verb, GZ_NO_PARTY};
    at = gz_role_find(&by);
    if (at != GZ_NO_EVENT && at > cue && strcmp(c->lang, "zh") == 0 && f->kind == LEX_DEAL_CUES_KIND_ACQUIRE && lex_deal_cues_rows[c->ev[cue].ref].form == LEX_DEAL_CUES_FORM_VERB) at = GZ_NO_EVENT;      /* 收购Y的交易被X否决 */
    if (at != GZ_NO_EVENT && c->ev[at].segment == c->ev[cue].segment) { gz_take_list(&by, at, &out->actor); w.not_id = a->entities[out->actor.who[0]].id; }
  }
  at = taken_private(a, c, cue);
  if (at == GZ_NO_EVENT) at = gz_role_find(&w);
  if (at != GZ_NO_EVENT && c->ev[at].segment > c->ev[cue].segment && told_behind(c, cue)) at = GZ_NO_EVENT;      /* "owns 10% of the company, and customers of X" */
  if (at == GZ_NO_EVENT && f->kind == LEX_DEAL_CUES_KIND_VALUE && (f->target & GZ_SLOT_OBJ) && d->receiver != GZ_NO_PARTY && pronoun_next(c, cue)) gz_carry(&out->target, d->receiver);
  if (at == GZ_NO_EVENT && !out->actor.count && (f->target & GZ_SLOT_OBJ)) at = object_before(&w);
  if (at == GZ_NO_EVENT && (f->kind == LEX_DEAL_CUES_KIND_ACQUIRE || f->kind == LEX_DEAL_CUES_KIND_SELL || f->kind == LEX_DEAL_CUES_KIND_STAKE || f->kind == LEX_DEAL_CUES_KIND_INVEST) && !out->actor.count) at = antecedent(&w);
  if (at == GZ_NO_EVENT && out->actor.count) { w.slots = GZ_SLOT_SUBJ; at = gz_role_find(&w); }
  if (at != GZ_NO_EVENT && f->kind == LEX_DEAL_CUES_KIND_VALUE && d->receiver != GZ_NO_PARTY && !c->ev[at].possessive && !(strcmp(c->lang, "zh") == 0 && at < cue && c->ev[at].segment == c->ev[cue].segment && c->ev[at].slot == 0 && a->entities[c->ev[at].ref].span.start > a->entities[d->receiver].span.start) && (at < cue || c->ev[at].segment != c->ev[cue].segment)) at = GZ_NO_EVENT;      /* who raised is what is valued */
  if (at != GZ_NO_EVENT) gz_take_list(&w, at, &out->target);
  uint32_t last = f->kind == LEX_DEAL_CUES_KIND_RAISE || f->kind == LEX_DEAL_CUES_KIND_VALUE ? gz_latter(a, c, cue, d->receiver) : GZ_NO_PARTY;
  if (last != GZ_NO_PARTY) gz_carry(f->kind == LEX_DEAL_CUES_KIND_RAISE ? &out->actor : &out->target, last);
  if (!out->actor.count && f->kind == LEX_DEAL_CUES_KIND_RAISE && d->receiver != GZ_NO_PARTY && firm_before(a, c, cue)) gz_carry(&out->actor, d->receiver);
  if (!out->actor.count && f->kind == LEX_DEAL_CUES_KIND_RAISE && gz_drops_subjects(c) && gz_this_round(a->text, c, cue)) {
    if (d->receiver != GZ_NO_PARTY) gz_carry(&out->actor, d->receiver);
    else if (d->about != GZ_NO_PARTY && d->about_age <= 3) gz_carry(&out->actor, d->about);
  }
  if (!out->actor.count && f->actor && f->actor != LEX_DEAL_CUES_ACTOR_NONE) {
    gz_want v = {a, c, cue, f->actor, f->kind, false, out->target.count ? a->entities[out->target.who[0]].id : GZ_NO_PARTY, f->verb, done_to};
    at = gz_role_find(&v);
    if (at != GZ_NO_EVENT && c->ev[at].segment + 1 < c->ev[cue].segment && gz_other(a, d->topic, v.not_id) != GZ_NO_PARTY) at = GZ_NO_EVENT;      /* the paragraph's topic acts */
    if (at != GZ_NO_EVENT && gz_relative_subject(&v, at)) { gz_carry(&out->actor, c->ev[at].ref); out->actor.event = at; }      /* A and B, which is investing: B */
    else if (at != GZ_NO_EVENT) gz_take_list(&v, at, &out->actor);
    else gz_carried_actor(&v, d, &out->actor);
  }
  if (!out->target.count && out->actor.count && f->kind == LEX_DEAL_CUES_KIND_ACQUIRE && gz_drops_subjects(c)) {      /* 后者被X收购 */
    w.not_id = a->entities[out->actor.who[0]].id;
    gz_carry(&out->target, gz_its(&w));
  }
  if (!out->target.count && out->actor.count && f->kind == LEX_DEAL_CUES_KIND_INVEST && !f->has_sum && examples(a, c, cue) != GZ_NO_EVENT) {
    w.not_id = a->entities[out->actor.who[0]].id;
    gz_take_list(&w, examples(a, c, cue), &out->target);
  }
  if (!out->target.count && f->kind == LEX_DEAL_CUES_KIND_VALUE && out->actor.count && out->actor.event != GZ_NO_EVENT && (c->ev[out->actor.event].segment != c->ev[cue].segment || gz_event_gap(&c->ev[out->actor.event], &c->ev[cue]) > 40)) out->actor.count = 0;      /* X is to sell shares, which could value the company at */
  if (!out->target.count) {
    w.not_id = out->actor.count ? a->entities[out->actor.who[0]].id : GZ_NO_PARTY;
    gz_carried_target(&w, d, f->has_sum, f->has_percent, &out->actor, &out->target);
  }
}
