/* Second pass of the training: stochastic gradient on the evidence that the counts gave.
** Naive Bayes takes overlapping n-grams for independent witnesses. Here snippets of one to thirty words are drawn from the corpus,
** every language as often as its prior says and every kind of text as often as train.c trusts it; the evidence of the features
** in each snippet is moved along the gradient of its cross-entropy (AdaGrad), under a fixed temperature, so that what comes
** out is calibrated for short text too. Only cells that the counts filled move. The feature of the whole word is left out at
** random, as it is missing from words never seen, and so is a share of all features, up to `blank`, another one for each snippet: what
** remains has to do, and no language hangs on a few features that only its catalogues have. Half of the shortest snippets are words of
** spelling dictionaries, which have the rare ones. Once the evidence is in bytes, judgement is by the bytes, and the exact evidence
** behind them moves.
** The random numbers are fixed: the same corpus gives the same model. */
#include "text/lang_feat.h"
#include "tune.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { KINDS = 24, HITS = 20000, WORDS = 64 };
typedef struct kind { char name[16]; char **line; size_t n, kept_back; double weight; } kind;
typedef struct corpus { kind kinds[KINDS]; int n; char *data; } corpus;
static corpus *all;
static double share[TUNE_COLS], share_sum;

static uint64_t seed;
static uint64_t draw(void) { seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17; return seed * 0x2545F4914F6CDD1Du; }
static double unit(void) { return (double)(draw() >> 11) / 9007199254740992.0; }

int held_out(const char *text)
{
  uint64_t h = 14695981039346656037u;
  for (const char *p = text; *p && *p != '\n'; p++) h = (h ^ (unsigned char)*p) * 0x100000001B3u;
  return gz_lang_mix(h) >> 32 & 1 ? gz_lang_mix(h) % 31 == 0 : 0;
}

/* Lines in two parts: those for training first, then those held out. */
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
  for (int k = 0; k < c->n; k++) {
    kind *d = &c->kinds[k];
    size_t end = d->n;
    for (size_t i = 0; i < end;)
      if (held_out(d->line[i])) { char *x = d->line[--end]; d->line[end] = d->line[i]; d->line[i] = x; }
      else i++;
    d->kept_back = d->n - end;
    d->n = end;
    d->weight = d->n ? trust(d->name) * sqrt((double)bytes[k] / ((double)bytes[k] + 100000)) : 0;
  }
}

static void load_all(const tune_plan *p)
{
  if (all) return;
  all = calloc((size_t)p->cols, sizeof *all);
  for (int c = 0; c < p->cols; c++) { load(&all[c], p->dir, p->tag[c]); share[c] = all[c].n ? exp(0.7 * p->prior[c]) : 0; share_sum += share[c]; }
}

static uint32_t *map;
static size_t map_size;
static void index_rows(const model *m)
{
  free(map);
  for (map_size = 1; map_size < m->count * 2; map_size *= 2) {}
  map = calloc(map_size, sizeof *map);
  for (size_t r = 0; r < m->count; r++) {
    size_t i = (size_t)gz_lang_mix(m->rows[r].key) & (map_size - 1);
    while (map[i]) i = (i + 1) & (map_size - 1);
    map[i] = (uint32_t)r + 1;
  }
}
static uint32_t find(const model *m, uint64_t key)
{
  for (size_t i = (size_t)gz_lang_mix(key) & (map_size - 1); map[i]; i = (i + 1) & (map_size - 1))
    if (m->rows[map[i] - 1].key == key) return map[i];
  return 0;
}

/* A snippet: its language, the rows that it hits. */
static uint32_t hit[HITS];
static int hits;
static const int lengths[] = {1, 1, 2, 2, 3, 4, 6, 9, 14, 22, 30};

static int snippet(const model *m, const tune_plan *p, int kept_back, int length, double drop)
{
  static gz_lang_token words[WORDS];
  static gz_lang_tally tally;
  double x = unit() * share_sum;
  int y = 0;
  hits = 0;
  while (y < p->cols - 1 && (x -= share[y]) > 0) y++;
  corpus *c = &all[y];
  double ks = 0;
  for (int k = 0; k < c->n; k++) ks += c->kinds[k].weight;
  x = unit() * ks;
  int k = 0;
  while (k < c->n - 1 && (x -= c->kinds[k].weight) > 0) k++;
  if (length <= 2 && !kept_back && unit() < p->single)
    for (int j = 0; j < c->n; j++) if (strcmp(c->kinds[j].name, "dict") == 0 && c->kinds[j].n > 100) k = j;
  kind *d = &c->kinds[k];
  if (!c->n || !(kept_back ? d->kept_back : d->n)) return y;
  gz_lang_reader r = {0};
  r.text = kept_back ? d->line[d->n + draw() % d->kept_back] : d->line[draw() % d->n];
  r.n = strlen(r.text);
  size_t most = (size_t)length * 24 + 40;
  if (r.n > most) {      /* somewhere in a long line */
    size_t skip = draw() % (r.n - most + 20);
    while (skip && skip < r.n && (unsigned char)r.text[skip] > ' ') skip++;
    r.text += skip; r.n -= skip;
    if (r.n > most) r.n = most;
    while (r.n && (unsigned char)r.text[r.n - 1] > ' ' && r.text[r.n]) r.n--;
  }
  int n = 0;
  while (n < WORDS && gz_lang_next(&r, &tally)) if (wanted_script(y, r.tok.script)) words[n++] = r.tok;
  int from = n > length ? (int)(draw() % (uint64_t)(n - length + 1)) : 0, to = n > length ? from + length : n;
  for (int i = from; i < to; i++) {
    gz_lang_token *w = &words[i];
    int whole = drop <= 0 || unit() >= drop;
    w->at[0] = ' '; w->at[w->n + 1] = ' ';
#define HIT(key, order) do { if ((order) != 6 || whole) { uint32_t h_ = find(m, key); if (h_ && hits < HITS) hit[hits++] = h_ - 1; } } while (0)
    if (w->script == GZ_SCRIPT_HANI)
      for (int j = 1; j <= w->n; j++) {
        HIT(gz_lang_key(0, 0, 0, w->at[j]), 1);
        if (j > 1) HIT(gz_lang_key(0, 0, w->at[j - 1], w->at[j]), 2);
      }
    else GZ_LANG_FEATURES(w, HIT);
  }
  return y;
}

/* The probability of every language of the snippet's group, of whose features a share is there; returns the likeliest. */
static int judge(const model *m, const tune_plan *p, int g, double there, float *prob)
{
  int first = p->group_first[g], count = p->group_cols[g], best = first;
  const float *w = m->q ? m->q : m->w;
  float score[TUNE_COLS], z = 0;
  for (int i = first; i < first + count; i++) score[i] = (float)(p->prior[i] * there);
  for (int h = 0; h < hits; h++) {
    const row *o = &m->rows[hit[h]];
    if (o->group != g) continue;
    for (uint32_t e = o->start; e < o->start + o->n; e++) score[m->col[e]] += w[e];
  }
  for (int i = first; i < first + count; i++) if (score[i] > score[best]) best = i;
  for (int i = first; i < first + count; i++) {
    float x = (score[i] - score[best]) / (float)(p->heat * there);
    z += prob[i] = x < -20 ? 0 : expf(x);
  }
  for (int i = first; i < first + count; i++) prob[i] /= z;
  return best;
}

/* Leaves out features of the snippet at random; returns the share that was to stay. */
static double leave_out(double blank)
{
  double there = 1 - blank * unit();
  int n = 0;
  for (int h = 0; h < hits; h++) if (unit() < there) hit[n++] = hit[h];
  hits = n;
  return there;
}

void report(const model *m, const tune_plan *p)
{
  load_all(p);
  uint64_t was = seed;
  seed = 1234567;
  index_rows(m);
  fprintf(stderr, "  held out:");
  for (int k = 0; k < 4; k++) {
    static const int want[] = {1, 2, 6, 22};
    double loss = 0, right = 0, seen = 0;
    float prob[TUNE_COLS];
    for (int i = 0; i < 20000; i++) {
      int y = snippet(m, p, 1, want[k], 0);
      if (!hits) continue;
      right += judge(m, p, p->group_of[y], 1, prob) == y; seen++;
      loss -= log((double)prob[y] + 1e-9);
    }
    fprintf(stderr, "  %d words: loss %.4f right %.2f%%", want[k], loss / seen, 100 * right / seen);
  }
  fprintf(stderr, "\n");
  seed = was;
}

void tune(model *m, const tune_plan *p, double steps)
{
  seed = 88172645463325252u;
  load_all(p);
  float *g2 = calloc(m->cells, sizeof *g2);
  report(m, p);
  for (double step = 0; step < steps; step++) {
    int y = snippet(m, p, 0, lengths[draw() % (sizeof lengths / sizeof *lengths)], p->drop), g = p->group_of[y];
    double there = hits ? leave_out(p->blank) : 1;
    if (!hits) continue;
    float prob[TUNE_COLS];
    judge(m, p, g, there, prob);
    if (1 - prob[y] > 1e-4f) {
      float rate = (float)(p->rate * (step < steps / 2 ? 1 : 2 * (1.02 - step / steps)));
      for (int i = p->group_first[g]; i < p->group_first[g] + p->group_cols[g]; i++) prob[i] = (float)(i == y) - prob[i];
      for (int h = 0; h < hits; h++) {
        const row *o = &m->rows[hit[h]];
        if (o->group != g) continue;
        for (uint32_t e = o->start; e < o->start + o->n; e++) {
          float grad = prob[m->col[e]];
          if (grad < 1e-4f && grad > -1e-4f) continue;
          g2[e] += grad * grad;
          m->w[e] += rate * grad / sqrtf(1.0f + g2[e]);
        }
        if (m->q) quantize(m, o);
      }
    }
    if ((uint64_t)(step + 1) % 1000000 == 0) { fprintf(stderr, "tune %.0fM", (step + 1) / 1e6); report(m, p); }
  }
  free(g2);
}
