/* An independent oracle for number words: ICU spells integers out (rule-based number format), the scanner reads them back to the
** same value, and with a currency behind them the money finder reads the same sum. Every cardinal rule set (genders, cases) of the languages read to full depth, and the plain one of the others, over
** all integers to 130 and a spread up to 10^15. ICU is linked by the test only for this. */
#include "find/money_iter.h"
#include "find/numeral.h"
#include "unit/unit.h"
#include "unit/libc_alloc.inc"
#include <unicode/unum.h>
#include <unicode/ustring.h>

static const char *const full[] = {"en", "de", "fr", "es", "pt", "it", "nl", "ru", "ja", "ko", "zh", "fr_CH", "pt_PT", "zh_Hant"};
static const char *const others[] = {"ar", "bg", "ca", "cs", "da", "el", "et", "fi", "he", "hi", "hr", "hu", "id", "is", "no", "pl", "ro", "sk", "sv", "tr", "uk", "vi"};

/* ICU's hyphenation points are no letters. */
static void drop_soft_hyphens(char *z)
{
  char *out = z;
  for (char *p = z; *p; p++) {
    if ((unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xAD) { p++; continue; }
    *out++ = *p;
  }
  *out = 0;
}

static bool reads(const char *lang, const char *text, int64_t want, char *got, size_t cap)
{
  gz_numeral n;
  char tag[8];
  size_t k = 0;
  while (lang[k] && lang[k] != '_' && k < 7) { tag[k] = lang[k]; k++; }
  tag[k] = 0;
  snprintf(got, cap, "nothing");
  gz_view v = gz_view_cstr(text);
  if (!gz_numeral_at(v, 0, tag, &n)) return false;
  int64_t low;
  size_t w = gz_dec_print(n.low, got, cap);
  if (n.span.end != v.n) { snprintf(got + w, cap - w, " up to byte %u of %u", (unsigned)n.span.end, (unsigned)v.n); return false; }
  return gz_dec_to_int64(n.low, &low) && low == want;
}

/* What stands behind the number: a currency as the language has it there (trois millions d'euros, zwei Euro, 三百万美元). */
static const char *currency(const char *lang, int64_t v)
{
  static const struct { char lang[3]; const char *name, *round; } t[] = {
    {"en", " dollars", NULL}, {"de", " Euro", NULL}, {"fr", " euros", " d'euros"}, {"es", " euros", " de euros"}, {"pt", " euros", " de euros"}, {"it", " euro", " di euro"},
    {"nl", " euro", NULL}, {"ru", " рублей", NULL}, {"ja", "ドル", NULL}, {"ko", " 달러", NULL}, {"zh", "美元", NULL}};
  bool round = v >= 1000000 && v % 1000000 == 0;
  for (size_t i = 0; i < sizeof t / sizeof *t; i++) if (strncmp(lang, t[i].lang, 2) == 0) return round && t[i].round ? t[i].round : t[i].name;
  return NULL;
}

static bool is_sum(const char *lang, const char *number, int64_t want, char *got, size_t cap)
{
  static const char *const before[] = {"", "(", "2024: "};
  const char *unit = currency(lang, want);
  char text[2500];
  gz_money_iter it;
  gz_money m, more;
  int64_t low;
  for (size_t i = 0; unit && i < sizeof before / sizeof *before; i++) {
    snprintf(text, sizeof text, "%s%s%s", before[i], number, unit);
    gz_money_begin(&it, gz_view_cstr(text), gz_view_cstr(""));
    snprintf(got, cap, "nothing");
    if (!gz_money_next(&it, &m)) return false;
    gz_dec_print(m.low, got, cap);
    if (!m.point || !gz_dec_to_int64(m.low, &low) || low != want || m.span.start != strlen(before[i]) || gz_money_next(&it, &more)) return false;
  }
  return true;
}

static int one(UNumberFormat *f, const char *lang, const char *rules, int64_t v, bool strict, int *wrong)
{
  UChar out[600];
  char text[2400], got[96];
  int32_t len;
  UErrorCode e = U_ZERO_ERROR;
  int32_t n = unum_formatInt64(f, v, out, 599, NULL, &e);
  if (U_FAILURE(e) || n > 598) return 0;
  u_strToUTF8(text, sizeof text, &len, out, n, &e);
  if (U_FAILURE(e)) return 0;
  text[len] = 0;
  drop_soft_hyphens(text);
  if (strstr(rules, "native") && v > 199) return 0;                         /* native Korean counts to 99 */
  for (char *p = text; *p; p++) if (*p >= '0' && *p <= '9') return 0;      /* beyond the rules' reach */
  bool ok = reads(lang, text, v, got, sizeof got);
  if (!ok) (*wrong)++;
  CHECK(ok || !strict || *wrong > 5, "%s %s: %lld is spelled '%s', read as %s", lang, rules, (long long)v, text, got);
  if (ok && strict && strstr(rules, "cardinal") && !strstr(rules, "native")) {
    ok = is_sum(lang, text, v, got, sizeof got);
    CHECK(ok, "%s %s: the sum of %lld '%s' is read as %s", lang, rules, (long long)v, text, got);
  }
  return 1;
}

/* All to 130, then a spread: neighbours of powers of ten, mixed digits, a multiplicative walk. */
static void spread(UNumberFormat *f, const char *lang, const char *rules, bool strict, int *count, int *wrong)
{
  for (int64_t v = 0; v <= 130; v++) *count += one(f, lang, rules, v, strict, wrong);
  static const int64_t mixed[] = {200, 201, 215, 280, 299, 300, 471, 555, 697, 771, 780, 781, 800, 880, 898, 900, 999, 1000, 1001, 1010, 1100, 1101, 1234,
    1900, 1999, 2000, 2001, 2022, 3000, 5005, 7071, 9999, 10000, 10001, 10010, 11011, 12345, 21000, 21021, 30303, 70080, 90091, 100000, 100001, 101000,
    123456, 200000, 212345, 300003, 700771, 999999};
  for (size_t i = 0; i < sizeof mixed / sizeof *mixed; i++) *count += one(f, lang, rules, mixed[i], strict, wrong);
  for (int64_t p = 1000000; p <= 100000000000000; p *= 10) {
    static const int64_t factor[] = {1, 2, 3, 5, 7};
    for (size_t i = 0; i < 5; i++) *count += one(f, lang, rules, p * factor[i], strict, wrong);
    *count += one(f, lang, rules, p + 1, strict, wrong);
    *count += one(f, lang, rules, p * 2 + p / 10 + 80, strict, wrong);
  }
  for (int64_t v = 137; v < 1000000000000000; v = v * 29 / 7 + 13) *count += one(f, lang, rules, v, strict, wrong);
  *count += one(f, lang, rules, 1000000000000000, strict, wrong);
}

static void language(const char *lang, bool every)
{
  UErrorCode e = U_ZERO_ERROR;
  UChar sets[8192];
  char names[8192];
  UNumberFormat *f = unum_open(UNUM_SPELLOUT, NULL, 0, lang, NULL, &e);
  CHECK(U_SUCCESS(e), "%s", lang);
  if (U_FAILURE(e)) return;
  int32_t n = unum_getTextAttribute(f, UNUM_PUBLIC_RULESETS, sets, 8191, &e);
  sets[n] = 0;
  u_austrcpy(names, sets);
  int count = 0, wrong = 0, taken = 0;
  for (char *r = strtok(names, ";"); r; r = strtok(NULL, ";")) {
    if (!strstr(r, "cardinal") || strstr(r, "financial") || (!every && taken)) continue;
    UChar set[256];
    e = U_ZERO_ERROR;
    u_uastrcpy(set, r);
    unum_setTextAttribute(f, UNUM_DEFAULT_RULESET, set, -1, &e);
    if (U_FAILURE(e)) continue;
    taken++;
    spread(f, lang, r, every, &count, &wrong);
  }
  CHECK(count > 140, "%s: only %d numbers spelled", lang, count);
  CHECK(wrong * 100 <= count, "%s: %d of %d wrong", lang, wrong, count);     /* ICU's own slips: a trillion for 10^15 in Hebrew */
  unum_close(f);
}

int main(void)
{
  for (size_t i = 0; i < sizeof full / sizeof *full; i++) language(full[i], true);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) language(others[i], false);
  return unit_end("rbnf");
}
