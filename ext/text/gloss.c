/* Glossed Han: `規(guī)`, `產(chǎn)`: a Traditional character that GB2312 lacks, followed by its reading in brackets (a converter that could
** not write it tried to help). The first pass collects the pairs, the second drops the readings, if the document shows the
** pattern: at least 5 different characters or 20 hits, each (nearly) always with the same syllable, and nearly all of them
** Traditional. So a text that teaches reading (`行(háng)`, or every character glossed) stays as it is. A variant writes readings
** without tone and a space behind. */
#include "text/gloss.h"
#include "base/watch.h"
#include "lex_readings.h"
#include "text/uni.h"
#include "text/utf8.h"

/* The plain letter under a toned one; *toned says whether it had a tone. 0: no letter of pinyin. */
static char plain_letter(uint32_t c, bool *toned)
{
  static const struct { uint16_t cp; char letter; } t[] = {
    {0x101, 'a'}, {0xE1, 'a'}, {0x1CE, 'a'}, {0xE0, 'a'}, {0x113, 'e'}, {0xE9, 'e'}, {0x11B, 'e'}, {0xE8, 'e'}, {0x12B, 'i'}, {0xED, 'i'}, {0x1D0, 'i'},
    {0xEC, 'i'}, {0x14D, 'o'}, {0xF3, 'o'}, {0x1D2, 'o'}, {0xF2, 'o'}, {0x16B, 'u'}, {0xFA, 'u'}, {0x1D4, 'u'}, {0xF9, 'u'}, {0x1D6, 'v'}, {0x1D8, 'v'},
    {0x1DA, 'v'}, {0x1DC, 'v'}, {0x144, 'n'}, {0x148, 'n'}, {0x1F9, 'n'}, {0x129, 'i'}, {0xE3, 'a'}, {0x1EBD, 'e'}, {0xF5, 'o'}, {0x169, 'u'},
  };
  if (c >= 'a' && c <= 'z') return (char)c;
  if (c == 0xFC) return 'v';
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) if (t[k].cp == c) { *toned = true; return t[k].letter; }
  return 0;
}

static bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'v'; }

bool gz_gloss_syllable(gz_view t, size_t pos, gz_view *syllable, bool *toned, size_t *end)
{
  size_t i = pos, letters = 0, vowels = 0;
  unsigned tones = 0;
  while (i < t.n) {
    size_t next = i;
    bool tone = false;
    uint32_t c = gz_utf8_next(t.p, t.n, &next);
    if (c == ')' || c == 0xFF09) {
      *syllable = gz_view_slice(t, (gz_span){(uint32_t)pos, (uint32_t)i});
      *toned = tones == 1;
      *end = next;
      return letters > 0 && vowels > 0 && tones <= 1;
    }
    char p = plain_letter(c, &tone);
    if (!p || ++letters > 6) return false;
    vowels += vowel(p);
    tones += tone;
    i = next;
  }
  return false;
}

static bool same_letters(gz_view a, gz_view b)
{
  size_t i = 0, j = 0;
  bool ignored = false;
  while (i < a.n && j < b.n) {
    char x = plain_letter(gz_utf8_next(a.p, a.n, &i), &ignored), y = plain_letter(gz_utf8_next(b.p, b.n, &j), &ignored);
    if (x != y && !((x == 'v' && y == 'u') || (x == 'u' && y == 'v'))) return false;
  }
  return i == a.n && j == b.n;
}

bool gz_gloss_reads(uint32_t han, gz_view syllable, bool toned)
{
  char z[4];
  uint32_t hit;
  size_t n = gz_utf8_put(gz_fold(han), z);
  if (!gz_trie_exact(&lex_readings.trie, gz_view_of(z, n), &hit)) return false;
  for (;; hit++) {
    gz_view r = gz_view_cstr(lex_readings_str(lex_readings_rows[hit].reading));
    if (toned ? gz_view_eq(r, syllable) : same_letters(r, syllable)) return true;
    if (!lex_readings_rows[hit].more) return false;
  }
}

/* A gloss whose bracket is at pos: the character before it, its syllable, and where it all ends. */
static bool gloss_at(gz_view t, size_t pos, size_t *start, uint32_t *han, gz_view *syllable, bool *toned, size_t *end)
{
  size_t i = pos;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  if ((c != '(' && c != 0xFF08) || pos == 0) return false;
  *start = pos;
  *han = gz_utf8_prev(t.p, t.n, start);
  return gz_is_han(*han) && gz_gloss_syllable(t, i, syllable, toned, end);
}

/* The next opening bracket of either width at or behind i. */
static size_t next_bracket(gz_view t, size_t i)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (size_t due = i + GZ_WATCH_STRIDE; i < t.n && !gz_watch_at(i, &due); i++) {
    if (s[i] == '(') return i;
    if (s[i] == 0xEF && i + 2 < t.n && s[i + 1] == 0xBC && s[i + 2] == 0x88) return i;
  }
  return t.n;
}

static void note(gz_gloss *g, uint32_t han, gz_view syllable)
{
  unsigned at = (han * 2654435761u) >> 22;                   /* 10 bits */
  for (unsigned k = 0; k < GZ_GLOSS_CHARS; k++, at = (at + 1) % GZ_GLOSS_CHARS) {
    gz_gloss_entry *e = &g->entries[at];
    if (e->han == 0) {
      if (g->distinct > GZ_GLOSS_CHARS / 2) return;
      e->han = han;
      e->syllable = syllable;
      e->hits = 1;
      g->distinct++;
      if (gz_fold(han) != han) g->traditional++;
      return;
    }
    if (e->han == han) {
      e->hits++;
      if (!gz_view_eq(e->syllable, syllable)) { e->conflicts++; g->conflicts++; }
      return;
    }
  }
}

static const gz_gloss_entry *find(const gz_gloss *g, uint32_t han)
{
  unsigned at = (han * 2654435761u) >> 22;
  for (unsigned k = 0; k < GZ_GLOSS_CHARS; k++, at = (at + 1) % GZ_GLOSS_CHARS) {
    if (g->entries[at].han == han) return &g->entries[at];
    if (g->entries[at].han == 0) return NULL;
  }
  return NULL;
}

/* A reading that the table knows, or a toned one that the document repeats, or a toned one of a character outside the table. */
static bool certain(const gz_gloss *g, uint32_t han, gz_view syllable, bool toned)
{
  if (gz_gloss_reads(han, syllable, toned)) return gz_fold(han) != han || toned;
  const gz_gloss_entry *e = find(g, han);
  return toned && e && e->conflicts * 4 <= e->hits && (gz_fold(han) != han || han >= 0x4E00);
}

void gz_repair_gloss(gz_repair_list *l)
{
  gz_view t = l->text, syllable;
  gz_gloss g = {0};
  size_t start, end;
  uint32_t han;
  bool toned;
  size_t due = GZ_WATCH_STRIDE;
  for (size_t i = next_bracket(t, 0); i < t.n && !gz_watch_at(i, &due); i = next_bracket(t, i + 1)) {
    if (!gloss_at(t, i, &start, &han, &syllable, &toned, &end)) continue;
    if (!toned && (gz_fold(han) == han || !gz_gloss_reads(han, syllable, false))) continue;
    if (!g.entries && !(g.entries = gz_arena_alloc(l->arena, GZ_GLOSS_CHARS * sizeof *g.entries))) { l->failed = true; return; }
    note(&g, han, syllable);
    g.hits++;
    g.toned += toned;
    g.spaced += end < t.n && t.p[end] == ' ';
  }
  if (g.distinct < 5 && g.hits < 20) return;
  if (g.conflicts * 8 > g.hits || g.traditional * 5 < g.distinct * 4) return;
  bool drop_space = g.spaced * 5 > g.hits * 4 && g.toned * 5 < g.hits;
  due = GZ_WATCH_STRIDE;
  for (size_t i = next_bracket(t, 0); i < t.n && !gz_watch_at(i, &due); i = next_bracket(t, i + 1)) {
    if (!gloss_at(t, i, &start, &han, &syllable, &toned, &end) || !certain(&g, han, syllable, toned)) continue;
    if (!toned && g.toned * 2 > g.hits) continue;
    if (drop_space && end < t.n && t.p[end] == ' ') end++;
    gz_repair_put(l, start, end, t.p + start, i - start, "gloss");
  }
  gz_repair_slips(l, &g);
}
