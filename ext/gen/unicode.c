/* Writes ext/data/unicode.tsv (class and script of every code point, as ranges), ext/data/fold.tsv (the matcher's 1:1 fold) and
** ext/data/search_fold.tsv (the search fold: NFKC_Casefold, then Hant-Hans per character) from ICU. Run by hand (`make unicode-data`) when the tables should follow a newer Unicode; the result is checked in and
** reviewed, and the version in fold.tsv is raised then, because stored search indexes depend on it.
** The fold of a code point is the fixed point of: white space to U+0020; the variants listed below; decimal digits to 0-9;
** NFKC where it gives one code point and the character is a width variant or Han; simple case folding; Hant-Hans. */
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utrans.h>
#include <unicode/utf16.h>

#define LIMIT 0x32400

static const char *class_name(UChar32 c)
{
  if (u_isUWhiteSpace(c)) return "space";
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER: case U_LOWERCASE_LETTER: case U_TITLECASE_LETTER: case U_MODIFIER_LETTER: case U_OTHER_LETTER: return "letter";
    case U_NON_SPACING_MARK: case U_ENCLOSING_MARK: case U_COMBINING_SPACING_MARK: return "mark";
    case U_DECIMAL_DIGIT_NUMBER: return "digit";
    case U_LETTER_NUMBER: case U_OTHER_NUMBER: return "number";
    case U_DASH_PUNCTUATION: case U_START_PUNCTUATION: case U_END_PUNCTUATION: case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION: case U_INITIAL_PUNCTUATION: case U_FINAL_PUNCTUATION: return "punct";
    case U_CURRENCY_SYMBOL: return "currency";
    case U_MATH_SYMBOL: case U_MODIFIER_SYMBOL: case U_OTHER_SYMBOL: return "symbol";
    default: return "other";
  }
}

static UChar32 variant(UChar32 c)
{
  static const UChar32 pairs[][2] = {
    {0x2018, '\''}, {0x2019, '\''}, {0x02BC, '\''}, {0xFF07, '\''}, {0x2010, '-'}, {0x2011, '-'}, {0x2212, '-'}, {0xFF0D, '-'}, {0xFE63, '-'},
    {0x30FB, 0xB7}, {0xFF65, 0xB7}, {0x2027, 0xB7}, {0x2022, 0xB7}, {0x2219, 0xB7}, {0x22C5, 0xB7}, {0x0387, 0xB7},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) if (pairs[i][0] == c) return pairs[i][1];
  return c;
}

static UChar32 single(const UChar *s, int32_t n, UChar32 otherwise)
{
  UChar32 c;
  int32_t i = 0;
  if (n <= 0) return otherwise;
  U16_NEXT(s, i, n, c);
  return i == n ? c : otherwise;
}

static UChar32 fold_once(UChar32 c, const UNormalizer2 *nfkc, UTransliterator *hans)
{
  UErrorCode e = U_ZERO_ERROR;
  UChar in[4], out[16];
  int32_t n = 0;
  if (u_isUWhiteSpace(c)) return ' ';
  UChar32 v = variant(c);
  if (v != c) return v;
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return '0' + u_charDigitValue(c);
  U16_APPEND_UNSAFE(in, n, c);
  UScriptCode script = uscript_getScript(c, &e);
  int32_t type = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
  if (type == U_DT_WIDE || type == U_DT_NARROW || script == USCRIPT_HAN || (type == U_DT_COMPAT && c >= 0x2E80 && c < 0x2FE0)) {
    UChar32 k = single(out, unorm2_normalize(nfkc, in, n, out, 16, &e), c);
    if (U_SUCCESS(e) && k != c) return k;
  }
  if (script == USCRIPT_HAN) {
    int32_t len = n, limit = n;
    memcpy(out, in, sizeof(UChar) * (size_t)n);
    e = U_ZERO_ERROR;
    utrans_transUChars(hans, out, &len, 16, 0, &limit, &e);
    if (U_SUCCESS(e)) return single(out, len, c);
    return c;
  }
  return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

static UChar32 hans_of(UChar32 c, UTransliterator *hans)
{
  UErrorCode e = U_ZERO_ERROR;
  UChar out[16];
  int32_t n = 0;
  if (uscript_getScript(c, &e) != USCRIPT_HAN) return c;
  U16_APPEND_UNSAFE(out, n, c);
  int32_t len = n, limit = n;
  e = U_ZERO_ERROR;
  utrans_transUChars(hans, out, &len, 16, 0, &limit, &e);
  return U_SUCCESS(e) ? single(out, len, c) : c;
}

/* One line per code point whose search fold is not itself. `marks` lists what may combine with the character before it. */
static int write_search(const char *path, UTransliterator *hans)
{
  UErrorCode e = U_ZERO_ERROR;
  const UNormalizer2 *cf = unorm2_getNFKCCasefoldInstance(&e), *nfd = unorm2_getNFDInstance(&e);
  FILE *f = fopen(path, "w");
  if (U_FAILURE(e) || !f) return 1;
  fprintf(f, "# The search fold, from ICU %s (Unicode %s). Made by `make unicode-data`. to: code points; bare: its letter without diacritics\n", U_ICU_VERSION, U_UNICODE_VERSION);
  fprintf(f, "# (Latin and Greek); combines: 1 when it may combine with the character before it.\nfrom\tto\tbare\tcombines\n");
  for (UChar32 c = 1; c < LIMIT; c++) {
    if (U_IS_SURROGATE(c)) continue;
    UChar in[4], out[64];
    int32_t n = 0, i = 0;
    U16_APPEND_UNSAFE(in, n, c);
    e = U_ZERO_ERROR;
    int32_t m = unorm2_normalize(cf, in, n, out, 64, &e);
    if (U_FAILURE(e)) { m = n; memcpy(out, in, sizeof(UChar) * (size_t)n); }
    UChar32 to[32], bare = 0;
    int count = 0;
    while (i < m) { UChar32 k; U16_NEXT(out, i, m, k); to[count++] = hans_of(k, hans); }
    int combines = u_getCombiningClass(c) != 0 || u_getIntPropertyValue(c, UCHAR_NFKC_QUICK_CHECK) == UNORM_MAYBE || c == 0xFF9E || c == 0xFF9F;
    if (count == 1) {
      e = U_ZERO_ERROR;
      UScriptCode s = uscript_getScript(to[0], &e);
      UChar one[4], d[16];
      int32_t on = 0, at = 0;
      U16_APPEND_UNSAFE(one, on, to[0]);
      int32_t dn = unorm2_normalize(nfd, one, on, d, 16, &e);
      if ((s == USCRIPT_LATIN || s == USCRIPT_GREEK) && U_SUCCESS(e) && dn > on) { U16_NEXT(d, at, dn, bare); }
      if (bare == to[0]) bare = 0;
    }
    if (count == 1 && to[0] == c && !bare && !combines) continue;
    fprintf(f, "%04X\t", (unsigned)c);
    for (int k = 0; k < count; k++) fprintf(f, "%s%04X", k ? " " : "", (unsigned)to[k]);
    if (bare) fprintf(f, "\t%04X\t%d\n", (unsigned)bare, combines);
    else fprintf(f, "\t\t%d\n", combines);
  }
  return fclose(f);
}

int main(int argc, char **argv)
{
  if (argc != 4) { fprintf(stderr, "usage: unicode UNICODE.tsv FOLD.tsv SEARCH_FOLD.tsv\n"); return 2; }
  UErrorCode e = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&e);
  UChar id[16];
  u_uastrcpy(id, "Hant-Hans");
  UTransliterator *hans = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &e);
  FILE *u = fopen(argv[1], "w"), *f = fopen(argv[2], "w");
  if (U_FAILURE(e) || !u || !f) { fprintf(stderr, "unicode: cannot start: %s\n", u_errorName(e)); return 1; }
  fprintf(u, "# Class and script of code points, from ICU %s (Unicode %s). Made by `make unicode-data`.\nstart\tend\tclass\tscript\n", U_ICU_VERSION, U_UNICODE_VERSION);
  UChar32 from = 0;
  for (UChar32 c = 0; c < LIMIT; c++) {
    UChar32 next = c + 1;
    e = U_ZERO_ERROR;
    UScriptCode s = uscript_getScript(c, &e);
    if (next < LIMIT && uscript_getScript(next, &e) == s && strcmp(class_name(next), class_name(c)) == 0) continue;
    if (strcmp(class_name(c), "other") || (s != USCRIPT_COMMON && s != USCRIPT_UNKNOWN))
      fprintf(u, "%04X\t%04X\t%s\t%s\n", (unsigned)from, (unsigned)c, class_name(c), uscript_getShortName(s));
    from = next;
  }
  fprintf(f, "# The matcher's fold, one code point to one, from ICU %s (Unicode %s). Made by `make unicode-data`.\n# version: 1\nfrom\tto\n", U_ICU_VERSION, U_UNICODE_VERSION);
  for (UChar32 c = 1; c < LIMIT; c++) {
    if (U_IS_SURROGATE(c)) continue;
    UChar32 to = c;
    for (int k = 0; k < 8; k++) { UChar32 t = fold_once(to, nfkc, hans); if (t == to) break; to = t; }
    if (to != c) fprintf(f, "%04X\t%04X\n", (unsigned)c, (unsigned)to);
  }
  int rc = write_search(argv[3], hans);
  utrans_close(hans);
  return fclose(u) || fclose(f) || rc;
}
