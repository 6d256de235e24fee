/* Money finder: a pull iterator. The scanner (money_scan) gives the places where a sum can be found: a digit, a Han numeral, the
** start of a currency word or sign with a number in words beside it. There one amount is read (money_amount), a range tried
** (money_range), the words around it read (hedge), shared currency words settled (currency_settle). No allocation; what is looked
** at around a place is bounded, so the cost is linear. Uses floors base and text. */
#include "find/money_iter.h"
#include "base/watch.h"
#include "find/hedge.h"
#include "find/lexmatch.h"
#include "find/money_parts.h"
#include "find/money_scan.h"
#include "find/money_sets.h"
#include "lex_money_words.h"

#define PERIOD_REACH 200     /* bytes */

const char *gz_hedge_name(unsigned hedge)
{
  static const char *const names[] = {"exact", "about", "nearly", "over", "at_least", "under", "up_to", "range", "several"};
  return hedge < sizeof names / sizeof *names ? names[hedge] : "exact";
}
const char *gz_basis_name(unsigned basis)
{
  static const char *const names[] = {NULL, "code", "name", "symbol", "context", "default"};
  return basis < sizeof names / sizeof *names ? names[basis] : NULL;
}
bool gz_money_approx(const gz_money *m, gz_dec *out)
{
  if (m->has_low && m->has_high) *out = m->point ? m->low : gz_dec_half(gz_dec_add(m->low, m->high));
  else if (m->has_low) *out = m->low;
  else if (m->has_high) *out = m->high;
  else return false;
  return true;
}

void gz_money_begin(gz_money_iter *it, gz_view text, gz_view region)
{
  memset(it, 0, sizeof *it);
  it->text = text;
  it->period = SIZE_MAX / 2;
  if (region.n < sizeof it->region) memcpy(it->region, region.p, region.n);
  it->context.text = text;
  memcpy(it->context.region, it->region, sizeof it->region);
}

/* ($99.99) is negative where it stands as a value: at the start of the text or line, or behind "is" or a colon. */
static void in_brackets(gz_view t, size_t floor, gz_money *m)
{
  if (m->span.start <= floor || m->span.end >= t.n || t.p[m->span.start - 1] != '(' || t.p[m->span.end] != ')' || !m->point || m->low.neg) return;
  size_t s, p = gz_skip_spaces_back(t, floor, m->span.start - 1, 2);
  if (p > 0 && t.p[p - 1] != '\n' && t.p[p - 1] != '\t' && t.p[p - 1] != '|' && !gz_money_word_before(t, floor, p, LEX_MONEY_WORDS_ROLE_NEG, &s)) return;
  if (p == 0 && floor > 0) return;
  m->low.neg = m->high.neg = m->low.m != 0;
  m->span.start--;
  m->span.end++;
}

/* Between two sums there is nothing but a bracket and words like 约合, "or about". */
static bool restating(gz_view t, size_t from, size_t to)
{
  size_t p = gz_skip_spaces(t, from, 2), e, i = p;
  if (p >= to) return false;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  bool bracket = c == '(' || c == 0xFF08 || c == '[';
  if (!bracket && c != ',' && c != 0xFF0C && !gz_is_letter(c)) return false;
  if (bracket || c == ',' || c == 0xFF0C) p = i;
  bool word = false;
  for (int words = 0; words < 4; words++) {
    p = gz_skip_spaces(t, p, 2);
    if (p == to) return bracket || word;
    if (!gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_RESTATE, &e)) return false;
    word = true;
    p = e;
  }
  return gz_skip_spaces(t, p, 2) == to && (bracket || word);
}

static void apply_hedge(gz_money *m, uint8_t hedge)
{
  m->hedge = hedge;
  m->point = true;
  switch (hedge) {
    case GZ_HEDGE_OVER: case GZ_HEDGE_AT_LEAST: m->has_high = m->point = false; break;
    case GZ_HEDGE_UNDER: case GZ_HEDGE_UP_TO: m->has_low = m->point = false; break;
    default: break;
  }
}

static void emit(gz_money_iter *it, const gz_amount *a, const gz_amount *upper, gz_money *m)
{
  gz_view t = it->text;
  size_t floor = it->floor, e, s;
  memset(m, 0, sizeof *m);
  m->span.start = a->start;
  m->span.end = upper && upper->end > a->end ? upper->end : a->end;
  m->low = a->low;
  m->high = upper ? upper->high : a->high;
  m->has_low = upper || !a->num.open_low;
  m->has_high = upper || !a->num.open_high;
  m->restates = -1;
  if (a->has_currency) gz_currency_settle(&it->context, &a->currency, m->currency, &m->basis);
  if (m->basis == GZ_BASIS_DEFAULT && strcmp(m->currency, "JPY") == 0 && a->num.decimal && !a->num.magnitude) {      /* ¥12.50: the yen has no decimals */
    memcpy(m->currency, "CNY", 4);
    m->basis = GZ_BASIS_CONTEXT;
  }
  uint8_t before = GZ_HEDGE_EXACT, after = GZ_HEDGE_EXACT;
  bool has_before = gz_hedge_before(t, floor, a->start, &before, &s);
  size_t left = has_before ? s : a->start, right = m->span.end;
  if (gz_hedge_after(t, m->span.end, &after, &e)) right = e;
  if (upper) m->hedge = GZ_HEDGE_RANGE;
  else if (a->num.vague || gz_dec_cmp(a->low, a->high) != 0) m->hedge = GZ_HEDGE_SEVERAL;
  else apply_hedge(m, after != GZ_HEDGE_EXACT ? after : before != GZ_HEDGE_EXACT || !a->num.round ? before : GZ_HEDGE_ABOUT);
  m->per = gz_per_after(t, right, &e);
  if (!m->per && right != m->span.end) m->per = gz_per_after(t, m->span.end, &e);
  if (m->per && e > right) right = e;
  if (!m->per) m->per = gz_per_before(t, floor, left);
  if (!m->per && left - it->period <= PERIOD_REACH) m->per = gz_per_loose(t, 0, left);
  if (!upper && a->currency.kind != LEX_CURRENCIES_KIND_MINOR) in_brackets(t, floor, m);
  if (it->count && it->last_currency[0] && m->currency[0] && strcmp(it->last_currency, m->currency) != 0 && restating(t, it->last_end, a->start)) m->restates = it->count - 1;
  memcpy(it->last_currency, m->currency, sizeof m->currency);
  it->last_end = (uint32_t)(right > m->span.end ? right : m->span.end);
  it->count++;
  it->floor = it->pos = m->span.end;
}

/* At a digit or Han numeral. */
static bool at_number(gz_money_iter *it, size_t pos, gz_money *out)
{
  gz_amount a, b;
  size_t past;
  if (!it->general && !gz_money_glance(it->text, it->floor, pos, &past)) {
    it->pos = past;
    return false;
  }
  if (!it->general && gz_ascii_digit((unsigned char)it->text.p[pos]) && gz_money_direct(&it->context, it->floor, pos, &a)) { emit(it, &a, NULL, out); return true; }
  if (!gz_amount_at(&it->context, it->floor, pos, &a)) {
    it->pos = pos;
    return false;
  }
  size_t end = a.num.span.end;
  it->pos = end > pos ? end : pos + 1;
  if (a.has_currency && !gz_money_evidence(&it->context, &a)) {
    if (a.prefix) return false;
    gz_amount first = a;
    first.has_currency = first.suffix = false;
    first.end = first.num.span.end;
    a = first;
    if (!gz_money_range(&it->context, it->floor, &a, &b) || !gz_money_evidence(&it->context, &b)) return false;
    emit(it, &a, &b, out);
    return true;
  }
  gz_amount low = a;
  if (gz_money_range(&it->context, it->floor, &low, &b)) {
    gz_amount probe = b;
    if (!probe.has_currency) { probe.currency = low.currency; probe.has_currency = true; }
    if (gz_money_evidence(&it->context, &probe)) { emit(it, &low, &b, out); return true; }
  }
  if (!a.has_currency && gz_money_bare_range(&it->context, it->floor, &a, &b)) { emit(it, &a, &b, out); return true; }
  gz_amount word;                                /* one to 1.50 dollars */
  if (a.has_currency && !a.prefix && a.start > it->floor + 8 && memcmp(it->text.p + a.start - 4, " to ", 4) == 0 && gz_money_range_back(&it->context, it->floor, &word, &a)) { emit(it, &word, &a, out); return true; }
  if (!a.has_currency && gz_money_change(&it->context, it->floor, &a)) { emit(it, &a, NULL, out); return true; }
  if (!a.has_currency && !gz_money_bare(&it->context, it->floor, &a)) return false;
  emit(it, &a, NULL, out);
  return true;
}

static bool letter_at(gz_view t, size_t pos)
{
  return pos < t.n && gz_is_letter(gz_utf8_next(t.p, t.n, &pos));
}

/* on, to, un, media: a number of one word counts only in its own language, where the text shows one. */
static bool own_language(gz_currency_context *x, const gz_amount *a)
{
  if (a->num.form != GZ_NUM_WORDS || !a->num.lang || x->text.n < 100) return true;
  if (strcmp(gz_numeral_lang_tag(a->num.lang), "en") == 0) return true;
  for (size_t i = a->num.span.start; i < a->num.span.end; i++) if (x->text.p[i] == ' ' || x->text.p[i] == '-') return true;
  const char *text = gz_currency_text_lang(x), *word = gz_numeral_lang_tag(a->num.lang);
  gz_numeral own;
  if (strcmp(text, "und") == 0 || strncmp(text, word, 2) == 0) return true;
  return gz_numeral_at(x->text, a->num.span.start, text, &own) && own.span.end == a->num.span.end && strncmp(text, gz_numeral_lang_tag(own.lang), 2) == 0;
}

/* The adjective before a currency word belongs to it: ten hong kong dollars, fünf schweizer Franken. */
static void widen(gz_view t, size_t floor, gz_currency *c)
{
  size_t q = c->start;
  gz_currency wide;
  for (int words = 0; words < 3; words++) {
    size_t end = gz_skip_spaces_back(t, floor, q, 2), e;
    if (end > floor && end == q && t.p[end - 1] == '-') end--;
    q = gz_word_start(t, floor, end);
    if (q == end) return;
    if (gz_in_wide(&gz_set_after, gz_hash_word(t, q, &e).all) && gz_currency_at(t, q, LEX_CURRENCIES_PLACE_AFTER, &wide) && wide.end >= c->end) { *c = wide; return; }
  }
}

/* At a currency word or sign: a number in words before it, or behind a sign. */
static bool at_currency(gz_money_iter *it, size_t pos, gz_money *out)
{
  gz_currency c;
  gz_amount a, b, low;
  if (!gz_currency_at(it->text, pos, LEX_CURRENCIES_PLACE_AFTER, &c)) return false;
  size_t p = gz_skip_spaces(it->text, c.end, 2);
  bool sign = c.kind == LEX_CURRENCIES_KIND_SYMBOL && !letter_at(it->text, c.start);
  if (sign && p < it->text.n && (it->text.p[p] >= '0' && it->text.p[p] <= '9')) { it->pos = p; return false; }
  if (c.kind == LEX_CURRENCIES_KIND_NAME || c.kind == LEX_CURRENCIES_KIND_SYMBOL) widen(it->text, it->floor, &c);
  if (gz_amount_spelled(&it->context, it->floor, &c, &a) && own_language(&it->context, &a) && gz_money_evidence(&it->context, &a)) {
    if (gz_money_range_back(&it->context, it->floor, &low, &a)) emit(it, &low, &a, out);
    else if (gz_money_range(&it->context, it->floor, &a, &b)) emit(it, &a, &b, out);
    else emit(it, &a, NULL, out);
    return true;
  }
  if (!sign) { it->pos = c.end; return false; }
  if (letter_at(it->text, p) && gz_amount_at(&it->context, pos, p, &a) && a.has_currency && a.prefix && !a.num.weak) {
    emit(it, &a, NULL, out);
    return true;
  }
  it->pos = c.end;
  return false;
}

bool gz_money_next(gz_money_iter *it, gz_money *out)
{
  size_t at, due = it->pos + GZ_WATCH_STRIDE;
  while (it->pos < it->text.n && !gz_watch_at(it->pos, &due)) {
    enum gz_money_place place = gz_money_scan(it->text, it->pos, &at, &it->period, it->heads);
    if (place == GZ_MONEY_END) { it->pos = it->text.n; return false; }
    it->pos = at;
    if (place == GZ_MONEY_NUMBER ? at_number(it, at, out) : at_currency(it, at, out)) return true;
    if (it->pos <= at) it->pos = gz_money_skip(it->text, at, place);
  }
  return false;
}
