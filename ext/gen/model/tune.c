/* Second pass of the training: stochastic gradient on the evidence that the counts gave.
** Naive Bayes takes overlapping n-grams for independent witnesses. Here snippets of one to thirty words are drawn from the corpus,
** every language as often as its prior says and every kind of text as often as train.c trusts it; the evidence of the features
** in each snippet is moved along the gradient of its cross-entropy (AdaGrad), under a fixed temperature, so that what comes
** out is calibrated for short text too. Only cells that the counts filled move; `pull` holds them near where they began.
** The random numbers are fixed: the same corpus gives the same model. */
#include "text/lang_feat.h"
#include "tune.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { KINDS = 24, LINES = 60000 };
typedef struct kind { char name[16]; char **line; size_t n; double weight; } kind;
typedef struct corpus { kind kinds[KINDS]; int n; char *data; } corpus;

static uint64_t seed = 88172645463325252u;
static uint64_t draw(void) { seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17; return seed * 0x2545F4914F6CDD1Du; }
static double unit(void) { return (double)(draw() >> 11) / 9007199254740992.0; }

static void load(corpus *c, const char *dir, const char *tag)
{
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.txt", dir, tag);
  FILE *f = fopen(path, "rb");
  if (!f) return;
  fseek(f, 0, SEEK_END);
  size_t n = (size_t)ftell(f);
  rewind(f);
  c->data = malloc(n + 1);
  n = fread(c->data, 1, n, f);
  c->data[n] = 0;
  fclose(f);
  size_t bytes[KINDS] = {0};
  for (char *p = c->data; *p;) {
    char *t = strchr(p, '\t'), *e = strchr(p, '\n');
    if (!t || !e) break;
    *t = 0; *e = 0;
    int k = 0;
    while (k < c->n && strcmp(c->kinds[k].name, p) != 0) k++;
    if (k == c->n) { snprintf(c->kinds[c->n++].name, 16, "%s", p); }
    kind *d = &c->kinds[k];
    if ((d->n & (d->n - 1)) == 0) d->line = realloc(d->line, (d->n ? d->n * 2 : 1) * sizeof *d->line);
    d->line[d->n++] = t + 1;
    bytes[k] += (size_t)(e - t);
    p = e + 1;
  }
  for (int k = 0; k < c->n; k++) c->kinds[k].weight = trust(c->kinds[k].name) * sqrt((double)bytes[k] / ((double)bytes[k] + 100000));
}

static uint32_t *map;
static size_t map_size;
static uint32_t find(const model *m, uint64_t key)
{
  for (size_t i = (size_t)gz_lang_mix(key) & (map_size - 1); map[i]; i = (i + 1) & (map_size - 1))
    if (m->rows[map[i] - 1].key == key) return map[i];
  return 0;
}

void tune(model *m, const tune_plan *p)
{
  corpus *all = calloc((size_t)p->cols, sizeof *all);
  double share[200], sum = 0;
  for (int c = 0; c < p->cols; c++) { load(&all[c], p->dir, p->tag[c]); share[c] = all[c].n ? exp(0.7 * p->prior[c]) : 0; sum += share[c]; }
  for (map_size = 1; map_size < m->count * 2; map_size *= 2) {}
  map = calloc(map_size, sizeof *map);
  for (size_t r = 0; r < m->count; r++) {
    size_t i = (size_t)gz_lang_mix(m->rows[r].key) & (map_size - 1);
    while (map[i]) i = (i + 1) & (map_size - 1);
    map[i] = (uint32_t)r + 1;
  }
  float *g2 = calloc(m->cells, sizeof *g2), *w0 = malloc(m->cells * sizeof *w0);
  memcpy(w0, m->w, m->cells * sizeof *w0);
  static const int lengths[] = {1, 1, 2, 2, 3, 4, 6, 9, 14, 22, 30};
  double loss = 0, right = 0, seen = 0;
  static gz_lang_token words[400];
  static uint32_t hit[20000];
  for (double step = 0; step < p->steps; step++) {
    double x = unit() * sum;
    int y = 0;
    while (y < p->cols - 1 && (x -= share[y]) > 0) y++;
    corpus *c = &all[y];
    if (!c->n) continue;
    double ks = 0;
    for (int k = 0; k < c->n; k++) ks += c->kinds[k].weight;
    x = unit() * ks;
    int k = 0;
    while (k < c->n - 1 && (x -= c->kinds[k].weight) > 0) k++;
    static gz_lang_tally tally;
    gz_lang_reader r = {0};
    r.text = c->kinds[k].line[draw() % c->kinds[k].n];
    r.n = strlen(r.text);
    if (r.n > 1500) { size_t skip = draw() % (r.n - 1200); while (skip < r.n && (unsigned char)r.text[skip] > ' ') skip++; r.text += skip; r.n -= skip; if (r.n > 1200) r.n = 1200; }
    int n = 0;
    while (n < 400 && gz_lang_next(&r, &tally)) if (wanted_script(y, r.tok.script)) words[n++] = r.tok;
    if (!n) continue;
    int want = lengths[draw() % (sizeof lengths / sizeof *lengths)], from = n > want ? (int)(draw() % (uint64_t)(n - want + 1)) : 0, to = n > want ? from + want : n;
    int hits = 0;
    for (int i = from; i < to; i++) {
      gz_lang_token *w = &words[i];
      w->at[0] = ' '; w->at[w->n + 1] = ' ';
#define HIT(key, order) do { uint32_t h_ = find(m, key); if (h_ && hits < 20000) hit[hits++] = h_ - 1; } while (0)
      if (w->script == GZ_SCRIPT_HANI)
        for (int j = 1; j <= w->n; j++) {
          HIT(gz_lang_key(0, 0, 0, w->at[j]), 1);
          if (j > 1) HIT(gz_lang_key(0, 0, w->at[j - 1], w->at[j]), 2);
        }
      else GZ_LANG_FEATURES(w, HIT);
    }
    if (!hits) continue;
    int g = p->group_of[y], first = p->group_first[g], count = p->group_cols[g], best = first;
    double score[200], z = 0;
    for (int i = first; i < first + count; i++) score[i] = p->prior[i];
    for (int h = 0; h < hits; h++) {
      row *o = &m->rows[hit[h]];
      for (uint32_t e = o->start; e < o->start + o->n; e++) score[m->col[e]] += (double)m->w[e];
    }
    for (int i = first; i < first + count; i++) if (score[i] > score[best]) best = i;
    double prob[200];
    for (int i = first; i < first + count; i++) z += prob[i] = exp((score[i] - score[best]) / p->heat);
    for (int i = first; i < first + count; i++) prob[i] /= z;
    loss -= log(prob[y] + 1e-12); right += best == y; seen++;
    if (1 - prob[y] > 1e-4) {
      for (int i = first; i < first + count; i++) prob[i] = (i == y) - prob[i];
      for (int h = 0; h < hits; h++) {
        row *o = &m->rows[hit[h]];
        for (uint32_t e = o->start; e < o->start + o->n; e++) {
          double grad = prob[m->col[e]] - p->pull * (double)(m->w[e] - w0[e]);
          if (grad < 1e-4 && grad > -1e-4) continue;
          g2[e] += (float)(grad * grad);
          m->w[e] += (float)(p->rate * grad / sqrt(1.0 + (double)g2[e]));
        }
      }
    }
    if ((uint64_t)(step + 1) % 250000 == 0) {
      fprintf(stderr, "tune %.2fM: loss %.4f right %.2f%%\n", (step + 1) / 1e6, loss / seen, 100 * right / seen);
      loss = right = seen = 0;
    }
  }
}
