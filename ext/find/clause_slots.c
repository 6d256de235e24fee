/* Which slot each name of a clause stands in: its possessive and a marker behind it (X's, Xから) by looking right behind the name, any other
** by looking back to the nearest marker that no other mention or break separates from it. Members of a list share a slot. Uses the events. */
#include "find/clause_int.h"
#include "find/deal_beside.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

#define MARKER_REACH 64        /* bytes between a marker and its name */

static unsigned slot_of_class(unsigned cls)
{
  switch (cls) {
    case LEX_DEAL_MARKERS_CLASS_SUBJ: return GZ_SLOT_SUBJ;
    case LEX_DEAL_MARKERS_CLASS_OBJ: return GZ_SLOT_OBJ;
    case LEX_DEAL_MARKERS_CLASS_IN: return GZ_SLOT_IN;
    case LEX_DEAL_MARKERS_CLASS_TO: return GZ_SLOT_TO;
    case LEX_DEAL_MARKERS_CLASS_FROM: return GZ_SLOT_FROM;
    case LEX_DEAL_MARKERS_CLASS_BY: return GZ_SLOT_BY;
    case LEX_DEAL_MARKERS_CLASS_WITH: return GZ_SLOT_WITH;
    case LEX_DEAL_MARKERS_CLASS_OF: return GZ_SLOT_OF;
    case LEX_DEAL_MARKERS_CLASS_FOR: return GZ_SLOT_FOR;
    case LEX_DEAL_MARKERS_CLASS_ON: return GZ_SLOT_ON;
    default: return GZ_SLOT_ASIDE;
  }
}

/* Is the marker at k the end of "rival", "competitor", which is a word of its own there? */
static bool describes_rival(const gz_clause *c, size_t k) { return k > 0 && c->ev[k - 1].type == GZ_EV_WORD && c->ev[k - 1].span.start == c->ev[k].span.start; }

static bool marks_after(const gz_event *e) { return e->type == GZ_EV_MARK && lex_deal_markers_rows[e->ref].side == LEX_DEAL_MARKERS_SIDE_AFTER; }

/* X旗下基金, X旗下投资公司: X's money; the name of the fund does not follow. */
static bool own_fund(const gz_clause *c, gz_view t, size_t marker)
{
  gz_span s = c->ev[marker].span;
  if (s.end - s.start != 6 || memcmp(t.p + s.start, "\xE6\x97\x97\xE4\xB8\x8B", 6)) return false;
  for (size_t k = marker + 1; k < c->count && c->ev[k].span.start - s.end <= 21; k++) if (c->ev[k].type == GZ_EV_ENTITY) return false;
  return gz_deal_beside(t, s.end, LEX_DEAL_BESIDE_ROLE_FUND);
}

/* X's, X的, Xから: the marker right behind. */
static void look_behind(gz_clause *c, gz_view t, size_t i)
{
  if (i + 1 >= c->count || !marks_after(&c->ev[i + 1]) || c->ev[i + 1].span.start - c->ev[i].span.end > 1) return;
  if (c->ev[i + 1].cls == LEX_DEAL_MARKERS_CLASS_NONE || own_fund(c, t, i + 1)) return;
  if (c->ev[i + 1].cls == LEX_DEAL_MARKERS_CLASS_POSS) c->ev[i].possessive = true;
  else c->ev[i].slot = (uint16_t)slot_of_class(c->ev[i + 1].cls);
}

/* "in ChatGPT maker OpenAI": the first name only describes. */
static bool describes(const gz_clause *c, size_t k)
{
  if (k + 1 < c->count && c->ev[k].cls == GZ_PLACE && c->ev[k + 1].type == GZ_EV_WORD && c->ev[k + 1].cls == LEX_DEAL_WORDS_CLASS_STAFF && c->ev[k + 1].span.start == c->ev[k].span.end) return true;      /* Berlin-based */
  return k + 1 < c->count && c->ev[k + 1].type == GZ_EV_WORD && gz_is_kind(&c->ev[k + 1]) && c->ev[k + 1].span.start - c->ev[k].span.end <= 1;
}

bool gz_rival_next(gz_view t, const gz_clause *c, size_t i)
{
  size_t at = c->ev[i].span.end;
  if (t.n - at < 6 || (t.p[at] != ' ' && t.p[at] != '\xE7' && t.p[at] != '\xE5') || (t.p[at] == ' ' && (t.p[at + 1] | 32) != 'r' && (t.p[at + 1] | 32) != 'c')) return false;
  return gz_deal_beside(t, at + (t.p[at] == ' '), LEX_DEAL_BESIDE_ROLE_RIVAL);
}

/* in X, 向X: back to the nearest marker. A possessive name on the way belongs to the same phrase (向OpenAI的对手X); another name
** before a list sign gives its own slot on; anything else that is a mention, a cue or a break ends the phrase. */
static void look_before(gz_clause *c, gz_view t, size_t i)
{
  gz_event *e = &c->ev[i];
  bool list = false;
  for (size_t k = i; k-- > 0;) {
    const gz_event *p = &c->ev[k];
    if (e->span.start - p->span.end > MARKER_REACH && p->type != GZ_EV_ENTITY) return;
    switch (p->type) {
      case GZ_EV_MARK:
        if (marks_after(p) || p->cls == LEX_DEAL_MARKERS_CLASS_NONE) continue;
        if (p->cls == LEX_DEAL_MARKERS_CLASS_REL) return;
        if (p->cls == LEX_DEAL_MARKERS_CLASS_ASIDE && describes_rival(c, k) && e->span.start - p->span.end <= 1) continue;      /* "rival X raised", "bought rival X" */
        if (p->cls == LEX_DEAL_MARKERS_CLASS_LIST) { list = true; continue; }
        if (!e->slot) e->slot = (uint16_t)slot_of_class(p->cls);
        return;
      case GZ_EV_ENTITY:
        if (!list && p->cls == GZ_PLACE && !p->possessive && c->lang[0] == 'z' && e->span.start - p->span.end <= 48) {      /* 新加坡X, 对以色列公司X */
          e->listed |= p->listed;
          if (p->slot & (GZ_SLOT_IN | GZ_SLOT_ASIDE)) return;
          if (p->slot) { e->slot = p->slot; return; }
          continue;
        }
        if (list || p->span.end == e->span.start || (e->span.start - p->span.end <= (p->cls == GZ_PLACE ? 3u : 2u) && !p->possessive)) {
          if (!e->slot) { e->slot = p->slot; e->owner = p->owner; }
          e->listed = list;
          return;
        }
        if (p->possessive || describes(c, k) || (k + 1 < i && gz_rival_next(t, c, k))) continue;
        return;
      case GZ_EV_CUE:                                    /* "acquired by X": the cue holds the marker */
        if (!e->slot && lex_deal_cues_rows[p->ref].passive == LEX_DEAL_CUES_PASSIVE_YES && (lex_deal_cues_rows[p->ref].actor & GZ_SLOT_BY) && (strcmp(c->lang, "en") == 0 || strcmp(c->lang, "es") == 0 || strcmp(c->lang, "fr") == 0)) {
          e->slot = GZ_SLOT_BY;
          e->owner = (uint16_t)(k + 1);
        }
        return;
      case GZ_EV_LIST: list = true; continue;
      case GZ_EV_BREAK:
        if (!gz_comma_in_list(c, k)) return;
        list = true;
        continue;
      case GZ_EV_WORD:
        if ((p->cls == LEX_DEAL_WORDS_CLASS_SOURCE_BEFORE || p->cls == LEX_DEAL_WORDS_CLASS_BYLINE) && !e->slot) { e->slot = GZ_SLOT_ASIDE; return; }
        continue;
      default: return;
    }
  }
}

/* "after X said", "as X will": the verb right behind makes the name a subject, and the word before it a conjunction. */
static bool acts_next(gz_view t, const gz_clause *c, size_t i)
{
  if (i + 1 >= c->count || c->ev[i].possessive || strcmp(c->lang, "en")) return false;
  const gz_event *n = &c->ev[i + 1];
  uint32_t from = c->ev[i].span.end;
  if (from + 2 < c->span.end && t.p[from] == ' ' && t.p[from + 1] == '(')      /* X (NASDAQ:X) said */
    for (uint32_t k = from + 2; k < c->span.end && k < from + 40; k++) if (t.p[k] == ')') { from = k + 1; break; }
  while (n + 1 < c->ev + c->count && n->span.start < from) n++;
  if (n->span.start < from || n->span.start - from > 5) return false;
  if (n->type == GZ_EV_CUE) return lex_deal_cues_rows[n->ref].form == LEX_DEAL_CUES_FORM_VERB;
  return n->type == GZ_EV_WORD && (n->cls == LEX_DEAL_WORDS_CLASS_SOURCE_AFTER || n->cls == LEX_DEAL_WORDS_CLASS_PLANNED || n->cls == LEX_DEAL_WORDS_CLASS_ANNOUNCED);
}

void gz_clause_slots(gz_clause *c, gz_view text)
{
  for (size_t i = 0; i < c->count; i++) if (c->ev[i].type == GZ_EV_ENTITY) look_behind(c, text, i);
  for (size_t i = 0; i < c->count; i++)
    if (c->ev[i].type == GZ_EV_ENTITY) {
      look_before(c, text, i);
      if (c->ev[i].slot == GZ_SLOT_ASIDE && acts_next(text, c, i)) c->ev[i].slot = 0;
    }
}
