/* Figures: what each sum is (measure.c), whose, and of when. Whose: a name in possessive before the word that says what it is, else the nearest
** name before it in the sentence, else the subject carried from the sentence before (revenue and the like: the last company, no person). Of when:
** the nearest date of the segment, else of the sentence; for a sum compared with one "a year earlier", that one's time less a year. NULL where the
** sentence does not say. */
#include "find/measure.h"
#include "find/small_word.h"
#include "base/alloc.h"
#include "lex_deal_cues.h"
#include "text/uni.h"
#include "text/utf8.h"

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

/* The company of the clause: the subject, or the one that the subject works for ("X, head of Y, said"). */
static uint32_t subject_firm(const gz_analysis *a, const gz_clause *c)
{
  uint32_t of = GZ_NO_SUBJECT;
  for (size_t i = 0; i < c->count; i++) {
    const gz_event *e = &c->ev[i];
    if (e->type != GZ_EV_ENTITY || a->entities[e->ref].type != GZ_ORG || e->possessive) continue;
    if (e->slot == 0 || e->slot == GZ_SLOT_SUBJ) return e->ref;
    if ((e->slot & GZ_SLOT_OF) && of == GZ_NO_SUBJECT) of = e->ref;
  }
  return of;
}

/* What only companies have. */
static bool of_firms(const char *measure)
{
  return strcmp(measure, "revenue") == 0 || strcmp(measure, "market_cap") == 0 || strcmp(measure, "valuation") == 0 || strcmp(measure, "dividend") == 0;
}

/* A market is nobody's, unless somebody's is named: "X's addressable market". */
static bool nobodys(const gz_analysis *a, const gz_clause *c, size_t cue)
{
  if (cue == GZ_NO_EVENT || strcmp(gz_measure_name(&c->ev[cue]), "market_size")) return false;
  for (size_t i = cue; i-- > 0 && c->ev[cue].span.start - c->ev[i].span.end <= 24;) if (gz_event_is_party(a, &c->ev[i]) && c->ev[i].possessive) return false;
  return true;
}

/* A, B分别亏损4亿和2亿: as many names as sums, each with its own. GZ_NO_EVENT where it is not so. */
static size_t each_its_own(gz_view t, const gz_analysis *a, const gz_clause *c, size_t sum)
{
  size_t names[8], n = 0, sums = 0, at = 0;
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type == GZ_EV_MONEY) { if (i == sum) at = sums; sums++; }
    else if (gz_event_is_party(a, &c->ev[i]) && n < 8) names[n++] = i;
  }
  if (n < 2 || n != sums || at >= n) return GZ_NO_EVENT;
  for (size_t p = c->span.start; p < c->span.end; gz_utf8_next(t.p, t.n, &p)) if (gz_word_boundary(t, p) && gz_small_word_at(t, p, GZ_SMALL(EACH_OWN), NULL)) return names[at];
  return GZ_NO_EVENT;
}

/* firm: no person is meant. */
static const char *whose(const gz_analysis *a, const gz_clause *c, size_t cue, size_t sum, bool firm, gz_subject *carried)
{
  if (nobodys(a, c, cue)) return NULL;
  size_t from = cue == GZ_NO_EVENT ? sum : cue;
  for (size_t i = from; i-- > 0 && c->ev[i].type != GZ_EV_BREAK;)      /* X's revenue */
    if (c->ev[i].segment == c->ev[from].segment && gz_event_is_party(a, &c->ev[i]) && c->ev[i].possessive) return a->entities[c->ev[i].ref].name;
  for (size_t i = from; i-- > 0;)
    if (gz_event_is_party(a, &c->ev[i]) && c->ev[i].cls != GZ_PUBLICATION && !(firm && c->ev[i].cls == GZ_PERSON) && !(c->ev[i].aside && !c->ev[from].aside) && (c->ev[i].slot == 0 || c->ev[i].slot == GZ_SLOT_SUBJ) && !(c->ev[i].possessive && subject(a, c) != GZ_NO_SUBJECT)) return a->entities[c->ev[i].ref].name;
  for (size_t i = from + 1; i < c->count; i++)           /* revenue of X */
    if (c->ev[i].segment == c->ev[from].segment && gz_event_is_party(a, &c->ev[i]) && (c->ev[i].slot & (GZ_SLOT_OF | GZ_SLOT_IN | GZ_SLOT_FOR))) return a->entities[c->ev[i].ref].name;
  for (size_t i = from + 1; i < sum; i++)                /* losses at X widened to, cost X around */
    if (c->ev[i].segment == c->ev[from].segment && gz_event_is_party(a, &c->ev[i]) && c->ev[i].slot == 0 && c->ev[i].span.start - c->ev[from].span.end <= 4) return a->entities[c->ev[i].ref].name;
  for (size_t i = from; i-- > 0;)                        /* shares of X closed at */
    if (gz_event_is_party(a, &c->ev[i])) { if (c->ev[i].slot & GZ_SLOT_OF) return a->entities[c->ev[i].ref].name; break; }
  uint32_t who = firm ? gz_subject_before(&carried[1], a, c->sentence, subject_firm) : gz_subject_before(&carried[0], a, c->sentence, subject);
  if (who != GZ_NO_SUBJECT) return a->entities[who].name;
  for (size_t i = sum + 1; i < c->count && c->ev[sum].segment <= 1; i++)      /* "After it lost $40 million, X ..." */
    if (c->ev[i].segment == c->ev[sum].segment + 1u && c->ev[i].slot == 0 && !c->ev[i].possessive && gz_event_is_party(a, &c->ev[i])) return a->entities[c->ev[i].ref].name;
  return NULL;
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

/* What a person earns is pay. */
static bool earner(const gz_analysis *a, const gz_clause *c, size_t cue, const char *name)
{
  if (c->ev[cue].type != GZ_EV_MEASURE || !gz_small_word_is(gz_view_slice(a->text, c->ev[cue].span), GZ_SMALL(EARNED))) return false;
  for (size_t i = 0; i < c->count; i++) if (c->ev[i].type == GZ_EV_ENTITY && c->ev[i].cls == GZ_PERSON && a->entities[c->ev[i].ref].name == name) return true;
  return false;
}

/* "a year earlier", 去年同期: the same time of the year before that of the sum it is compared with. */
static bool year_before(const gz_analysis *a, const gz_clause *c, size_t sum, const gz_figure *other, char *edtf)
{
  gz_view t = a->text;
  size_t from = other->money.span.end, to = c->ev[sum].span.end;
  while (to < c->span.end && to - c->ev[sum].span.end < 48 && t.p[to] != ',' && t.p[to] != '.' && t.p[to] != '\n') to++;
  bool told = false;
  for (size_t p = from; p < to && !told; gz_utf8_next(t.p, t.n, &p)) told = gz_word_boundary(t, p) && gz_small_word_at(t, p, GZ_SMALL(YEAR_BEFORE), NULL);
  if (!told) return false;
  memcpy(edtf, other->edtf, sizeof other->edtf);
  for (char *y = edtf; y; y = strchr(y, '/')) {
    if (*y == '/') y++;
    if (y[0] < '1' || y[0] > '2' || strlen(y) < 4 || y[3] < '0' || y[3] > '9') { edtf[0] = 0; return false; }
    int year = (y[0] - '0') * 1000 + (y[1] - '0') * 100 + (y[2] - '0') * 10 + (y[3] - '0') - 1;
    for (int k = 3; k >= 0; k--, year /= 10) y[k] = (char)('0' + year % 10);
  }
  return true;
}

/* "$2.2 billion after it raised $150 million in July": does a word between the events set what follows apart? */
static bool set_apart(gz_view t, const gz_clause *c, size_t from, size_t to)
{
  for (size_t p = c->ev[from].span.end; p < c->ev[to].span.start; gz_utf8_next(t.p, t.n, &p))
    if (gz_word_boundary(t, p) && (gz_small_word_at(t, p, GZ_SMALL(COMPARES), NULL) || gz_small_word_at(t, p, GZ_SMALL(SETS_APART), NULL))) return true;
  return false;
}

size_t gz_date_near(gz_view t, const gz_clause *c, size_t at)
{
  size_t best = GZ_NO_EVENT;
  for (size_t i = at; i-- > 0;)
    if (c->ev[i].type == GZ_EV_DATE) { best = i; break; }
  for (size_t i = at + 1; i < c->count && c->ev[i].segment == c->ev[at].segment; i++) {
    if (c->ev[i].type == GZ_EV_MONEY && c->ev[at].type == GZ_EV_MONEY && set_apart(t, c, at, i)) break;
    if (c->ev[i].type == GZ_EV_DATE) {
      if (best == GZ_NO_EVENT || c->ev[best].segment != c->ev[at].segment) best = i;
      break;
    }
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
    size_t cue = gz_measure_of(c, i), date = gz_date_near(a->text, c, i);
    if (cue != GZ_NO_EVENT) {
      x->measure = gz_measure_name(&c->ev[cue]);
      x->entity = strcmp(x->measure, "fine") == 0 ? fined(a, c, cue) : NULL;
      size_t own = each_its_own(a->text, a, c, i);
      if (own != GZ_NO_EVENT) x->entity = a->entities[c->ev[own].ref].name;
      if (!x->entity && !nobodys(a, c, cue)) {
        bool firm = of_firms(x->measure);
        x->entity = whose(a, c, cue, i, firm, carried);
        if (!x->entity && firm) x->entity = whose(a, c, cue, i, false, carried);      /* a company that discovery took for a person */
      }
      if (x->entity && strcmp(x->measure, "profit") == 0 && earner(a, c, cue, x->entity)) x->measure = "pay";
      if (x->money.per && strcmp(x->money.per, "share") == 0 && (strcmp(x->measure, "funding") == 0 || strcmp(x->measure, "investment") == 0)) x->measure = "price";      /* "holders will receive $70 per share" */
    }
    size_t before = i;
    while (before-- > 0 && c->ev[before].type != GZ_EV_MONEY) { }
    if (before != SIZE_MAX && cue != GZ_NO_EVENT && c->says[before] && f[c->ev[before].ref].edtf[0] && strcmp(gz_measure_name(&c->ev[c->says[before] - 1u]), gz_measure_name(&c->ev[cue])) == 0 && year_before(a, c, i, &f[c->ev[before].ref], x->edtf)) continue;
    if (date != GZ_NO_EVENT) memcpy(x->edtf, a->dates[c->ev[date].ref].edtf, sizeof x->edtf);
  }
  gz_subject_pass(&carried[0], a, c, subject);
  gz_subject_pass(&carried[1], a, c, subject_firm);
}
