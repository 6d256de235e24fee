/* The tuned model made small: which features stay, how their evidence is written, the file.
**
** Features stand in buckets of SLOTS; a feature that finds its bucket full of worthier ones is dropped, so that no room is
** lost. A feature is a fingerprint, a gain (its strongest evidence, in sixteen steps) and a list of cells of one byte: a byte is a
** language of the group with a level, the share of the gain that this language gets. A cell that is nearer to nothing than to the
** lowest level is left out. Features of very many cells are written as half a byte for each language of the group instead. Most
** features speak for one language and are exact but for the gain; what the levels lose of the others is made good by tuning on:
** tune.c judges with the evidence as it is written and moves the evidence behind it. */
#include "text/lang_feat.h"
#include "tune.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SYMBOLS = 256, LEVELS = 6 };
/* Levels in 64ths of the gain, for languages that can have so many. */
static const uint8_t levels[LEVELS + 1][LEVELS] = {
  {0}, {64}, {64, 34}, {64, 40, 22}, {64, 44, 30, 18}, {64, 48, 36, 25, 15}, {64, 52, 41, 31, 22, 13}};
static uint8_t level_count[TUNE_COLS];

static int by_worth(const void *a, const void *b)
{
  const row *x = a, *y = b;
  if (x->group != y->group) return x->group - y->group;
  if (x->worth != y->worth) return x->worth > y->worth ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}
static int by_rank(const void *a, const void *b)
{
  const row *x = a, *y = b;
  if (x->rank != y->rank) return x->rank > y->rank ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

static size_t bucket_of(const row *r, size_t buckets) { return (size_t)(((r->hash >> 32) * buckets) >> 32); }
static uint16_t print_of(const row *r) { return (uint16_t)(r->hash >> 8); }

void thin(model *m, const double *room, int groups, size_t buckets)
{
  qsort(m->rows, m->count, sizeof *m->rows, by_worth);
  size_t n = 0, first = 0, kept = 0;
  for (size_t i = 0; i < m->count; i++) {      /* worth becomes the rank in the group, 1 = first, 0 = just fits */
    if (i && m->rows[i].group != m->rows[i - 1].group) first = i;
    double left = 1 - (double)(i - first) / room[m->rows[i].group];
    if (left < -0.25 || m->rows[i].worth <= 0) continue;
    m->rows[n] = m->rows[i];
    m->rows[n++].rank = left;
  }
  qsort(m->rows, n, sizeof *m->rows, by_rank);
  uint16_t (*prints)[GZ_LANG_SLOTS] = calloc(buckets, sizeof *prints);
  uint8_t *used = calloc(buckets, 1);
  size_t by_group[16] = {0};
  for (size_t i = 0; i < n; i++) {
    size_t b = bucket_of(&m->rows[i], buckets);
    int twice = print_of(&m->rows[i]) == 0;      /* the print of an empty slot */
    for (int k = 0; k < used[b]; k++) twice |= prints[b][k] == print_of(&m->rows[i]);
    if (twice || used[b] == GZ_LANG_SLOTS) continue;
    prints[b][used[b]++] = print_of(&m->rows[i]);
    by_group[m->rows[i].group]++;
    m->rows[kept++] = m->rows[i];
  }
  free(prints);
  free(used);
  m->count = kept;
  fprintf(stderr, "kept %zu features of %zu slots:", kept, buckets * GZ_LANG_SLOTS);
  for (int g = 1; g <= groups; g++) fprintf(stderr, " %zu", by_group[g]);
  fprintf(stderr, "\n");
}

static int gain_of(float most)
{
  int k = 0;
  while (k < 15 && most * 16 > sqrtf((float)gz_lang_gain[k] * (float)gz_lang_gain[k + 1])) k++;
  return k;
}

void quantize(model *m, const row *o)
{
  float most = 1e-6f;
  for (uint32_t e = o->start; e < o->start + o->n; e++) if (m->w[e] > most) most = m->w[e];
  float gain = (float)gz_lang_gain[gain_of(most)];
  for (uint32_t e = o->start; e < o->start + o->n; e++) {
    float share = m->w[e] / most * 64;
    if (o->dense) {
      int half = (int)(share * 15 / 64 + 0.5f);
      m->level[e] = (uint8_t)(half < 0 ? 0 : half);
      m->q[e] = floorf((m->level[e] * 17 * gain + 128) / 256) / 16;
      continue;
    }
    const uint8_t *have = levels[level_count[m->col[e]]];
    int best = 0;
    for (int k = 1; k < level_count[m->col[e]]; k++) if (fabsf(share - have[k]) < fabsf(share - have[best])) best = k;
    m->level[e] = (uint8_t)best;
    m->q[e] = floorf((have[best] * gain + 32) / 64) / 16;
  }
}

/* As many levels as a byte holds, and the rest for the languages that are close to others, in the order of their groups. */
static void share_levels(const tune_plan *p)
{
  for (int g = 1; g <= p->groups; g++) {
    int cols = p->group_cols[g], first = p->group_first[g], each = SYMBOLS / cols > LEVELS ? LEVELS : SYMBOLS / cols, spare = SYMBOLS - each * cols;
    for (int c = first; c < first + cols; c++) level_count[c] = (uint8_t)each;
    for (int round = 1; round <= 2; round++)
      for (int k = 0; k < p->closes; k++)
        for (int i = 0; i < p->close_n[k]; i++) {
          int c = p->close_col[k][i];
          if (p->group_of[c] == g && spare > 0 && level_count[c] < LEVELS && level_count[c] < each + round) { level_count[c]++; spare--; }
        }
  }
}

void make_cells(model *m, const tune_plan *p)
{
  size_t n = 0, wide = 0;
  share_levels(p);
  for (size_t r = 0; r < m->count; r++) {
    row *o = &m->rows[r];
    float most = 0;
    uint32_t left = 0;
    for (uint32_t e = o->start; e < o->start + o->n; e++) if (m->w[e] > most) most = m->w[e];
    for (uint32_t e = o->start; e < o->start + o->n; e++) {
      int k = level_count[m->col[e]];
      if (m->w[e] <= 0 || m->w[e] / most * 128 < levels[k][k - 1]) continue;
      m->col[o->start + left] = m->col[e];
      m->w[o->start + left++] = m->w[e];
    }
    o->n = (uint16_t)left;
    o->dense = o->group == 1 && left > GZ_LANG_DENSE_FROM;
    n += o->dense ? GZ_LANG_DENSE : left;
    wide += o->dense;
  }
  m->q = calloc(m->cells, sizeof *m->q);
  m->level = calloc(m->cells, 1);
  for (size_t r = 0; r < m->count; r++) quantize(m, &m->rows[r]);
  fprintf(stderr, "%zu features of %.2f bytes, %zu dense\n", m->count, (double)n / (double)m->count, wide);
}

static void put16(FILE *f, unsigned v) { fputc((int)(v & 255), f); fputc((int)(v >> 8 & 255), f); }

/* The byte of a language with a level. */
static unsigned symbol(const tune_plan *p, int g, int col, int level)
{
  unsigned s = (unsigned)level;
  for (int c = p->group_first[g]; c < col; c++) s += level_count[c];
  return s;
}

static size_t the_buckets;
/* By bucket; in it the short features first, whose lengths stand beside the prints. */
static int by_bucket(const void *a, const void *b)
{
  const row *x = *(row *const *)a, *y = *(row *const *)b;
  size_t i = bucket_of(x, the_buckets), k = bucket_of(y, the_buckets);
  if (i != k) return i < k ? -1 : 1;
  int long_x = x->n >= GZ_LANG_LONG, long_y = y->n >= GZ_LANG_LONG;
  if (long_x != long_y) return long_x - long_y;
  return print_of(x) - print_of(y);
}

void write_model(const char *path, model *m, const tune_plan *p, size_t buckets, char script[][8],
                 int closes, int close_col[][12], const int *close_n)
{
  row **order = malloc(m->count * sizeof *order);
  size_t n = 0, bytes = 0;
  the_buckets = buckets;
  for (size_t r = 0; r < m->count; r++) {
    if (!m->rows[r].n) continue;
    if (m->q) quantize(m, &m->rows[r]);
    order[n++] = &m->rows[r];
    bytes += m->rows[r].dense ? 1 + GZ_LANG_DENSE : m->rows[r].n + (size_t)(m->rows[r].n >= GZ_LANG_LONG);
  }
  qsort(order, n, sizeof *order, by_bucket);
  FILE *f = fopen(path, "wb");
  if (!f) { perror(path); exit(1); }
  fprintf(f, "GZLM4\n%d %d %zu %zu\n", p->cols, p->groups, buckets, bytes);
  for (int g = 1; g <= p->groups; g++) fprintf(f, "%s %d %d\n", script[g], p->group_first[g], p->group_cols[g]);
  for (int c = 0; c < p->cols; c++) {
    fprintf(f, "%s %ld", p->tag[c], lround(p->prior[c] * 16));
    for (int k = 0; k < level_count[c]; k++) fprintf(f, " %d", levels[level_count[c]][k]);
    fprintf(f, "\n");
  }
  fprintf(f, "%d\n", closes);
  for (int k = 0; k < closes; k++) {
    for (int i = 0; i < close_n[k]; i++) fprintf(f, "%s%d", i ? " " : "", close_col[k][i]);
    fprintf(f, "\n");
  }
  size_t at = 0;
  for (size_t b = 0; b < buckets; b++) {
    size_t end = at;
    while (end < n && bucket_of(order[end], buckets) == b) end++;
    if (end - at > GZ_LANG_SLOTS) { fprintf(stderr, "train: a bucket is full\n"); exit(1); }
    fputc((int)(end - at), f);
    for (; at < end; at++) {
      const row *o = order[at];
      float most = 0;
      for (uint32_t e = o->start; e < o->start + o->n; e++) if (m->w[e] > most) most = m->w[e];
      put16(f, print_of(o));
      fputc(gain_of(most), f);
      if (o->dense) {
        uint8_t half[2 * GZ_LANG_DENSE] = {0};
        for (uint32_t e = o->start; e < o->start + o->n; e++) half[m->col[e] - p->group_first[1]] = m->level[e];
        fputc(255, f);
        for (int i = 0; i < GZ_LANG_DENSE; i++) fputc(half[i] | half[i + GZ_LANG_DENSE] << 4, f);
        continue;
      }
      fputc(o->n, f);
      for (uint32_t e = o->start; e < o->start + o->n; e++) fputc((int)symbol(p, o->group, m->col[e], m->level[e]), f);
    }
  }
  fprintf(stderr, "%zu features, %zu bytes of cells, %zu in all\n", n, bytes, bytes + 64 * buckets);
  free(order);
  if (fclose(f)) { perror(path); exit(1); }
}
