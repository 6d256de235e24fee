/* Members of one list explain each other: an ambiguous name that is joined to a name that is meant, of the same type, is meant as well
** ("at Stripe and Airbnb", "腾讯、小米"). The words that join are data (list_joins.tsv); a comma counts only where the list goes on behind
** the name or before it, since it also parts clauses. One pass up and one down carry it along a list. Organisations and products only: people
** and places stand beside words of every kind, but a place whose larger one follows or stands before a comma is one too ("Savannah, Georgia"). */
#include "find/entity_work.h"
#include "lex_list_joins.h"

enum join { JOIN_NONE, JOIN_COMMA, JOIN_AND };

/* What joins the text between from and to, spaces at both ends aside; a comma may stand before the word ("A, B, and C"). */
static enum join joined(gz_view t, size_t from, size_t to)
{
  enum join kind = JOIN_NONE;
  if (to <= from || to - from > 24) return JOIN_NONE;
  while (from < to) {
    gz_hit hit;
    if (t.p[from] == ' ') { from++; continue; }
    if (!gz_trie_longest(&lex_list_joins.trie, gz_view_of(t.p, to), from, &hit)) return JOIN_NONE;
    bool and = lex_list_joins_rows[hit.value].role == LEX_LIST_JOINS_ROLE_AND;
    if (kind == JOIN_AND || (kind == JOIN_COMMA && !and)) return JOIN_NONE;
    kind = and ? JOIN_AND : JOIN_COMMA;
    from = hit.end;
  }
  return kind;
}

/* A joining word or mark touches the name on this side. */
static bool goes_on(gz_view t, gz_span s, bool behind)
{
  gz_hit hit;
  if (behind) {
    size_t i = s.end;
    while (i < t.n && t.p[i] == ' ') i++;
    return gz_trie_longest(&lex_list_joins.trie, t, i, &hit);
  }
  size_t i = s.start;
  while (i > 0 && t.p[i - 1] == ' ') i--;
  if (i > 0 && t.p[i - 1] == ',') return true;
  return i >= 3 && gz_trie_longest(&lex_list_joins.trie, t, i - 3, &hit) && hit.end == i;
}

static bool speaks(const gz_cand *c) { return c->state == GZ_CAND_SURE || c->state == GZ_CAND_MEANT; }

/* Savannah, Georgia: two names of places, a comma and a space between. */
static bool places(const gz_ent_work *w, const gz_cand *first, const gz_cand *second)
{
  size_t e = first->span.end;
  return second->span.start == e + 2 && w->text.p[e] == ',' && w->text.p[e + 1] == ' ';
}

static bool member(const gz_ent_work *w, const gz_cand *c, const gz_cand *d, bool before)
{
  uint8_t type = gz_ref_type(c->ref, w, w->names);
  if (!speaks(d) || gz_ref_type(d->ref, w, w->names) != type) return false;
  if (type == GZ_PLACE) return before ? places(w, d, c) : places(w, c, d);
  enum join kind = before ? joined(w->text, d->span.end, c->span.start) : joined(w->text, c->span.end, d->span.start);
  return kind == JOIN_AND || (kind == JOIN_COMMA && goes_on(w->text, c->span, before));
}

static void look(gz_ent_work *w, size_t i, bool before)
{
  gz_cand *c = &w->cands[i];
  uint8_t type = gz_ref_type(c->ref, w, w->names);
  if (type != GZ_ORG && type != GZ_PRODUCT && type != GZ_PLACE) return;
  size_t k = i;
  for (int tries = 0; tries < 4 && (before ? k > 0 : k + 1 < w->cand_count); tries++) {
    k = before ? k - 1 : k + 1;
    if (member(w, c, &w->cands[k], before)) { c->state = GZ_CAND_MEANT; return; }
  }
}

void gz_stage_list(gz_ent_work *w)
{
  for (size_t i = 0; i < w->cand_count; i++) {
    if (i % 1024 == 1023 && gz_work_stop(w, 0)) return;
    if (w->cands[i].state == GZ_CAND_OPEN) look(w, i, true);
    if (w->cands[i].state == GZ_CAND_OPEN) look(w, i, false);
  }
  for (size_t i = w->cand_count; i-- > 0;) {
    if (i % 1024 == 1023 && gz_work_stop(w, 0)) return;
    if (w->cands[i].state == GZ_CAND_OPEN) look(w, i, false);
  }
}
