/* What a piece of a run in Latin script is: person, organisation, place, paper, or no name. Its own words tell (given names, `University`,
** `River`, initials), then what stands beside it (a title, `in`, `said`, an age). In a line that is not English capitals say little, and only full
** names of people, heads of organisations, legal forms and abbreviations are left. Word lists: name_words.tsv, en_words.tsv, given_names.tsv,
** latin_surnames.tsv. */
#include "find/discover_latin.h"
#include "find/deal_names.h"
#include "find/han_data.h"
#include "find/small_word.h"
#include "lex_legal_forms.h"

static bool is_roman(gz_view v)
{
  for (size_t i = 0; i < v.n; i++) if (!strchr("IVXLCDM", v.p[i])) return false;
  return true;
}

/* Verbs of speaking, or a comma and an age, right behind: a person acts. */
static bool acts_behind(gz_view t, size_t pos)
{
  size_t i = pos;
  if (gz_latin_peek(t, i) == ',') {
    while (gz_latin_peek(t, ++i) == ' ') { }
    return i + 2 < t.n && t.p[i] >= '1' && t.p[i] <= '9' && t.p[i + 1] >= '0' && t.p[i + 1] <= '9' && (t.p[i + 2] == ',' || t.p[i + 2] == '.');
  }
  if (gz_latin_peek(t, i) != ' ') return false;
  size_t from = ++i;
  while (i < t.n && t.p[i] >= 'a' && t.p[i] <= 'z') i++;
  return i > from && (gz_latin_roles_of(gz_view_of(t.p + from, i - from)) & ROLE(SPEECH));
}

/* Han, kana or Hangul a few characters away: capitals in such a text are most often no organisation. */
static bool among_others(gz_view t, gz_span s)
{
  size_t i = s.start, k = s.end;
  for (int n = 0; n < 4 && i > 0; n++) { uint32_t cp = gz_utf8_prev(t.p, t.n, &i); if (gz_is_unspaced(cp) || gz_is_hangul(cp)) return true; }
  for (int n = 0; n < 4 && k < t.n; n++) { uint32_t cp = gz_utf8_next(t.p, t.n, &k); if (gz_is_unspaced(cp) || gz_is_hangul(cp)) return true; }
  return false;
}

/* "Geronimo": a single word in quotation marks is a title or a word that is spoken of. */
static bool in_quotes(gz_view t, gz_span s)
{
  size_t i = s.start;
  uint32_t before = i ? gz_utf8_prev(t.p, t.n, &i) : 0, behind = gz_latin_peek(t, s.end);
  return (before == '"' && behind == '"') || (before == 0x201C && behind == 0x201D) || (before == 0x2018 && behind == 0x2019);
}

/* GIFs, ATMs: capitals and a small s are many of a kind. */
static bool is_plural_of_letters(gz_view v)
{
  if (v.n < 3 || v.p[v.n - 1] != 's') return false;
  for (size_t i = 0; i + 1 < v.n; i++) if (v.p[i] < 'A' || v.p[i] > 'Z') return false;
  return true;
}

/* Is the small word behind one for a kind of place? Tulcea county. */
static bool place_word_behind(gz_view t, size_t pos)
{
  if (gz_latin_peek(t, pos) != ' ') return false;
  size_t from = pos + 1, i = from;
  while (i < t.n && t.p[i] >= 'a' && t.p[i] <= 'z') i++;
  return i > from && (gz_latin_roles_of(gz_view_of(t.p + from, i - from)) & ROLE(PLACEHEAD));
}

/* The Corsican officer, Floridians: an adjective or the people of a place. */
static bool is_demonym(gz_view t, gz_span s)
{
  gz_view v = gz_view_slice(t, s);
  bool many = v.n > 5 && v.p[v.n - 1] == 's';
  size_t n = v.n - many;
  if (n < 6 || v.p[n - 1] != 'n' || v.p[n - 2] != 'a' || (v.p[n - 3] != 'i' && v.p[n - 3] != 'e' && v.p[n - 3] != 'c')) return false;
  uint32_t behind = gz_latin_peek(t, s.end + 1);
  return many || (gz_latin_peek(t, s.end) == ' ' && behind >= 'a' && behind <= 'z');
}

/* Seagal, whose grandmother was … */
static bool who_behind(gz_view t, size_t pos) { return pos + 5 < t.n && memcmp(t.p + pos, ", who", 5) == 0; }

/* 收购Mineralo的股权, Mineralo宣布, Mineralo股份: in Chinese text a Latin word is a company when a verb of business stands before it or
** a verb of speaking, a word for a company or for its shares behind it. */
static int beside_han(gz_view t, gz_span s)
{
  gz_hit hits[8];
  size_t n = s.end < t.n ? gz_han_prefixes(t, s.end, hits, 8) : 0;
  while (n-- > 0) {
    uint16_t roles = gz_han_rows[hits[n].value].roles;
    if (roles & GZ_HAN_SPEECH) return hits[n].end - s.end == 3 ? GZ_PERSON : GZ_ORG;         /* 说: somebody; 宣布: a company */
    if (roles & (GZ_HAN_TAIL | GZ_HAN_SEAT)) return GZ_ORG;
  }
  for (uint32_t back = 6; back <= 12 && back <= s.start; back += 3) {
    uint32_t row;
    if (!gz_han_exact(gz_view_of(t.p + s.start - back, back), &row)) continue;
    const gz_han_row *r = &gz_han_rows[row];
    if ((r->roles & (GZ_HAN_STOP | GZ_HAN_SPEECH) && (r->pos == GZ_POS_V || !r->word)) || r->roles & GZ_HAN_TAIL) return GZ_ORG;
  }
  return GZ_NO_TYPE;
}

/* NYSE: HRN: the code of a company, not its name. */
static bool behind_market(gz_view t, size_t pos)
{
  size_t i = pos;
  if (i > 0 && t.p[i - 1] == ' ') i--;
  if (i < 4 || t.p[i - 1] != ':') return false;
  size_t letters = 0;
  for (i--; i > 0 && t.p[i - 1] >= 'A' && t.p[i - 1] <= 'Z'; i--) letters++;
  return letters > 2;
}

/* NASDAQ: HRN: a market, whose code follows. */
static bool before_code(gz_view t, size_t pos)
{
  if (pos >= t.n || t.p[pos] != ':') return false;
  size_t i = pos + 1 + (pos + 1 < t.n && t.p[pos + 1] == ' '), from = i;
  while (i < t.n && (unsigned)(t.p[i] - 'A') < 26u) i++;
  return i > from && i - from < 6 && (i == t.n || t.p[i] == ')' || t.p[i] == ',' || t.p[i] == ';' || t.p[i] == '.');
}

/* Encryption, Westerners, Newsgroups: by its end a thing, an idea or people of a kind. */
static bool is_thing(gz_view v)
{
  for (size_t n = 3; n <= 5 && v.n > n + 3; n++) if (gz_small_word_is(gz_view_of(v.p + v.n - n, n), GZ_SMALL(THING_END))) return true;
  return v.n > 4 && v.p[v.n - 1] == 's' && gz_latin_word(gz_view_of(v.p, v.n - 1)) & GZ_LATIN_COMMON;
}

static int type_of_one(const gz_latin_run *l, unsigned i, uint32_t before, bool fresh)
{
  const gz_latin_token *t = &l->t[i];
  gz_view v = gz_view_slice(l->w->text, t->span);
  if (t->roles & (ROLE(STOP) | ROLE(TIME) | ROLE(NATION) | ROLE(CONNECT))) return GZ_NO_TYPE;
  if (before & ROLE(TITLE)) return t->common && fresh ? GZ_NO_TYPE : GZ_PERSON;
  if (t->allcaps || t->dotted) {
    if (behind_market(l->w->text, t->span.start) || before_code(l->w->text, t->span.end)) return GZ_NO_TYPE;
    if (v.n < 3 || v.n > 6 || is_roman(v) || t->common || t->given) return GZ_NO_TYPE;
    return among_others(l->w->text, t->span) ? beside_han(l->w->text, t->span) : GZ_ORG;
  }
  if (t->roles & (ROLE(ORGHEAD) | ROLE(PLACEHEAD) | ROLE(ORGOF) | ROLE(PLACEPRE) | ROLE(TITLE))) return GZ_NO_TYPE;
  if (v.n < 3 || t->initial) return GZ_NO_TYPE;
  if (t->common || (!t->given && !t->surname && is_thing(v))) return GZ_NO_TYPE;
  if (in_quotes(l->w->text, t->span) || is_plural_of_letters(v) || (!t->given && !t->surname && is_demonym(l->w->text, t->span))) return GZ_NO_TYPE;
  if (!t->given && place_word_behind(l->w->text, t->span.end)) return GZ_PLACE;
  if (v.n > 3 && !t->given && among_others(l->w->text, t->span)) {
    int type = beside_han(l->w->text, t->span);
    return type != GZ_NO_TYPE ? type : t->surname ? GZ_PERSON : GZ_NO_TYPE;
  }
  if (!t->given && !t->surname && !who_behind(l->w->text, t->span.end) && gz_company_shown(l->w->text, t->span)) return GZ_ORG;      /* bought Aptel, a stake in Aptel, Aptel raised */
  if (t->given || t->surname) return before & ROLE(LOCPREP) && !t->given ? GZ_PLACE : GZ_PERSON;
  if (acts_behind(l->w->text, t->span.end)) return GZ_PERSON;
  if (before & ROLE(LOCPREP)) return GZ_PLACE;
  if (fresh) return v.p[v.n - 1] != 's' && (t->owns || who_behind(l->w->text, t->span.end)) ? GZ_PERSON : GZ_NO_TYPE;
  if (before & (ROLE(DETERMINER) | ROLE(CONNECT) | ROLE(NATION)) || among_others(l->w->text, t->span)) return GZ_NO_TYPE;
  return GZ_PERSON;                     /* a word of its own in the middle of a sentence: most often somebody's name */
}

/* Kirkland & Ellis: a house with the names of its founders, unless they are but given names. */
static bool is_house(const gz_latin_run *l, unsigned from, unsigned to)
{
  for (unsigned i = from; i + 1 < to; i++) {
    gz_view between = gz_view_of(l->w->text.p + l->t[i].span.end, l->t[i + 1].span.start - l->t[i].span.end);
    if (gz_view_is(between, " & ")) return !(l->t[i].given && l->t[i + 1].given);
  }
  return false;
}

/* Is the given name the name of a listed place as well? */
static bool is_place_too(const gz_latin_run *l, const gz_latin_token *t)
{
  for (size_t i = l->listed->at; i < l->listed->n && l->listed->c[i].span.start <= t->span.start; i++)
    if (l->listed->c[i].span.start == t->span.start && l->listed->c[i].state <= GZ_CAND_MEANT && gz_ref_type(l->listed->c[i].ref, l->w, l->w->names) == GZ_PLACE) return true;
  return false;
}

int gz_latin_type(const gz_latin_run *l, unsigned from, unsigned to, uint32_t before, bool fresh)
{
  if (to - from == 1) return type_of_one(l, from, before, fresh);
  const gz_latin_token *first = &l->t[from], *last = &l->t[to - 1];
  bool of = gz_latin_any(l, from + 1, to - 1, ROLE(CONNECT));
  if (last->roles & ROLE(JR) && to - from > 2 && gz_latin_type(l, from, to - 1, before, fresh) == GZ_PERSON) return GZ_PERSON;
  if (of && (first->roles & ROLE(ORGOF)) && !(first->roles & ROLE(PLACEOF))) return GZ_ORG;
  if (of && (first->roles & ROLE(PLACEOF))) return GZ_PLACE;
  if (first->roles & ROLE(EVENT)) return GZ_NO_TYPE;
  if (last->roles & ROLE(PAPER) && !first->given) return GZ_PUBLICATION;
  if (last->roles & ROLE(ORGHEAD) && !(last->roles & ROLE(PAPER) && to - from == 2)) return GZ_ORG;
  if (of && gz_latin_any(l, from, to, ROLE(ORGOF) | ROLE(ORGHEAD))) return GZ_ORG;
  if (is_house(l, from, to)) return GZ_ORG;
  bool people = first->given || before & ROLE(TITLE);
  unsigned common = 0, caps = 0, known = 0;
  if (people && !(before & ROLE(TITLE)) && last->common && !last->surname && !last->given && !last->initial && is_place_too(l, first)) people = false;      /* Paris Agreement */
  for (unsigned i = from; i < to; i++) {
    if (!l->t[i].cap) continue;
    common += l->t[i].common && !l->t[i].given;
    caps += l->t[i].allcaps && !l->t[i].initial;
    known += l->t[i].given || l->t[i].surname || l->t[i].initial;
  }
  if (last->roles & ROLE(PLACEHEAD) && !(people && to - from == 2 && (!last->common || (first->given && before & ROLE(TITLE))))) return GZ_PLACE;      /* economist Sarah House */
  if (people && (to - from <= 4 || of)) return GZ_PERSON;
  if (first->roles & ROLE(PLACEPRE) && common == (unsigned)(first->common && !first->given) && !(last->roles & ROLE(NATION)) && !is_demonym(l->w->text, last->span)) return GZ_PLACE;
  if (first->initial && to - from <= 4) return GZ_PERSON;
  if (of && !gz_latin_any(l, from, to, ROLE(PARTICLE))) return GZ_NO_TYPE;
  if (common == 0 && caps == 0 && to - from <= 4) {
    if (known) return GZ_PERSON;
    if (gz_company_shown(l->w->text, (gz_span){first->span.start, last->span.end})) return GZ_ORG;
    if (before & ROLE(LOCPREP) && to - from == 2) return GZ_PLACE;
    return GZ_PERSON;
  }
  if (to - from < 4 && last[-1].roles & ROLE(NATION) && last->allcaps && last->span.end - last->span.start <= 3) return GZ_NO_TYPE;      /* French AI, American CEO */
  if (caps && to - from <= 4 && common < to - from) return caps > 1 && common && !among_others(l->w->text, gz_latin_over(l, from, to)) ? GZ_NO_TYPE : GZ_ORG;          /* GREAT VIDOI */
  if (common && !fresh && known && to - from <= 4) return GZ_PERSON;
  return GZ_NO_TYPE;
}

int gz_latin_type_abroad(const gz_latin_run *l, unsigned from, unsigned to, int type, uint32_t before)
{
  const gz_latin_token *first = &l->t[from], *last = &l->t[to - 1];
  bool one = to - from == 1;
  if (type == GZ_PERSON) return !one && to - from <= 4 && (first->given || before & ROLE(TITLE)) && !last->common && !(last->roles & ROLE(ORGHEAD)) ? type : GZ_NO_TYPE;
  uint32_t form;
  if (type == GZ_ORG && !one && gz_trie_exact(&lex_legal_forms.trie, gz_view_slice(l->w->text, last->span), &form)) return type;
  if (type == GZ_ORG) return one ? (first->allcaps ? type : GZ_NO_TYPE) : last->roles & (ROLE(ORGHEAD) | ROLE(PAPER)) ? type : GZ_NO_TYPE;
  return GZ_NO_TYPE;
}

bool gz_latin_may_be_abroad(const gz_latin_run *l, unsigned from, unsigned to, uint32_t before)
{
  const gz_latin_token *first = &l->t[from], *last = &l->t[to - 1];
  uint32_t form;
  if (to - from == 1) return first->allcaps;
  if (last->roles & (ROLE(ORGHEAD) | ROLE(PAPER))) return true;
  if (to - from <= 4 && (first->given || before & ROLE(TITLE)) && !last->common) return true;
  return gz_trie_exact(&lex_legal_forms.trie, gz_view_slice(l->w->text, last->span), &form);
}
