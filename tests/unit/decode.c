/* Charset detection and decoding: each text is encoded by ICU (the oracle for the mapping), then has to be recognised and come back. */
#include "unit.h"
#include "libc_alloc.inc"
#include "io/decode.h"
#include "io/sha256.h"
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

static const char *const texts[][4] = {   /* language, text, charsets, label wanted (first charset's) */
  {"zh-Hans", "海岬银行周三公布季度业绩，营收同比增长百分之十二，达到三十四亿元。分析师表示，这一结果好于市场预期，公司将继续扩大投资。", "gb18030", "GB18030"},
  {"zh-Hans short", "海岬科技完成新一轮融资", "gb18030", "GB18030"},
  {"zh-Hant", "海岬銀行週三公布季度業績，營收年增百分之十二，達到三十四億元。分析師表示，這個結果優於市場預期，公司將繼續擴大投資。", "ibm-1375_P100-2008", "Big5"},
  {"zh-Hant short", "海岬科技完成新一輪融資", "ibm-1375_P100-2008", "Big5"},
  {"yue", "佢哋話間公司嘅股價今日升咗好多，嗰啲投資者都好開心，喺度等緊派息。", "ibm-1375_P100-2008", "Big5-HKSCS"},
  {"ja sjis", "岬銀行は水曜日、四半期の売上高が前年同期比で一二％増えたと発表した。アナリストは市場の予想を上回ったと話している。", "ibm-943_P15A-2003", "Shift_JIS"},
  {"ja euc", "岬銀行は水曜日、四半期の売上高が前年同期比で一二％増えたと発表した。アナリストは市場の予想を上回ったと話している。", "euc-jp-2007", "EUC-JP"},
  {"ja jis", "岬銀行は水曜日、四半期の売上高が増えたと発表した。", "ISO-2022-JP", "ISO-2022-JP"},
  {"ko", "해안은행은 수요일 분기 매출이 전년 동기 대비 12% 증가했다고 밝혔다. 분석가들은 시장 전망을 웃돌았다고 말했다.", "windows-949-2000", "EUC-KR"},
  {"de", "Die Küstenbank hat am Mittwoch mitgeteilt, dass der Umsatz größer war als erwartet. Für das nächste Jahr rechnet der Vorstand mit höheren Erträgen.", "windows-1252", "windows-1252"},
  {"fr", "La banque du Cap a annoncé mercredi un chiffre d’affaires supérieur aux prévisions. « C’est un très bon résultat », a déclaré sa présidente.", "windows-1252", "windows-1252"},
  {"es", "El Banco del Cabo anunció el miércoles que sus ingresos crecieron un doce por ciento. Según la compañía, el año próximo será mejor.", "windows-1252", "windows-1252"},
  {"ru", "Банк Мыса сообщил в среду, что выручка за квартал выросла на двенадцать процентов. Аналитики считают, что это лучше ожиданий рынка.", "windows-1251", "windows-1251"},
  {"ru koi8", "Банк Мыса сообщил в среду, что выручка за квартал выросла на двенадцать процентов. Аналитики считают, что это лучше ожиданий рынка.", "KOI8-R", "KOI8-R"},
  {"pl", "Bank Przylądka poinformował w środę, że przychody wzrosły o dwanaście procent. Zarząd spółki spodziewa się dalszego wzrostu.", "windows-1250", "windows-1250"},
  {"utf-16 le", "Plain words in two bytes each.", "UTF-16LE", "UTF-16LE"},
  {"utf-16 be zh", "海岬银行周三公布季度业绩，营收同比增长。", "UTF-16BE", "UTF-16BE"},
  {"utf-8", "Größe 海岬 ok", "UTF-8", "UTF-8"},
};

static void round_trips(void)
{
  for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
    UChar u[1024];
    char bytes[4096];
    UErrorCode e = U_ZERO_ERROR;
    int32_t un = 0;
    u_strFromUTF8(u, 1024, &un, texts[k][1], -1, &e);
    UConverter *c = ucnv_open(texts[k][2], &e);
    int32_t n = ucnv_fromUChars(c, bytes, sizeof bytes, u, un, &e);
    ucnv_close(c);
    CHECK(U_SUCCESS(e), "%s", texts[k][0]);
    gz_decoded d;
    CHECK(gz_decode(gz_view_of(bytes, (size_t)n), NULL, &d) == GZ_OK, "%s", texts[k][0]);
    CHECK(strcmp(d.charset, texts[k][3]) == 0, "%s: %s for %s", texts[k][0], d.charset, texts[k][3]);
    CHECK(gz_view_is(d.text, texts[k][1]), "%s: %.*s", texts[k][0], (int)d.text.n, d.text.p);
    CHECK(d.undecoded == 0 && !d.error, "%s: %d undecoded", texts[k][0], (int)d.undecoded);
    gz_buf_free(&d.own);
    CHECK(gz_decode(gz_view_of(bytes, (size_t)n), texts[k][2], &d) == GZ_OK && gz_view_is(d.text, texts[k][1]), "%s told", texts[k][0]);
    gz_buf_free(&d.own);
  }
}

static void marks_and_damage(void)
{
  static const struct { const char *bytes; size_t n; const char *charset, *text; int bad; } t[] = {
    {"\xEF\xBB\xBFok", 5, "UTF-8", "ok", 0},
    {"\xFF\xFEo\0k\0", 6, "UTF-16LE", "ok", 0},
    {"\xFE\xFF\0o\0k", 6, "UTF-16BE", "ok", 0},
    {"", 0, "UTF-8", "", 0},
    {"ab\0c", 4, "UTF-8", "ab\xEF\xBF\xBD" "c", 1},
    {"\xE6\xB5\xB7\xE5\xB2\xAC\xE9\x93\xB6\xE8\xA1\x8C\xE5\x91\xA8\xE4\xB8\x89\xE5\x85\xAC", 20, "UTF-8", "海岬银行周三\xEF\xBF\xBD", 1},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    gz_decoded d;
    CHECK(gz_decode(gz_view_of(t[k].bytes, t[k].n), NULL, &d) == GZ_OK, "case %zu", k);
    CHECK(strcmp(d.charset, t[k].charset) == 0, "case %zu: %s", k, d.charset);
    CHECK(gz_view_is(d.text, t[k].text), "case %zu: %.*s", k, (int)d.text.n, d.text.p);
    CHECK(d.undecoded == t[k].bad, "case %zu: %d undecoded", k, (int)d.undecoded);
    gz_buf_free(&d.own);
  }
  CHECK(gz_charset_known("GBK") == GZ_OK && gz_charset_known("latin1") == GZ_OK && gz_charset_known("") == GZ_OK && gz_charset_known("nonsense-8") == GZ_ERROR, " ");
}

static void declared(void)
{
  gz_decoded d;      /* too short to tell, but it says so itself */
  const char *z = "<meta charset=\"windows-1251\">\n\xCC\xFB\xF1";
  CHECK(gz_decode(gz_view_cstr(z), NULL, &d) == GZ_OK && strcmp(d.charset, "windows-1251") == 0, "%s", d.charset);
  gz_buf_free(&d.own);
}

static void hash(void)
{
  char hex[65];
  gz_sha256_hex(gz_view_of("", 0), hex);                     /* the vectors of FIPS 180-4 */
  CHECK(strcmp(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") == 0, "%s", hex);
  gz_sha256_hex(gz_view_cstr("abc"), hex);
  CHECK(strcmp(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") == 0, "%s", hex);
  gz_sha256_hex(gz_view_cstr("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hex);
  CHECK(strcmp(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1") == 0, "%s", hex);
}

int main(void) { round_trips(); marks_and_damage(); declared(); hash(); return unit_end("decode"); }
