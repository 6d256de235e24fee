/* Roles that the clause gives nobody for: anaphora (it, the company, 该公司, 其, 后者) and what was said before fill them. Which of those told
** before is meant depends on the kind of deal: money goes to whom the text is about, a round is raised by whoever was funded last. */
#include "find/deal_carry.h"
#include "find/deal_score.h"
#include "find/deal_beside.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

/* 后者完成D轮融资: the last organisation named before the word. GZ_NO_PARTY when the clause does not say so. */
uint32_t gz_latter(const gz_analysis *a, const gz_clause *c, size_t cue, uint32_t receiver)
{
  for (size_t i = cue; i-- > 0 && c->ev[i].segment == c->ev[cue].segment && strcmp(c->lang, "zh") == 0;) {
    if (c->ev[i].type == GZ_EV_ENTITY && c->ev[i].slot == 0 && c->ev[i].cls == GZ_ORG) return GZ_NO_PARTY;
    if (c->ev[i].type != GZ_EV_WORD || !gz_deal_is(gz_view_slice(a->text, c->ev[i].span), GZ_BESIDE(LATTER))) continue;
    if (receiver != GZ_NO_PARTY) return receiver;        /* X投资Y，彼时后者 */
    for (size_t k = a->entity_count; k-- > 0;) if (a->entities[k].span.end <= c->ev[i].span.start && a->entities[k].type == GZ_ORG) return (uint32_t)k;
    return GZ_NO_PARTY;
  }
  return GZ_NO_PARTY;
}

void gz_carry(gz_parties *p, uint32_t who)
{
  p->event = GZ_NO_EVENT;
  p->count = 0;
  if (who != GZ_NO_PARTY) p->who[p->count++] = who;
}

/* "the ChatGPT maker", "the German carmaker's": a word for a company behind the article, no name right behind it. */
static bool described(const gz_analysis *a, const gz_clause *c, size_t i)
{
  const gz_event *e = &c->ev[i];
  if (i + 1 < c->count && c->ev[i + 1].type == GZ_EV_ENTITY && c->ev[i + 1].span.start - e->span.end <= 1) return false;
  for (uint32_t k = e->span.start; k > c->span.start && e->span.start - k < 40; k--)
    if (a->text.p[k - 1] == ' ' && gz_deal_before(a->text, c->span.start, k, GZ_BESIDE(THE))) return true;
  return false;
}

/* "in its plants": no company, as in "its seed round". */
static bool own_things(gz_view t, gz_span its)
{
  size_t to = its.end + 36u;
  return gz_deal_is(gz_view_slice(t, its), GZ_BESIDE(ITS)) && gz_deal_find(t, its.end, to, GZ_BESIDE(ROUND)) >= to;
}

static bool anaphor_in(const gz_analysis *a, const gz_clause *c, size_t cue, bool before)
{
  bool invest = !before && strcmp(c->lang, "en") == 0 && lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_INVEST;
  for (size_t i = cue + 1; i < c->count && !before; i++)      /* whom a description before the verb means is not told */
    if (gz_is_kind(&c->ev[i]) && c->ev[i].segment == c->ev[cue].segment && described(a, c, i)) return true;
  for (size_t i = 0; i < c->count; i++)
    if (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR && (i < cue) == before && !(invest && own_things(a->text, c->ev[i].span)) &&
        (before ? c->ev[i].segment + 1 >= c->ev[cue].segment : c->ev[i].segment == c->ev[cue].segment)) return true;
  return false;
}

uint32_t gz_other(const gz_analysis *a, uint32_t who, uint32_t not_id)
{
  return who != GZ_NO_PARTY && a->entities[who].id != not_id ? who : GZ_NO_PARTY;
}

/* The clause's own subject, when it is another than the given. */
static uint32_t clause_subject(const gz_want *w, size_t before)
{
  for (size_t i = 0; i < before; i++) {
    const gz_event *e = &w->c->ev[i];
    if (gz_party_fits(w, e) && (e->slot == 0 || e->slot == GZ_SLOT_SUBJ) && !e->possessive && w->a->entities[e->ref].id != w->not_id && !(w->kind == LEX_DEAL_CUES_KIND_INVEST && gz_hard_between(w->c, i, w->cue)) && !(w->kind == LEX_DEAL_CUES_KIND_VALUE && gz_leads_at(w, i))) return e->ref;
  }
  return GZ_NO_PARTY;
}

/* "X's venture arm sold ...": what belongs to X acts for X. Event index or GZ_NO_EVENT. */
static size_t owner_acts(const gz_want *w)
{
  if (gz_drops_subjects(w->c) || lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_NOUN) return GZ_NO_EVENT;
  for (size_t i = 0; i < w->cue; i++) {
    const gz_event *e = &w->c->ev[i];
    if (e->segment == w->c->ev[w->cue].segment && e->possessive && gz_party_fits(w, e) && w->a->entities[e->ref].id != w->not_id && gz_event_gap(e, &w->c->ev[w->cue]) <= 48) return i;
  }
  return GZ_NO_EVENT;
}

/* "the lab has raised": who was paid before rather than who paid. */
static bool startup_before(const gz_want *w)
{
  for (size_t i = w->cue; i-- > 0 && w->c->ev[i].segment == w->c->ev[w->cue].segment;) {
    if (w->c->ev[i].type != GZ_EV_WORD || w->c->ev[i].cls != LEX_DEAL_WORDS_CLASS_ANAPHOR) continue;
    if (gz_deal_ending(gz_view_slice(w->a->text, w->c->ev[i].span), GZ_BESIDE(STARTUP))) return true;
  }
  return false;
}

/* "The round", "The financing", 该轮, 此次融资: what has been told of. */
static bool begins_definite(gz_view t, const gz_clause *c) { return gz_deal_beside(t, c->span.start, GZ_BESIDE(THIS_DEAL)); }

/* 知情人士称，这轮融资: also where the cue's own stretch begins. */
bool gz_this_round(gz_view t, const gz_clause *c, size_t cue)
{
  size_t at = c->span.start;
  for (size_t i = 0; i < cue; i++) if (c->ev[i].type == GZ_EV_BREAK) at = c->ev[i].span.end;
  return begins_definite(t, c) || gz_deal_beside(t, at, GZ_BESIDE(THIS_DEAL));
}

/* "resembles X's tie-up with Y, into which it has poured": X. */
static uint32_t possessor(const gz_want *w)
{
  for (size_t i = 0; i < w->cue; i++)
    if (w->c->ev[i].type == GZ_EV_ENTITY && w->c->ev[i].possessive && w->c->ev[i].cls == GZ_ORG && gz_party_fits(w, &w->c->ev[i]) && w->a->entities[w->c->ev[i].ref].id != w->not_id) return w->c->ev[i].ref;
  return GZ_NO_PARTY;
}

/* "X said ...; it plans to invest": X. */
static uint32_t opens_sentence(const gz_want *w)
{
  const gz_event *e = w->c->ev;
  size_t verb = w->verb;
  while (verb > 0 && w->c->ev[verb].segment == w->c->ev[w->verb].segment) verb--;
  if (!verb || !gz_party_fits(w, e) || e->cls != GZ_ORG || e->possessive || e->slot || w->a->entities[e->ref].id == w->not_id || !gz_hard_between(w->c, 0, w->verb)) return GZ_NO_PARTY;
  return e->ref;
}

void gz_carried_actor(const gz_want *w, gz_discourse *d, gz_parties *p)
{
  const lex_deal_cues_row *row = &lex_deal_cues_rows[w->c->ev[w->cue].ref];
  bool drops = gz_drops_subjects(w->c);
  if (w->kind == LEX_DEAL_CUES_KIND_FINE && w->slots == (GZ_SLOT_BY | GZ_SLOT_FROM) && d->finer == GZ_NO_PARTY) return;
  if (w->kind == LEX_DEAL_CUES_KIND_FINE && d->finer != GZ_NO_PARTY) { gz_carry(p, gz_other(w->a, d->finer, w->not_id)); return; }
  size_t owner = row->passive == LEX_DEAL_CUES_PASSIVE_YES ? GZ_NO_EVENT : owner_acts(w);
  if (owner != GZ_NO_EVENT) { gz_take_list(w, owner, p); return; }
  if (row->passive == LEX_DEAL_CUES_PASSIVE_YES) return;
  if (!drops && row->form != LEX_DEAL_CUES_FORM_NOUN && !anaphor_in(w->a, w->c, w->cue, true)) return;
  if (!drops && row->form == LEX_DEAL_CUES_FORM_NOUN && w->kind == LEX_DEAL_CUES_KIND_RAISE && !anaphor_in(w->a, w->c, w->cue, true) && !begins_definite(w->a->text, w->c)) return;
  uint32_t near = !drops && w->verb > 1 && gz_pronoun_before(w->a, w->c, w->verb) && w->c->ev[w->verb - 2].type == GZ_EV_MARK && w->c->ev[w->verb - 2].cls == LEX_DEAL_MARKERS_CLASS_REL ? possessor(w) : GZ_NO_PARTY;
  if (near == GZ_NO_PARTY && !drops && w->kind == LEX_DEAL_CUES_KIND_INVEST && gz_pronoun_before(w->a, w->c, w->verb)) near = opens_sentence(w);
  if (near != GZ_NO_PARTY) { gz_carry(p, near); return; }
  uint32_t who = w->kind == LEX_DEAL_CUES_KIND_RAISE && d->receiver != GZ_NO_PARTY && d->topic == GZ_NO_PARTY ? gz_other(w->a, d->receiver, w->not_id) : gz_other(w->a, d->topic, w->not_id);
  if (who == GZ_NO_PARTY && drops && w->kind == LEX_DEAL_CUES_KIND_RAISE && d->about_age <= 3 && gz_this_round(w->a->text, w->c, w->cue)) who = gz_other(w->a, d->about, w->not_id);
  if (who == GZ_NO_PARTY && !drops && w->kind == LEX_DEAL_CUES_KIND_RAISE && d->about_age <= 2 && startup_before(w)) who = gz_other(w->a, d->about, w->not_id);
  if (who == GZ_NO_PARTY && d->about_age <= 6 && d->said.who != GZ_NO_PARTY && (who = gz_subject_told(w, d)) != GZ_NO_PARTY) who = w->a->entities[who].type == GZ_PERSON ? gz_other(w->a, d->about, w->not_id) : GZ_NO_PARTY;
  if (who == GZ_NO_PARTY) who = gz_other(w->a, gz_subject_told(w, d), w->not_id);
  if (w->kind == LEX_DEAL_CUES_KIND_INVEST && who != GZ_NO_PARTY && d->receiver != GZ_NO_PARTY && w->a->entities[who].id == w->a->entities[d->receiver].id) return;      /* who has just got money */
  gz_carry(p, who);
}

/* Another company named before the verb, in whatever slot: "X's shares rose after Y said it would invest in the carmaker". */
static uint32_t named_before(const gz_want *w)
{
  for (size_t i = 0; i < w->cue; i++)
    if (gz_party_fits(w, &w->c->ev[i]) && w->a->entities[w->c->ev[i].ref].id != w->not_id) return w->c->ev[i].ref;
  return GZ_NO_PARTY;
}

/* X是Y的股东，已向其投资: the last company named before the word, which does not act itself. */
uint32_t gz_its(const gz_want *w)
{
  size_t it = w->cue;
  while (it > 0 && !(w->c->ev[it].type == GZ_EV_WORD && w->c->ev[it].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR)) it--;
  gz_view v = gz_view_slice(w->a->text, w->c->ev[it].span);
  bool latter = gz_deal_is(v, GZ_BESIDE(LATTER));
  if (!it || w->c->ev[it].segment != w->c->ev[w->cue].segment || (v.n != 3 && !latter)) return GZ_NO_PARTY;      /* 其, 后者 */
  while (it-- > 0) if (gz_party_fits(w, &w->c->ev[it]) && w->a->entities[w->c->ev[it].ref].id != w->not_id) return w->c->ev[it].ref;
  return GZ_NO_PARTY;
}

/* X是Y的最大金主，累计投资130亿: Y. */
static uint32_t backed(const gz_want *w)
{
  for (size_t i = w->cue; i-- > 0;) {
    const gz_event *e = &w->c->ev[i];
    if (!e->possessive || e->cls != GZ_ORG || e->segment + 1 != w->c->ev[w->cue].segment || w->a->entities[e->ref].id == w->not_id) continue;
    size_t to = e->span.end + 30u < w->c->span.end ? e->span.end + 30u : w->c->span.end;
    if (gz_deal_find(w->a->text, e->span.end, to, GZ_BESIDE(BACKER)) < to) return e->ref;
  }
  return GZ_NO_PARTY;
}

/* "a $4 billion investment in its rural network" */
static bool in_own_things(const gz_want *w)
{
  for (size_t i = w->cue + 1; i < w->c->count && w->c->ev[i].segment == w->c->ev[w->cue].segment && strcmp(w->c->lang, "en") == 0; i++)
    if (w->c->ev[i].type == GZ_EV_WORD && w->c->ev[i].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR && w->c->ev[i - 1].type == GZ_EV_MARK && w->c->ev[i - 1].cls == LEX_DEAL_MARKERS_CLASS_IN) return own_things(w->a->text, w->c->ev[i].span);
  return false;
}

/* 在瑞典投资32亿, "invest $3.2 billion in Sweden": into a place. */
static bool in_a_place(const gz_want *w)
{
  for (size_t i = 0; i < w->c->count; i++)
    if (w->c->ev[i].type == GZ_EV_ENTITY && w->c->ev[i].cls == GZ_PLACE && w->c->ev[i].segment == w->c->ev[w->cue].segment && (w->c->ev[i].slot & (GZ_SLOT_IN | GZ_SLOT_TO))) return true;
  return false;
}

/* 向十余家公司投资: to whom is said, and is nobody by name. */
static bool to_nobody(gz_view t, const gz_clause *c, size_t cue)
{
  if (!gz_drops_subjects(c)) return false;
  size_t at = c->ev[cue].span.end;
  for (int n = 0; n < 4 && t.n - at >= 3; n++, at += 3) {      /* 投了四家 */
    if (n && gz_deal_beside(t, at, GZ_BESIDE(COUNTER))) return true;
    if (!gz_deal_beside(t, at, GZ_BESIDE(COUNT))) break;
  }
  for (size_t i = cue; i-- > 0 && c->ev[i].segment == c->ev[cue].segment;) {
    if (c->ev[i].type == GZ_EV_ENTITY || (c->ev[i].type == GZ_EV_WORD && c->ev[i].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR)) return false;
    if (c->ev[i].type == GZ_EV_MARK && c->ev[i].cls == LEX_DEAL_MARKERS_CLASS_TO) return c->ev[cue].span.start - c->ev[i].span.end >= 6;
  }
  return false;
}

static bool among(const gz_analysis *a, const gz_parties *p, uint32_t who)
{
  for (size_t k = 0; k < p->count; k++) if (a->entities[p->who[k]].id == a->entities[who].id) return true;
  return false;
}

/* Shares right behind the verb: "sold the shares", "selling part of its stake". */
static bool shares_behind(gz_view t, const gz_clause *c, size_t cue)
{
  if (!gz_deal_beside(t, c->ev[cue].span.end, GZ_BESIDE(DEFINITE))) return false;      /* not "sell stock" */
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment && c->ev[i].span.start - c->ev[cue].span.end <= 24; i++) {
    if (c->ev[i].type == GZ_EV_ENTITY || c->ev[i].type == GZ_EV_BREAK) return false;
    if (c->ev[i].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_STAKE) return true;
    if (c->ev[i].type == GZ_EV_WORD && (c->ev[i].cls == LEX_DEAL_WORDS_CLASS_THING || c->ev[i].cls == LEX_DEAL_WORDS_CLASS_SHARE)) return true;
  }
  return false;
}

/* "controls 34% of the voting rights", "Under the agreement, X will hold 51%": of whom has been told. */
static bool of_the_votes(const gz_want *w)
{
  for (size_t i = 0; i < w->c->count; i++) {
    const gz_event *e = &w->c->ev[i];
    if (e->type != GZ_EV_WORD || e->segment > w->c->ev[w->cue].segment) continue;
    if (i < w->cue ? e->cls == LEX_DEAL_WORDS_CLASS_CONTRACT : e->cls == LEX_DEAL_WORDS_CLASS_SHARE || e->cls == LEX_DEAL_WORDS_CLASS_THING) return true;
  }
  return false;
}

static bool minority(gz_view t, const gz_clause *c, size_t cue)
{
  return strcmp(c->lang, "zh") == 0 && gz_deal_before(t, c->span.start, c->ev[cue].span.start, GZ_BESIDE(MINORITY)) != 0;
}

void gz_carried_target(const gz_want *w, gz_discourse *d, bool has_sum, bool has_percent, const gz_parties *actors, gz_parties *p)
{
  uint32_t who = GZ_NO_PARTY;
  bool said = has_sum || has_percent, pronoun = anaphor_in(w->a, w->c, w->cue, false) || anaphor_in(w->a, w->c, w->cue, true);
  bool stake = w->kind == LEX_DEAL_CUES_KIND_STAKE, value = w->kind == LEX_DEAL_CUES_KIND_VALUE;
  if (w->kind == LEX_DEAL_CUES_KIND_LEAD) {              /* 由X领投: in the round just told */
    who = gz_other(w->a, d->receiver, w->not_id);
    if (who == GZ_NO_PARTY && d->about_age <= 3) who = gz_other(w->a, d->about, w->not_id);
  }
  else if (w->kind == LEX_DEAL_CUES_KIND_SELL) {         /* "sold the shares", "selling part of its stake" */
    if (strcmp(w->c->lang, "en") || !shares_behind(w->a->text, w->c, w->cue) || d->traded_age > 1) return;
    gz_carry(p, gz_other(w->a, d->receiver != GZ_NO_PARTY ? d->receiver : d->traded, w->not_id));
    return;
  }
  else if (!said && stake && d->about_age <= 3 && minority(w->a->text, w->c, w->cue)) {      /* 亚马逊将持有少数股权 */
    who = gz_other(w->a, d->receiver != GZ_NO_PARTY ? d->receiver : d->about, w->not_id);
    if (who != GZ_NO_PARTY && !among(w->a, actors, who)) gz_carry(p, who);
    return;
  }
  else if (!said && !(stake && pronoun) && !(w->kind == LEX_DEAL_CUES_KIND_INVEST && ((pronoun && lex_deal_cues_rows[w->c->ev[w->cue].ref].passive == LEX_DEAL_CUES_PASSIVE_YES) ||
           (d->receiver != GZ_NO_PARTY && gz_drops_subjects(w->c) && lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_VERB)))) return;
  if (w->kind == LEX_DEAL_CUES_KIND_INVEST && in_own_things(w)) return;
  if (w->kind == LEX_DEAL_CUES_KIND_INVEST && !pronoun && in_a_place(w)) return;
  if (w->kind == LEX_DEAL_CUES_KIND_INVEST && to_nobody(w->a->text, w->c, w->cue)) return;
  if (value && lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_WEAK && !pronoun) return;      /* what is worth so much need not be a company */
  if (value) {
    who = gz_other(w->a, d->receiver, w->not_id);
    if (who == GZ_NO_PARTY) who = clause_subject(w, w->cue);
    if (who == GZ_NO_PARTY && d->about_age <= 6) who = gz_other(w->a, d->about, w->not_id);
    if (who == GZ_NO_PARTY && d->traded_age <= 6 && pronoun) who = gz_other(w->a, d->traded, w->not_id);
    if (who == GZ_NO_PARTY && (pronoun || gz_drops_subjects(w->c))) who = gz_other(w->a, d->topic != GZ_NO_PARTY ? d->topic : gz_subject_told(w, d), w->not_id);
  } else if (w->kind == LEX_DEAL_CUES_KIND_INVEST || stake) {
    who = gz_other(w->a, d->receiver, w->not_id);
    if (who == GZ_NO_PARTY && (gz_drops_subjects(w->c) || pronoun)) who = clause_subject(w, w->cue);
    if (who != GZ_NO_PARTY && among(w->a, actors, who)) who = GZ_NO_PARTY;
    if (who == GZ_NO_PARTY && (stake || pronoun)) who = gz_other(w->a, d->target, w->not_id);
    if (who == GZ_NO_PARTY && stake && has_percent && strcmp(w->c->lang, "zh") == 0 && lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_VERB) {
      who = gz_other(w->a, gz_subject_told(w, d), w->not_id);
      if (who != GZ_NO_PARTY && w->a->entities[who].type != GZ_ORG) who = d->traded_age <= 4 ? gz_other(w->a, d->traded, w->not_id) : GZ_NO_PARTY;
    }
    if (who == GZ_NO_PARTY && stake && has_percent && strcmp(w->c->lang, "en") == 0 && lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_VERB && d->traded_age <= 3 && of_the_votes(w)) who = gz_other(w->a, d->traded, w->not_id);
    if (who == GZ_NO_PARTY && stake && pronoun && d->traded_age <= 6) who = gz_other(w->a, d->traded, w->not_id);
    if (who == GZ_NO_PARTY && w->kind == LEX_DEAL_CUES_KIND_INVEST && has_sum && d->about_age <= (lex_deal_cues_rows[w->c->ev[w->cue].ref].form != LEX_DEAL_CUES_FORM_WEAK && (gz_drops_subjects(w->c) || pronoun) ? (pronoun ? 8u : 3u) : lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_VERB ? 3u : 1u)) who = gz_other(w->a, d->about, w->not_id);      /* "X will put in another $1 billion" */
    if (who == GZ_NO_PARTY && pronoun) who = gz_other(w->a, gz_subject_told(w, d), w->not_id);
    if (who == GZ_NO_PARTY && gz_drops_subjects(w->c)) who = gz_its(w);
    if (who == GZ_NO_PARTY && strcmp(w->c->lang, "zh") == 0 && has_sum && w->kind == LEX_DEAL_CUES_KIND_INVEST) who = backed(w);
    if (who == GZ_NO_PARTY && !gz_drops_subjects(w->c) && anaphor_in(w->a, w->c, w->cue, false)) who = named_before(w);
  }
  if (w->kind == LEX_DEAL_CUES_KIND_FINE && who == GZ_NO_PARTY && pronoun) who = gz_other(w->a, gz_subject_told(w, d), w->not_id);      /* 该公司还被X罚款 */
  if (who != GZ_NO_PARTY && !among(w->a, actors, who) && gz_party_fits(w, &(gz_event){.type = GZ_EV_ENTITY, .ref = who})) gz_carry(p, who);
}
