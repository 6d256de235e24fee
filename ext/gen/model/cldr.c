/* Dumps the strings of CLDR as ICU ships them: one "locale TAB text" line each.
 * Used by the model script only, never by the build.  Walks every locale of the
 * main, currency, language, region and unit trees through ures_*, and prints each
 * string of at least two characters that the locale itself holds. */
#include <stdio.h>
#include <string.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>
#include <unicode/uloc.h>

static void walk(const char *loc, UResourceBundle *b, int depth) {
  UErrorCode st = U_ZERO_ERROR;
  if (depth > 8) return;
  switch (ures_getType(b)) {
  case URES_STRING: {
    int32_t n = 0, m = 0;
    const UChar *s = ures_getString(b, &n, &st);
    char buf[4096];
    if (U_FAILURE(st) || n < 2 || n > 1000) return;
    u_strToUTF8(buf, sizeof buf - 1, &m, s, n, &st);
    if (U_FAILURE(st)) return;
    buf[m] = 0;
    for (char *p = buf; *p; p++) if (*p == '\n' || *p == '\t' || *p == '\r') *p = ' ';
    printf("%s\t%s\n", loc, buf);
    return;
  }
  case URES_TABLE:
  case URES_ARRAY: {
    int32_t n = ures_getSize(b);
    for (int32_t i = 0; i < n; i++) {
      UErrorCode e = U_ZERO_ERROR;
      UResourceBundle *c = ures_getByIndex(b, i, NULL, &e);
      if (U_SUCCESS(e)) walk(loc, c, depth + 1);
      ures_close(c);
    }
    return;
  }
  default: return;
  }
}

int main(void) {
  static const char *const tree[] = {NULL, U_ICUDATA_NAME "-curr", U_ICUDATA_NAME "-lang",
                                     U_ICUDATA_NAME "-region", U_ICUDATA_NAME "-unit"};
  int32_t n = uloc_countAvailable();
  for (int32_t i = 0; i < n; i++) {
    const char *loc = uloc_getAvailable(i);
    for (size_t k = 0; k < sizeof tree / sizeof *tree; k++) {
      UErrorCode st = U_ZERO_ERROR;
      UResourceBundle *b = ures_openDirect(tree[k], loc, &st);
      if (U_SUCCESS(st)) walk(loc, b, 0);
      ures_close(b);
    }
  }
  return 0;
}
