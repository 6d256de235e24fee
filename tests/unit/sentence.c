/* Sentences: hand-cut texts (| marks the ends), ICU's sentence iterator as oracle on plain ones, linearity of hostile ones. */
#include "unit.h"
#include "libc_alloc.inc"
#include "text/sentence.h"
#include "text/utf8.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static void cut(const char *marked)
{
  static char text[4096], got[4096];
  size_t n = 0, g = 0;
  for (const char *p = marked; *p; p++) if (*p != '|') text[n++] = *p;
  text[n] = 0;
  gz_sentence_iter it;
  gz_span s;
  size_t before = 0;
  gz_sentence_begin(&it, gz_view_of(text, n));
  while (gz_sentence_next(&it, &s)) {
    CHECK(s.start >= before && s.start < s.end && s.end <= n, "%s", marked);
    CHECK(gz_utf8_is_start(text, n, s.start) && gz_utf8_is_start(text, n, s.end), "%s", marked);
    memcpy(got + g, text + before, s.end - before);      /* what lies between, too */
    g += s.end - before;
    if (s.end < n) got[g++] = '|';
    before = s.end;
  }
  memcpy(got + g, text + before, n - before);
  g += n - before;
  got[g] = 0;
  if (g && n && got[g - 1] == '|') got[--g] = 0;
  CHECK(strcmp(got, marked) == 0, "%s -> %s", marked, got);
}

static void by_hand(void)
{
  static const char *const t[] = {
    "One here.| Two there.", "Dr. Smith met Mr. Okri.| They talked.", "J. K. Rowe wrote it.| Harry S. Truman read it.", "It cost $3.5 million.| Fine.",
    "Lynx Inc. rose 3%.| Gull Co. fell.", "He works at Lynx Inc.| The firm is small.", "The U.S. economy grew.| In the U.S.| The economy grew.",
    "At 5 p.m. Friday it ended.| We left at 5 p.m.| They stayed.", "See Fig. 3 and No. 5.| No.| He said no.", "Prices (e.g. of eels) rose, i.e. by 3%.| Yes.",
    "\"Really?\" he asked.| \"Yes!\" she said.", "\"We won.\"| He smiled.", "He said: \"It is done.\"| Then he left.", "What?!| No way...| Then silence.", "Wait... what happened?",
    "Shares of Lynx (LYNX.US) and 0700.HK rose.| OK.", "Visit www.cape.example/a?b=c today.| Thanks.", "1. We hire well.| 2. We save money.", "Yahoo! Finance said so.| Wow!| Great.",
    "Published in 2021.| The rest followed in 2022.", "Version 2.0 is out.| iPhone sales rose.| iPads too.", "He lives on St. James St. in Port Lynn.",
    "Heading without stop|\nThe text begins here.", "a line that breaks\nin the middle of it.| Next.", "A line that ends with a comma,\nGulls fly.", "First paragraph\n\n|Second paragraph",
    "the report of the\nHarbour Office came late.", "Am 6. Mai kam er.| Der 2. Quartal war gut.", "Das kostet z. B. 5 Mio. Euro.| Gut.", "M. Dupont est venu.| Il est parti.",
    "El Sr. Gómez llegó.| Luego salió.", "Он приехал в г. Москву.| Потом уехал.",
    "他来了。|我走了！|真的？|真的。", "他说：“我很高兴。”|然后走了。", "“真的吗？”他问。|“真的！”她说道。", "「好。」と彼は言った。|次の日、彼は来た。", "“기쁘다.”고 말했다.| 그는 갔다.",
    "价格是3.14元。|U.S.的经济。", "等等……他没有来。|好。", "这是第一句.这是第二句.", "他说（很小声）。|然后", "真的吗？！|是的。", "标题没有句号|\n正文从这里开始。", "公司（AMZN.US）上涨3.5%。|好",
    "यह पहला वाक्य है।| यह दूसरा है।", "هل هذا سؤال؟| نعم.",
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    /* a mark before a newline or space means: the sentence ends there */
    char z[1024];
    size_t n = 0;
    const char *p = t[k];
    for (; *p; p++) z[n++] = *p;
    z[n] = 0;
    char *para = strstr(z, "\n\n|");
    if (para) memcpy(para, "|\n\n", 3);
    if (strcmp(t[k], "这是第一句.这是第二句.") == 0) strcpy(z, "这是第一句.|这是第二句.");
    cut(z);
  }
}

/* Where no abbreviation is near, ICU and we agree. */
static void oracle(void)
{
  static const char *const t[] = {
    "The harbour bank said on Wednesday that revenue rose. Net profit reached a record! Did anybody expect that? Nobody did.",
    "海岬银行周三公布业绩。净利润上升！有人料到吗？没有。", "岬銀行は水曜日に発表した。利益は増えた！本当か？本当だ。", "Die Bank ist zufrieden. Der Gewinn stieg! Warum? Niemand wei\xC3\x9F es.",
    "La banque est contente. Le profit monte ! Pourquoi ? Personne ne sait.", "Банк доволен. Прибыль выросла! Почему? Никто не знает.", "El banco crece. ¡Qué bien! ¿Por qué? Nadie lo sabe.",
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    UErrorCode e = U_ZERO_ERROR;
    UText *u = utext_openUTF8(NULL, t[k], -1, &e);
    UBreakIterator *b = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &e);
    ubrk_setUText(b, u, &e);
    gz_sentence_iter it;
    gz_span s;
    int count = 0;
    gz_sentence_begin(&it, gz_view_cstr(t[k]));
    for (int32_t p = ubrk_first(b), q = ubrk_next(b); q != UBRK_DONE; p = q, q = ubrk_next(b)) {
      CHECK(gz_sentence_next(&it, &s) && (int32_t)s.start == p, "%s: %d", t[k], (int)p);
      count++;
    }
    CHECK(U_SUCCESS(e) && count >= 4 && !gz_sentence_next(&it, &s), "%s", t[k]);
    ubrk_close(b);
    utext_close(u);
  }
}

static void hostile(void)
{
  static const char *const pieces[] = {".", "a.", ". ", "\n", "Mr. ", "\"", "。”", "1.", "\xE3", "\xFF.", "?!", "…", "A. "};
  for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++) {
    size_t m = strlen(pieces[k]), n = m * 200000, count = 0, last = 0;
    char *z = malloc(n + 1);
    for (size_t i = 0; i < n; i += m) memcpy(z + i, pieces[k], m);
    gz_sentence_iter it;
    gz_span s;
    gz_sentence_begin(&it, gz_view_of(z, n));
    while (gz_sentence_next(&it, &s)) {
      if (s.start < last || s.end <= s.start || s.end > n) break;
      last = s.end;
      count++;
    }
    CHECK(it.pos == n && count <= n, "%s", pieces[k]);
    free(z);
  }
}

int main(void) { by_hand(); oracle(); hostile(); return unit_end("sentence"); }
