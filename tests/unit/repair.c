/* Repairs. Clean text is damaged by each mechanism as it happens in the wild (written out here), repaired, and has to be the clean text
** again; texts of many languages that are not damaged have to come back byte for byte. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/alloc.h"
#include "base/buf.h"
#include "text/repair.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <unicode/ucnv.h>
#include <unicode/udat.h>
#include <unicode/uldnames.h>
#include <unicode/ustring.h>

static char *clean(const char *z, size_t n)
{
  gz_arena arena = {NULL};
  gz_repair *list = NULL;
  size_t count = 0, at = 0;
  gz_buf b = GZ_BUF_INIT;
  if (gz_repairs(gz_view_of(z, n), &arena, &list, &count) != GZ_OK) return NULL;
  for (size_t i = 0; i < count; i++) {
    CHECK(list[i].span.start >= at && list[i].span.end <= n && list[i].span.start < list[i].span.end, "span %zu", i);
    CHECK(gz_utf8_is_start(z, n, list[i].span.start) && gz_utf8_is_start(z, n, list[i].span.end), "border %zu", i);
    gz_buf_put(&b, z + at, list[i].span.start - at);
    gz_buf_put(&b, list[i].becomes.p, list[i].becomes.n);
    at = list[i].span.end;
  }
  gz_buf_put(&b, z + at, n - at);
  gz_free(list);
  gz_arena_free(&arena);
  return gz_buf_take(&b, NULL);
}

static void expect(const char *name, const char *damaged, const char *want)
{
  char *got = clean(damaged, strlen(damaged));
  CHECK(got && strcmp(got, want) == 0, "%s: %s -> %s", name, damaged, got ? got : "");
  gz_free(got);
}

static void same(const char *name, const char *z) { expect(name, z, z); }

/* The bytes of UTF-8 text read as if they were in another charset. */
static void misread(const char *utf8, const char *charset, char *out, int32_t cap)
{
  UErrorCode e = U_ZERO_ERROR;
  static UChar u[8192];
  UConverter *c = ucnv_open(charset, &e);
  int32_t n = ucnv_toUChars(c, u, 8192, utf8, -1, &e), m = 0;
  ucnv_close(c);
  u_strToUTF8(out, cap, &m, u, n, &e);
  if (U_FAILURE(e)) out[0] = 0;
}

static void encode(const char *utf8, const char *charset, char *out, int32_t cap)
{
  UErrorCode e = U_ZERO_ERROR;
  static UChar u[8192];
  int32_t n = 0;
  u_strFromUTF8(u, 8192, &n, utf8, -1, &e);
  UConverter *c = ucnv_open(charset, &e);
  n = ucnv_fromUChars(c, out, cap, u, n, &e);
  ucnv_close(c);
  if (U_FAILURE(e)) out[0] = 0;
}

static void mojibake(void)
{
  static const char *const latin[] = {
    "La société a déclaré un bénéfice de 3 £ par action – « très bon », selon l’équipe.",
    "Der Vorstand erklärte, die Größe der Anlage übertreffe alles – „einmalig“, so Müller.",
    "El año próximo será mejor, según la compañía española; cuesta 20 € más.",
    "José’s café “reopened” in São Paulo… © 2021",
    "Příliš žluťoučký kůň úpěl ďábelské ódy v české vesnici.",
  };
  static const char *const wide[] = {"海岬银行公布业绩。", "岬銀行は水曜日に発表した。", "해안은행은 수요일 밝혔다.", "Банк Мыса сообщил в среду, что выручка выросла.", "Well done 😀 and ✓"};
  char once[8192], twice[8192];
  for (size_t k = 0; k < sizeof latin / sizeof *latin; k++) {
    misread(latin[k], "windows-1252", once, sizeof once);
    expect("1252", once, latin[k]);
    misread(once, "windows-1252", twice, sizeof twice);
    expect("1252 twice", twice, latin[k]);
    misread(latin[k], "ISO-8859-1", once, sizeof once);
    expect("latin1", once, latin[k]);
    if (k != 4) { misread(latin[k], "macintosh", once, sizeof once); expect("mac", once, latin[k]); }
  }
  for (size_t k = 0; k < sizeof wide / sizeof *wide; k++) {
    misread(wide[k], "ISO-8859-1", once, sizeof once);
    expect("wide latin1", once, wide[k]);
    misread(wide[k], "windows-1252", once, sizeof once);
    expect("wide 1252", once, wide[k]);
  }
  misread(wide[3], "windows-1251", once, sizeof once);
  expect("1251", once, wide[3]);
  expect("lost third byte", "He said â€œno, itâ€™s notâ€ twice", "He said “no, it’s not” twice");
}

static void gbk(void)
{
  static const char *const t[] = {"我们是中国人，大家都在这个城市生活。", "公司发展很好，市场也有增长。"};
  char bytes[4096], out[8192];
  for (size_t k = 0; k < 2; k++) {
    encode(t[k], "gb18030", bytes, sizeof bytes);
    misread(bytes, "ISO-8859-1", out, sizeof out);
    expect("gbk as latin1", out, t[k]);
  }
  misread("公司在北京的发展，大家都说好，这是中国的市场。我们来看看，明天会更好，", "windows-936-2000", out, sizeof out);
  char *got = clean(out, strlen(out));      /* what fell between two characters stays lost: most of it must be back */
  CHECK(got && strstr(got, "公司在北京的发展") && strstr(got, "大家都说好"), "%s", got ? got : "");
  gz_free(got);
}

static void entities(void)
{
  expect("named", "A &amp; B &lt;b&gt; &quot;x&quot; caf&eacute; &Eacute;t&eacute;", "A & B <b> \"x\" café Été");
  expect("numeric", "it&#39;s &#x2014; &#8217;", "it's — ’");
  expect("twice", "it&amp;#39;s &amp;quot;so&amp;quot; &amp;amp;amp; on", "it's \"so\" & on");
  expect("of windows-1252", "&#145;x&#146;", "‘x’");
  same("not one", "AT&T; R&D &nosuch; &#0; &#xD800; & ; &amp ok");
}

static void invisible(void)
{
  expect("zero width", "Ama\u200Bzon \uFEFF海\u200B岬 a\u2060b\u200Cc", "Amazon 海岬 abc");
  expect("soft hyphen", "Ver\u00ADwal\u00ADtung", "Verwaltung");
  expect("direction marks without need", "plain \u200Etext\u200F", "plain text");
  expect("control", "a\x02" "b\x7F", "ab");
  same("Persian", "می‌خواهم این را بدانم و کتاب‌ها را ببینم");
  same("Hindi", "क्‍ष और श्री‌मान");
  same("emoji", "family 👨‍👩‍👧 flag 🏳️‍🌈 heart ❤️ and 👩🏽‍💻!");
  same("Thai break", "ประเทศ​ไทย");
  same("Khmer break", "ព្រះ​រាជា​ណាចក្រ");
  same("Hebrew with marks", "שלום \u200Fabc\u200E עולם");
  same("wide", "全角（括号）、１２３ ㎡ ㈱ ﾊﾝｶｸ ～！");
}

static void forms(void)
{
  expect("Kangxi", "加⼊全球社群 ⼈⼯智能", "加入全球社群 人工智能");
  expect("radical", "⻓城汽车与⻋企", "长城汽车与车企");
  expect("compatibility", "來\uF92D車\uF902", "來來車車");
  expect("GBK private", "这个\uE863字", "这个䶮字");
  expect("HKSCS private", "我哋喺香港\uF6B1講嘢，呢個係廣東話嘅字", "我哋喺香港\u2460講嘢，呢個係廣東話嘅字");
  same("icon font", "menu \uE001 search \uF002");
}

/* --- the glossing converter */

typedef struct gloss { const char *han, *reading; } gloss;
static const gloss readings[] = {
  {"業", "yè"}, {"發", "fā"}, {"產", "chǎn"}, {"數", "shù"}, {"現", "xiàn"}, {"優", "yōu"}, {"戰", "zhàn"}, {"創", "chuàng"}, {"聯", "lián"}, {"網", "wǎng"},
  {"規", "guī"}, {"經", "jīng"}, {"結", "jié"}, {"轉", "zhuǎn"}, {"據", "jù"}, {"內", "nèi"}, {"區", "qū"}, {"態", "tài"}, {"構", "gòu"}, {"統", "tǒng"},
};

static bool tag(unsigned char c) { return c >= 0x81 && c <= 0xFE; }

/* As such converters work: every occurrence of a code in the bytes gets its reading, whether or not it begins at a character. The result is
** read as GBK; a lead byte with an impossible second byte becomes `?` and takes an ASCII byte with it. */
static void gloss_bytes(const char *utf8, char *out)
{
  char b[4096], g[8192];
  size_t n = 0;
  UErrorCode e = U_ZERO_ERROR;
  encode(utf8, "windows-936-2000", b, sizeof b);
  for (size_t i = 0; b[i];) {
    size_t k = 0, count = sizeof readings / sizeof *readings;
    for (; k < count; k++) {
      char code[8], reading[16];
      encode(readings[k].han, "windows-936-2000", code, sizeof code);
      if (memcmp(b + i, code, 2) != 0) continue;
      encode(readings[k].reading, "UTF-8", reading, sizeof reading);
      memcpy(g + n, code, 2);
      n += 2;
      n += (size_t)sprintf(g + n, "(%s)", reading);
      i += 2;
      break;
    }
    if (k == count) g[n++] = b[i++];
  }
  g[n] = 0;
  UConverter *c = ucnv_open("windows-936-2000", &e);
  size_t m = 0;
  for (size_t i = 0; i < n;) {
    unsigned char x = (unsigned char)g[i], y = (unsigned char)g[i + 1];
    if (x < 0x80) { out[m++] = g[i++]; continue; }
    if (i > 0 && (g[i - 1] == '(' || (g[i - 1] >= 'a' && g[i - 1] <= 'z') || x == 0xC3 || x == 0xC4 || x == 0xC5 || x == 0xC7) && strchr(g + i, ')') && memchr(g + i, ')', 8) && x >= 0xC3 && x <= 0xC7 && y < 0xC0) {
      out[m++] = g[i++]; out[m++] = g[i++]; continue;       /* the toned letter, written as UTF-8 */
    }
    UChar u[2];
    e = U_ZERO_ERROR;
    char two[2] = {g[i], g[i + 1]};
    int32_t un = tag(y) || (y >= 0x40 && y != 0x7F) ? ucnv_toUChars(c, u, 2, two, 2, &e) : 0;
    if (un == 1 && U_SUCCESS(e) && u[0] != 0xFFFD) m += gz_utf8_put(u[0], out + m);
    else out[m++] = '?';
    i += 2;
  }
  out[m] = 0;
  ucnv_close(c);
}

static void glosses(void)
{
  static const char *const t[] = {
    "產業發展的優勢在於數據，現在各區都在創新，戰略規劃也經過調整。結構轉型之後，統計內容與網絡聯通，態勢良好。",
    "產業發展很快。互聯網的優勢、數據、現在、創新、戰略都在變為搶人（開_發者）的手段，規模、經營、結合、轉變。",
  };
  char damaged[8192];
  for (size_t k = 0; k < 2; k++) {
    gloss_bytes(t[k], damaged);
    CHECK(strstr(damaged, "(yè)") != NULL, "the damage is done: %s", damaged);
    expect("gloss", damaged, t[k]);
  }
  expect("cut full stop", "這是產(chǎn)業(yè)的發(fā)展?;ヂ?lián)網(wǎng)時代，優(yōu)勢和數(shù)據(jù)。他說：“我們有很多工作要做?!?/p>", "這是產業的發展。互聯網時代，優勢和數據。他說：“我們有很多工作要做。”");
  expect("untoned", "關(guan) 於(yu) 產(chan) 業(ye) 發(fa) 展的問(wen) 題", "關於產業發展的問題");
  same("a teacher's text", "行(háng)業的行，也讀行(xíng)；發(fā)展的發，頭髮(fà)的髮。");
  same("ordinary brackets", "人工智能(AI)與機器學習(ML)，產業(industry)、數據(data)、網路(net)、經濟(economy)、發展(dev)、業務(biz)");
}

static void undamaged(void)
{
  static const char *const sentences[] = {
    "« Il a dit oui », affirme-t-elle ; c’est privé»… et voilà", "“AMANHÔ é o título; AÇÃO, IRMÃ, NÃO", "„Spaß“ und „Straße“ – ÄÖÜ äöü ß, „IJÄ“",
    "Ñandú, ¿qué? ¡Sí! 25 °C, § 3, 5 ½ Â", "Î ţară și în România: „Bună”", "Рік і їжа: Рівень Києва, «Рівне»", "Việt Nam: NĂNG SUẤT, Ô Â Ă ơ ư đ",
    "İstanbul’da Ağrı, ÇÖZÜM Ü", "Ελλάδα: «Ναι» – όχι", "日本語の文章（テスト）。①②③", "한국어 문장입니다. 「인용」", "ÅÄÖ på svenska: Åse, Ängel, Öl", "x √ y, ¬p, f ‚a‘ ≈ b",
    "Ça va? Là-bas, déjà vu — à côté", "A?b)c why?(lián) (guī) 5?!", "R&D, AT&T, Q&A; a & b", "Łódź, Źdźbło, Świętość", "Čeština: Žluťoučký kůň", "Þórður Æsir Ðe",
  };
  static const char *const locales[] = {
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu", "he",
    "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "my", "ne", "nl", "no",
    "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "yue", "zh_Hans", "zh_Hant", "zu",
  };
  for (size_t k = 0; k < sizeof sentences / sizeof *sentences; k++) same("sentence", sentences[k]);
  for (size_t k = 0; k < sizeof locales / sizeof *locales; k++) {      /* real words of each language: names of days, months, languages, countries */
    gz_buf b = GZ_BUF_INIT;
    UErrorCode e = U_ZERO_ERROR;
    UChar u[512];
    char z[2048];
    int32_t n = 0;
    UDateFormat *f = udat_open(UDAT_FULL, UDAT_FULL, locales[k], u"UTC", 3, NULL, 0, &e);
    for (int d = 0; d < 24 && U_SUCCESS(e); d++) {
      n = udat_format(f, 1.6e12 + d * 1.3e9 * 2, u, 512, NULL, &e);
      u_strToUTF8(z, sizeof z, &n, u, n, &e);
      gz_buf_puts(&b, z);
      gz_buf_puts(&b, "; ");
    }
    udat_close(f);
    ULocaleDisplayNames *names = uldn_open(locales[k], ULDN_STANDARD_NAMES, &e);
    for (size_t j = 0; j < sizeof locales / sizeof *locales && U_SUCCESS(e); j++) {
      n = uldn_localeDisplayName(names, locales[j], u, 512, &e);
      u_strToUTF8(z, sizeof z, &n, u, n, &e);
      gz_buf_puts(&b, z);
      gz_buf_puts(&b, ", ");
    }
    uldn_close(names);
    gz_buf_putc(&b, 0);
    for (char *mark; (mark = strstr(b.p, "\uFEFF")) != NULL;) memmove(mark, mark + 3, strlen(mark + 3) + 1);      /* a slip in CLDR's Amharic */
    CHECK(U_SUCCESS(e) && b.n > 500, "%s", locales[k]);
    /* CLDR puts direction marks into right-to-left dates only, which is where they have work to do */
    same(locales[k], b.p);
    gz_buf_free(&b);
  }
}

int main(void) { mojibake(); gbk(); entities(); invisible(); forms(); glosses(); undamaged(); return unit_end("repair"); }
