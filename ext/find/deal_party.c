/* Which names can take part in a deal at all. Organisations mostly; people as those who act, products as what is bought, places as states; no
** paper that only tells, no "DeepMind researchers", no headline in capitals. What stands around the name decides, and the kind of deal. */
#include "find/deal_party.h"
#include "find/deal_beside.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

/* "the Financial Times reported": who tells does not take part. */
bool gz_tells(const gz_clause *c, const gz_event *e)
{
  if (e < c->ev || e >= c->ev + c->count) return false;
  for (const gz_event *k = e + 1; k < c->ev + c->count && k->span.start - e->span.end <= 4; k++)
    if (k->type == GZ_EV_WORD && k->cls == LEX_DEAL_WORDS_CLASS_SOURCE_AFTER) return true;
  return false;
}

/* A discovered "name" of more than two words in capitals is most often a headline. */
static bool shouted(const gz_analysis *a, const gz_entity *e)
{
  gz_view v = gz_view_slice(a->text, e->span);
  const char *space = e->how == GZ_HOW_DISCOVERED ? memchr(v.p, ' ', v.n) : NULL;
  if (!space || !memchr(space + 1, ' ', (size_t)(v.p + v.n - space - 1))) return false;
  for (size_t i = 0; i < v.n; i++) if ((v.p[i] >= 'a' && v.p[i] <= 'z') || (unsigned char)v.p[i] >= 0x80) return false;
  return true;
}

/* X前研究副总裁Y, X联合创始人Y: an office between two names; Y is a person's or stands in no list. */
static bool officer_of(gz_view t, const gz_clause *c, const gz_event *e)
{
  size_t stop = e->span.end + 27 < c->span.end ? e->span.end + 27 : c->span.end;
  for (size_t i = e->span.end; i < stop && ((unsigned char)t.p[i] >= 0xE4 || t.p[i] == 'C' || t.p[i] == ' ');) {
    if (t.p[i] != ' ' && gz_deal_beside(t, i, LEX_DEAL_BESIDE_ROLE_OFFICE)) return true;
    if (i > e->span.end && e + 1 < c->ev + c->count && i >= e[1].span.start && e[1].type != GZ_EV_WORD && e[1].type != GZ_EV_MARK) return false;
    i += (unsigned char)t.p[i] >= 0xE4 ? 3 : 1;
  }
  return false;
}

/* "DeepMind researchers", "Tidemark-backed", "ChatGPT maker": not the company itself. */
static bool people_of(gz_view t, const gz_clause *c, const gz_event *e)
{
  bool rival = gz_rival_next(t, c, (size_t)(e - c->ev));
  for (const gz_event *k = e + 1; rival && k < c->ev + c->count && k <= e + 3; k++) if (k->type == GZ_EV_ENTITY) return true;
  if (gz_drops_subjects(c) && e->cls == GZ_ORG && e->span.end < c->span.end && t.p[e->span.end] >= 'A' && t.p[e->span.end] <= 'Z' && (unsigned char)t.p[e->span.end - 1] >= 0x80 && !(e + 1 < c->ev + c->count && e[1].span.start == e->span.end)) return true;      /* 輝達GPU */
  if (rival && gz_drops_subjects(c)) return true;
  if (gz_drops_subjects(c) && e->cls == GZ_ORG && officer_of(t, c, e)) return true;
  if (gz_drops_subjects(c) && gz_deal_beside(t, e->span.end, GZ_BESIDE(SITE))) return true;
  if (gz_drops_subjects(c) && e->cls == GZ_PERSON && gz_deal_beside(t, e->span.end, GZ_BESIDE(GOVERNMENT))) return true;
  if (e >= c->ev + 2 && e->cls == GZ_PRODUCT && e[-1].type == GZ_EV_MARK && e[-1].cls == LEX_DEAL_MARKERS_CLASS_OF && e[-2].type == GZ_EV_WORD && (gz_is_kind(&e[-2]) || e[-2].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR) &&
      e[-1].span.start - e[-2].span.end <= 1) return true;      /* the maker of ChatGPT */
  if (e + 1 >= c->ev + c->count) return false;
  return (gz_is_kind(&e[1]) || (e[1].type == GZ_EV_WORD && e[1].cls == LEX_DEAL_WORDS_CLASS_STAFF)) && e[1].span.start - e->span.end <= 1;
}

void gz_people_find(gz_view t, gz_clause *c)
{
  for (size_t i = 0; i < c->count; i++) if (c->ev[i].type == GZ_EV_ENTITY) c->ev[i].people = people_of(t, c, &c->ev[i]);
}

/* "Riyadh Air", 合肥监管局: the place only begins a name that nobody knows. */
static bool part_of_name(const gz_analysis *a, const gz_clause *c, const gz_event *e)
{
  gz_view t = a->text;
  size_t at = e->span.end;
  if (at + 2 < t.n && t.p[at] == ' ' && t.p[at + 1] >= 'A' && t.p[at + 1] <= 'Z') return true;
  bool next = e >= c->ev && e + 1 < c->ev + c->count && e[1].span.start == e->span.end;
  return at < t.n && (unsigned char)t.p[at] >= 0xE4 && (unsigned char)t.p[at] <= 0xE9 && !next && gz_drops_subjects(c);
}

/* "told Reuters", 告诉X: to whom something was said. */
static bool was_told(gz_view t, const gz_event *e) { return gz_deal_before(t, 0, e->span.start, GZ_BESIDE(TOLD)) != 0; }

/* A paper takes part where it is traded itself, and acts where the verb follows at once: mostly it only tells. */
static bool paper_fits(const gz_want *w, const gz_event *e)
{
  bool traded = w->kind == LEX_DEAL_CUES_KIND_ACQUIRE || w->kind == LEX_DEAL_CUES_KIND_STAKE || w->kind == LEX_DEAL_CUES_KIND_SELL || w->kind == LEX_DEAL_CUES_KIND_VALUE;
  if (e < w->c->ev || e >= w->c->ev + w->c->count) return false;
  if (gz_tells(w->c, e) || (was_told(w->a->text, e) && !(w->is_target && w->kind == LEX_DEAL_CUES_KIND_CONTRACT && !gz_drops_subjects(w->c)))) return false;
  if (w->is_target) return traded || w->kind == LEX_DEAL_CUES_KIND_FINE || w->kind == LEX_DEAL_CUES_KIND_CONTRACT;
  return e + 1 < w->c->ev + w->c->count && e[1].type == GZ_EV_CUE && e[1].span.start - e->span.end <= 12;
}

/* 40亿美元将用于训练X: behind the verb a product is what the money is used for, if not "to fund X". */
static bool put_to_use(const gz_want *w, const gz_event *e)
{
  return e > w->c->ev + w->cue && e < w->c->ev + w->c->count && (e->slot != GZ_SLOT_TO || gz_drops_subjects(w->c));
}

bool gz_party_fits(const gz_want *w, const gz_event *e)
{
  if (e->type != GZ_EV_ENTITY) return false;
  unsigned t = w->a->entities[e->ref].type;
  bool things = w->kind == LEX_DEAL_CUES_KIND_ACQUIRE || w->kind == LEX_DEAL_CUES_KIND_SELL;
  if (t == GZ_PUBLICATION && !paper_fits(w, e)) return false;
  if (e->people || shouted(w->a, &w->a->entities[e->ref])) return false;
  if (t == GZ_ORG || t == GZ_PUBLICATION) return true;
  if (t == GZ_PRODUCT && ((w->is_target && w->kind == LEX_DEAL_CUES_KIND_INVEST && !put_to_use(w, e)) || (!w->is_target && w->kind == LEX_DEAL_CUES_KIND_RAISE))) return w->a->entities[e->ref].how != GZ_HOW_DISCOVERED && !w->a->entities[e->ref].parent;      /* 小红书: known by its product; one with an owner is no party */
  if (t == GZ_PRODUCT) return w->is_target && (things || w->kind == LEX_DEAL_CUES_KIND_STAKE || w->kind == LEX_DEAL_CUES_KIND_FINE || w->kind == LEX_DEAL_CUES_KIND_VALUE);
  if (t == GZ_PLACE && things && w->is_target) return w->a->entities[e->ref].how == GZ_HOW_DISCOVERED;      /* a mall */
  if (t == GZ_PERSON && !w->is_target && w->kind == LEX_DEAL_CUES_KIND_ACQUIRE && lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_NOUN)
    return e->possessive || e->slot == GZ_SLOT_BY;      /* who speaks of a purchase need not make it */
  if (t == GZ_PERSON && !w->is_target && w->kind == LEX_DEAL_CUES_KIND_RAISE) return false;      /* "Mustafa Suleyman, whose startup had raised" */
  if (t == GZ_PERSON) return !w->is_target || w->kind == LEX_DEAL_CUES_KIND_FINE || w->kind == LEX_DEAL_CUES_KIND_RAISE;
  return t == GZ_PLACE && !w->is_target && !(e->possessive && w->kind == LEX_DEAL_CUES_KIND_FINE) && !part_of_name(w->a, w->c, e) && (w->kind == LEX_DEAL_CUES_KIND_FINE || w->kind == LEX_DEAL_CUES_KIND_CONTRACT);
}
