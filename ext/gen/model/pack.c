/* The tuned model made small: which features stay, the shapes that they share, the file.
**
** Features stand in buckets of SLOTS; a feature that finds its bucket full of worthier ones is dropped, so that no room is
** lost. A feature is 32 bits, whatever it says: a fingerprint and the place of its shape, which is a list of languages with
** their evidence. Features that say nearly the same share a shape: k-means over the features for which the same language
** comes first, those weighing more whose loss hurts more. The shapes are tuned again afterwards as what they are. */
#include "text/lang_feat.h"
#include "tune.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS = 8, DENSE_FROM = 36 };      /* pairs beyond which a shape is dense */

static int by_worth(const void *a, const void *b)
{
  const row *x = a, *y = b;
  if (x->group != y->group) return x->group - y->group;
  if (x->told != y->told) return y->told - x->told;
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
    if (left < -0.25 || (m->rows[i].worth <= 0 && !m->rows[i].told)) continue;
    m->rows[n] = m->rows[i];
    m->rows[n++].rank = m->rows[i].told ? 2 : left;
  }
  qsort(m->rows, n, sizeof *m->rows, by_rank);
  uint16_t (*prints)[GZ_LANG_SLOTS] = calloc(buckets, sizeof *prints);
  uint8_t *used = calloc(buckets, 1);
  size_t by_group[16] = {0};
  for (size_t i = 0; i < n; i++) {
    size_t b = bucket_of(&m->rows[i], buckets);
    int twice = 0;
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

static uint64_t seed = 521288629u;
static double unit(void) { seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17; return (double)(seed >> 11) / 9007199254740992.0; }

static float apart(const float *a, const float *b, int n)
{
  float d = 0;
  for (int i = 0; i < n; i++) d += (a[i] - b[i]) * (a[i] - b[i]);
  return d;
}

/* k-means: n rows of a width with weights into k centres; which[i] is the centre of row i. */
static void group_rows(const float *x, const float *weight, int n, int width, int k, float *centre, int *which)
{
  float *d = malloc((size_t)n * sizeof *d), *mass = malloc((size_t)k * sizeof *mass);
  size_t w = (size_t)width;
  int at = 0;
  for (int i = 0; i < n; i++) { if (weight[i] > weight[at]) at = i; d[i] = 1e30f; which[i] = 0; }
  for (int c = 0; c < k; c++) {      /* the first centres: far from those before, heavy */
    memcpy(centre + (size_t)c * w, x + (size_t)at * w, w * sizeof *x);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      float e = apart(x + (size_t)i * w, centre + (size_t)c * w, width);
      if (e < d[i]) { d[i] = e; which[i] = c; }
      sum += (double)(d[i] * weight[i]);
    }
    double pick = unit() * sum;
    at = n - 1;
    for (int i = 0; i < n; i++) if ((pick -= (double)(d[i] * weight[i])) <= 0) { at = i; break; }
  }
  for (int round = 0; round < ROUNDS; round++) {
    memset(centre, 0, (size_t)k * w * sizeof *centre);
    memset(mass, 0, (size_t)k * sizeof *mass);
    for (int i = 0; i < n; i++) {
      mass[which[i]] += weight[i];
      for (int j = 0; j < width; j++) centre[(size_t)which[i] * w + (size_t)j] += weight[i] * x[(size_t)i * w + (size_t)j];
    }
    for (int c = 0; c < k; c++) if (mass[c] > 0) for (int j = 0; j < width; j++) centre[(size_t)c * w + (size_t)j] /= mass[c];
    if (round == ROUNDS - 1) break;
    for (int i = 0; i < n; i++) {
      float best = 1e30f;
      for (int c = 0; c < k; c++) {
        float e = apart(x + (size_t)i * w, centre + (size_t)c * w, width);
        if (e < best) { best = e; which[i] = c; }
      }
    }
  }
  free(d);
  free(mass);
}

static int top_of(const model *m, const row *r, int first)
{
  float best = 0;
  int at = first;
  for (uint32_t e = r->start; e < r->start + r->n; e++) if (m->w[e] > best) { best = m->w[e]; at = m->col[e]; }
  return at;
}

void shape(model *m, const tune_plan *p, size_t shapes)
{
  model out = {NULL, 0, NULL, NULL, 0};
  size_t room = 1u << 22;
  out.col = malloc(room);
  out.w = malloc(room * sizeof *out.w);
  int *top = malloc(m->count * sizeof *top);
  double spread[TUNE_COLS] = {0}, all = 0;
  for (size_t r = 0; r < m->count; r++) {
    top[r] = top_of(m, &m->rows[r], p->group_first[m->rows[r].group]);
    double s = 0;
    for (uint32_t e = m->rows[r].start; e < m->rows[r].start + m->rows[r].n; e++) s += (double)(m->w[e] * m->w[e]);
    if (!m->rows[r].told) spread[top[r]] += s;
  }
  for (int c = 0; c < p->cols; c++) all += sqrt(spread[c]);
  size_t made = 0, cells_were = 0;
  for (size_t r = 0; r < m->count; r++) cells_were += m->rows[r].n;
  fprintf(stderr, "%zu features of %.1f cells\n", m->count, (double)cells_were / (double)m->count);
  double lost = 0, whole = 0;
  for (int c = 0; c < p->cols; c++) {
    int g = p->group_of[c], first = p->group_first[g], width = p->group_cols[g], n = 0;
    size_t *who = malloc(m->count * sizeof *who);
    for (size_t r = 0; r < m->count; r++) if (top[r] == c && !m->rows[r].told) who[n++] = r;
    int k = (int)((double)shapes * sqrt(spread[c]) / all) + 1;
    if (k > n) k = n;
    if (k) {
      float *x = calloc((size_t)n * (size_t)width, sizeof *x), *weight = malloc((size_t)n * sizeof *weight);
      float *centre = malloc((size_t)k * (size_t)width * sizeof *centre);
      int *which = malloc((size_t)n * sizeof *which);
      float *norm = malloc((size_t)n * sizeof *norm);
      for (int i = 0; i < n; i++) {      /* directions; how far a row reaches goes into its weight */
        row *o = &m->rows[who[i]];
        float square = 1e-6f;
        for (uint32_t e = o->start; e < o->start + o->n; e++) square += m->w[e] * m->w[e];
        norm[i] = sqrtf(square);
        for (uint32_t e = o->start; e < o->start + o->n; e++) x[(size_t)i * (size_t)width + (size_t)(m->col[e] - first)] = m->w[e] / norm[i];
        weight[i] = (float)pow(o->worth, p->alpha) * square;
      }
      /* besides the weights themselves, how languages of a close group differ from their mean */
      int extra = 0, close_of[TUNE_COLS], member[TUNE_COLS];
      for (int q = 0; q < p->closes; q++)
        if (p->group_of[p->close_col[q][0]] == g) for (int j = 0; j < p->close_n[q]; j++) { close_of[extra] = q; member[extra++] = p->close_col[q][j] - first; }
      size_t wide = (size_t)(width + extra);
      float *bent = malloc((size_t)n * wide * sizeof *bent), *mass = calloc((size_t)k, sizeof *mass), *cluster = malloc((size_t)k * wide * sizeof *cluster);
      for (size_t i = 0; i < (size_t)n; i++) {
        const float *from = x + i * (size_t)width;
        float *to = bent + i * wide;
        for (int j = 0; j < width; j++) to[j] = from[j] == 0 ? 0 : copysignf(powf(fabsf(from[j]), p->power), from[j]);
        for (int j = 0; j < extra; j++) {
          const int *c_ = p->close_col[close_of[j]];
          int many = p->close_n[close_of[j]];
          float mean = 0;
          for (int q = 0; q < many; q++) mean += from[c_[q] - first] / (float)many;
          to[width + j] = p->contrast * (from[member[j]] - mean);
        }
      }
      group_rows(bent, weight, n, (int)wide, k, cluster, which);
      free(cluster);
      memset(centre, 0, (size_t)k * (size_t)width * sizeof *centre);
      for (int i = 0; i < n; i++) {
        mass[which[i]] += weight[i];
        for (int j = 0; j < width; j++) centre[(size_t)which[i] * (size_t)width + (size_t)j] += weight[i] * x[(size_t)i * (size_t)width + (size_t)j];
      }
      for (int s = 0; s < k; s++) for (int j = 0; j < width; j++) centre[(size_t)s * (size_t)width + (size_t)j] /= mass[s] + 1e-9f;
      free(bent); free(mass);
      uint32_t *start = malloc((size_t)k * sizeof *start);
      uint16_t *count = calloc((size_t)k, sizeof *count);
      float *most = calloc((size_t)k, sizeof *most), *top_ = calloc((size_t)k, sizeof *top_);
      for (int i = 0; i < n; i++) {      /* a row's gain: its projection on the shape */
        const float *s = centre + (size_t)which[i] * (size_t)width, *v = x + (size_t)i * (size_t)width;
        float dot = 0, square = 1e-9f;
        for (int j = 0; j < width; j++) { dot += s[j] * v[j]; square += s[j] * s[j]; }
        lost += (double)(weight[i] * (1 - dot * dot / square)); whole += (double)weight[i];
        norm[i] *= dot / square;
        if (norm[i] > most[which[i]]) most[which[i]] = norm[i];
      }
      for (int s = 0; s < k; s++) {      /* the largest gain of a shape is one */
        start[s] = (uint32_t)out.cells;
        for (int j = 0; j < width; j++) top_[s] = fmaxf(top_[s], fabsf(centre[(size_t)s * (size_t)width + (size_t)j] * most[s]));
        for (int j = 0; j < width; j++) {
          float v = centre[(size_t)s * (size_t)width + (size_t)j] * most[s];
          if (fabsf(v) < p->least * top_[s] || fabsf(v) < 0.1f) continue;
          out.col[out.cells] = (uint8_t)(first + j);
          out.w[out.cells++] = v;
          count[s]++;
        }
      }
      for (int i = 0; i < n; i++) {
        float want = norm[i] / most[which[i]] * 64;
        uint8_t best = 0;
        for (uint8_t q = 1; q < 8; q++) if (fabsf((float)gains[q] - want) < fabsf((float)gains[best] - want)) best = q;
        m->rows[who[i]].start = start[which[i]];
        m->rows[who[i]].n = count[which[i]];
        m->rows[who[i]].gain = best;
      }
      free(norm); free(most); free(top_);
      made += (size_t)k;
      free(start); free(count); free(x); free(weight); free(centre); free(which);
    }
    free(who);
  }
  for (size_t r = 0; r < m->count; r++) {
    row *o = &m->rows[r];
    if (!o->told) continue;
    uint32_t start = (uint32_t)out.cells;
    for (uint32_t e = o->start; e < o->start + o->n; e++) { out.col[out.cells] = m->col[e]; out.w[out.cells++] = m->w[e]; }
    o->start = start;
    made++;
  }
  fprintf(stderr, "%zu shapes of %zu cells, %.1f%% of the square lost\n", made, out.cells, 100 * lost / whole);
  free(top);
  m->col = out.col;
  m->w = out.w;
  m->cells = out.cells;
}

static int quantum(double w)
{
  double v = w * 16;
  return (int)(v < -127 ? -127 : v > 127 ? 127 : v < 0 ? v - 0.5 : v + 0.5);
}
static void put16(FILE *f, unsigned v) { fputc((int)(v & 255), f); fputc((int)(v >> 8 & 255), f); }

static const row *sorted;
static int by_start(const void *a, const void *b)
{
  const row *x = &sorted[*(const uint32_t *)a], *y = &sorted[*(const uint32_t *)b];
  return x->start != y->start ? (x->start < y->start ? -1 : 1) : x->n - y->n;
}

/* Shapes: a byte for the number of pairs (255 = one byte for every column of the first group), the pairs, up to a whole number of
** UNITs. Before them the places where they begin, in UNITs. Shape 0 is empty. */
enum { UNIT = 4, SHAPES_MAX = 8192 };

void write_model(const char *path, model *m, const tune_plan *p, size_t buckets, char script[][8],
                 int closes, int close_col[][12], const int *close_n)
{
  uint8_t *bytes = calloc(1u << 22, 1);
  static uint32_t begin[SHAPES_MAX];
  uint32_t shapes = 1, *order = malloc(m->count * sizeof *order), *place = calloc(m->count, sizeof *place);
  size_t n = UNIT, dense = 0, stride = (size_t)(p->group_cols[1] + 15) / 16 * 16;
  for (size_t r = 0; r < m->count; r++) order[r] = (uint32_t)r;
  sorted = m->rows;
  qsort(order, m->count, sizeof *order, by_start);
  for (size_t k = 0; k < m->count; k++) {
    const row *o = &m->rows[order[k]], *before = k ? &m->rows[order[k - 1]] : NULL;
    if (before && before->start == o->start && before->n == o->n) { place[order[k]] = place[order[k - 1]]; continue; }
    size_t cells = 0, at = n;
    for (uint32_t e = o->start; e < o->start + o->n; e++) cells += quantum(m->w[e]) != 0;
    if (!cells) continue;
    int wide = o->group == 1 && cells > DENSE_FROM;
    bytes[n++] = wide ? 255 : (uint8_t)cells;
    for (uint32_t e = o->start; e < o->start + o->n; e++) {
      int v = quantum(m->w[e]);
      if (wide) bytes[n + m->col[e]] = (uint8_t)v;
      else if (v) { bytes[n++] = m->col[e]; bytes[n++] = (uint8_t)v; }
    }
    if (wide) { n += stride; dense++; }
    while (n % UNIT) bytes[n++] = 0;
    uint32_t same = 1;      /* the same shape twice? */
    while (same < shapes && (memcmp(bytes + begin[same] * UNIT, bytes + at, n - at) != 0)) same++;
    if (same < shapes) { memset(bytes + at, 0, n - at); n = at; }
    else if (shapes == SHAPES_MAX || at / UNIT > 65535) { fprintf(stderr, "train: too many shapes\n"); exit(1); }
    else begin[shapes++] = (uint32_t)(at / UNIT);
    place[order[k]] = same;
  }
  fprintf(stderr, "%u shapes, %zu bytes, %zu dense\n", shapes, n, dense);
  FILE *f = fopen(path, "wb");
  if (!f) { perror(path); exit(1); }
  fprintf(f, "GZLM3\n%d %d %u %zu %zu\n", p->cols, p->groups, shapes, n, buckets);
  for (int g = 1; g <= p->groups; g++) fprintf(f, "%s %d %d\n", script[g], p->group_first[g], p->group_cols[g]);
  for (int c = 0; c < p->cols; c++) fprintf(f, "%s %d\n", p->tag[c], quantum(p->prior[c]));
  fprintf(f, "%d\n", closes);
  for (int k = 0; k < closes; k++) {
    for (int i = 0; i < close_n[k]; i++) fprintf(f, "%s%d", i ? " " : "", close_col[k][i]);
    fprintf(f, "\n");
  }
  for (uint32_t k = 0; k < shapes; k++) put16(f, begin[k]);
  fwrite(bytes, 1, n, f);
  uint16_t (*slots)[2 * GZ_LANG_SLOTS] = calloc(buckets, sizeof *slots);
  uint8_t *used = calloc(buckets, 1);
  for (size_t r = 0; r < m->count; r++) {
    size_t b = bucket_of(&m->rows[r], buckets);
    if (!place[r]) continue;
    if (used[b] == GZ_LANG_SLOTS) { fprintf(stderr, "train: a bucket is full\n"); continue; }
    slots[b][used[b]] = print_of(&m->rows[r]);
    slots[b][GZ_LANG_SLOTS + used[b]++] = (uint16_t)(place[r] << 3 | m->rows[r].gain);
  }
  for (size_t b = 0; b < buckets; b++) for (int k = 0; k < 2 * GZ_LANG_SLOTS; k++) put16(f, slots[b][k]);
  if (fclose(f)) { perror(path); exit(1); }
}
