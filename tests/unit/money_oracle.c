/* Independent oracle: ICU's own name for every ISO 4217 currency in use, in every full-depth language, behind a number in that
** language's plural, reads back to the currency's code; and ICU's own formatted sums read back to their value. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/money_iter.h"
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

static const char *const languages[] = {"en", "zh_Hans", "zh_Hant", "ja", "ko", "de", "fr", "es", "pt", "it", "nl", "ru"};

static void names(const char *lang)
{
  static const int numbers[] = {1, 3, 25, 100};
  UErrorCode e = U_ZERO_ERROR;
  UPluralRules *rules = uplrules_openForType(lang, UPLURAL_TYPE_CARDINAL, &e);
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &e);
  const char *code;
  int32_t n;
  while (U_SUCCESS(e) && (code = uenum_next(codes, &n, &e)) != NULL) {
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
      UChar u[4], keyword[32];
      char key[32], name[256], text[512];
      UErrorCode f = U_ZERO_ERROR;
      UBool choice = false;
      int32_t kn = uplrules_select(rules, numbers[k], keyword, 32, &f), len = 0;
      u_uastrcpy(u, code);
      u_UCharsToChars(keyword, key, kn + 1);
      const UChar *s = ucurr_getPluralName(u, lang, &choice, key, &len, &f);
      u_strToUTF8(name, sizeof name, NULL, s, len, &f);
      if (U_FAILURE(f) || strcmp(name, code) == 0) continue;
      const char *bracket = strchr(name, '(') ? strchr(name, '(') : strstr(name, "\xEF\xBC\x88");
      if (bracket && strpbrk(bracket, "0123456789")) continue;      /* (2008-2018): withdrawn */
      bool glued = lang[0] == 'z' || lang[0] == 'j';
      snprintf(text, sizeof text, glued ? "%d%s" : "%d %s", numbers[k], name);
      gz_money_iter it;
      gz_money m, more;
      gz_money_begin(&it, gz_view_cstr(text), gz_view_cstr(""));
      bool found = gz_money_next(&it, &m);
      CHECK(found && m.point && gz_dec_cmp(m.low, gz_dec_int(numbers[k])) == 0 && strcmp(m.currency, code) == 0, "%s %s: %s, read %s", lang, code, text, found ? m.currency : "nothing");
      CHECK(!found || !gz_money_next(&it, &more), "%s %s: a second sum in %s", lang, code, text);
    }
  }
  uenum_close(codes);
  uplrules_close(rules);
  CHECK(U_SUCCESS(e), "%s", u_errorName(e));
}

/* Sums as ICU prints them in each language, with the grouping and the place of the sign that are usual there. */
static void formats(const char *lang)
{
  static const double sums[] = {5, 12.5, 999.99, 1234.56, 1234567.89, 25000000};
  static const char *const codes[] = {"USD", "EUR", "GBP", "JPY", "CNY", "KRW", "CHF", "INR", "BRL"};
  for (size_t c = 0; c < sizeof codes / sizeof *codes; c++) {
    if (strcmp(lang, "ja") == 0 && strcmp(codes[c], "CNY") == 0) continue;      /* 元 5.00: no text writes it so */
    UErrorCode e = U_ZERO_ERROR;
    UNumberFormat *f = unum_open(UNUM_CURRENCY, NULL, 0, lang, NULL, &e);
    UChar u[4], out[128];
    u_uastrcpy(u, codes[c]);
    unum_setTextAttribute(f, UNUM_CURRENCY_CODE, u, 3, &e);
    for (size_t k = 0; k < sizeof sums / sizeof *sums; k++) {
      char z[256], got[64];
      int32_t n = unum_formatDouble(f, sums[k], out, 128, NULL, &e);
      u_strToUTF8(z, sizeof z, NULL, out, n, &e);
      bool whole = strcmp(codes[c], "JPY") == 0 || strcmp(codes[c], "KRW") == 0;
      double want = whole ? (double)(long long)(sums[k] + 0.5) : sums[k];
      if (whole && sums[k] == 12.5) continue;                    /* rounded to even or up: not our question */
      gz_money_iter it;
      gz_money m;
      gz_money_begin(&it, gz_view_cstr(z), gz_view_cstr(""));
      bool found = U_SUCCESS(e) && gz_money_next(&it, &m);
      if (found) gz_dec_print(m.low, got, sizeof got);
      double value = found ? gz_dec_to_double(m.low) : -1;
      CHECK(found && value > want - 0.001 && value < want + 0.001, "%s %s: %s read %s", lang, codes[c], z, found ? got : "nothing");
      bool yen = strcmp(codes[c], "JPY") == 0 || strcmp(codes[c], "CNY") == 0;      /* ¥ is both */
      CHECK(!found || yen || strcmp(m.currency, codes[c]) == 0, "%s %s: %s read as %s", lang, codes[c], z, found ? m.currency : "");
    }
    unum_close(f);
  }
}

int main(void)
{
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) { names(languages[i]); formats(languages[i]); }
  return unit_end("money_oracle");
}
