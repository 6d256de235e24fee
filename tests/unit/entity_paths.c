/* The entity finder takes short ways where it can: words by masks of a block, small words passed over, folded runs of Han looked at once. What
** it finds must not depend on which way is taken: texts strung together from pieces give the same wherever they lie, in front of or behind
** fillers of every length; and a match that is surely uncrossed passes the rule that looks at everything. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/cpu.h"
#include "find/entity_work.h"
#include "find/han_data.h"
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
    gz_han_now run = {cp, (uint32_t)left, (uint32_t)(left + 3 * n)};
    for (size_t from = 0; from + 2 <= n; from++) {
      for (size_t length = 2; length <= 3 && from + length <= n; length++) {
        gz_span s = {(uint32_t)(left + 3 * from), (uint32_t)(left + 3 * (from + length))};
        bool passes = gz_rule_crossing(t, s);
        told += !passes;
        if (!gz_surely_uncrossed(t, &run, s)) continue;
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

/* The walk that gives all keys at a place gives those that the other walk knows as a whole. */
static void keys_at(void)
{
  char text[LONGEST + 8];
  size_t met = 0;
  for (int round = 0; round < 400; round++) {
    size_t n = make(text);
    gz_view t = gz_view_of(text, n);
    for (size_t pos = 0; pos < n; pos += 1 + any(3)) {
      gz_hit hits[16];
      uint32_t value;
      size_t found = gz_trie_prefixes(&gz_ent_trie, t, pos, hits, 16), k = 0;
      for (size_t end = pos + 1; end <= n && end < pos + 60; end++) {
        if (!gz_utf8_is_start(text, n, pos) || !gz_utf8_is_start(text, n, end) || (unsigned char)text[end - 1] <= ' ') continue;
        if (!gz_trie_exact(&gz_ent_trie, gz_view_of(text + pos, end - pos), &value)) continue;
        CHECK(k < found && hits[k].end == end && hits[k].value == value, "round %d: %.*s is a key and not found", round, (int)(end - pos), text + pos);
        k++;
      }
      CHECK(k == found || hits[k].end >= pos + 60 || !gz_utf8_is_start(text, n, pos), "round %d: more keys than there are at %.*s", round, (int)(n - pos < 40 ? n - pos : 40), text + pos);
      met += k;
    }
  }
  CHECK(met > 1000, "too few keys: %zu", met);
}

static bool ends(uint32_t cp) { return cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F || cp == '!' || cp == '?' || cp == '\n' || cp == 0xFF1B; }
static bool small(char c) { return c >= 'a' && c <= 'z'; }

/* A sentence is the same whether its ends are looked for by blocks or character by character. */
static void sentences(void)
{
  static const char *const marks[] = {"。", "！", "？", "；", "!", "?", "\n", ". ", "x. ", ".", "，", "\xE3\x80", "\xE3\x80\x82\x82", "\xEF\xBC", "\x82", "word ", "字", "aa"};
  char text[3000];
  for (int round = 0; round < 3000; round++) {
    size_t n = 0, most = 20 + any(2600), plain = any(40);
    while (n < most) {
      const char *z = any((uint32_t)plain + 1) ? marks[14 + any(4)] : marks[any(18)];
      memcpy(text + n, z, strlen(z));
      n += strlen(z);
    }
    gz_view t = gz_view_of(text, n);
    size_t start = any((uint32_t)n), end;
    while (!gz_utf8_is_start(text, n, start)) start--;
    end = start + any(10);
    if (end > n) end = n;
    while (!gz_utf8_is_start(text, n, end)) end++;
    size_t i = start, low = start > GZ_NEAR ? start - GZ_NEAR : 0, high = end + GZ_NEAR < n ? end + GZ_NEAR : n, from, to;
    while (i > low) {
      size_t j = i;
      uint32_t cp = gz_utf8_prev(text, n, &j);
      if (ends(cp) || (cp == ' ' && j > 1 && text[j - 1] == '.' && small(text[j - 2]))) break;
      i = j;
    }
    from = i;
    for (i = end; i < high;) {
      size_t j = i;
      uint32_t cp = gz_utf8_next(text, n, &j);
      if (ends(cp) || (cp == '.' && j < n && text[j] == ' ' && i > 0 && small(text[i - 1]))) break;
      i = j;
    }
    to = i < high ? i : high;
    gz_span got = gz_near_sentence(t, (gz_span){(uint32_t)start, (uint32_t)end});
    CHECK(got.start == from && got.end == to, "round %d: %u-%u for %zu-%zu around %zu-%zu", round, got.start, got.end, from, to, start, end);
  }
}

/* The words of two characters that are in no other list: each is found, and no other. */
static void seldom(void)
{
  size_t which = 0, words = 0;
  for (uint32_t a = 0x4E00; a < 0xA000; a++) {
    bool begins = gz_han_seldom_bits[(a - 0x4E00) / 64] >> (a - 0x4E00) % 64 & 1;
    CHECK(begins || !gz_han_is_seldom(a, 0x4E00 + any(0x5200)), "%x begins none", a);
    if (!begins) continue;
    for (uint32_t i = gz_han_seldom_at[which]; i < gz_han_seldom_at[which + 1]; i++, words++) {
      uint32_t b = gz_han_seldom_second[i], next = i + 1 < gz_han_seldom_at[which + 1] ? gz_han_seldom_second[i + 1] : 0x10000;
      CHECK(gz_han_is_seldom(a, b) && (next == b + 1 || !gz_han_is_seldom(a, b + 1)), "%x %x", a, b);
    }
    which++;
  }
  CHECK(words > 10000, "%zu words", words);
}

int main(void)
{
  keys_at();
  sentences();
  seldom();
  wherever();
  each_alias();
  words_before();
  places();
  behind_han();
  crossing();
  return unit_end("entity_paths");
}
