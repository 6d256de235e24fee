/* Names in Japanese. Hiragana and punctuation cut a line into noun runs of Han, Katakana, Latin and digits; a run is read from its
** end: a title (監督, 氏) leaves a person before it, a head (株式会社, 大学, 市, 川) makes the run an organisation or a place. Otherwise
** a run of family name and given name, or Katakana words joined by a middle dot, is a person; and the part of a run up to a head
** inside it may be a place. Lexicons: ja_words.tsv, ja_surnames.tsv, ja_given.tsv. */
#include "find/discover.h"
#include "lex_ja_given.h"
#include "lex_ja_surnames.h"
#include "lex_ja_words.h"

#define ROLE(x) LEX_JA_WORDS_ROLE_##x
#define RUN_MAX 40

typedef struct run {
  gz_view text;
  uint32_t at[RUN_MAX + 1];      /* byte offsets of the characters, and of the end */
  uint8_t kind[RUN_MAX];         /* K_* */
  int n;
} run;

enum { K_HAN, K_KATA, K_DOT, K_LATIN, K_DIGIT, K_OTHER };

static int kind_of(uint32_t cp)
{
  if (cp == 0x30FB || cp == 0xFF65 || cp == 0xFF1D || cp == 0x30A0) return K_DOT;
  if (cp == 0x30FC || gz_script_of(cp) == GZ_SCRIPT_KANA) return K_KATA;
  if (cp == 0x3005 || cp == 0x3006 || gz_is_han(cp)) return K_HAN;
  if (gz_script_of(cp) == GZ_SCRIPT_LATN) return K_LATIN;
  return gz_is_digit(cp) ? K_DIGIT : K_OTHER;
}

static gz_view part(const run *r, int from, int to) { return gz_view_of(r->text.p + r->at[from], r->at[to] - r->at[from]); }
static bool in(const gz_trie *t, const run *r, int from, int to) { uint32_t v; return gz_trie_exact(t, part(r, from, to), &v); }

static uint32_t role(const run *r, int from, int to)
{
  uint32_t v;
  return from < to && gz_trie_exact(&lex_ja_words.trie, part(r, from, to), &v) ? lex_ja_words_rows[v].role : 0;
}

/* The longest word with one of these roles that ends at `to`: where it starts, or `to`. */
static int suffix(const run *r, int from, int to, uint32_t roles)
{
  for (int k = from > to - 8 ? from : to - 8; k < to; k++) if (role(r, k, to) & roles) return k;
  return to;
}

static bool all_kind(const run *r, int from, int to, int kind)
{
  for (int k = from; k < to; k++) if (r->kind[k] != kind) return false;
  return from < to;
}

static bool add(gz_ent_work *w, const run *r, int from, int to, uint8_t type)
{
  gz_span s = {r->at[from], r->at[to]};
  return gz_found_add(w, s, type);
}

/* Length of the family name at `from`, 0 for none. */
static int surname(const run *r, int from, int to)
{
  for (int n = 3; n > 0; n--) if (from + n <= to && in(&lex_ja_surnames.trie, r, from, from + n)) return n;
  return 0;
}

static bool full_name(const run *r, int from, int to)
{
  int s = surname(r, from, to), given = to - from - s;
  if (!s || given < 1 || given > 3 || !all_kind(r, from, to, K_HAN) || (s == 1 && given < 2)) return false;
  for (int k = from + s; k < to; k++) if (!in(&lex_ja_given.trie, r, k, k + 1)) return false;
  return true;
}

static bool dotted(const run *r, int from, int to)
{
  int dots = 0;
  for (int k = from; k < to; k++) {
    dots += r->kind[k] == K_DOT;
    if (r->kind[k] != K_DOT && r->kind[k] != K_KATA) return false;
    if (r->kind[k] == K_DOT && (k == from || k + 1 == to || r->kind[k + 1] == K_DOT || (k == from + 1 && k + 2 == to))) return false;
  }
  return dots > 0;
}

/* Words before a name that are no part of it: 同, 元, 現在, 同年; digits too. */
static int skip_front(const run *r, int from, int to)
{
  for (bool again = true; again && from < to;) {
    again = false;
    while (from < to && r->kind[from] == K_DOT) from++;
    for (int n = 3; n > 0 && !again; n--)
      if (from + n < to && (role(r, from, from + n) & ROLE(STOP)) && (n > 1 || r->kind[from + 1] == K_KATA)) { from += n; again = true; }
  }
  return from;
}

/* The longest family name with given name that ends where a title starts: 巨人監督高橋由伸 is left alone, 高橋由伸監督 found. */
static bool before_title(gz_ent_work *w, const run *r, int from, int to)
{
  if (full_name(r, from, to) || dotted(r, from, to) || surname(r, from, to) == to - from) return add(w, r, from, to, GZ_PERSON);
  if (all_kind(r, from, to, K_KATA) && to - from > 1) return add(w, r, from, to, GZ_PERSON);
  int k = to;
  while (k > from && (r->kind[k - 1] == K_KATA || r->kind[k - 1] == K_DOT)) k--;
  if (k < to && r->kind[k] == K_DOT) k++;
  if (k > from && to - k > 1) return add(w, r, k, to, GZ_PERSON);
  for (k = from + 1; k < to; k++)
    if ((r->kind[k - 1] != K_HAN || k - from > 1) && (full_name(r, k, to) || (to - k > 1 && surname(r, k, to) == to - k))) return add(w, r, k, to, GZ_PERSON);
  return true;
}

static bool plausible_head(const run *r, int from, int head, int to)
{
  if (head - from < 1 || role(r, from, to) & ROLE(STOP)) return false;          /* 会社 */
  if (to - head == 1 && head - from == 1 && r->kind[from] != K_HAN) return false;
  return !all_kind(r, from, head, K_DIGIT);
}

static bool read_run(gz_ent_work *w, gz_listed *listed, const run *r, uint32_t title_behind)
{
  int from = skip_front(r, 0, r->n), to = r->n;
  while (to > from && r->kind[to - 1] == K_DOT) to--;
  if (to - from < 2 && !title_behind) return true;
  gz_span whole = {r->at[from], r->at[to]};
  if (gz_listed_exact(listed, whole)) return true;
  if (title_behind) return before_title(w, r, from, to);
  int title = suffix(r, from, to, ROLE(TITLE));
  if (title < to && title > from && !(role(r, title, to) & (ROLE(ORG) | ROLE(PLACE)))) return before_title(w, r, from, title);
  if (full_name(r, from, to)) return add(w, r, from, to, GZ_PERSON);
  int org = suffix(r, from, to, ROLE(ORG)), place = suffix(r, from, to, ROLE(PLACE));
  if (place < org || (place == org && place < to && to - place == 1)) {
    if (plausible_head(r, from, place, to)) return add(w, r, from, to, GZ_PLACE);
  } else if (org < to && plausible_head(r, from, org, to)) return add(w, r, from, to, GZ_ORG);
  if (role(r, from, from + 4 < to ? from + 4 : to) & ROLE(ORG) && to - from > 5) return add(w, r, from, to, GZ_ORG);       /* 株式会社X */
  if (dotted(r, from, to)) {
    /* ニューヨーク・ヤンキース: what begins with a place is a team, not a person */
    const gz_cand *c = gz_listed_in(listed, whole);
    return add(w, r, from, to, c && c->span.start == whole.start ? GZ_ORG : GZ_PERSON);
  }
  /* a place inside: 東京都千代田区丸の内 up to its last head */
  for (int k = to - 1; k > from + 1; k--) {
    int h = suffix(r, from, k, ROLE(PLACE));
    if (h < k && k - h == 1 && k - from >= 3 && all_kind(r, from, k, K_HAN) && (in(&lex_ja_surnames.trie, r, from, h) || k - from <= 4)) return true;
  }
  return true;
}

/* さん, 氏, 様 and others written in kana behind a run. */
static uint32_t kana_title(gz_view t, size_t pos)
{
  gz_hit hit;
  return gz_trie_longest(&lex_ja_words.trie, t, pos, &hit) ? lex_ja_words_rows[hit.value].role & ROLE(TITLE) : 0;
}

void gz_discover_kana(gz_ent_work *w, gz_listed *listed)
{
  gz_view t = w->text;
  run r;
  size_t i = gz_first_kana_line(w), line_end = i;
  bool japanese = false;
  r.text = t;
  r.n = 0;
  while (i <= t.n && !w->nomem) {
    if (i - w->polled > 16384 && gz_work_stop(w, i)) return;
    if (i >= line_end && i < t.n && r.n == 0) {
      if (i > w->kana_to) return;
      japanese = gz_line_is_japanese(t, i, &line_end);
      if (!japanese) { i = line_end + 1; continue; }
    }
    size_t next = i + 1;
    uint32_t cp = i < t.n ? (unsigned char)t.p[i] : '\n';
    if (cp >= 0x80) { next = i; cp = gz_utf8_next(t.p, t.n, &next); }
    int kind = kind_of(cp);
    if (kind != K_OTHER && r.n < RUN_MAX && !(kind == K_DOT && r.n == 0)) {
      r.at[r.n] = (uint32_t)i;
      r.kind[r.n] = (uint8_t)kind;
      r.at[++r.n] = (uint32_t)next;
    } else if (r.n) {
      if (!read_run(w, listed, &r, i < t.n ? kana_title(t, i) : 0)) return;
      r.n = 0;
      if (kind != K_OTHER && kind != K_DOT) continue;
    }
    i = next;
  }
}
