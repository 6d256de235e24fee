/* The entity finder takes short ways where it can: words by masks of a block, small words passed over, folded runs of Han looked at once. What
** it finds must not depend on which way is taken: texts strung together from pieces give the same wherever they lie, in front of or behind
** fillers of every length; and a match that is surely uncrossed passes the rule that looks at everything. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/cpu.h"
#include "find/entity_work.h"
#include "text/ascii_block.h"

static uint32_t seed = 7;
static uint32_t any(uint32_t n) { seed = seed * 1664525u + 1013904223u; return (seed >> 8) % n; }

/* Names of every kind, what may stand around them, and bytes that are no text. */
static const char *const pieces[] = {
  "Amazon", "Microsoft", "New York", "Bank of Harwick", "Marta Oyelund", "Dr. Ines Falk", "Tidemark Holdings Inc.", "U.S.", "iPhone", "al-Harun", "O'Brannigan", "AI-made", "J.P. Quill",
  "the", "a", "said", "in", "of", "bought shares of", "of the state of", "president", "quiet harbour", "it's", "it\xE2\x80\x99s", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC3\x89lan", "caf\xC3\xA9",
  "3M", "42", "5G", "$", "(", ")", ",", ".", ":", "-", "&", " ", " ", " ", " ", " ", " ", "\n", ". ", ", ",
  "亚马逊", "微軟", "北京", "苹果", "集中通过", "记者", "李文浩", "表示", "，", "。", "「", "」", "青禾科技有限公司", "2023年", "万", "安德里·科瓦", "的", "在", "和", "公司", "々", "㐀", "儸", "噚中通",
  "ＡＩ", "Ｍ", "ソニー", "は", "삼성전자", "\xE4\xB8", "\x80", "\xE4\xB8\xAD\x80", "\xF0\x9F\x98\x80", "\xEF\xBC",
};

typedef struct list { gz_entity *e; size_t n; gz_arena arena; } list;

static list find(const char *p, size_t n)
{
  list l = {NULL, 0, {NULL}};
  CHECK(gz_entities(gz_view_of(p, n), NULL, NULL, &l.arena, &l.e, &l.n) == GZ_OK, "not found");
  return l;
}

static void release(list *l) { gz_free(l->e); gz_arena_free(&l->arena); }

static bool same(const list *a, const list *b, size_t shift)
{
  if (a->n != b->n) return false;
  for (size_t i = 0; i < a->n; i++) {
    const gz_entity *x = &a->e[i], *y = &b->e[i];
    if (x->span.start + shift != y->span.start || x->span.end + shift != y->span.end || x->type != y->type || x->how != y->how || strcmp(x->name, y->name)) return false;
  }
  return true;
}

#define LONGEST 600
#define FILLER 160

static size_t make(char *out)
{
  size_t n = 0;
  out[n++] = '\n';
  for (uint32_t words = 3 + any(30); words > 0; words--) {
    const char *z = pieces[any(sizeof pieces / sizeof *pieces)];
    size_t k = strlen(z);
    if (n + k + 1 > LONGEST) break;
    memcpy(out + n, z, k);
    n += k;
    if (any(3)) out[n++] = ' ';
  }
  return n;
}

/* Lines too short to tell a language; the last byte ends one. */
static size_t fill(char *out, size_t n) { for (size_t i = 0; i < n; i++) out[i] = "of it\n"[(i + 6 - n % 6) % 6]; return n; }

static void wherever(void)
{
  char text[LONGEST + 8], moved[2 * FILLER + LONGEST + 16];
  size_t found = 0;
  for (int round = 0; round < 600; round++) {
    size_t n = make(text);
    text[n++] = '\n';
    list plain = find(text, n);
    found += plain.n;
    for (int turn = 0; turn < 5; turn++) {
      size_t before = any(FILLER), at = fill(moved, before);
      memcpy(moved + at, text, n);
      size_t all = at + n + fill(moved + at + n, any(FILLER) / 6 * 6);
      gz_cpu_only(turn % 2 ? ~0u : 0);                /* with what the processor can do beyond the baseline, and without */
      list other = find(moved, all);
      gz_cpu_only(~0u);
      CHECK(same(&plain, &other, before), "round %d, %zu bytes before: %zu and %zu names in: %.*s", round, before, plain.n, other.n, (int)n, text);
      release(&other);
    }
    release(&plain);
  }
  CHECK(found > 2000, "too few names: %zu", found);
}

/* Where a glance at the ends of a match says that its place is plain, the rules say so too. */
static void places(void)
{
  char text[LONGEST + 8];
  unsigned plain = 0;
  for (int round = 0; round < 2000; round++) {
    size_t n = make(text);
    gz_view t = gz_view_of(text, n);
    for (int turn = 0; turn < 40; turn++) {
      gz_span s = {any((uint32_t)n), 0};
      s.end = s.start + 1 + any(12);
      if (s.end > n || !gz_rule_plain_place(t, s)) continue;
      plain++;
      CHECK(gz_rule_boundary(t, s) && gz_rule_address(t, s) && gz_rule_number(t, s) && gz_rule_crossing(t, s), "round %d: %u-%u of %.*s", round, s.start, s.end, (int)n, text);
    }
  }
  CHECK(plain > 300, "%u", plain);
}

/* Small words are passed over, but the two before a name say what it is, however many stand before them. */
static void words_before(void)
{
  static const char *const tails[] = {"in Quolmar they wait", "the state of Quolmar they met", "president Quolmar they saw", "(in Quolmar they wait)", "5 in Quolmar they wait"};
  static const uint8_t types[] = {GZ_PLACE, GZ_PLACE, GZ_PERSON, GZ_PLACE, GZ_PLACE};
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
    for (int words = 2; words < 20; words++) {
      char text[300] = "";
      for (int k = 0; k < words; k++) strcat(text, k % 3 ? "old " : "quiet ");
      strcat(text, tails[i]);
      list l = find(text, strlen(text));
      CHECK(l.n == 1 && l.e[0].type == types[i], "%zu names in %s", l.n, text);
      release(&l);
    }
  }
}

/* A capital behind Han begins a word, but not where a digit stands before the Han: then it is all one. */
static void behind_han(void)
{
  static const struct { const char *text; size_t names; } rows[] = {
    {"约万Quolmar宣布成立", 1}, {"约5万Quolmar宣布成立", 0}, {"在2019年，约万Quolmar宣布成立", 1}, {"5a万Quolmar宣布成立", 0}, {"a万Quolmar宣布成立", 1}, {"in 万Quolmar宣布成立", 1},
    {"，5Quolmar宣布成立", 0}, {"7 万Quolmar宣布成立", 1}, {"7\n万Quolmar宣布成立", 1},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    list l = find(rows[i].text, strlen(rows[i].text));
    CHECK(l.n == rows[i].names, "%zu names in %s", l.n, rows[i].text);
    release(&l);
  }
}

/* Random runs of characters that words are made of: what is surely uncrossed passes the rule. */
static void crossing(void)
{
  static const char letters[] = "集中通过国家银行上海市场经济发展公司人民大学美的完美高通胀小米粒和平安全力会议儸噚";      /* the last two fold to what is in no table */
  const size_t count = (sizeof letters - 1) / 3;
  unsigned sure = 0, told = 0;
  for (int round = 0; round < 4000; round++) {
    char text[64];
    uint16_t cp[20];
    size_t n = 2 + any(18), left = any(4) ? 0 : 3;
    if (left) memcpy(text, "㐀", 3);
    for (size_t i = 0; i < n; i++) {
      memcpy(text + left + 3 * i, letters + 3 * any((uint32_t)count), 3);
      text[left + 3 * (i + 1)] = 0;          /* four bytes are looked at */
      cp[i] = (uint16_t)gz_fold(gz_utf8_three(text + left + 3 * i));
    }
    gz_view t = gz_view_of(text, left + 3 * n);
    gz_han_now run = {cp, (uint32_t)left, (uint32_t)(left + 3 * n), left > 0, false};
    for (size_t from = 0; from + 2 <= n; from++) {
      for (size_t length = 2; length <= 3 && from + length <= n; length++) {
        gz_span s = {(uint32_t)(left + 3 * from), (uint32_t)(left + 3 * (from + length))};
        bool passes = gz_rule_crossing(t, s);
        told += !passes;
        if (!gz_surely_uncrossed(&run, s)) continue;
        sure++;
        CHECK(passes, "round %d: %.*s in %.*s", round, (int)(3 * length), t.p + s.start, (int)t.n, t.p);
      }
    }
  }
  CHECK(sure > 1000 && told > 500, "%u sure, %u refused", sure, told);
}

/* Every key of the gazetteer passes the filter ahead of its trie: as the only thing of a text, and at any
** place of a stretch that the scan for words looks at together. What the rules refuse, and what is ambiguous, is another matter: of the names that
** need nothing beside them nearly all are found. */
static void each_alias(void)
{
  unsigned sure = 0, found = 0, alike = 0;
  for (uint32_t i = 0; i < gz_ent_alias_count; i += 3) {
    const gz_alias_facts *f = &gz_ent_facts[gz_ent_aliases[i].facts];
    const char *name = gz_ent_str(gz_ent_aliases[i].text);
    if (gz_alias_class(f->flags) != GZ_CLASS_SURE || gz_alias_kind(f->flags) != GZ_KIND_NAME || f->guard || strlen(name) > 200) continue;
    char text[900];
    size_t n = strlen(name), before = any(500), at = fill(text, before / 6 * 6);
    memcpy(text + at, name, n);
    text[at + n] = '\n';
    list alone = find(name, n), there = find(text, at + n + 1 + fill(text + at + n + 1, 12));
    sure++;
    found += alone.n > 0;
    alike += alone.n <= there.n;
    release(&alone);
    release(&there);
  }
  CHECK(sure > 5000 && found * 1000 > sure * 985, "%u of %u names found alone", found, sure);
  CHECK(alike * 1000 > sure * 985, "%u of %u names found in a text", alike, sure);
}

int main(void)
{
  wherever();
  each_alias();
  words_before();
  places();
  behind_han();
  crossing();
  return unit_end("entity_paths");
}
