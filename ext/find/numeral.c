/* The numeral scanner: finds the places where a numeral may start, and asks the readers of digits, Han and words. Where nothing
** can start, bytes are skipped by a 256-entry class and by the number words' bitmap. */
#include "find/money_sets.h"
#include "base/watch.h"
#include "find/numeral_filter.h"
#include "find/numeral_int.h"
#include "find/lexmatch.h"
#include "lex_number_langs.h"
#include "lex_number_words.h"
#include "lex_number_signs.h"
#include "lex_percent_words.h"
#include "text/uni.h"
#include "text/utf8.h"

int gz_numeral_lang(const char *tag)
{
  uint32_t value;
  size_t n = 0;
  if (!tag) return 0;
  while (n < 3 && ((tag[n] >= 'a' && tag[n] <= 'z') || (tag[n] >= 'A' && tag[n] <= 'Z'))) n++;
  if (!gz_trie_exact(&lex_number_langs.trie, gz_view_of(tag, n), &value)) return 0;
  return lex_number_langs_rows[value].id;
}

const char *gz_numeral_lang_tag(int id)
{
  for (uint32_t i = 0; id > 0 && i < lex_number_langs.row_count; i++)
    if (lex_number_langs_rows[i].id == id) return lex_number_langs_str(lex_number_langs_rows[i].tag);
  return "";
}

unsigned gz_num_lang_flags(int lang) { return gz_num_lang_flag_table[lang & 63]; }

int gz_num_comma(int lang)
{
  lang = gz_num_lang_id(lang);
  if (lang <= 0 || (gz_num_lang_flags(lang) & LEX_NUMBER_LANGS_FLAGS_EITHER)) return -1;
  return gz_num_lang_flags(lang) & LEX_NUMBER_LANGS_FLAGS_COMMA ? 1 : 0;
}

/* What touches the numeral on both sides. */
static void look_around(gz_view text, gz_numeral *n)
{
  if (n->span.start > 0) {
    size_t i = n->span.start;
    uint32_t cp = gz_utf8_prev(text.p, text.n, &i);
    bool letter = gz_is_alnum(cp) && !gz_is_unspaced(cp) && !gz_is_hangul(cp);
    if (letter && n->form != GZ_NUM_HAN) n->left = true;
    else if ((cp == '-' || cp == '.' || cp == '_' || cp == '/' || cp == ':' || cp == '#') && i > 0) {
      uint32_t before = gz_utf8_prev(text.p, text.n, &i);
      if (gz_is_letter(before) && !gz_is_unspaced(before) && cp != ':') n->left = true;
      if (gz_is_digit(before) && cp == '.') n->dotted = true;
    }
  }
  if (n->span.end < text.n) {
    size_t i = n->span.end;
    uint32_t cp = gz_utf8_next(text.p, text.n, &i);
    if (gz_is_letter(cp) && !gz_is_unspaced(cp) && !gz_is_hangul(cp) && n->form != GZ_NUM_HAN) n->right = true;
  }
}

/* k, M, bn, Mio, w ... behind digits. */
bool gz_num_sign(gz_view text, gz_numeral *n)
{
  gz_hit hit[8];
  size_t pos = n->span.end;
  bool space = false, wrapped = false, hyphen = false;
  if (pos < text.n) {
    size_t i = pos;
    uint32_t cp = gz_utf8_next(text.p, text.n, &i);
    wrapped = cp == '\n' && gz_wrap(text, pos) == i;
    hyphen = cp == '-';                            /* $4-bn, 300-Mio-Kredit; not 5-m */
    if (cp == ' ' || cp == 0xA0 || cp == 0x202F || wrapped) { pos = i; space = true; }
    if (hyphen) pos = i;
  }
  size_t k = gz_trie_prefixes(&lex_number_signs.trie, text, pos, hit, 8);
  while (k-- > 0) {
    if (!gz_word_boundary(text, hit[k].end)) continue;
    for (const lex_number_signs_row *r = &lex_number_signs_rows[hit[k].value];; r++) {
      size_t first = pos;
      uint32_t letter = gz_utf8_next(text.p, text.n, &first);
      bool cased = gz_fold(letter) != letter;
      bool ok = !(space && (r->flags & LEX_NUMBER_SIGNS_FLAGS_TIGHT)) && !(hyphen && ((r->flags & (LEX_NUMBER_SIGNS_FLAGS_TIGHT | LEX_NUMBER_SIGNS_FLAGS_UNIT)) || gz_view_is(gz_view_of(text.p + pos, hit[k].end - pos), "mil"))) && !(wrapped && hit[k].end < pos + 3) && !((r->flags & LEX_NUMBER_SIGNS_FLAGS_UPPER) && !cased) &&
                !((r->flags & LEX_NUMBER_SIGNS_FLAGS_LOWER) && cased);
      if (ok) {
        n->magnitude = (int8_t)r->power;
        n->core = n->low;
        n->core_end = n->span.end;
        n->low = n->high = gz_dec_shift(n->low, r->power);
        n->abbrev = (r->flags & LEX_NUMBER_SIGNS_FLAGS_UNIT) != 0;
        n->spaced = space;
        n->span.end = hit[k].end;
        if ((r->flags & LEX_NUMBER_SIGNS_FLAGS_DOT) && n->span.end < text.n && text.p[n->span.end] == '.') n->span.end++;
        return true;
      }
      if (!r->more) break;
    }
  }
  return false;
}

static bool vulgar(gz_view text, size_t pos, size_t *next, gz_dec *v)
{
  static const struct { uint16_t cp; uint8_t a, b; } table[] = {
    {0xBC, 1, 4}, {0xBD, 1, 2}, {0xBE, 3, 4}, {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10}, {0x2153, 1, 3}, {0x2154, 2, 3},
    {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5}, {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8}, {0x215C, 3, 8},
    {0x215D, 5, 8}, {0x215E, 7, 8}};
  if (pos >= text.n || ((unsigned char)text.p[pos] != 0xC2 && (unsigned char)text.p[pos] != 0xE2)) return false;
  size_t i = pos;
  uint32_t cp = gz_utf8_next(text.p, text.n, &i);
  for (size_t k = 0; k < sizeof table / sizeof *table; k++)
    if (table[k].cp == cp) {
      *next = i;
      *v = gz_num_divide(gz_dec_int(table[k].a), gz_dec_int(table[k].b));
      return true;
    }
  return false;
}

uint64_t gz_num_langs(uint32_t row, unsigned role)
{
  uint64_t mask = 0;
  for (const lex_number_words_row *r = &lex_number_words_rows[row];; r++) {
    if (role ? r->role == role : r->role != LEX_NUMBER_WORDS_ROLE_ARTICLE && r->role != LEX_NUMBER_WORDS_ROLE_NONE) mask |= (uint64_t)1 << r->lang;
    if (!r->more) return mask;
  }
}

bool gz_num_goes_on(gz_view text, size_t pos, uint64_t langs)
{
  size_t i = pos;
  gz_hit hits[8];
  while (pos < text.n && pos < i + 3 && text.p[pos] == ' ') pos++;
  if (pos >= text.n) return false;
  unsigned char b = (unsigned char)text.p[pos];
  if (b >= 0x80 || b == '-' || (b >= '0' && b <= '9')) return true;
  if (!gz_word_in_wide(&gz_set_number, text, pos)) return false;
  size_t k = gz_trie_prefixes(&lex_number_words.trie, text, pos, hits, 8);
  while (k-- > 0) {
    if (!gz_word_boundary(text, hits[k].end)) continue;
    uint64_t joins = gz_num_langs(hits[k].value, LEX_NUMBER_WORDS_ROLE_AND) & langs, all = gz_num_langs(hits[k].value, 0) & langs;
    if (all & ~joins) return true;
    if (joins && gz_num_goes_on(text, hits[k].end, joins)) return true;      /* and: what comes then? */
    uint64_t articles = gz_num_langs(hits[k].value, LEX_NUMBER_WORDS_ROLE_ARTICLE) & langs;
    if (articles && gz_num_goes_on(text, hits[k].end, articles)) return true;      /* and a half */
  }
  return false;
}

/* Languages (bits) in which a number word may be read from these keys: one ends with a word, or more may be joined to it. */
static uint64_t readable(gz_view text, const gz_hit *hits, size_t k)
{
  uint64_t mask = 0;
  while (k-- > 0) {
    bool whole = gz_word_boundary(text, hits[k].end);
    for (const lex_number_words_row *r = &lex_number_words_rows[hits[k].value];; r++) {
      bool joins = r->flags & LEX_NUMBER_WORDS_FLAGS_GLUE || gz_num_lang_flags(r->lang) & (LEX_NUMBER_LANGS_FLAGS_COMPOUND | LEX_NUMBER_LANGS_FLAGS_SUFFIX) ||
                   r->lang == LEX_NUMBER_WORDS_LANG_JA || r->lang == LEX_NUMBER_WORDS_LANG_KO;
      if (whole || joins) mask |= (uint64_t)1 << r->lang;
      if (!r->more) break;
    }
  }
  return mask;
}

/* $12.5-million: a magnitude word behind a hyphen, or on the next line of a wrapped text. */
static bool hyphened(gz_view text, gz_numeral *n)
{
  gz_hit hit;
  gz_numeral more;
  size_t pos = n->span.end + 1u, from = text.p[pos - 1] == '-' ? pos - 1 : pos;
  if (!gz_word_in_wide(&gz_set_number, text, pos) || !gz_trie_longest(&lex_number_words.trie, text, pos, &hit) || !gz_word_boundary(text, hit.end)) return false;
  for (const lex_number_words_row *r = &lex_number_words_rows[hit.value];; r++) {
    if (r->role == LEX_NUMBER_WORDS_ROLE_MAG && (r->power >= 6 || (r->power >= 3 && r->lang == LEX_NUMBER_WORDS_LANG_EN)) && gz_num_words(text, from, n, r->lang, &more) && more.span.end == hit.end) { *n = more; return true; }
    if (!r->more) return false;
  }
}

/* Behind digits: a magnitude in Han, in words, or as a sign. */
static void magnitude(gz_view text, int hint, gz_numeral *n)
{
  int lang = gz_num_lang_id(hint);
  gz_numeral more;
  size_t pos = n->span.end;
  if (n->dotted) return;
  while (pos < text.n && pos < n->span.end + 3u) {
    size_t i = pos;
    if (gz_fold(gz_utf8_next(text.p, text.n, &i)) != ' ' || (text.p[pos] == '\n' && gz_wrap(text, pos) == pos)) break;
    pos = i;
  }
  if (pos == n->span.end && pos + 4 < text.n && (text.p[pos] == '-' || gz_wrap(text, pos) != pos) && hyphened(text, n)) return;
  if (gz_num_han_may_start(text, pos) && gz_num_han(text, pos, n, lang, &more)) { *n = more; return; }
  if (n->form != GZ_NUM_WORDS && gz_word_in_wide(&gz_set_number, text, pos)) {
    gz_numeral got = *n;
    bool any = false;
    uint64_t tried = (unsigned char)text.p[pos] < 0x80 ? ~gz_num_mask(hint, LEX_NUMBER_WORDS_LANG_EN) : 0;
    gz_hit hits[16];
    size_t k = gz_trie_prefixes(&lex_number_words.trie, text, pos, hits, 16);
    tried |= ~readable(text, hits, k);
    while (k-- > 0)
      for (const lex_number_words_row *r = &lex_number_words_rows[hits[k].value];; r++) {
        bool opens = r->role == LEX_NUMBER_WORDS_ROLE_MAG || r->role == LEX_NUMBER_WORDS_ROLE_GROUP || r->role == LEX_NUMBER_WORDS_ROLE_PLUS ||
                     r->role == LEX_NUMBER_WORDS_ROLE_AND || r->role == LEX_NUMBER_WORDS_ROLE_POINT || r->role == LEX_NUMBER_WORDS_ROLE_OF;
        if (opens && !((r->flags & LEX_NUMBER_WORDS_FLAGS_OWN) && r->lang != lang) && !(tried >> r->lang & 1)) {
          tried |= (uint64_t)1 << r->lang;
          if (gz_num_words(text, pos, n, r->lang, &more) && (!any || r->lang == lang || (got.lang != lang && more.span.end > got.span.end))) { got = more; any = true; }
          /* the same word in another language says the same where no number word goes on */
          if (any && (lang <= 0 || got.lang == lang) && got.span.end == hits[k].end && !gz_num_goes_on(text, hits[k].end, gz_num_langs(hits[k].value, 0))) { *n = got; return; }
        }
        if (!r->more) break;
      }
    if (any) { *n = got; return; }
  }
  gz_num_sign(text, n);
}

static bool digits_at(gz_view text, size_t pos, int lang, gz_numeral *out)
{
  size_t next = pos;
  gz_dec v;
  if (vulgar(text, pos, &next, &v)) {
    memset(out, 0, sizeof *out);
    out->span.start = (uint32_t)pos;
    out->span.end = (uint32_t)next;
    out->low = out->high = out->core = v;
    out->core_end = out->span.end;
    out->fraction = out->negative_ok = true;
  } else {
    if (!gz_num_digits(text, pos, gz_num_comma(lang), out)) return false;
    if (out->decimal || out->grouped) {            /* the last pieces of 192.168.1.2 */
      size_t i = pos, d;
      uint32_t mark = pos ? gz_utf8_prev(text.p, text.n, &i) : 0;
      size_t j = i;
      if (mark == '.' && i > 0 && gz_is_digit(gz_utf8_prev(text.p, text.n, &j))) {
        gz_dec run = {0, 0, false, false};
        size_t at = pos;
        int digit;
        while ((digit = gz_num_digit(text, at, &d)) >= 0) { gz_dec_push(&run, digit); at = d; }
        out->low = out->high = out->core = run;
        out->span.end = out->core_end = (uint32_t)at;
        out->decimal = out->grouped = out->ambiguous = false;
        out->dotted = true;
      }
    }
    if (!out->decimal && vulgar(text, out->span.end, &next, &v)) {       /* 2½ */
      out->span.end = (uint32_t)next;
      out->low = out->high = out->core = gz_dec_add(out->low, v);
      out->core_end = out->span.end;
      out->fraction = true;
      out->ambiguous = false;
    }
  }
  magnitude(text, lang, out);
  look_around(text, out);
  return true;
}

/* Languages whose number words may stand in a text of language `lang` (0: not known), tried in this order. */
static bool words_at(gz_view text, size_t pos, int hint, gz_numeral *out)
{
  int lang = gz_num_lang_id(hint);
  bool told = lang && !(hint & GZ_NUM_SOFT), latin = (unsigned char)text.p[pos] < 0x80;
  uint64_t langs = latin ? gz_num_mask(hint, LEX_NUMBER_WORDS_LANG_EN) : ~(uint64_t)0;
  gz_hit hits[16];
  gz_numeral more;
  bool any = false;
  size_t k = gz_trie_prefixes(&lex_number_words.trie, text, pos, hits, 16);
  uint64_t tried = ~(readable(text, hits, k) & langs);
  while (k-- > 0)
    for (const lex_number_words_row *r = &lex_number_words_rows[hits[k].value];; r++) {
      if (!(tried >> r->lang & 1)) {
        tried |= (uint64_t)1 << r->lang;
        if (gz_num_words(text, pos, NULL, r->lang, &more)) {
          bool better = true;
          if (any) {
            bool mine = more.lang == lang && out->lang != lang, longer = more.span.end > out->span.end, equal = more.span.end == out->span.end;
            better = (mine && (told || longer || equal)) || ((out->lang != lang || !told) && (longer || (equal && out->lang != lang && r->lang == LEX_NUMBER_WORDS_LANG_EN)));
          }
          if (better) { *out = more; any = true; }
        }
      }
      if (!r->more) break;
    }
  if (any) {
    bool foreign = out->lang != lang && out->lang != LEX_NUMBER_WORDS_LANG_EN && !(lang == LEX_NUMBER_LANGS_ID_ES && out->lang == LEX_NUMBER_LANGS_ID_PT);      /* a short text is easily taken for Spanish */
    if (foreign && (told || ((unsigned char)text.p[pos] < 0x80 && out->span.end - pos < 5))) out->weak = true;
    if (out->magnitude == 0 && !out->ordinal && !out->fraction && out->lang != LEX_NUMBER_WORDS_LANG_KO && out->lang != LEX_NUMBER_WORDS_LANG_JA) magnitude(text, lang, out), out->form = out->form == GZ_NUM_WORDS ? GZ_NUM_WORDS : GZ_NUM_MIXED;
    look_around(text, out);
  }
  return any;
}

bool gz_numeral_at_id(gz_view text, size_t pos, int lang, gz_numeral *out)
{
  if ((lang <= 0 || ((lang & GZ_NUM_SOFT) && gz_num_comma(lang) == 0)) && pos < text.n && text.p[pos] >= '0' && text.p[pos] <= '9' && gz_num_fast(text, pos, out)) return true;
  return gz_num_full(text, pos, lang, out);
}

bool gz_num_full(gz_view text, size_t pos, int lang, gz_numeral *out)
{
  if (pos >= text.n) return false;
  unsigned char c = (unsigned char)text.p[pos];
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return digits_at(text, pos, lang, out);
    if (c == '.' || c == ',') {
      size_t before = pos;
      uint32_t cp = pos ? gz_utf8_prev(text.p, text.n, &before) : ' ';
      return gz_fold(cp) == ' ' || cp == '-' || cp == '(' || cp == '+' || gz_class_of(cp) == GZ_CURRENCY || cp == 0x2212 ? digits_at(text, pos, lang, out) : false;
    }
    bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    if (!letter || !gz_word_boundary(text, pos) || !gz_trie_may_start(&lex_number_words.trie, text, pos)) return false;
    return words_at(text, pos, lang, out);
  }
  if (c < 0xC2) return false;
  size_t next;
  if (gz_num_digit(text, pos, &next) >= 0 || (c == 0xD9 && pos + 1 < text.n && (unsigned char)text.p[pos + 1] == 0xAB)) return digits_at(text, pos, lang, out);
  gz_dec v;
  if (vulgar(text, pos, &next, &v)) return digits_at(text, pos, lang, out);
  if (gz_num_han(text, pos, NULL, lang, out)) {
    look_around(text, out);
    gz_numeral words;                              /* 백여섯: native words behind a Sino-Korean hundred */
    if (c >= 0xEA && gz_word_boundary(text, pos) && words_at(text, pos, lang, &words) && words.span.end > out->span.end) *out = words;
    return true;
  }
  if (!gz_word_boundary(text, pos) || !gz_trie_may_start(&lex_number_words.trie, text, pos)) return false;
  return words_at(text, pos, lang, out);
}

bool gz_numeral_at(gz_view text, size_t pos, const char *lang, gz_numeral *out)
{
  return gz_numeral_at_id(text, pos, gz_numeral_lang(lang), out);
}

void gz_numeral_begin(gz_numeral_iter *it, gz_view text, const char *lang)
{
  it->text = text;
  it->pos = 0;
  it->limit = SIZE_MAX;
  it->heads = NULL;
  it->lang = lang;
  it->lang_id = gz_numeral_lang(lang);
  if (it->lang_id && text.n > 400) it->lang_id |= GZ_NUM_ONLY;       /* a longer text keeps to its language */
}

/* A word that a phrase makes none (the one, no one): role none in number_words.tsv. */
static bool phrase_hit(void *arg, size_t start, uint32_t row)
{
  (void)start;
  for (;; row++) {
    if (lex_number_words_rows[row].role == LEX_NUMBER_WORDS_ROLE_NONE) { *(bool *)arg = true; return true; }
    if (!lex_number_words_rows[row].more) return false;
  }
}

static bool phrase(gz_view text, const gz_numeral *n)
{
  bool any = false;
  gz_hit hit;
  if (!n->weak || n->form != GZ_NUM_WORDS || gz_dec_cmp(n->low, gz_dec_int(1)) != 0) return false;
  gz_lex_ending(&lex_number_words.trie, text, 0, n->span.end, 12, phrase_hit, &any);
  if (any) return true;
  return gz_trie_longest(&lex_number_words.trie, text, n->span.start, &hit) && hit.end > n->span.end && phrase_hit(&any, 0, hit.value) && gz_word_boundary(text, hit.end);
}

/* A short number word of another language (to, en, bin) is none, unless it is all there is. */
static bool stray(gz_view text, const gz_numeral *n, int hint)
{
  int lang = gz_num_lang_id(hint);
  if (n->form != GZ_NUM_WORDS || n->lang == lang || n->lang == LEX_NUMBER_WORDS_LANG_EN || (!n->weak && (!lang || (hint & GZ_NUM_SOFT)))) return false;
  if (n->span.end - n->span.start >= 5 && !(lang && !(hint & GZ_NUM_SOFT) && n->span.end - n->span.start < 7)) return false;
  size_t a = n->span.start, b = n->span.end;
  while (a > 0 && text.p[a - 1] == ' ') a--;
  while (b < text.n && text.p[b] == ' ') b++;
  gz_hit percent;
  if (b < text.n && b > n->span.end && text.p[b] > '@' && (text.n - b < 4 || memcmp(text.p + b, "per", 3) != 0 || (text.n - b > 8 && memcmp(text.p + b, "per cento", 9) == 0)) &&
      gz_trie_longest(&lex_percent_words.trie, text, b, &percent) && gz_word_boundary(text, percent.end)) return false;      /* dez por cento, but not "to percent" */
  return a > 0 || b < text.n;
}

/* Behind a numeral that is none: past its word, so that its letters are not tried again. */
static size_t pass(gz_view text, size_t pos)
{
  if (pos < text.n) gz_utf8_next(text.p, text.n, &pos);
  return pos;
}

bool gz_numeral_next(gz_numeral_iter *it, gz_numeral *out)
{
  gz_view text = it->text;
  size_t at, next, due = it->pos + GZ_WATCH_STRIDE;
  uint64_t langs = gz_num_mask(it->lang_id, LEX_NUMBER_WORDS_LANG_EN);
  while (it->pos < text.n && !gz_watch_at(it->pos, &due)) {
    if (!gz_num_scan(text, it->pos, &at, langs, it->heads)) break;
    if (at >= it->limit) { it->pos = at; return false; }
    int parts = (unsigned char)text.p[at] >= 0xE2 ? gz_num_han_parts(text, at, &next) : 0;
    if (parts && gz_numeral_at_id(text, next, it->lang_id, out)) {
      out->han_percent = true;
      out->parts = (uint8_t)parts;
      out->parts_start = (uint32_t)at;
      it->pos = out->span.end;
      return true;
    }
    if (parts || !gz_numeral_at_id(text, at, it->lang_id, out)) { it->pos = pass(text, at); continue; }
    size_t end = out->span.end;
    if (out->form == GZ_NUM_HAN && gz_num_han_veto(text, at, &end)) { it->pos = end; continue; }
    if (phrase(text, out) || stray(text, out, it->lang_id)) { it->pos = out->span.end; continue; }
    it->pos = out->span.end;
    return true;
  }
  it->pos = text.n;
  return false;
}
