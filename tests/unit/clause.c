/* Sentences that are passed over unread lose nothing: on texts put together at random, every sentence in which a full reading finds a sum or a
** cue of a deal is among those that the quick look calls stating, and who was the subject before a sentence is the same whether every
** sentence before was asked as it came or only when somebody wanted to know. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/alloc.h"
#include "find/clause.h"

static uint32_t seed = 11;
static uint32_t pick(uint32_t n) { seed = seed * 1664525u + 1013904223u; return (seed >> 16) % n; }

static const char *const pieces[] = {
  "Microsoft ", "Nokia ", "Toyota's ", "Mara Lindqvist ", "the company ", "said on Monday ", "that it ", "will invest ", "acquired ", "a stake in ", "raised ", "refined ", "$5 million ", "3.2 billion euros ", "12% ",
  "from Orvo Capital", " in Halden Metals", ", which makes chips", ": it was fined", "led by ", "was up", "buy  out ", "hit with a fine", "; ", ", ", " and ", "(", ") ", "xAI ", "in 2023 ", "\n", "\n\n", ". ", ". ", ". ", "? ",
  "微软", "诺基亚", "林一舟", "海澜智驾", "宣布", "投资", "投資", "收购", "5亿美元", "3亿元", "的", "向", "股份", "融资", "领投", "表示", "天气很好", "，", "，", "。", "。", "：", "投", "今年",
  "トヨタが", "出資した。", "투자했다. ", "네이버가 ", "Siemens übernimmt ", "rachète ", "compra ",
};

/* The first name of the clause that can act. */
static uint32_t first_name(const gz_analysis *a, const gz_clause *c)
{
  for (size_t i = 0; i < c->count; i++) {
    if (c->ev[i].type != GZ_EV_ENTITY) continue;
    unsigned t = a->entities[c->ev[i].ref].type;
    if (t == GZ_ORG || t == GZ_PERSON || t == GZ_PUBLICATION) return c->ev[i].ref;
  }
  return GZ_NO_SUBJECT;
}

static size_t read_all, stating_all, found;

static void text(gz_view t, int round)
{
  gz_analysis *a = gz_analysis_new(t, gz_view_cstr("2024-06-13"), gz_view_of("", 0), NULL);
  CHECK(a && gz_need_deals(a) == GZ_OK, "round %d", round);
  if (!a) return;
  size_t stating = 0, count = 0, last = SIZE_MAX;
  bool *stated = gz_stated_find(a, &stating);
  CHECK(stated != NULL, "round %d", round);
  gz_clause_iter it;
  gz_clause c;
  gz_subject eager = {GZ_NO_SUBJECT, 0};
  uint32_t before = GZ_NO_SUBJECT;
  bool missed = false, differs = false, unread = false;
  gz_clause_begin(&it, a, NULL);
  while (stated && gz_clause_next(&it, &c)) {
    unread |= c.unread;
    for (size_t i = 0; i < c.count; i++) if ((c.ev[i].type == GZ_EV_CUE || c.ev[i].type == GZ_EV_MONEY) && !stated[c.sentence]) missed = true;
    if (c.sentence != last) {
      before = eager.who;
      gz_subject late = {GZ_NO_SUBJECT, 0};
      uint32_t who = gz_subject_before(&late, a, c.sentence, first_name);
      if (who != before) differs = true;
      found += who != GZ_NO_SUBJECT;
      if (gz_subject_before(&late, a, c.sentence, first_name) != who) differs = true;
      last = c.sentence;
      read_all++;
    }
    gz_subject_pass(&eager, a, &c, first_name);
  }
  CHECK(!missed, "round %d: %.*s", round, (int)t.n, t.p);
  CHECK(!differs, "round %d: %.*s", round, (int)t.n, t.p);
  CHECK(!unread, "round %d", round);
  for (size_t k = 0; stated && k < a->sentence_count; k++) count += stated[k];
  CHECK(count == stating, "round %d", round);
  stating_all += stating;
  gz_free(stated);
  gz_analysis_free(a);
}

int main(void)
{
  for (int round = 0; round < 1500; round++) {
    char z[2048];
    size_t n = 0;
    for (unsigned k = 0, most = 5 + pick(60); k < most; k++) {
      const char *p = pieces[pick(sizeof pieces / sizeof *pieces)];
      memcpy(z + n, p, strlen(p));
      n += strlen(p);
    }
    text(gz_view_of(z, n), round);
  }
  CHECK(read_all > 3000 && stating_all > 2000 && stating_all < read_all * 2 && found > 2000, "%zu read, %zu state something, %zu subjects", read_all, stating_all, found);
  return unit_end("clause");
}
