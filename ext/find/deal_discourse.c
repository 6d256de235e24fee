/* What earlier sentences leave behind for those that only say "it" or 公司: the subject of the last clause that had one, the last organisation
** among them, the topic that heads a paragraph, whom the last deals were about. Subjects are looked for only when somebody asks. */
#include "find/deal_beside.h"
#include "find/deal_party.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

void gz_discourse_begin(gz_discourse *d)
{
  memset(d, 0, sizeof *d);
  d->main = d->topic = d->said.who = d->firm.who = d->target = d->receiver = d->about = d->traded = d->finer = GZ_NO_PARTY;
}

void gz_discourse_deal(gz_discourse *d, const gz_analysis *a, uint32_t who, bool funded)
{
  if (who == GZ_NO_PARTY || (a->entities[who].type != GZ_ORG && (a->entities[who].type != GZ_PRODUCT || a->entities[who].how == GZ_HOW_DISCOVERED || !funded))) return;
  d->traded = who;
  d->traded_age = 0;
  if (!funded) return;
  d->about = who;
  d->about_age = 0;
}

static bool party(const gz_analysis *a, const gz_event *e) { return gz_event_is_party(a, e); }

void gz_discourse_enter(gz_discourse *d, const gz_analysis *a, const gz_clause *c)
{
  d->receiver = d->finer = GZ_NO_PARTY;
  d->about_age++;
  d->traded_age++;
  size_t between = c->span.start > d->last_end ? c->span.start - d->last_end : 0;
  if (between && memchr(a->text.p + d->last_end, '\n', between)) d->topic = d->target = GZ_NO_PARTY;
  if (c->count > 1 && party(a, &c->ev[0]) && c->ev[0].span.start <= c->span.start + GZ_TOPIC_LEAD)
    for (size_t i = 1; i < c->count && i < 4; i++)         /* "Microsoft: ...", "Tesla/xAI: ..." */
      if (c->ev[i].type == GZ_EV_BREAK && c->ev[i].hard && c->ev[i].span.end - c->ev[0].span.end <= GZ_TOPIC_REACH) {
        gz_view b = gz_view_slice(a->text, c->ev[i].span);
        if (gz_view_is(b, ":") || gz_view_is(b, "\xEF\xBC\x9A")) d->topic = c->ev[0].ref;
        break;
      }
}

static uint32_t subject(const gz_analysis *a, const gz_clause *c)
{
  if (c->count > 2 && c->ev[0].type == GZ_EV_ENTITY && c->ev[0].possessive && a->entities[c->ev[0].ref].type == GZ_ORG && c->ev[0].span.start <= c->span.start + GZ_TOPIC_LEAD && !gz_drops_subjects(c) &&
      !(c->ev[2].type == GZ_EV_ENTITY && c->ev[2].span.start - c->ev[1].span.end <= 24)) return c->ev[0].ref;      /* "X's employees have joined Y": about X */
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type == GZ_EV_ENTITY && gz_drops_subjects(c) && gz_deal_beside(a->text, c->ev[i].span.end, GZ_BESIDE(SITE))) continue;
    if (c->ev[i].type == GZ_EV_CUE && !gz_drops_subjects(c) && lex_deal_cues_rows[c->ev[i].ref].form == LEX_DEAL_CUES_FORM_VERB) break;      /* what stands behind the verb is its object */
    if (party(a, &c->ev[i]) && (c->ev[i].slot == 0 || c->ev[i].slot == GZ_SLOT_SUBJ) && !c->ev[i].possessive && a->entities[c->ev[i].ref].type != GZ_PUBLICATION && (a->entities[c->ev[i].ref].type == GZ_ORG || !gz_tells(c, &c->ev[i])))
      return gz_deal_beside(a->text, c->ev[i].span.end, GZ_BESIDE(ADVISES)) ? GZ_NO_PARTY : c->ev[i].ref;
  }
  return GZ_NO_PARTY;
}

static uint32_t subject_firm(const gz_analysis *a, const gz_clause *c)
{
  uint32_t who = subject(a, c);
  if (who == GZ_NO_PARTY || a->entities[who].type == GZ_ORG) return who;
  for (size_t i = 0; i < c->count; i++) if (party(a, &c->ev[i]) && c->ev[i].cls == GZ_ORG && (c->ev[i].slot == 0 || c->ev[i].slot == GZ_SLOT_SUBJ) && !c->ev[i].possessive && !c->ev[i].people) return c->ev[i].ref;
  return GZ_NO_PARTY;
}

/* "it", "the company", 公司: no person. */
static bool means_firm(const gz_want *w)
{
  for (size_t i = w->cue; i-- > 0;) {
    if (w->c->ev[i].type != GZ_EV_WORD || w->c->ev[i].cls != LEX_DEAL_WORDS_CLASS_ANAPHOR) continue;
    return !gz_deal_is(gz_view_slice(w->a->text, w->c->ev[i].span), GZ_BESIDE(PERSON));
  }
  return false;
}

/* Of the first names of the text. */
static uint32_t most_named(const gz_analysis *a)
{
  enum { FIRST = 48 };
  uint32_t best = GZ_NO_PARTY;
  size_t most = 0;
  for (size_t i = 0; i < a->entity_count && i < FIRST; i++) {
    size_t n = 0;
    for (size_t k = 0; k < a->entity_count && k < FIRST; k++) n += a->entities[k].id == a->entities[i].id;
    if (a->entities[i].type == GZ_ORG && n > most) { most = n; best = (uint32_t)i; }
  }
  return best;
}

uint32_t gz_subject_told(const gz_want *w, gz_discourse *d)
{
  uint32_t who = gz_subject_before(&d->said, w->a, w->c->sentence, subject);
  if (who == GZ_NO_PARTY || w->a->entities[who].type != GZ_PERSON || !means_firm(w)) return who;
  if (d->about != GZ_NO_PARTY && d->about_age <= 6) return d->about;
  uint32_t firm = gz_subject_before(&d->firm, w->a, w->c->sentence, subject_firm);
  if (d->main == GZ_NO_PARTY) d->main = most_named(w->a);
  return firm == GZ_NO_PARTY || (d->main != GZ_NO_PARTY && w->a->entities[firm].parent && strcmp(w->a->entities[firm].parent, w->a->entities[d->main].name) == 0) ? d->main : firm;
}

void gz_discourse_leave(gz_discourse *d, const gz_analysis *a, const gz_clause *c)
{
  gz_subject_pass(&d->said, a, c, subject);
  gz_subject_pass(&d->firm, a, c, subject_firm);
  d->last_end = c->span.end;
}
