/* When a currency word is also another word, and when a number without a currency is a sum. Decided by what follows, by the size
** and shape of the number and by words of money or weight in the same sentence. Uses floors base and text. */
#include "find/money_amount_int.h"
#include "find/money_parts.h"
#include "find/hedge.h"
#include "find/lexmatch.h"
#include "find/money_sets.h"
#include "find/small_word.h"
#include "lex_money_words.h"

static bool sentence_end(gz_view t, size_t i, uint32_t c)
{
  if (c == '\n' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == '!' || c == '?') return true;
  return c == '.' && (i >= t.n || t.p[i] == ' ' || t.p[i] == '\n');
}

static bool role_at(gz_view t, size_t pos, uint32_t role)
{
  gz_hit hits[6];
  size_t n = gz_trie_prefixes(&lex_money_words.trie, t, pos, hits, 6);
  while (n-- > 0) if ((lex_money_words_rows[hits[n].value].role & role) && gz_lex_boundary(t, hits[n].end)) return true;
  return false;
}

bool gz_money_near(gz_view t, size_t start, size_t end, size_t reach, uint32_t role)
{
  size_t i = start, e;
  gz_view left = gz_view_of(t.p, start);
  while (i > 0 && start - i < reach) {
    size_t behind = i;
    i = gz_word_start(t, 0, i);
    size_t at = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &at);
    if (sentence_end(t, behind, c)) break;
    if (gz_is_letter(c) && gz_in_set(&gz_set_loose, gz_hash_word(t, i, &e).all) && role_at(left, i, role)) return true;
  }
  for (i = end; i < t.n && i - end < reach;) {
    size_t at = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &at);
    if (sentence_end(t, at, c)) break;
    gz_word_hash h = gz_hash_word(t, i, &e);
    if (gz_is_letter(c) && gz_in_set(&gz_set_loose, h.all) && role_at(t, i, role)) return true;
    i = e > i ? e : at;
  }
  return false;
}

/* The mention is all there is on its line, but for a few marks. */
static bool alone(gz_view t, const gz_amount *a)
{
  size_t p = gz_skip_spaces(t, a->end, 4), q = gz_skip_spaces_back(t, 0, a->start, 4);
  uint8_t hedge;
  size_t e;
  if (gz_hedge_after(t, p, &hedge, &e)) p = e;
  if (gz_hedge_before(t, 0, q, &hedge, &e)) q = gz_skip_spaces_back(t, 0, e, 4);
  while (p < t.n && (t.p[p] == '.' || t.p[p] == ' ' || t.p[p] == '*')) p++;
  return (p >= t.n || t.p[p] == '\n') && (q == 0 || t.p[q - 1] == '\n');
}

static bool nothing_follows(gz_view t, size_t end)
{
  size_t p = gz_skip_spaces(t, end, 2), i = p, e;
  uint8_t hedge;
  if (p >= t.n) return true;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  if (!gz_is_alnum(c)) return true;
  return gz_hedge_after(t, end, &hedge, &e) || gz_per_after(t, end, &e) != NULL;
}

static bool big(const gz_amount *a) { return a->num.magnitude >= 3 || a->num.grouped; }

/* Is the last word of the currency one of this role? */
static bool is_key(const gz_currency *c, gz_view t, unsigned role)
{
  size_t start = c->end;
  while (start > c->start && t.p[start - 1] != ' ') start--;
  return gz_small_word_is(gz_view_of(t.p + start, c->end - start), role);
}

static bool pounds(gz_view t, const gz_amount *a)
{
  size_t i = a->currency.end;
  bool hyphen = a->currency.start > 0 && t.p[a->currency.start - 1] == '-';
  if (hyphen) return a->num.magnitude >= 6 || (i < t.n && !gz_is_alnum((unsigned char)t.p[gz_skip_spaces(t, i, 1)]) && gz_money_near(t, a->start, a->end, 80, LEX_MONEY_WORDS_ROLE_WORTH));
  if (a->compound || a->num.magnitude >= 6) return true;
  if (gz_money_near(t, a->start, a->end, 80, LEX_MONEY_WORDS_ROLE_WEIGH)) return gz_money_near(t, a->start, a->end, 40, LEX_MONEY_WORDS_ROLE_WORTH);
  return true;
}

static bool won(gz_view t, const gz_amount *a)
{
  return big(a) || alone(t, a) || gz_dec_cmp(a->high, gz_dec_int(1000)) >= 0 || (a->num.form == GZ_NUM_DIGITS && nothing_follows(t, a->end));
}

/* a dollar, one euro: an article counts only where nothing follows that it could belong to */
static bool article_ok(gz_view t, const gz_amount *a)
{
  size_t e;
  if (!a->num.weak || a->num.form != GZ_NUM_WORDS) return true;
  if (!gz_money_word_at(t, a->num.span.start, LEX_MONEY_WORDS_ROLE_ARTICLE, &e) || e != a->num.span.end) return true;
  size_t n = e - a->num.span.start;
  if (a->end + 1u < t.n && t.p[a->end] == '-' && gz_is_letter((unsigned char)t.p[a->end + 1])) return false;      /* a euro-area bank */
  bool english = t.p[a->num.span.start] == 'a' || t.p[a->num.span.start] == 'A';
  if (!english || n > 2) return true;
  return nothing_follows(t, a->end);
}

static bool han_before(gz_view t, size_t pos)
{
  return pos > 0 && gz_is_han(gz_utf8_prev(t.p, t.n, &pos));
}

/* 三元股份, “三元”: one Han digit before 元 is a name as often as a price. */
static bool single_han(gz_view t, const gz_amount *a)
{
  size_t s, p = a->end;
  uint8_t hedge;
  if (a->compound || a->prefix || alone(t, a) || gz_hedge_before(t, 0, a->start, &hedge, &s) || gz_hedge_after(t, a->end, &hedge, &s)) return true;
  bool ends = nothing_follows(t, a->end);
  if (p < t.n && a->start > 0) {
    size_t q = a->start;
    uint32_t open = gz_utf8_prev(t.p, t.n, &q), close = gz_utf8_next(t.p, t.n, &p);
    if ((open == 0x201C && close == 0x201D) || (open == 0x300C && close == 0x300D) || (open == '"' && close == '"')) return false;
  }
  if (ends && !han_before(t, a->start)) return true;
  return gz_money_near(t, a->start, a->start, 24, LEX_MONEY_WORDS_ROLE_CUE | LEX_MONEY_WORDS_ROLE_WORTH);
}

/* 3 Pfund Äpfel: a small number of them, and a noun that they weigh. */
static bool german_weight(gz_view t, const gz_amount *a)
{
  size_t p = a->end + 1u, i = p;
  if (!is_key(&a->currency, t, GZ_SMALL(PFUND)) || big(a) || a->num.decimal || p >= t.n || t.p[a->end] != ' ') return false;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  return gz_is_letter(c) && gz_fold(c) != c;
}

bool gz_money_evidence(gz_currency_context *x, const gz_amount *a)
{
  gz_view t = x->text;
  const gz_currency *c = &a->currency;
  if (!article_ok(t, a)) return false;
  if (c->kind == LEX_CURRENCIES_KIND_MINOR) {
    if (c->flags & LEX_CURRENCIES_FLAGS_JOINT) return false;
    if (c->flags & LEX_CURRENCIES_FLAGS_WEAK)
      return a->compound || alone(t, a) || (a->num.decimal && (unsigned char)t.p[c->start] < 0x80) || (nothing_follows(t, a->end) && (unsigned char)t.p[c->start] < 0x80 && a->num.form != GZ_NUM_WORDS);
    return true;
  }
  bool yuan = (c->family & LEX_CURRENCIES_FAMILY_YUAN) != 0 || (c->end - c->start == 3 && strcmp(c->code, "JPY") == 0);
  if (yuan && a->num.form == GZ_NUM_HAN && a->num.weak && !a->num.magnitude && !single_han(t, a)) return false;
  /* 공원, 사원, 이유로: one Korean digit glued to its unit is a word */
  if (a->suffix && a->num.form == GZ_NUM_HAN && a->num.span.end - a->num.span.start == 3 && c->start == a->num.span.end && gz_dec_cmp(a->high, gz_dec_int(10)) < 0) {
    size_t i = c->start;
    if (gz_is_hangul(gz_utf8_next(t.p, t.n, &i)) && !alone(t, a)) return false;
  }
  if (c->flags & LEX_CURRENCIES_FLAGS_JOINT) return a->compound;      /* 三个一毫 */
  /* the euro 2024: a year behind a name */
  if (a->prefix && !a->suffix && c->kind == LEX_CURRENCIES_KIND_NAME && c->end > c->start && (unsigned char)t.p[c->start] < 0x80 && a->num.form == GZ_NUM_DIGITS &&
      !a->num.magnitude && !a->num.grouped && !a->num.decimal && a->num.span.end - a->num.span.start == 4 && (t.p[a->num.span.start] == '1' || t.p[a->num.span.start] == '2')) return false;
  /* Euro 6, Euro 96: a name, unless the sentence is about a price */
  if (a->prefix && !a->suffix && c->kind == LEX_CURRENCIES_KIND_NAME && is_key(c, t, GZ_SMALL(EURO)) && a->num.form == GZ_NUM_DIGITS && !a->num.decimal && gz_dec_cmp(a->high, gz_dec_int(100)) < 0 &&
      gz_price_dash(t, a->num.span.end) == a->num.span.end && !gz_money_near(t, a->start, a->end, 60, LEX_MONEY_WORDS_ROLE_WORTH | LEX_MONEY_WORDS_ROLE_CUE) && !gz_per_after(t, a->end, &(size_t){0})) return false;
  /* 张三人民币业务部 */
  if (a->suffix && a->num.form == GZ_NUM_HAN && a->num.weak && !c->family && c->end - c->start == 9 && strcmp(c->code, "CNY") == 0 && !nothing_follows(t, a->end)) return false;
  if (!(c->flags & LEX_CURRENCIES_FLAGS_WEAK)) return !german_weight(t, a);
  if (gz_price_dash(t, a->num.span.end) != a->num.span.end) return true;      /* Fr. 12.– */
  if (is_key(c, t, GZ_SMALL(POUND))) return pounds(t, a);
  if (is_key(c, t, GZ_SMALL(WON))) return won(t, a);
  if (c->family & LEX_CURRENCIES_FAMILY_YUAN) return a->compound || nothing_follows(t, a->end);      /* 块 */
  if (big(a) || alone(t, a)) return true;
  if (c->kind == LEX_CURRENCIES_KIND_CODE) return gz_dec_cmp(a->high, gz_dec_int(100)) >= 0 && nothing_follows(t, a->end);      /* PHP 8.1 */
  if (a->num.decimal && c->kind != LEX_CURRENCIES_KIND_SYMBOL) return true;
  if (c->kind == LEX_CURRENCIES_KIND_SYMBOL && !a->prefix && nothing_follows(t, a->end) && (unsigned char)t.p[c->start] < 0x80) return true;      /* 500 Rs. */
  return nothing_follows(t, a->end) && gz_money_near(t, a->start, a->end, 80, LEX_MONEY_WORDS_ROLE_WORTH | LEX_MONEY_WORDS_ROLE_CUE);
}

static bool is_comma(uint32_t c) { return c == ',' || c == 0xFF0C || c == ';' || c == 0xFF1B; }

/* A word of money in the same clause before the number, or in the clause behind the comma that ends it (300億,…投資). */
static bool cue_in_clause(gz_view t, size_t start, size_t end)
{
  size_t from = start, to = end;
  int commas = 0;
  while (from > 0 && start - from < 90) {
    size_t i = from;
    uint32_t c = gz_utf8_prev(t.p, t.n, &i);
    if (is_comma(c) || sentence_end(t, from, c)) break;
    from = i;
  }
  if (gz_money_near(gz_view_of(t.p + from, start - from), start - from, start - from, 90, LEX_MONEY_WORDS_ROLE_CUE)) return true;
  size_t before = from;
  if (from > 0 && is_comma(gz_utf8_prev(t.p, t.n, &before))) return false;      /* not at the head of its sentence */
  while (to < t.n && to - end < 90) {
    size_t i = to;
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (sentence_end(t, i, c) || (is_comma(c) && ++commas > 1)) break;
    to = i;
  }
  return gz_money_near(gz_view_of(t.p + end, to - end), 0, 0, 90, LEX_MONEY_WORDS_ROLE_CUE);
}

/* 2000万融资: what the number counts is money, not people (投资者) or things of theirs (投资项目). */
static bool money_noun(gz_view t, size_t pos)
{
  gz_hit hits[6];
  size_t i = pos;
  if (pos >= t.n || !gz_is_han(gz_utf8_next(t.p, t.n, &i))) return false;
  size_t n = gz_trie_prefixes(&lex_money_words.trie, t, pos, hits, 6);
  if (n == 0 || !(lex_money_words_rows[hits[n - 1].value].role & LEX_MONEY_WORDS_ROLE_CUE)) return false;
  return !gz_small_word_at(t, hits[n - 1].end, GZ_SMALL(NO_SUM), NULL);
}

bool gz_money_bare(gz_currency_context *x, size_t floor, const gz_amount *a)
{
  gz_view t = x->text;
  const gz_numeral *n = &a->num;
  (void)floor;
  if (n->magnitude < 3 || n->ordinal || n->fraction || n->weak || n->left || n->right || n->dotted) return false;
  size_t p = gz_skip_spaces(t, a->end, 2), i = p, e;
  uint8_t hedge;
  if (gz_hedge_after(t, a->end, &hedge, &e)) p = i = gz_skip_spaces(t, e, 2);
  uint32_t c = p < t.n ? gz_utf8_next(t.p, t.n, &i) : '\n';
  bool ends = c == '\n' || c == ',' || c == '.' || c == 0xFF0C || c == 0x3002 || c == ';' || c == 0xFF1B || c == 0x3001 || c == 0xFF01 || c == '!' || c == '?' || c == 0xFF1F || c == ')' || c == 0xFF09 || c == 0x300D || c == 0x201D;
  if (!ends && !money_noun(t, p)) return false;
  bool han = n->form == GZ_NUM_HAN || n->form == GZ_NUM_MIXED || (a->end >= 3 && (unsigned char)t.p[n->span.end - 1] >= 0x80);
  if (han) {
    if (n->magnitude < 4 || gz_dec_cmp(a->high, gz_dec_int(10000)) < 0) return false;
    return cue_in_clause(t, a->start, a->end);
  }
  size_t q0 = a->start;
  if (n->abbrev && q0 > 0 && gz_is_han(gz_utf8_prev(t.p, t.n, &q0))) return n->magnitude <= 4 && cue_in_clause(t, a->start, a->end);      /* 月薪15k */
  if (n->abbrev || n->magnitude < 6) return false;
  /* raised 300 million: the cue stands right before the number */
  size_t s, q = gz_skip_spaces_back(t, 0, a->start, 2);
  if (gz_hedge_before(t, 0, q, &hedge, &e)) q = gz_skip_spaces_back(t, 0, e, 2);
  return gz_money_word_before(t, 0, q, LEX_MONEY_WORDS_ROLE_CUE, &s);
}
