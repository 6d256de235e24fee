/* Cuts text into number words. One orthographic word may hold several (`einundzwanzig`, `ventotto`), but then all of its letters
** must be used, and only where the language compounds. A few letters may follow where the data says so (Korean particles). */
#include "find/numeral_words.h"
#include "lex_korean_tails.h"
#include "text/uni.h"
#include "text/utf8.h"

static const lex_number_words_row *row_of(uint32_t first, int lang)
{
  for (const lex_number_words_row *r = &lex_number_words_rows[first];; r++) {
    if (r->lang == lang) return r;
    if (!r->more) return NULL;
  }
}

static bool ends(gz_view text, size_t pos, int lang)
{
  gz_hit hit;
  if (lang == LEX_NUMBER_WORDS_LANG_JA) {        /* kana run on: a numeral ends where kana end */
    size_t i = pos;
    return pos >= text.n || !gz_is_kana(gz_utf8_next(text.p, text.n, &i));
  }
  if (gz_word_boundary(text, pos)) return true;
  if (lang == LEX_NUMBER_WORDS_LANG_KO) return gz_trie_longest(&lex_korean_tails.trie, text, pos, &hit);
  return false;
}

/* Number words from pos up to the end of the orthographic word; their count, or 0. */
static int cut(gz_view text, size_t pos, int lang, bool compound, gz_num_token *t, int max, int *steps)
{
  gz_hit hit[24];
  if (max == 0 || ++*steps > 300) return 0;
  size_t n = gz_trie_prefixes(&lex_number_words.trie, text, pos, hit, 24);
  while (n-- > 0) {
    const lex_number_words_row *r = row_of(hit[n].value, lang);
    if (!r || r->role == GZ_ROLE(NONE)) continue;
    memset(t, 0, sizeof *t);
    t->value = r->value;
    t->role = r->role;
    t->power = r->power;
    t->flags = r->flags;
    t->start = (uint32_t)pos;
    t->end = hit[n].end;
    if (ends(text, hit[n].end, lang) && !(r->flags & GZ_FLAG(GLUE))) return 1;
    if ((!compound && !(r->flags & GZ_FLAG(GLUE))) || (r->flags & GZ_FLAG(PLURAL))) continue;
    int rest = cut(text, hit[n].end, lang, compound, t + 1, max - 1, steps);
    if (rest) return rest + 1;
  }
  return 0;
}

/* veinti-un-avos, mille-cinqu-esimi: the whole word is one denominator. */
static int join_suffix(gz_num_token *t, int n)
{
  bool suffix = n >= 2 && t[n - 1].role == GZ_ROLE(SUFFIX), ord = n >= 2 && t[n - 1].role == GZ_ROLE(ORD);
  if (!suffix && !ord) return n;
  gz_num_words_state w;
  gz_num_state_clear(&w);
  w.room = INT64_MAX;
  w.flags = LEX_NUMBER_LANGS_FLAGS_REVERSED;
  bool and = false;
  for (int i = 0; i < n - 1; i++) {
    bool ok = t[i].role == GZ_ROLE(NUM) ? gz_num_try_add(&w, &t[i], and) : t[i].role == GZ_ROLE(MAG) ? gz_num_close_part(&w, t[i].power) : t[i].role == GZ_ROLE(AND);
    if (!ok) return suffix ? 0 : n;
    and = t[i].role == GZ_ROLE(AND);
  }
  gz_dec sum = gz_num_sum_value(&w.s);
  if (ord) {                                       /* honderdachtste; its value is a part too when a number stands before it */
    if (gz_num_int(t[n - 1].value) >= 100 && w.s.has_cur) sum = gz_dec_mul(sum, t[n - 1].value);
    else sum = gz_dec_add(sum, t[n - 1].value);
  }
  t[0].value = sum;
  t[0].end = t[n - 1].end;
  t[0].role = suffix ? GZ_ROLE(DEN) : GZ_ROLE(ORD);
  t[0].flags = t[n - 1].flags;
  return 1;
}

size_t gz_num_gap(gz_view text, size_t pos, bool *hyphen)
{
  size_t i = pos;
  *hyphen = false;
  for (int k = 0; k < 4 && i < text.n; k++) {
    size_t next = i;
    uint32_t cp = gz_fold(gz_utf8_next(text.p, text.n, &next));
    if (cp == ' ' && text.p[i] == '\n' && next < text.n && text.p[next] == '\n') break;          /* a blank line ends it */
    if (cp == ' ') i = next;
    else if (cp == '-' && !*hyphen) { *hyphen = true; i = next; }
    else break;
  }
  return i;
}

/* Digits among words: only where a sum stands already (see gz_num_words). */
static int digits_token(gz_num_words_state *w, size_t pos)
{
  gz_numeral d;
  size_t next;
  if (gz_num_digit(w->text, pos, &next) < 0 || (w->s.n == 0 && !w->s.has_cur)) return 0;
  if (!gz_num_digits(w->text, pos, gz_num_comma(w->lang), &d) || d.dotted || d.decimal || !gz_word_boundary(w->text, d.span.end)) return 0;
  gz_num_token *t = w->tok;
  memset(t, 0, sizeof *t);
  t->value = d.low;
  t->role = GZ_ROLE(NUM);
  t->start = (uint32_t)pos;
  t->end = d.span.end;
  t->digits = true;
  return 1;
}

const gz_num_token *gz_num_peek(gz_num_words_state *w)
{
  if (w->at < w->n) return &w->tok[w->at];
  bool hyphen = false;
  size_t pos = gz_num_gap(w->text, w->pos, &hyphen);
  w->n = w->at = 0;
  if (pos >= w->text.n) return NULL;
  int steps = 0;
  size_t before = pos;
  if (w->lang == LEX_NUMBER_WORDS_LANG_JA && !w->s.n && !w->s.has_cur && pos && gz_is_kana(gz_utf8_prev(w->text.p, w->text.n, &before))) return NULL;
  int n = cut(w->text, pos, w->lang, w->flags & LEX_NUMBER_LANGS_FLAGS_COMPOUND, w->tok, GZ_WORD_TOKENS, &steps);
  if (!n && (w->flags & LEX_NUMBER_LANGS_FLAGS_SUFFIX)) {          /* veinticincoavos, though Spanish does not compound */
    steps = 0;
    n = cut(w->text, pos, w->lang, true, w->tok, GZ_WORD_TOKENS, &steps);
    if (n < 2 || !(w->tok[n - 1].role == GZ_ROLE(SUFFIX) || (w->tok[n - 1].role == GZ_ROLE(ORD) && gz_num_int(w->tok[n - 1].value) >= 1000))) n = 0;
  }
  if (!n && pos > w->pos && !hyphen) n = digits_token(w, pos);
  else n = join_suffix(w->tok, n);
  if (n == 1 && w->tok[0].role == GZ_ROLE(SUFFIX) && !(w->tok[0].flags & GZ_FLAG(LOW))) n = 0;
  w->n = n;
  if (!n) return NULL;
  w->tok[0].hyphen = hyphen;
  w->tok[0].tight = hyphen && pos == w->pos + 1;
  return w->tok;
}

void gz_num_take(gz_num_words_state *w)
{
  w->pos = w->tok[w->at].end;
  w->at++;
}
