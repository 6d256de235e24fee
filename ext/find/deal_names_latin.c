/* Runs of capitals that the entity layer left alone, as possible names of companies: Velotra, X1, Harrowgate Foods, CYVN Holdings. What
** shows a company (lexicon name_cues): a kind of company or a deal's word right before, a company's doing right behind, or a comma
** and an apposition that holds a kind of company ("Corvane, a Paris-based maker of ..."). */
#include "find/deal_names.h"
#include "find/latin_words.h"
#include "find/lexmatch.h"
#include "lex_legal_forms.h"
#include "lex_name_cues.h"
#include "text/ascii_block.h"

#define CLASS(x) LEX_NAME_CUES_CLASS_##x
#define ROLE(x) LEX_NAME_WORDS_ROLE_##x
#define WORDS_MAX 4
#define APPOSITION 90

static bool upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static bool word_byte(unsigned char c) { return upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0xC3; }

typedef struct wanted { unsigned mask; bool hit; } wanted;

static bool of_class(void *arg, size_t start, uint32_t value)
{
  wanted *w = arg;
  (void)start;
  w->hit |= (lex_name_cues_rows[value].class & w->mask) != 0;
  return w->hit;
}

static bool ends_in(gz_view t, size_t end, unsigned mask)
{
  wanted w = {mask, false};
  gz_lex_ending(&lex_name_cues.trie, t, end > 40 ? end - 40 : 0, end, 4, of_class, &w);
  return w.hit;
}

static bool starts_with(gz_view t, size_t pos, unsigned mask)
{
  gz_hit h[8];
  size_t n = gz_trie_prefixes(&lex_name_cues.trie, t, pos, h, 8);
  for (size_t i = 0; i < n; i++) if ((lex_name_cues_rows[h[i].value].class & mask) && gz_word_boundary(t, h[i].end)) return true;
  return false;
}

/* What may follow the head of an apposition: "a maker of chips", "the chain that", not "the company chief". */
static bool head_ends(gz_view t, size_t pos)
{
  static const char *const words[] = {" of ", " that ", " which ", " based ", " in ", " behind ", " backed ", " owned ", " and ", " for ", " whose ", " with ", " focused ", " founded ", " specializing ", " specialising "};
  if (pos >= t.n || t.p[pos] == ',' || t.p[pos] == '.' || t.p[pos] == ';') return true;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++) if (t.n - pos >= strlen(words[k]) && memcmp(t.p + pos, words[k], strlen(words[k])) == 0) return true;
  return false;
}

/* ", a Paris-based maker of chips,": a kind of company as the head of what follows the comma. strict: certainly the head. */
static bool apposition(gz_view t, size_t pos, bool strict)
{
  static const char *const articles[] = {"a ", "an ", "the ", "one of ", "which "};
  if (pos + 2 >= t.n || t.p[pos] != ',' || t.p[pos + 1] != ' ') return false;
  pos += 2;
  if (!strict && starts_with(t, pos, CLASS(BEHIND))) return true;
  size_t n = 0;
  for (size_t k = 0; k < sizeof articles / sizeof *articles - strict && !n; k++)
    if (gz_view_is(gz_view_of(t.p + pos, strlen(articles[k]) < t.n - pos ? strlen(articles[k]) : t.n - pos), articles[k])) n = strlen(articles[k]);
  if (!n) return false;
  for (size_t i = pos + n; i < t.n && i < pos + APPOSITION; i++) {
    char c = t.p[i];
    if (c == ',' || c == '.' || c == '\n' || c == ';') break;
    if (c != ' ') continue;
    if (i + 4 < t.n && (memcmp(t.p + i, " of ", 4) == 0 || memcmp(t.p + i, " at ", 4) == 0)) break;      /* "the head of a company" */
    if (!strict) { if (starts_with(t, i + 1, CLASS(NOUN))) return true; continue; }
    gz_hit h[8];
    size_t hits = gz_trie_prefixes(&lex_name_cues.trie, t, i + 1, h, 8);
    for (size_t k = 0; k < hits; k++) if ((lex_name_cues_rows[h[k].value].class & CLASS(NOUN)) && gz_word_boundary(t, h[k].end) && head_ends(t, h[k].end)) return true;
  }
  return false;
}

bool gz_company_apposed(gz_view t, gz_span s) { return apposition(t, s.end, true); }

/* Behind "investors A and B, as well as ": a list of names that opens with a word for companies. */
static bool in_company_list(gz_view t, size_t pos)
{
  static const char *const joins[] = {", and ", " and ", ", as well as ", " as well as ", ", plus ", ", "};
  for (int names = 0; names < 6; names++) {
    size_t n = 0;
    for (size_t k = 0; k < sizeof joins / sizeof *joins && !n; k++)
      if (pos >= strlen(joins[k]) && memcmp(t.p + pos - strlen(joins[k]), joins[k], strlen(joins[k])) == 0) n = strlen(joins[k]);
    if (!n) return false;
    pos -= n;
    size_t from = pos;                                     /* back over words that begin with a capital */
    while (from > 0) {
      size_t word = from;
      while (word > 0 && (word_byte((unsigned char)t.p[word - 1]) || t.p[word - 1] == '-' || t.p[word - 1] == '&' || t.p[word - 1] == '.')) word--;
      if (word == from || !(upper((unsigned char)t.p[word]) || (t.p[word] >= '0' && t.p[word] <= '9') || t.p[word] == '&')) break;
      from = word;
      if (from == 0 || t.p[from - 1] != ' ') break;
      from--;
      if (ends_in(t, from, CLASS(BEFORE) | CLASS(LISTED))) return true;
    }
    if (from == pos) return false;
    pos = from;
    if (pos < t.n && t.p[pos] == ' ') pos++;
    /* a word in small letters before the names ends the list */
    if (pos == 0) return false;
  }
  return false;
}

/* "its Coyote freight brokerage" */
static bool own_business(gz_view t, gz_span s)
{
  if (s.start < 4 || (memcmp(t.p + s.start - 4, "its ", 4) && (s.start < 6 || memcmp(t.p + s.start - 6, "their ", 6)))) return false;
  size_t pos = s.end;
  for (int words = 0; words < 3 && pos + 1 < t.n && t.p[pos] == ' ' && t.p[pos + 1] >= 'a' && t.p[pos + 1] <= 'z'; words++) {
    if (starts_with(t, pos + 1, CLASS(NOUN))) return words > 0;
    pos++;
    while (pos < t.n && t.p[pos] >= 'a' && t.p[pos] <= 'z') pos++;
  }
  return false;
}

/* 赛灵思和X。: the last of a list in Chinese. */
static bool joined(gz_view t, gz_span s)
{
  static const char joins[][4] = {"\xE5\x92\x8C", "\xE5\x8F\x8A", "\xE4\xB8\x8E", "\xE8\x88\x87", "\xE3\x80\x81"}, ends[][4] = {"\xE7\xAD\x89", "\xEF\xBC\x8C", "\xE3\x80\x82", "\xE3\x80\x81", "\xEF\xBC\x9B"};      /* 和 及 与 與 、 and 等 ， 。 、 ； */
  bool join = false, end = s.end == t.n;
  for (size_t k = 0; k < 5; k++) {
    join |= s.start >= 3 && memcmp(t.p + s.start - 3, joins[k], 3) == 0;
    end |= t.n - s.end >= 3 && memcmp(t.p + s.end, ends[k], 3) == 0;
  }
  return join && end;
}

bool gz_company_shown(gz_view t, gz_span s)
{
  size_t before = gz_skip_spaces_back(t, 0, s.start, 2), behind = gz_skip_spaces(t, s.end, 2);
  if (before < s.start && ends_in(t, before, CLASS(NOUN) | CLASS(BEFORE))) return true;
  static const char made_of[][15] = {"-based", "-backed", "-listed", "-owned", "-headquartered"};      /* Berlin-based X */
  for (size_t k = 0; before < s.start && k < sizeof made_of / sizeof *made_of; k++) if (before >= strlen(made_of[k]) && memcmp(t.p + before - strlen(made_of[k]), made_of[k], strlen(made_of[k])) == 0) return true;
  if (before < s.start && before > 3 && memcmp(t.p + before - 2, "'s", 2) == 0) {      /* took over Israel's X */
    size_t nation = before - 2;
    while (nation > 0 && word_byte((unsigned char)t.p[nation - 1]) && (unsigned char)t.p[nation - 1] < 0x80) nation--;
    if (nation > 1 && upper((unsigned char)t.p[nation]) && t.p[nation - 1] == ' ' && ends_in(t, nation - 1, CLASS(BEFORE) | CLASS(LISTED)) && !(gz_latin_word(gz_view_of(t.p + nation, before - 2 - nation)) & GZ_LATIN_GIVEN)) return true;
  }
  static const char paid[][14] = {"million for", "billion for", "in cash for", "in stock for"};      /* paid $650 million in cash for X */
  for (size_t k = 0; before < s.start && k < sizeof paid / sizeof *paid; k++) if (before >= strlen(paid[k]) && memcmp(t.p + before - strlen(paid[k]), paid[k], strlen(paid[k])) == 0) return true;
  bool together = before == s.start && before > 0 && (unsigned char)t.p[before - 1] >= 0x80;      /* 收购Graphcore, 公司Wiz */
  if (together && ends_in(t, before, CLASS(NOUN) | CLASS(BEFORE))) return true;
  if (starts_with(t, behind, CLASS(BEHIND)) || (together && joined(t, s))) return true;
  return apposition(t, s.end, false) || in_company_list(t, s.start) || own_business(t, s);
}

static uint32_t roles_of(gz_view v) { return gz_latin_roles(gz_latin_word(v)); }

static bool everyday(gz_view v)      /* analysts, too */
{
  if (gz_latin_word(v) & GZ_LATIN_COMMON) return true;
  return v.n > 4 && v.p[v.n - 1] == 's' && gz_latin_word(gz_view_of(v.p, v.n - 1)) & GZ_LATIN_COMMON;
}

static bool legal_form(gz_view v) { uint32_t row; return gz_trie_exact(&lex_legal_forms.trie, v, &row); }

static bool all_capitals(gz_view v)
{
  for (size_t i = 0; i < v.n; i++) if (v.p[i] >= 'a' && v.p[i] <= 'z') return false;
  return true;
}

/* Does a sentence or line begin at pos? */
static bool fresh(gz_view t, size_t pos)
{
  size_t i = gz_skip_spaces_back(t, 0, pos, 3);
  if (i == 0) return true;
  char c = t.p[i - 1];
  return c == '.' || c == '\n' || c == '!' || c == '?' || c == '"' || c == ':' || (c == '-' && i < pos);
}

/* A word that belongs to no company's name: months, peoples, titles, The. */
static bool foreign(gz_view v, bool first)
{
  uint32_t r = roles_of(v);
  if (r & (ROLE(TIME) | ROLE(NATION) | ROLE(TITLE))) return true;
  return first && (r & (ROLE(STOP) | ROLE(CONNECT) | ROLE(LOCPREP) | ROLE(DETERMINER))) != 0;
}

static void take(gz_view t, const gz_span *word, unsigned n, gz_maybes *m)
{
  unsigned from = 0;
  while (from < n && foreign(gz_view_slice(t, word[from]), from == 0)) from++;
  while (n > from && foreign(gz_view_slice(t, word[n - 1]), n - 1 == from)) n--;
  if (from == n || n - from > WORDS_MAX) return;
  gz_view first = gz_view_slice(t, word[from]);
  bool begins = fresh(t, word[from].start);
  if (begins && everyday(first) && n - from > 1) { if (++from == n) return; first = gz_view_slice(t, word[from]); }
  if (n - from == 1 && (first.n < 2 || legal_form(first))) return;
  if (n - from > 1 && all_capitals(gz_view_of(first.p, word[n - 1].end - word[from].start))) return;      /* a headline in capitals */
  if (n - from == 1 && everyday(first) && !(begins && apposition(t, word[from].end, false))) {      /* may be short for a longer name: Spirit */
    if (!(roles_of(first) & (ROLE(ORGHEAD) | ROLE(ORGOF) | ROLE(PLACEHEAD) | ROLE(STOP)))) gz_maybe_add(m, t, word[from], word[from].start > 2 && (unsigned char)t.p[word[from].start - 1] >= 0x80 && gz_company_shown(t, word[from]));      /* 运营商Aligned */
    return;
  }
  if (n - from == 1 && first.n == 2 && !(first.p[1] >= '0' && first.p[1] <= '9')) return;      /* AI, US */
  if (n - from > 1 && gz_latin_word(first) & GZ_LATIN_GIVEN && !(roles_of(gz_view_slice(t, word[n - 1])) & ROLE(ORGHEAD))) return;
  gz_span s = {word[from].start, word[n - 1].end};
  gz_maybe_add(m, t, s, gz_company_shown(t, s));
}

static bool word_ascii(char c) { return (unsigned char)c < 0x80 && word_byte((unsigned char)c); }

/* Where no run is open: from a place between words to the next word with a capital in front or behind its first letter (xAI, iRobot), at
** its start, or where the search goes on. */
static size_t next_word(gz_view t, size_t pos, size_t end)
{
  size_t capital = gz_next_capital(t, pos, end), from = capital;
  if (capital == end) return end;
  while (from > pos && word_ascii(t.p[from - 1])) from--;
  if (from == capital || (from + 1 == capital && t.p[from] >= 'a')) return from;
  while (capital < end && word_ascii(t.p[capital])) capital++;
  return capital;
}

void gz_deal_names_latin(gz_view t, gz_span gap, gz_maybes *m)
{
  gz_span word[WORDS_MAX + 2];
  unsigned n = 0;
  for (size_t i = gap.start; i < gap.end;) {
    if (!n) i = next_word(t, i, gap.end);
    if (i == gap.end) break;
    unsigned char c = (unsigned char)t.p[i];
    if (c >= 0x80) {                                         /* no name of ours starts here */
      if (n) { take(t, word, n, m); n = 0; }
      while (i < gap.end && (unsigned char)t.p[i] >= 0x80) i++;
      continue;
    }
    bool starts = upper(c) || (c >= 'a' && c <= 'z' && i + 1 < gap.end && upper((unsigned char)t.p[i + 1]));      /* xAI, iRobot */
    if (!starts || (i > 0 && (unsigned char)t.p[i - 1] < 0x80 && (word_byte((unsigned char)t.p[i - 1]) || t.p[i - 1] == '$' || t.p[i - 1] == '\''))) {
      if (n && c != ' ') { take(t, word, n, m); n = 0; }
      if (word_byte(c) && c < 0x80) { while (i < gap.end && word_byte((unsigned char)t.p[i]) && (unsigned char)t.p[i] < 0x80) i++; if (n) { take(t, word, n, m); n = 0; } }
      else i++;
      continue;
    }
    size_t k = i;
    while (k < gap.end && (word_byte((unsigned char)t.p[k]) || ((unsigned char)t.p[k] >= 0x80 && (unsigned char)t.p[k] < 0xC0) ||
           ((t.p[k] == '-' || t.p[k] == '&' || t.p[k] == '.' || t.p[k] == ':') && k + 1 < gap.end && word_byte((unsigned char)t.p[k + 1]) && (unsigned char)t.p[k + 1] < 0x80))) {
      if ((unsigned char)t.p[k] >= 0xE2) break;            /* dashes, kana, Han */
      k++;
    }
    if (k == i) { i++; continue; }
    if (n == WORDS_MAX + 2 || (n && i - word[n - 1].end != 1)) { take(t, word, n, m); n = 0; }
    word[n].start = (uint32_t)i;
    word[n++].end = (uint32_t)k;
    i = k;
  }
  if (n) take(t, word, n, m);
}

bool gz_thing_last(gz_view v)
{
  static const char *const ends[] = {"ologies", "euticals", "apeutics", "works", "ware", "chain", "ics"};
  size_t from = v.n;
  while (from > 0 && v.p[from - 1] != ' ') from--;
  gz_view last = gz_view_of(v.p + from, v.n - from);
  if (from == 0 || (gz_latin_word(last) & (GZ_LATIN_SURNAME | GZ_LATIN_GIVEN))) return false;
  for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) if (last.n > strlen(ends[k]) + 1 && memcmp(last.p + last.n - strlen(ends[k]), ends[k], strlen(ends[k])) == 0) return true;
  return everyday(last);
}
