/* Which stretches of a sentence belong together. A break cuts the sentence; a comma inside a list of names does not. What is only put in
** beside a name — an apposition ("X, the Oslo-based maker of pumps, bought"), a relative clause, a place behind a place, an age, a bracket — is a
** stretch of its own (`aside`), behind which the stretch before goes on. A comma before an amount ("bought Y, a rival, for $3 billion") cuts
** nothing. Beside that a description with its article ("the Dublin-based company", "the search giant") becomes an anaphor. */
#include "find/clause_int.h"
#include "find/clause.h"
#include "find/deal_beside.h"
#include "find/small_word.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"
#include "text/uni.h"

#define WORDS(x) LEX_DEAL_WORDS_CLASS_##x
#define MARKS(x) LEX_DEAL_MARKERS_CLASS_##x
#define LIST_REACH 48          /* bytes from a comma to the next name of a list */
#define DESCRIPTION 48         /* bytes from the article to the noun */

static bool at(gz_view t, size_t pos, size_t end, const char *word)
{
  size_t n = strlen(word);
  return pos + n <= end && memcmp(t.p + pos, word, n) == 0;
}

/* A word of this role, and a space behind it. */
static bool word_at(gz_view t, size_t pos, size_t end, unsigned role)
{
  size_t e;
  return gz_small_word_at(gz_view_of(t.p, end), pos, role, &e) && e < end && t.p[e] == ' ';
}

static size_t behind_comma(const gz_clause *c, gz_view t, size_t k)
{
  size_t pos = c->ev[k].span.end;
  while (pos < c->span.end && t.p[pos] == ' ') pos++;
  return pos;
}

/* Is the comma at k one of a list of names ("A, B and C", "A, B、C")? Only if a list sign follows its last name. */
bool gz_comma_in_list(const gz_clause *c, size_t k)
{
  while (k > 0 && k + 2 < c->count && c->ev[k].type == GZ_EV_BREAK && !c->ev[k].hard && c->ev[k - 1].type == GZ_EV_ENTITY && c->ev[k + 1].type == GZ_EV_ENTITY &&
         c->ev[k + 1].span.start - c->ev[k - 1].span.end <= 6) {      /* ", the Y" */
    k += 2;
    if (c->ev[k].type == GZ_EV_LIST) return true;
  }
  return false;
}

/* ", including X": the comma opens no statement. */
static bool before_examples(const gz_clause *c, size_t k)
{
  return !c->ev[k].hard && k + 1 < c->count && c->ev[k + 1].type == GZ_EV_MARK && c->ev[k + 1].cls == MARKS(LIST) && c->ev[k + 1].span.start - c->ev[k].span.end <= 1;
}

static bool verb(const gz_event *e)
{
  return e->type == GZ_EV_CUE && lex_deal_cues_rows[e->ref].form != LEX_DEAL_CUES_FORM_NOUN && lex_deal_cues_rows[e->ref].passive == LEX_DEAL_CUES_PASSIVE_NO;
}

/* Behind the second of two names stands more of a clause, no preposition. */
static bool predicate_follows(gz_view t, size_t pos, size_t end)
{
  if (pos + 2 >= end || t.p[pos] != ' ' || t.p[pos + 1] < 'a' || t.p[pos + 1] > 'z') return false;
  return !gz_deal_beside(t, pos, GZ_BESIDE(PREPOSITION));
}

/* ", as well as new backer X": the list of names goes on behind the comma at k; the words between mark nothing. */
static bool list_goes_on(gz_clause *c, gz_view t, size_t k)
{
  if (c->ev[k].hard || k == 0 || c->ev[k - 1].type != GZ_EV_ENTITY || c->ev[k].span.start - c->ev[k - 1].span.end > 1 || !word_at(t, behind_comma(c, t, k), c->span.end, GZ_SMALL(GOES_ON))) return false;
  size_t n = k + 1, last = behind_comma(c, t, k);
  if (n + 2 < c->count && c->ev[n].type == GZ_EV_ENTITY && c->ev[n].cls == GZ_PLACE && c->ev[n + 1].type == GZ_EV_MARK && c->ev[n + 2].type == GZ_EV_ENTITY && at(t, last, c->ev[n].span.start, "and ") && predicate_follows(t, c->ev[n + 2].span.end, c->span.end)) return false;      /* ", and Portugal's Y has" */
  if (n < c->count && c->ev[n].type == GZ_EV_ENTITY && at(t, last, c->ev[n].span.start, "and ") && c->ev[n].span.start - last <= 4 && (k < 2 || (c->ev[k - 2].type != GZ_EV_LIST && c->ev[k - 2].type != GZ_EV_BREAK)) &&
      predicate_follows(t, c->ev[n].span.end, c->span.end)) return false;      /* "of X, and Y last week struck a deal" */
  while (n < c->count && c->ev[n].type != GZ_EV_ENTITY && c->ev[n].span.start - c->ev[k].span.end <= LIST_REACH) {
    if (c->ev[n].type != GZ_EV_WORD && c->ev[n].type != GZ_EV_MARK && c->ev[n].type != GZ_EV_LIST) return false;
    n++;
  }
  if (n >= c->count || c->ev[n].type != GZ_EV_ENTITY || c->ev[n].span.start - c->ev[k].span.end > LIST_REACH) return false;
  if (n + 1 < c->count && c->ev[n + 1].span.start - c->ev[n].span.end <= 12 && (verb(&c->ev[n + 1]) || (c->ev[n + 1].type == GZ_EV_WORD && c->ev[n + 1].cls != WORDS(NONE) && c->ev[n + 1].cls != WORDS(FUNDING)))) return false;
  for (size_t i = k + 1; i < n; i++) if (c->ev[i].type == GZ_EV_MARK) c->ev[i].cls = MARKS(NONE);
  c->ev[k].type = GZ_EV_LIST;
  return true;
}

/* Does the stretch from event k up to the next break state something of its own? */
static bool states(const gz_clause *c, size_t k)
{
  bool rel = false;
  for (size_t i = k + 1; i < c->count && c->ev[i].type != GZ_EV_BREAK; i++) {
    const gz_event *e = &c->ev[i];
    if (e->type == GZ_EV_MARK && e->cls == MARKS(REL)) rel = true;
    if (e->type == GZ_EV_WORD && (e->cls == WORDS(KINDOF) || e->cls == WORDS(FIRM)) && i + 1 < c->count && c->ev[i + 1].type == GZ_EV_MARK && c->ev[i + 1].cls == MARKS(OF)) rel = true;
    if (verb(e) && !rel) return true;
  }
  return false;
}

/* The comma at k opens what is only put in beside the name before it. */
static bool opens_aside(const gz_clause *c, gz_view t, size_t k)
{
  size_t pos = behind_comma(c, t, k), end = c->span.end;
  if (c->ev[k].hard || k == 0 || pos >= end) return false;
  const gz_event *p = &c->ev[k - 1], *n = k + 1 < c->count ? &c->ev[k + 1] : NULL;
  bool adjacent = c->ev[k].span.start == p->span.end, closed = n && k + 2 < c->count && c->ev[k + 2].type == GZ_EV_BREAK && c->ev[k + 2].span.start == n->span.end && n->span.start == pos;
  if (word_at(t, pos, end, GZ_SMALL(RELATIVE))) return true;
  if (!adjacent) return false;
  bool noun = p->type == GZ_EV_WORD && (p->cls == WORDS(ANAPHOR) || p->cls == WORDS(KINDOF) || p->cls == WORDS(FIRM) || p->cls == WORDS(STAFF));
  if (closed && p->type == GZ_EV_ENTITY && n->type == GZ_EV_ENTITY && n->slot == 0 && t.p[n->span.end] == ',') return n->cls == GZ_PLACE;      /* Cork, Ireland, */
  if (closed && n->type == GZ_EV_DATE && (p->type == GZ_EV_DATE || p->type == GZ_EV_ENTITY)) return true;
  if (p->type == GZ_EV_ENTITY && t.p[pos] >= '0' && t.p[pos] <= '9' && pos + 2 < end && (t.p[pos + 1] == ',' || t.p[pos + 2] == ',')) return true;      /* X, 45, */
  if (p->type != GZ_EV_ENTITY && !noun) return false;
  if (word_at(t, pos, end, GZ_SMALL(APPOSED))) return true;
  return at(t, pos, end, "the ") && !states(c, k);
}

/* ", for $3 billion": goes on with what stands before the comma. */
static bool amount_follows(const gz_clause *c, gz_view t, size_t k)
{
  if (c->ev[k].hard || !word_at(t, behind_comma(c, t, k), c->span.end, GZ_SMALL(ADDS_SUM))) return false;
  for (size_t i = k + 1; i < c->count && c->ev[i].span.start - c->ev[k].span.end <= 32; i++) {
    if (c->ev[i].type == GZ_EV_MONEY) return true;
    if (c->ev[i].type != GZ_EV_MARK && c->ev[i].type != GZ_EV_WORD) return false;
  }
  return false;
}

/* Behind an aside: does the stretch before it go on, or does another statement begin? */
static bool resumes(const gz_clause *c, gz_view t, size_t k)
{
  return !c->ev[k].hard && !word_at(t, behind_comma(c, t, k), c->span.end, GZ_SMALL(RESTARTS));
}

/* Is the break a bracket, of ASCII or, by its last byte, a wide one (U+FF08, U+FF09)? */
static bool is_bracket(gz_view t, gz_span s, char ascii, char wide)
{
  const char *p = t.p + s.start;
  return s.end - s.start == 1 ? *p == ascii : s.end - s.start == 3 && p[0] == '\xEF' && p[1] == '\xBC' && p[2] == wide;
}

void gz_clause_segments(gz_clause *c, gz_view t)
{
  uint16_t last = 0, now = 0, resume = 0, bracket = 0;
  bool aside = false, in_bracket = false, bracket_aside = false, english = strcmp(c->lang, "en") == 0;
  for (size_t i = 0; i < c->count; i++) {
    gz_event *e = &c->ev[i];
    if (e->type == GZ_EV_BREAK && !gz_comma_in_list(c, i) && !before_examples(c, i) && !(english && list_goes_on(c, t, i))) {
      if (is_bracket(t, e->span, '(', '\x88') && !in_bracket) {
        in_bracket = true; bracket = now; bracket_aside = aside; aside = true; now = ++last;
      } else if (is_bracket(t, e->span, ')', '\x89') && in_bracket) {
        in_bracket = false; now = bracket; aside = bracket_aside;
      } else if (!english || in_bracket) now = ++last;
      else if (opens_aside(c, t, i)) {
        if (!aside) resume = now;
        aside = true;
        now = ++last;
      } else if (aside && resumes(c, t, i)) { now = resume; aside = false; }
      else if (!amount_follows(c, t, i)) { now = ++last; aside = false; }
    }
    e->segment = now;
    e->aside = aside;
  }
}

/* "the Dublin-based company": a kind of company behind its article means one told of before, unless its name follows. */
void gz_clause_descriptions(gz_clause *c, gz_view t)
{
  if (strcmp(c->lang, "en")) return;
  for (size_t i = 0; i < c->count; i++) {
    gz_event *e = &c->ev[i];
    if (e->type != GZ_EV_WORD) continue;
    if (e->aside && e->cls == WORDS(ANAPHOR) && i > 0 && c->ev[i - 1].type == GZ_EV_BREAK && at(t, e->span.start, e->span.end, "the ")) e->cls = WORDS(KINDOF);      /* X, the maker of Y, */
    if (e->cls != WORDS(FIRM) || e->aside) continue;
    if (i + 1 < c->count && c->ev[i + 1].type == GZ_EV_ENTITY && c->ev[i + 1].span.start - e->span.end <= 1) continue;
    if (i > 1 && c->ev[i - 1].type == GZ_EV_MARK && c->ev[i - 1].cls == MARKS(POSS) && c->ev[i - 2].cls == GZ_PERSON && e->span.start - c->ev[i - 1].span.end <= 1) { e->cls = WORDS(ANAPHOR); continue; }      /* X Y's company */
    if (i > 0 && c->ev[i - 1].type == GZ_EV_ENTITY && c->ev[i - 1].cls != GZ_PLACE && e->span.start - c->ev[i - 1].span.end <= 1) continue;      /* the ChatGPT maker */
    for (size_t p = e->span.start; p >= c->span.start + 4 && e->span.start - p <= DESCRIPTION; p--) {
      if (t.p[p - 1] == ',' || t.p[p - 1] == ';' || t.p[p - 1] == '.') break;
      if (t.p[p - 1] == ' ' && p < e->span.start && word_at(t, p, e->span.start, GZ_SMALL(BEHIND_NOUN))) break;
      bool start = p == c->span.start + 4 || t.p[p - 5] == ' ' || t.p[p - 5] == '"' || t.p[p - 5] == '\n';
      if (start && (at(t, p - 4, e->span.start, "the ") || at(t, p - 4, e->span.start, "The "))) { e->cls = WORDS(ANAPHOR); break; }
    }
  }
}
