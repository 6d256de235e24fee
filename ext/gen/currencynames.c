/* Writes ext/data/currency_cldr.tsv: the name of every ISO 4217 currency in use, in every plural form, in the major languages,
** from ICU, and ext/data/regions.tsv: the currency of every ISO 3166 region. Run by hand (`make currency-data`); the result is checked in and reviewed, so that answers do not change with the
** ICU of the machine. A name that two currencies share is kept for the one whose code comes first in `preferred`, else dropped.
** Uses ICU and the matcher's key folding; names are gathered, folded, sorted and printed once each. */
#include "text/trie_build.h"
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

typedef struct name { char *key; char code[4]; const char *lang; } name;

static name *names;
static size_t count, cap;

static const char *const locales[] = {
  "en", "zh_Hans", "zh_Hant", "zh_Hant_HK", "ja", "ko", "de", "fr", "es", "pt", "pt_PT", "it", "nl", "ru", "uk", "pl", "cs", "sk", "bg", "sr", "sr_Latn", "hr", "sl",
  "ro", "hu", "fi", "et", "lv", "lt", "sv", "nb", "da", "is", "tr", "az", "kk", "el", "he", "ar", "fa", "ur", "hi", "bn", "mr", "ta", "te", "gu",
  "th", "vi", "id", "ms", "fil", "ka", "hy", "mn", "ca", "eu", "gl", "ga", "sw", "af", "sq", "mk", "be", "km", "lo", "my", "si", "ne",
};
static const char *const preferred[] = {"USD", "EUR", "GBP", "JPY", "CNY", "KRW", "INR", "RUB", "CHF", "TRY", "MXN", "BYN", "ZMW", "VES", "GHS", "MRU", "STN", "SLE", "BGN", NULL};

static int rank(const char *code)
{
  for (int i = 0; preferred[i]; i++) if (strcmp(preferred[i], code) == 0) return i;
  return 1000;
}

static void add(const UChar *s, int32_t n, const char *code, const char *lang)
{
  char z[512];
  UErrorCode e = U_ZERO_ERROR;
  int32_t bytes = 0;
  if (n <= 0) return;
  u_strToUTF8(z, sizeof z, &bytes, s, n, &e);
  if (U_FAILURE(e) || bytes >= (int32_t)sizeof z || strcmp(z, code) == 0) return;
  gz_buf b = GZ_BUF_INIT;
  gz_trie_fold_key(gz_view_of(z, (size_t)bytes), &b);
  size_t kn = 0;
  char *key = gz_buf_take(&b, &kn);
  if (!key) exit(1);
  const char *bracket = strchr(key, '(');        /* (1991-2003): money of before */
  if (strlen(key) < 2 || (bracket && strpbrk(bracket, "0123456789"))) { free(key); return; }
  if (count == cap) {
    cap = cap ? cap * 2 : 4096;
    names = realloc(names, cap * sizeof *names);
    if (!names) exit(1);
  }
  names[count].key = key;
  strcpy(names[count].code, code);
  names[count++].lang = lang;
}

static int by_key(const void *a, const void *b)
{
  const name *x = a, *y = b;
  int c = strcmp(x->key, y->key);
  if (!c) c = rank(x->code) - rank(y->code);
  if (!c) c = strcmp(x->code, y->code);
  return c ? c : strcmp(x->lang, y->lang);
}

static void gather(const char *code)
{
  static const char *const plurals[] = {"zero", "one", "two", "few", "many", "other"};
  UChar u[4];
  u_uastrcpy(u, code);
  for (size_t l = 0; l < sizeof locales / sizeof *locales; l++) {
    UErrorCode e = U_ZERO_ERROR;
    int32_t n = 0;
    UBool choice = false;
    const UChar *s = ucurr_getName(u, locales[l], UCURR_LONG_NAME, &choice, &n, &e);
    if (U_SUCCESS(e) && e != U_USING_DEFAULT_WARNING) add(s, n, code, locales[l]);
    for (size_t p = 0; p < sizeof plurals / sizeof *plurals; p++) {
      e = U_ZERO_ERROR;
      s = ucurr_getPluralName(u, locales[l], &choice, plurals[p], &n, &e);
      if (U_SUCCESS(e) && e != U_USING_DEFAULT_WARNING) add(s, n, code, locales[l]);
    }
  }
}

static int write_regions(const char *path)
{
  FILE *f = fopen(path, "w");
  if (!f) { fprintf(stderr, "currencynames: cannot write %s\n", path); return 1; }
  fprintf(f, "# The currency of every region (ISO 3166), from ICU %s (CLDR). Made by `make currency-data`.\nregion:key\tcode:str\n", U_ICU_VERSION);
  for (const char *const *r = uloc_getISOCountries(); *r; r++) {
    char locale[16], code[8] = "";
    UChar u[8];
    UErrorCode e = U_ZERO_ERROR;
    snprintf(locale, sizeof locale, "und_%s", *r);
    int32_t n = ucurr_forLocale(locale, u, 8, &e);
    if (U_SUCCESS(e) && n == 3) u_UCharsToChars(u, code, 4);
    fprintf(f, "%s\t%s\n", *r, code);
  }
  return fclose(f) != 0;
}

int main(int argc, char **argv)
{
  if (argc != 3) { fprintf(stderr, "usage: currencynames NAMES.tsv REGIONS.tsv\n"); return 2; }
  UErrorCode e = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &e);
  const char *code;
  int32_t n;
  while (U_SUCCESS(e) && (code = uenum_next(codes, &n, &e)) != NULL) gather(code);
  uenum_close(codes);
  FILE *f = fopen(argv[1], "w");
  if (U_FAILURE(e) || !f) { fprintf(stderr, "currencynames: %s\n", u_errorName(e)); return 1; }
  fprintf(f, "# Names of currencies from ICU %s (CLDR), folded. Made by `make currency-data`; corrections belong in currencies.tsv.\n", U_ICU_VERSION);
  fprintf(f, "name:key(build)\tcode:str\n");
  qsort(names, count, sizeof *names, by_key);
  for (size_t i = 0; i < count;) {
    size_t j = i;
    int same = 1;
    for (; j < count && strcmp(names[j].key, names[i].key) == 0; j++) if (strcmp(names[j].code, names[i].code)) same = 0;
    if (same || rank(names[i].code) < 1000) fprintf(f, "%s\t%s\n", names[i].key, names[i].code);
    else {
      fprintf(stderr, "shared, dropped: %s", names[i].key);
      for (size_t k = i; k < j; k++) if (k == i || strcmp(names[k].code, names[k - 1].code)) fprintf(stderr, " %s(%s)", names[k].code, names[k].lang);
      fprintf(stderr, "\n");
    }
    i = j;
  }
  return fclose(f) != 0 || write_regions(argv[2]);
}
