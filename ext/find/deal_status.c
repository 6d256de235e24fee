/* Status and scope from the words around a cue (lexicon deal_words). A word counts where it can govern the cue: before it in its
** segment, or in an earlier segment for what colours the rest of a sentence (rumours, talks, conditions). Denial beats negation,
** negation and condition beat everything (no deal is stated), then talks, plans, rumours, announcements; what remains is done. */
#include "find/deal_status.h"
#include "find/deal_beside.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_rounds.h"
#include "lex_deal_words.h"

static bool is_word(const gz_event *e, unsigned cls) { return e->type == GZ_EV_WORD && e->cls == cls; }

bool gz_clause_has(const gz_clause *c, unsigned cls)
{
  for (size_t i = 0; i < c->count; i++) if (is_word(&c->ev[i], cls)) return true;
  return false;
}

bool gz_segment_has(const gz_clause *c, size_t cue, unsigned cls)
{
  for (size_t i = 0; i < c->count; i++) if (is_word(&c->ev[i], cls) && c->ev[i].segment == c->ev[cue].segment) return true;
  return false;
}

/* 将X出售: the word marks the object here, it is no 'will'. */
static bool marks_object(const gz_clause *c, size_t i)
{
  for (size_t k = i + 1; k < c->count && c->ev[k].span.start <= c->ev[i].span.end + 3; k++)
    if (c->ev[k].type == GZ_EV_ENTITY) return c->ev[k].slot == GZ_SLOT_OBJ;
  return false;
}

/* "to buy": the infinitive is not done yet. */
static bool infinitive(const gz_clause *c, size_t cue)
{
  bool passive = lex_deal_cues_rows[c->ev[cue].ref].passive == LEX_DEAL_CUES_PASSIVE_YES;      /* "to be bought by" */
  for (size_t i = cue; i-- > 0 && c->ev[cue].span.start - c->ev[i].span.end <= (passive ? 4u : 1u);)
    if (c->ev[i].type == GZ_EV_MARK && c->ev[i].cls == LEX_DEAL_MARKERS_CLASS_TO) return strcmp(c->lang, "en") == 0;
  return false;
}

/* Before the cue, at most `segments` segments back (a name of another party does not matter). */
static bool before(const gz_clause *c, size_t cue, unsigned cls, unsigned segments)
{
  for (size_t i = 0; i < cue; i++)
    if (is_word(&c->ev[i], cls) && c->ev[i].segment + segments >= c->ev[cue].segment && (!c->ev[i].aside || c->ev[i].segment == c->ev[cue].segment) && !(cls == LEX_DEAL_WORDS_CLASS_PLANNED && marks_object(c, i))) return true;
  return false;
}

/* Close behind the cue, where some languages put it (投資を検討, investieren will). */
static bool behind(const gz_clause *c, size_t cue, unsigned cls)
{
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment; i++) {
    if (is_word(&c->ev[i], cls)) return true;
    if (c->ev[i].type == GZ_EV_CUE && c->ev[i].ref != c->ev[cue].ref) return false;
  }
  return false;
}

/* "is raising": under way. */
static bool progressive(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  return lex_deal_cues_rows[c->ev[cue].ref].sense == LEX_DEAL_CUES_SENSE_UNDER_WAY && gz_deal_before(a->text, c->span.start, c->ev[cue].span.start, GZ_BESIDE(UNDER_WAY));
}

/* "Had X paid, it would": a condition. */
static bool inverted(const gz_analysis *a, const gz_clause *c)
{
  return c->count && c->ev[0].type == GZ_EV_ENTITY && c->ev[0].span.start > c->span.start && c->ev[0].span.start == gz_deal_beside_end(a->text, c->span.start, GZ_BESIDE(HAD)) + 1;
}

/* "a plan to sell X was shelved": not "to sell X, not Y". */
static bool undone_behind(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  if (!infinitive(c, cue)) return false;
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment; i++)
    if (is_word(&c->ev[i], LEX_DEAL_WORDS_CLASS_NEGATION)) return gz_deal_beside(a->text, c->ev[i].span.start, GZ_BESIDE(WAS));
  return false;
}

/* 并购谈判告吹 */
static bool failed_talks(const gz_clause *c, size_t cue)
{
  bool talks = false;
  for (size_t i = cue + 1; i < c->count && c->ev[i].segment == c->ev[cue].segment && strcmp(c->lang, "zh") == 0; i++) {
    talks |= is_word(&c->ev[i], LEX_DEAL_WORDS_CLASS_TALKS);
    if (talks && is_word(&c->ev[i], LEX_DEAL_WORDS_CLASS_NEGATION)) return true;
  }
  return false;
}

const char *gz_deal_status(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  bool verb_last = strcmp(c->lang, "ja") == 0 || strcmp(c->lang, "ko") == 0 || strcmp(c->lang, "de") == 0;
  bool noun = lex_deal_cues_rows[c->ev[cue].ref].form == LEX_DEAL_CUES_FORM_NOUN;
  bool look_behind = verb_last || noun;
  if (before(c, cue, LEX_DEAL_WORDS_CLASS_DENIED, 3) || behind(c, cue, LEX_DEAL_WORDS_CLASS_DENIED)) return "denied";
  if (before(c, cue, LEX_DEAL_WORDS_CLASS_NEGATION, 0) || ((look_behind || undone_behind(a, c, cue)) && behind(c, cue, LEX_DEAL_WORDS_CLASS_NEGATION))) return NULL;
  if (inverted(a, c) || failed_talks(c, cue)) return NULL;
  if (before(c, cue, LEX_DEAL_WORDS_CLASS_HYPOTHETICAL, 1) || (verb_last && behind(c, cue, LEX_DEAL_WORDS_CLASS_HYPOTHETICAL))) return NULL;
  if (before(c, cue, LEX_DEAL_WORDS_CLASS_TALKS, 2) || behind(c, cue, LEX_DEAL_WORDS_CLASS_TALKS)) return "talks";
  if (infinitive(c, cue) || progressive(a, c, cue) || lex_deal_cues_rows[c->ev[cue].ref].sense == LEX_DEAL_CUES_SENSE_RESOLVED || before(c, cue, LEX_DEAL_WORDS_CLASS_PLANNED, 0) || (look_behind && behind(c, cue, LEX_DEAL_WORDS_CLASS_PLANNED))) return "planned";
  if (before(c, cue, LEX_DEAL_WORDS_CLASS_RUMOURED, 3)) return "rumoured";
  if (before(c, cue, LEX_DEAL_WORDS_CLASS_ANNOUNCED, 2) || behind(c, cue, LEX_DEAL_WORDS_CLASS_ANNOUNCED)) return "announced";
  return "done";
}

/* A word for a cap of this sum's own: no other sum stands between. */
static bool capped(const gz_clause *c, size_t sum)
{
  for (size_t i = sum; i-- > 0 && c->ev[i].segment == c->ev[sum].segment && c->ev[i].type != GZ_EV_MONEY;) if (is_word(&c->ev[i], LEX_DEAL_WORDS_CLASS_CAP)) return true;
  for (size_t i = sum + 1; i < c->count && c->ev[i].segment == c->ev[sum].segment && c->ev[i].type != GZ_EV_MONEY; i++)
    if (is_word(&c->ev[i], LEX_DEAL_WORDS_CLASS_CAP)) return i + 1 >= c->count || c->ev[i + 1].type != GZ_EV_MONEY;      /* "plus as much as $180 million": the next one's */
  return false;
}

const char *gz_deal_scope(const gz_analysis *a, const gz_clause *c, size_t cue, size_t sum)
{
  if (sum == GZ_NO_EVENT) return NULL;
  const gz_money *m = &a->money[c->ev[sum].ref];
  if (m->hedge == GZ_HEDGE_UP_TO || capped(c, sum)) return "cap";
  if (gz_segment_has(c, sum, LEX_DEAL_WORDS_CLASS_TOTAL)) return "total";
  unsigned kind = lex_deal_cues_rows[c->ev[cue].ref].kind;
  if (kind == LEX_DEAL_CUES_KIND_INVEST) {
    if (gz_segment_has(c, cue, LEX_DEAL_WORDS_CLASS_PART) || lex_deal_cues_rows[c->ev[cue].ref].sense == LEX_DEAL_CUES_SENSE_INITIAL) return "part";
  }
  return NULL;
}

const char *gz_deal_round(const gz_clause *c, size_t cue)
{
  size_t best = GZ_NO_EVENT;
  for (size_t i = 0; i < c->count; i++)
    if (c->ev[i].type == GZ_EV_ROUND && (best == GZ_NO_EVENT || (i < cue ? cue - i : i - cue) < (best < cue ? cue - best : best - cue))) best = i;
  return best == GZ_NO_EVENT ? NULL : lex_deal_rounds_str(lex_deal_rounds_rows[c->ev[best].ref].name);
}

const char *gz_deal_source(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_WORD) continue;
    if (c->ev[i].cls == LEX_DEAL_WORDS_CLASS_SOURCE_BEFORE)
      for (size_t k = i + 1; k < c->count && c->ev[k].span.start - c->ev[i].span.end <= 32; k++)
        if (gz_event_is_party(a, &c->ev[k])) return a->entities[c->ev[k].ref].name;
    if (c->ev[i].cls == LEX_DEAL_WORDS_CLASS_SOURCE_AFTER && i > 0 && c->ev[i].segment != c->ev[cue].segment)
      for (size_t k = i; k-- > 0 && c->ev[i].span.start - c->ev[k].span.end <= 16;)
        if (gz_event_is_party(a, &c->ev[k]) && a->entities[c->ev[k].ref].type == GZ_PUBLICATION) return a->entities[c->ev[k].ref].name;
  }
  return NULL;
}
