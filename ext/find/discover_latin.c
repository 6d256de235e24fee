/* Names in Latin script, by their capitals. The text is cut into words; words with capitals that follow one another (with initials,
** and small words that names may hold) form a run. A run is cut into pieces at titles, months, small words that do not fit, and at
** listed names; a piece is typed by its words (given names, `University`, `River`, initials) and by what stands beside it
** (a title, `in`, `said`). What cannot be typed, or is an everyday word at the start of a sentence, is no name. Where the small words
** around are not English, capitals say little (German nouns have them all): only full names of people, heads of organisations and
** abbreviations count there.
** Word lists: name_words.tsv, en_words.tsv, given_names.tsv, latin_surnames.tsv. One pass, a bounded buffer. */
#include "find/latin_token.h"
#include "find/line_lang.h"
#include "find/han_data.h"
#include "find/deal_names.h"
#include "find/latin_words.h"
#include "find/small_word.h"
#include "lex_legal_forms.h"
#include "text/ascii_block.h"

#define RUN_MAX 24
#define ROLE(x) LEX_NAME_WORDS_ROLE_##x

typedef struct latin {
  gz_ent_work *w;
  gz_listed *listed;
  gz_latin_token t[RUN_MAX];
  unsigned n;
  uint32_t before;               /* roles of the word before the run */
  bool fresh;                    /* the run starts a sentence */
  gz_line_lang lines;            /* which lines are English */
  gz_span small, earlier;        /* the last word without a capital and the one before; roles are looked up when a run follows */
} latin;

static gz_span over(const latin *l, unsigned from, unsigned to) { gz_span s = {l->t[from].span.start, l->t[to - 1].span.end}; return s; }

static bool any_role(const latin *l, unsigned from, unsigned to, uint32_t role)
{
  for (unsigned i = from; i < to; i++) if (l->t[i].roles & role) return true;
  return false;
}

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

enum { NO_TYPE = -1 };

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
  return NO_TYPE;
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

static int type_of_one(const latin *l, unsigned i, uint32_t before, bool fresh)
{
  const gz_latin_token *t = &l->t[i];
  gz_view v = gz_view_slice(l->w->text, t->span);
  if (t->roles & (ROLE(STOP) | ROLE(TIME) | ROLE(NATION) | ROLE(CONNECT))) return NO_TYPE;
  if (before & ROLE(TITLE)) return t->common && fresh ? NO_TYPE : GZ_PERSON;
  if (t->allcaps || t->dotted) {
    if (behind_market(l->w->text, t->span.start) || before_code(l->w->text, t->span.end)) return NO_TYPE;
    if (v.n < 3 || v.n > 6 || is_roman(v) || t->common || t->given) return NO_TYPE;
    return among_others(l->w->text, t->span) ? beside_han(l->w->text, t->span) : GZ_ORG;
  }
  if (t->roles & (ROLE(ORGHEAD) | ROLE(PLACEHEAD) | ROLE(ORGOF) | ROLE(PLACEPRE) | ROLE(TITLE))) return NO_TYPE;
  if (v.n < 3 || t->initial) return NO_TYPE;
  if (t->common || (!t->given && !t->surname && is_thing(v))) return NO_TYPE;
  if (in_quotes(l->w->text, t->span) || is_plural_of_letters(v) || (!t->given && !t->surname && is_demonym(l->w->text, t->span))) return NO_TYPE;
  if (!t->given && place_word_behind(l->w->text, t->span.end)) return GZ_PLACE;
  if (v.n > 3 && !t->given && among_others(l->w->text, t->span)) {
    int type = beside_han(l->w->text, t->span);
    return type != NO_TYPE ? type : t->surname ? GZ_PERSON : NO_TYPE;
  }
  if (!t->given && !t->surname && !who_behind(l->w->text, t->span.end) && gz_company_shown(l->w->text, t->span)) return GZ_ORG;      /* bought Aptel, a stake in Aptel, Aptel raised */
  if (t->given || t->surname) return before & ROLE(LOCPREP) && !t->given ? GZ_PLACE : GZ_PERSON;
  if (acts_behind(l->w->text, t->span.end)) return GZ_PERSON;
  if (before & ROLE(LOCPREP)) return GZ_PLACE;
  if (fresh) return v.p[v.n - 1] != 's' && (t->owns || who_behind(l->w->text, t->span.end)) ? GZ_PERSON : NO_TYPE;
  if (before & (ROLE(DETERMINER) | ROLE(CONNECT) | ROLE(NATION)) || among_others(l->w->text, t->span)) return NO_TYPE;
  return GZ_PERSON;                     /* a word of its own in the middle of a sentence: most often somebody's name */
}

/* Kirkland & Ellis: a house with the names of its founders, unless they are but given names. */
static bool is_house(const latin *l, unsigned from, unsigned to)
{
  for (unsigned i = from; i + 1 < to; i++) {
    gz_view between = gz_view_of(l->w->text.p + l->t[i].span.end, l->t[i + 1].span.start - l->t[i].span.end);
    if (gz_view_is(between, " & ")) return !(l->t[i].given && l->t[i + 1].given);
  }
  return false;
}

/* Is the given name the name of a listed place as well? */
static bool is_place_too(const latin *l, const gz_latin_token *t)
{
  for (size_t i = l->listed->at; i < l->listed->n && l->listed->c[i].span.start <= t->span.start; i++)
    if (l->listed->c[i].span.start == t->span.start && l->listed->c[i].state <= GZ_CAND_MEANT && gz_ref_type(l->listed->c[i].ref, l->w, l->w->names) == GZ_PLACE) return true;
  return false;
}

static int type_of_piece(const latin *l, unsigned from, unsigned to, uint32_t before, bool fresh)
{
  if (to - from == 1) return type_of_one(l, from, before, fresh);
  const gz_latin_token *first = &l->t[from], *last = &l->t[to - 1];
  bool of = any_role(l, from + 1, to - 1, ROLE(CONNECT));
  if (last->roles & ROLE(JR) && to - from > 2 && type_of_piece(l, from, to - 1, before, fresh) == GZ_PERSON) return GZ_PERSON;
  if (of && (first->roles & ROLE(ORGOF)) && !(first->roles & ROLE(PLACEOF))) return GZ_ORG;
  if (of && (first->roles & ROLE(PLACEOF))) return GZ_PLACE;
  if (first->roles & ROLE(EVENT)) return NO_TYPE;
  if (last->roles & ROLE(PAPER) && !first->given) return GZ_PUBLICATION;
  if (last->roles & ROLE(ORGHEAD) && !(last->roles & ROLE(PAPER) && to - from == 2)) return GZ_ORG;
  if (of && any_role(l, from, to, ROLE(ORGOF) | ROLE(ORGHEAD))) return GZ_ORG;
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
  if (of && !any_role(l, from, to, ROLE(PARTICLE))) return NO_TYPE;
  if (common == 0 && caps == 0 && to - from <= 4) {
    if (known) return GZ_PERSON;
    if (gz_company_shown(l->w->text, (gz_span){first->span.start, last->span.end})) return GZ_ORG;
    if (before & ROLE(LOCPREP) && to - from == 2) return GZ_PLACE;
    return GZ_PERSON;
  }
  if (to - from < 4 && last[-1].roles & ROLE(NATION) && last->allcaps && last->span.end - last->span.start <= 3) return NO_TYPE;      /* French AI, American CEO */
  if (caps && to - from <= 4 && common < to - from) return caps > 1 && common && !among_others(l->w->text, over(l, from, to)) ? NO_TYPE : GZ_ORG;          /* GREAT VIDOI */
  if (common && !fresh && known && to - from <= 4) return GZ_PERSON;
  return NO_TYPE;
}

/* 霍普利（Hopley）: the name whose spelling stands in brackets, or GZ_REF_NONE. */
static uint32_t glossed_name(const latin *l, gz_span s)
{
  gz_view t = l->w->text;
  size_t i = s.start;
  if (i == 0) return GZ_REF_NONE;
  uint32_t cp = gz_utf8_prev(t.p, t.n, &i);
  if (cp != '(' && cp != 0xFF08) return GZ_REF_NONE;
  while (i > 0 && t.p[i - 1] == ' ') i--;
  if (i == 0 || (unsigned char)t.p[i - 1] < 0x80) return GZ_REF_NONE;
  const gz_listed *d = l->listed;
  for (size_t k = d->at; k < d->n && d->c[k].span.start < i; k++)
    if (d->c[k].span.end == i && d->c[k].state <= GZ_CAND_MEANT) return d->c[k].ref;
  return GZ_REF_NONE;
}

/* Does the bracket close right behind a name that may be the spelling of a discovered one? Capitals alone (CEO) are none of a person. */
static bool spells(const latin *l, unsigned from, unsigned to, uint32_t ref)
{
  uint32_t behind = gz_latin_peek(l->w->text, l->t[to - 1].span.end);
  bool capitals = to - from == 1 && (l->t[from].allcaps || l->t[from].dotted);
  return ref >= GZ_REF_FOUND && ref != GZ_REF_NONE && (behind == ')' || behind == 0xFF09) && !(capitals && gz_ref_type(ref, l->w, l->w->names) == GZ_PERSON);
}

static bool of_behind(gz_view t, size_t pos) { return pos + 4 < t.n && memcmp(t.p + pos, " of ", 4) == 0; }

/* May a piece of this type hold a listed name? Bank of Boston, Lake Geneva, Paris Hilton: when its head or a given name says so. */
static bool outdoes(const latin *l, unsigned from, unsigned to, int type, const gz_cand *c)
{
  if (type == NO_TYPE || to - from < 2) return false;
  if (type == GZ_PERSON) {      /* Paris Hilton; Roland Harms, though Roland alone may be a company */
    uint8_t listed = gz_ref_type(c->ref, l->w, l->w->names);
    bool first_alone = c->span.start == l->t[from].span.start && c->span.end == l->t[from].span.end;
    return l->t[from].given && (listed == GZ_PLACE || (listed == GZ_ORG && c->class != GZ_CLASS_SURE && first_alone && !l->t[to - 1].common));
  }
  uint32_t head = l->t[to - 1].roles & (ROLE(ORGHEAD) | ROLE(PLACEHEAD) | ROLE(PAPER)), first = l->t[from].roles & (ROLE(ORGOF) | ROLE(PLACEOF) | ROLE(PLACEPRE));
  bool bank_of = any_role(l, from, to, ROLE(ORGOF)) && any_role(l, from + 1, to, ROLE(CONNECT)) && c->span.start > l->t[from].span.start;
  return head || bank_of || (type == GZ_ORG && of_behind(l->w->text, c->span.end)) || (first && (type == GZ_PLACE || any_role(l, from + 1, to, ROLE(CONNECT))));
}

/* @Somebody, no part of an address. */
static bool is_handle(gz_view t, gz_span s)
{
  return s.start > 0 && t.p[s.start - 1] == '@' && (s.start == 1 || !gz_ascii_word((unsigned char)t.p[s.start - 2])) && (s.end == t.n || (t.p[s.end] != '@' && t.p[s.end] != '='));
}

/* What a piece still is in such a line. */
static int type_abroad(const latin *l, unsigned from, unsigned to, int type, uint32_t before)
{
  const gz_latin_token *first = &l->t[from], *last = &l->t[to - 1];
  bool one = to - from == 1;
  if (type == GZ_PERSON) return !one && to - from <= 4 && (first->given || before & ROLE(TITLE)) && !last->common && !(last->roles & ROLE(ORGHEAD)) ? type : NO_TYPE;
  uint32_t form;
  if (type == GZ_ORG && !one && gz_trie_exact(&lex_legal_forms.trie, gz_view_slice(l->w->text, last->span), &form)) return type;
  if (type == GZ_ORG) return one ? (first->allcaps ? type : NO_TYPE) : last->roles & (ROLE(ORGHEAD) | ROLE(PAPER)) ? type : NO_TYPE;
  return NO_TYPE;
}

/* Could type_abroad leave any type to it? Most often none, and what else it may be need not be asked. */
static bool may_be_abroad(const latin *l, unsigned from, unsigned to, uint32_t before)
{
  const gz_latin_token *first = &l->t[from], *last = &l->t[to - 1];
  uint32_t form;
  if (to - from == 1) return first->allcaps;
  if (last->roles & (ROLE(ORGHEAD) | ROLE(PAPER))) return true;
  if (to - from <= 4 && (first->given || before & ROLE(TITLE)) && !last->common) return true;
  return gz_trie_exact(&lex_legal_forms.trie, gz_view_slice(l->w->text, last->span), &form);
}

static bool emit(latin *l, unsigned from, unsigned to, uint32_t before, bool fresh)
{
  while (from < to && !l->t[from].cap) from++;
  while (from < to && !l->t[to - 1].cap) to--;
  if (from == to) return true;
  gz_span s = over(l, from, to);
  if (gz_listed_exact(l->listed, s)) return true;
  if (!gz_rule_address(l->w->text, s) && !is_handle(l->w->text, s)) return true;
  bool abroad = gz_line_known_foreign(&l->lines, s.start);
  int type = abroad && !may_be_abroad(l, from, to, before) ? NO_TYPE : type_of_piece(l, from, to, before, fresh);
  if (type != NO_TYPE && gz_line_foreign(&l->lines, l->w->text, s.start)) type = type_abroad(l, from, to, type, before);
  uint32_t glossed = glossed_name(l, s);
  if (glossed != GZ_REF_NONE) type = gz_ref_type(glossed, l->w, l->w->names);
  const gz_cand *c = gz_listed_in(l->listed, s);
  if (c && !outdoes(l, from, to, type, c)) {
    /* a listed name stands inside: it stays, and what is left on either side is looked at again */
    unsigned i = from, k = to;
    while (i < to && l->t[i].span.end <= c->span.start) i++;
    while (k > from && l->t[k - 1].span.start >= c->span.end) k--;
    if (i >= k) return true;
    return (i == from || emit(l, from, i, before, fresh)) && (k == to || emit(l, k, to, 0, false));
  }
  if (spells(l, from, to, glossed)) return gz_found_gloss(l->w, s, glossed);
  uint32_t form;
  if (type == GZ_ORG && to - from > 1 && s.end < l->w->text.n && l->w->text.p[s.end] == '.' && gz_trie_exact(&lex_legal_forms.trie, gz_view_slice(l->w->text, l->t[to - 1].span), &form)) s.end++;      /* Lumora Inc. */
  return type == NO_TYPE || gz_found_add(l->w, s, (uint8_t)type);
}

/* May the small word at i join what stands on either side of it into one name? */
static bool joins(const latin *l, unsigned from, unsigned i)
{
  const gz_latin_token *t = &l->t[i];
  gz_view v = gz_view_slice(l->w->text, t->span);
  uint32_t left = l->t[i - 1].roles;
  if (gz_view_is(v, "of")) return any_role(l, from, i, ROLE(ORGOF) | ROLE(PLACEOF) | ROLE(ORGHEAD)) || (left & ROLE(PLACEHEAD)) != 0;
  if (gz_view_is(v, "for")) return any_role(l, from, i, ROLE(ORGOF) | ROLE(ORGHEAD));
  if (gz_view_is(v, "the")) return i > from + 1 && !l->t[i - 1].cap;
  if (gz_view_is(v, "and")) return i > from + 1 && any_role(l, from, i, ROLE(ORGOF)) && any_role(l, from, i, ROLE(CONNECT));
  if (gz_view_is(v, "in") || gz_view_is(v, "on") || gz_view_is(v, "do")) return false;
  return (t->roles & ROLE(PARTICLE)) != 0;
}

/* Does the rest of the run end in the head of an organisation or place, before anything cuts it? General Motors Corp, King County. */
static bool headed(const latin *l, unsigned i)
{
  return i + 1 < l->n && !l->t[i + 1].given && (l->t[l->n - 1].roles & (ROLE(ORGHEAD) | ROLE(PLACEHEAD)));
}

static void flush(latin *l)
{
  while (l->n && !l->t[l->n - 1].cap) l->n--;
  unsigned i = 0;
  uint32_t before = l->before;
  bool fresh = l->fresh;
  unsigned from = 0;
  bool ok = true;
  for (; ok && i < l->n; i++) {
    const gz_latin_token *t = &l->t[i];
    bool cut = false, drop = false;
    if (!t->cap) cut = drop = i == from || !joins(l, from, i);
    else if (i == from && fresh && t->common && !t->given && !t->allcaps && !(t->roles & (ROLE(ORGOF) | ROLE(PLACEOF) | ROLE(PLACEPRE) | ROLE(NATION) | ROLE(TITLE))) &&
             !(t->roles & ROLE(ORGPRE) && i + 1 < l->n && l->t[i + 1].cap)) cut = drop = true;
    else if (i == from && (t->roles & ROLE(STOP)) && !t->initial) cut = drop = true;
    else if (i == from && t->roles & ROLE(PLACEPRE) && !t->allcaps && i + 2 == l->n && l->t[i + 1].allcaps) cut = drop = true;      /* La KOTB: an article, no part of a place */
    else if (t->roles & ROLE(TITLE) && !t->given && !headed(l, i)) cut = drop = true;
    else if (t->roles & ROLE(TIME) && !(t->given && i + 1 < l->n)) cut = drop = true;
    else if (i == from && t->roles & ROLE(NATION) && !headed(l, i) && !(i + 1 < l->n && l->t[i + 1].allcaps)) cut = drop = true;
    else if (i == from && t->roles & ROLE(CONNECT) && gz_view_is(gz_view_slice(l->w->text, t->span), "The")) cut = drop = true;
    if (!cut) continue;
    if (i > from) ok = emit(l, from, i, before, fresh);
    before = t->roles;
    fresh = fresh && i == from && !(t->roles & ROLE(TITLE));
    from = i + (drop ? 1 : 0);
  }
  if (ok && from < l->n) emit(l, from, l->n, before, fresh);
  l->n = 0;
}

/* A run starts: what stands before it? */
static void open_run(latin *l, size_t start)
{
  gz_view t = l->w->text;
  bool near = l->small.end && start - l->small.end <= 1 && l->small.end - l->small.start <= 12;
  l->before = near ? gz_latin_roles_of(gz_view_slice(t, l->small)) : 0;
  if (near && gz_view_is(gz_view_slice(t, l->small), "of") && l->earlier.end + 1 == l->small.start &&
      (gz_latin_roles_of(gz_view_slice(t, l->earlier)) & (ROLE(PLACEHEAD) | ROLE(PLACEOF)))) l->before |= ROLE(LOCPREP);      /* the state of X */
  size_t i = start;
  l->fresh = true;
  while (i > 0) {
    uint32_t cp = gz_utf8_prev(t.p, t.n, &i);
    if (cp == ' ' || cp == '"' || cp == '\'' || cp == 0x201C || cp == 0x2018 || cp == '(' || cp == '*' || cp == 0x3000) continue;
    l->fresh = cp == '.' || cp == '!' || cp == '?' || cp == '\n' || cp == ':' || cp == '-' || cp == 0x2014 || cp == 0x2026 || cp == ';' || cp == '>' || cp == '/';
    return;
  }
}

/* Is the newline at i one of a hard-wrapped text? Its line is then long. */
static bool wrapped(gz_view t, size_t i)
{
  size_t k = i;
  while (k > 0 && i - k < 60 && t.p[k - 1] != '\n') k--;
  return i - k == 60;
}

/* Can the word at `start` continue a run that ends at `end`? One space, a dot behind an initial or a short form, a hyphenless `&`. */
static bool continues(const latin *l, size_t end, size_t start)
{
  gz_view t = l->w->text;
  const gz_latin_token *last = &l->t[l->n - 1];
  if (last->owns || start - end > 4) return false;
  size_t i = end;
  if (i < start && t.p[i] == '.' && (last->initial || last->dotted || last->roles & (ROLE(TITLE) | ROLE(PLACEPRE) | ROLE(JR)) || last->span.end - last->span.start <= 2)) i++;
  if (i < start && t.p[i] == '\n' && i + 1 == start) return (i == end || l->n > 1 || last->roles & ROLE(TITLE)) && wrapped(t, i);      /* "on X." ends its line */
  if (i >= start || t.p[i] != ' ') return last->initial && i == start;
  i++;
  if (i < start && t.p[i] == '&' && i + 2 == start && t.p[i + 1] == ' ') return true;
  return i == start;
}

/* Punctuation of Chinese text at p: no letter before it reaches behind it. */
static bool wide_sign(const unsigned char *p)
{
  if (p[0] == 0xEF) return p[1] == 0xBC && (p[2] < 0x90 || (p[2] > 0x99 && p[2] <= 0xA0));
  return p[0] == 0xE3 && p[1] == 0x80 && (p[2] == 0x81 || p[2] == 0x82 || (p[2] >= 0x8C && p[2] <= 0x8F));
}

/* Where the next word may start a run: at a capital, or where there may be a letter that is none of ASCII. What lies before it are small
** words, Han, kana and punctuation. */
static size_t next_start(gz_view t, size_t pos)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (;;) {
    unsigned mask = 0;
    for (; t.n - pos >= GZ_BLOCK && !(mask = gz_block_latin(s + pos)); pos += GZ_BLOCK) { }
    if (mask) pos += gz_lowest(mask);
    else while (pos < t.n && s[pos] - (unsigned)'A' >= 26u && (s[pos] < 0xC0 || (s[pos] >= 0xE3 && s[pos] <= 0xE9))) pos++;
    if (pos + 3 > t.n || !(wide_sign(s + pos) || (s[pos] == 0xE2 && s[pos + 1] == 0x80))) return pos;
    pos++;
  }
}

/* Does nothing but Han and kana stand before pos, back to a sign, to ASCII that is no letter or digit, or to `floor`? */
static bool behind_han(const unsigned char *s, size_t floor, size_t pos)
{
  size_t i = pos;
  for (; i - floor > 2 && s[i - 3] >= 0xE3 && ((s[i - 2] ^ 0x80u) | (s[i - 1] ^ 0x80u)) < 0x40; i -= 3) {
    if (wide_sign(s + i - 3)) return true;
    if (s[i - 3] > 0xE9) return false;
  }
  return i < pos && (i == floor || (s[i - 1] < 0x80 && !gz_ascii_word(s[i - 1])));
}

/* Back from there to where reading takes up again: the word before it is asked for what it is, and where that is `of`, the one before too
** (open_run). So two or three blanks, or punctuation of Chinese text; a word never goes on behind either. Behind Han no word is asked for.
** Not before `floor`. */
static size_t take_up(gz_view t, size_t floor, size_t pos)
{
  const unsigned char *s = (const unsigned char *)t.p;
  if (pos - floor > 2 && s[pos - 1] >= 0x80 && behind_han(s, floor, pos)) return pos;
  unsigned blanks = 0, most = pos - floor > 3 && memcmp(s + pos - 3, "of", 2) == 0 ? 3 : 2;
  while (pos > floor) {
    unsigned char c = s[pos - 1];
    if (c <= ' ' && ++blanks == most) break;
    if (c < 0x80 || pos - floor < 3 || s[pos - 3] < 0xE3 || ((s[pos - 2] ^ 0x80u) | (c ^ 0x80u)) >= 0x40) { pos--; continue; }
    if (wide_sign(s + pos - 3) && (pos == t.n || (s[pos] & 0xC0) != 0x80)) break;
    pos -= 3;
  }
  return pos;
}

void gz_discover_latin(gz_ent_work *w, gz_listed *listed)
{
  latin l;
  memset(&l, 0, sizeof l);
  l.w = w;
  l.listed = listed;
  gz_view t = w->text;
  size_t i = 0, end = 0, start = 0;      /* start: where the next run may start */
  bool inside = false;
  while (i < t.n && !w->nomem) {
    if (i - w->polled > 65536 && gz_work_stop(w, i)) return;
    if (!l.n && !inside && i >= start) {
      start = next_start(t, i) + 1;
      i = take_up(t, i, start - 1);
      if (start > t.n) break;
    }
    unsigned char c = (unsigned char)t.p[i];
    uint32_t cp = c;
    size_t next = i + 1;
    if (c >= 0x80) {
      /* Kana, Han and their punctuation: nothing begins or goes on. A byte too many behind such a character is met next. */
      bool wide = c >= 0xE3 && c <= 0xE9;
      if (wide && l.n) flush(&l);
      if (wide && !inside && i + 4 <= t.n && gz_utf8_looks_three(t.p + i)) { i += 3; continue; }
      next = i;
      cp = gz_utf8_next(t.p, t.n, &next);
    }
    if (!gz_latin_letter(cp) || inside) {
      inside = (cp >= '0' && cp <= '9') || (inside && gz_is_alnum(cp));
      i = next;
      continue;
    }
    gz_latin_token k;
    size_t pos = i;
    gz_latin_read(t, &pos, &k);
    if (k.cap) {
      gz_latin_look_up(t, &k);
      bool the = (k.roles & ROLE(CONNECT)) && gz_view_is(gz_view_slice(t, k.span), "The");
      if (l.n && (the || !continues(&l, end, i))) flush(&l);
      if (l.n == RUN_MAX) flush(&l);
      if (!l.n) open_run(&l, i);
      l.t[l.n++] = k;
      l.small.end = 0;
    } else {
      gz_view v = gz_view_slice(t, k.span);
      if (l.n && v.n <= 5 && l.n + 1 < RUN_MAX && continues(&l, end, i) && ((k.roles = gz_latin_roles_of(v)) & ROLE(CONNECT))) l.t[l.n++] = k;
      else if (l.n) flush(&l);
      l.earlier = l.small;
      l.small = k.span;
    }
    end = k.span.end;
    i = pos;
  }
  if (!w->nomem) flush(&l);
}
