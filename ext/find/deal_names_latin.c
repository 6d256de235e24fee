/* Runs of capitals that the entity layer left alone, as possible names of companies: Velotra, X1, Harrowgate Foods, CYVN Holdings. What
** shows a company (lexicon name_cues): a kind of company or a deal's word right before, a company's doing right behind, or a comma
** and an apposition that holds a kind of company ("Corvane, a Paris-based maker of ..."). */
#include "find/deal_beside.h"
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
  if (pos >= t.n || t.p[pos] == ',' || t.p[pos] == '.' || t.p[pos] == ';') return true;
  return t.p[pos] == ' ' && gz_deal_beside(t, pos, GZ_BESIDE(HEAD_ENDS));
}

/* ", a Paris-based maker of chips,": a kind of company as the head of what follows the comma. strict: certainly the head. */
static bool apposition(gz_view t, size_t pos, bool strict)
{
  if (pos + 2 >= t.n || t.p[pos] != ',' || t.p[pos + 1] != ' ') return false;
  pos += 2;
  if (!strict && starts_with(t, pos, CLASS(BEHIND))) return true;
  size_t from = gz_deal_beside_end(t, pos, GZ_BESIDE(ARTICLE));
  if (!from && !strict) from = gz_deal_beside_end(t, pos, GZ_BESIDE(WHICH));
  if (!from) return false;
  for (size_t i = from + (strict || !gz_deal_beside(t, pos, GZ_BESIDE(A))); i < t.n && i < pos + APPOSITION; i++) {
    char c = t.p[i];
    if (c == ',' || c == '.' || c == '\n' || c == ';') break;
    if (c != ' ') continue;
    if (gz_deal_beside(t, i, GZ_BESIDE(PERSON_OF))) break;      /* "the head of a company" */
    if (!strict) { if (starts_with(t, i + 1, CLASS(NOUN))) return true; continue; }
    gz_hit h[8];
    size_t hits = gz_trie_prefixes(&lex_name_cues.trie, t, i + 1, h, 8);
    for (size_t k = 0; k < hits; k++) if ((lex_name_cues_rows[h[k].value].class & CLASS(NOUN)) && gz_word_boundary(t, h[k].end) && head_ends(t, h[k].end)) return true;
  }
  return false;
}

bool gz_company_apposed(gz_view t, gz_span s) { return apposition(t, s.end, true); }

/* How long what joins two members of a list is, and ends at pos: ", ", " and ", ", as well as "; 0 for none. */
static size_t join_before(gz_view t, size_t pos)
{
  if (pos < 2 || t.p[pos - 1] != ' ') return 0;
  if (t.p[pos - 2] == ',') return 2;
  size_t n = gz_deal_before(t, 0, pos, GZ_BESIDE(AND));
  if (!n || n + 2 > pos || t.p[pos - n - 1] != ' ') return 0;
  return n + (t.p[pos - n - 2] == ',' ? 2 : 1);
}

/* Behind "investors A and B, as well as ": a list of names that opens with a word for companies. */
static bool in_company_list(gz_view t, size_t pos)
{
  for (int names = 0; names < 6; names++) {
    size_t n = join_before(t, pos);
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
  if (!gz_deal_before(t, 0, s.start, GZ_BESIDE(ITS))) return false;
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
  bool mark = s.end == gz_deal_stretch(t, s.end, s.end + 1u) || (t.n - s.end >= 3 && memcmp(t.p + s.end, "、", 3) == 0);
  return (s.end == t.n || mark || gz_deal_beside(t, s.end, GZ_BESIDE(ETC))) && gz_deal_before(t, 0, s.start, GZ_BESIDE(AND));
}

/* "million in 2023 for" */
static bool price_of_year(gz_view t, size_t pos)
{
  size_t n = pos > 16 ? gz_deal_before(t, 0, pos, GZ_BESIDE(PREPOSITION)) : 0, year = pos - n;
  if (!n || year < 12 || t.p[year - 1] != ' ') return false;
  year--;
  for (int k = 0; k < 4; k++) if (t.p[year - 1] < '0' || t.p[year-- - 1] > '9') return false;
  if (t.p[year - 1] != ' ' || !(n = gz_deal_before(t, 0, year - 1, GZ_BESIDE(PREPOSITION)))) return false;
  return gz_deal_before(t, 0, year - 1 - n, GZ_BESIDE(MILLION)) != 0;
}

/* "X's $180 million round" */
static bool own_round(gz_view t, size_t pos)
{
  if (t.n - pos < 4 || memcmp(t.p + pos, "'s ", 3)) return false;
  bool digit = false;
  for (size_t i = pos + 3; i < t.n && i < pos + 40 && t.p[i] != '.' && t.p[i] != ','; i++) {
    digit |= t.p[i] >= '0' && t.p[i] <= '9';
    if (digit && t.p[i] == ' ' && gz_deal_beside(t, i, GZ_BESIDE(ROUND))) return true;
  }
  return false;
}

bool gz_company_shown(gz_view t, gz_span s)
{
  size_t before = gz_skip_spaces_back(t, 0, s.start, 2), behind = gz_skip_spaces(t, s.end, 2);
  if (before < s.start && ends_in(t, before, CLASS(NOUN) | CLASS(BEFORE))) return true;
  size_t made = before < s.start ? gz_deal_before(t, 0, before, GZ_BESIDE(MADE_OF)) : 0;
  if (made && made < before && t.p[before - made - 1] == '-') return true;      /* Berlin-based X */
  if (before < s.start && before > 3 && memcmp(t.p + before - 2, "'s", 2) == 0) {      /* took over Israel's X */
    size_t nation = before - 2;
    while (nation > 0 && word_byte((unsigned char)t.p[nation - 1]) && (unsigned char)t.p[nation - 1] < 0x80) nation--;
    if (nation > 1 && upper((unsigned char)t.p[nation]) && t.p[nation - 1] == ' ' && ends_in(t, nation - 1, CLASS(BEFORE) | CLASS(LISTED)) && !(gz_latin_word(gz_view_of(t.p + nation, before - 2 - nation)) & GZ_LATIN_GIVEN)) return true;
  }
  if (before < s.start && (gz_deal_before(t, 0, before, GZ_BESIDE(PRICE_FOR)) || price_of_year(t, before))) return true;      /* paid $650 million in cash for X */
  bool together = before == s.start && before > 0 && (unsigned char)t.p[before - 1] >= 0x80;      /* 收购Graphcore, 公司Wiz */
  if (together && ends_in(t, before, CLASS(NOUN) | CLASS(BEFORE))) return true;
  if (starts_with(t, behind, CLASS(BEHIND)) || (together && joined(t, s))) return true;
  return apposition(t, s.end, false) || in_company_list(t, s.start) || own_business(t, s) || own_round(t, s.end);
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
  bool kind = false;                                       /* Softwareanbieter X */
  for (unsigned k = n; k-- > from;)
    if (gz_deal_ending(gz_view_slice(t, word[k]), GZ_BESIDE(KIND))) { from = k + 1; kind = true; break; }
  if (from == n || n - from > WORDS_MAX) return;
  gz_view first = gz_view_slice(t, word[from]);
  bool begins = fresh(t, word[from].start);
  if (begins && everyday(first) && n - from > 1 && !(n - from == 2 && everyday(gz_view_slice(t, word[n - 1])) && gz_company_shown(t, (gz_span){word[from].start, word[n - 1].end}))) {      /* Quantum Systems, whose */ if (++from == n) return; first = gz_view_slice(t, word[from]); }
  if (n - from == 1 && (first.n < 2 || legal_form(first))) return;
  if (n - from > 1 && all_capitals(gz_view_of(first.p, word[n - 1].end - word[from].start)) && (n - from > 2 || !ends_in(t, gz_skip_spaces_back(t, 0, word[from].start, 2), CLASS(BEFORE)))) return;      /* a headline in capitals */
  if (n - from == 1 && everyday(first) && !(begins && apposition(t, word[from].end, false))) {      /* may be short for a longer name: Spirit */
    if (!(roles_of(first) & (ROLE(ORGHEAD) | ROLE(ORGOF) | ROLE(PLACEHEAD) | ROLE(STOP)))) gz_maybe_add(m, t, word[from], word[from].start > 2 && (unsigned char)t.p[word[from].start - 1] >= 0x80 && gz_company_shown(t, word[from]));      /* 运营商Aligned */
    return;
  }
  if (n - from == 1 && first.n == 2 && !(first.p[1] >= '0' && first.p[1] <= '9')) return;      /* AI, US */
  if (n - from > 1 && gz_latin_word(first) & GZ_LATIN_GIVEN && !(roles_of(gz_view_slice(t, word[n - 1])) & ROLE(ORGHEAD))) return;
  gz_span s = {word[from].start, word[n - 1].end};
  gz_maybe_add(m, t, s, kind || gz_company_shown(t, s));
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
  size_t from = v.n;
  while (from > 0 && v.p[from - 1] != ' ') from--;
  gz_view last = gz_view_of(v.p + from, v.n - from);
  if (from == 0 || (gz_latin_word(last) & (GZ_LATIN_SURNAME | GZ_LATIN_GIVEN))) return false;
  return last.n > gz_deal_ending(last, GZ_BESIDE(TRADE)) + 1 ? gz_deal_ending(last, GZ_BESIDE(TRADE)) || everyday(last) : everyday(last);
}
