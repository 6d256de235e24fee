/* Counts the features of a corpus and writes the model: `train CORPUS-DIR GROUPS.tsv OUT.bin`. Part of `make model`, never of
** the build. It cuts words with ext/text/lang_script.c, so that training and use cannot drift apart.
**
** p(feature | language) is a weighted mean over the kinds of text in the corpus, so that the largest kind does not drown the
** others. The evidence of a feature for a language is ln(p / floor), with a floor that rises with the feature's frequency in
** all languages; languages at the floor take no room. Features are chosen by mutual information with the language in the whole
** script group, plus the same inside every close group, the plainer ones first: those that say something of few languages suffer
** least when they are made small. tune.c then moves the evidence, pack.c puts it into bytes, tune.c moves it again. */
#include "text/lang_feat.h"
#include "text/utf8.h"
#include "tune.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { COLS = 200, GROUPS = 9, KINDS = 24, CLOSE = 40 };

static void *grown(void *old, size_t size)
{
  void *p = realloc(old, size);
  if (!p) { fprintf(stderr, "out of memory\n"); exit(1); }
  return p;
}

static char tag[COLS][12];
static int group_of[COLS], cols, group_first[GROUPS + 1], group_cols[GROUPS + 1], groups;
static char group_script[GROUPS + 1][8];
static double group_room[GROUPS + 1];
static double prior[COLS], later[COLS];      /* later: added to the prior when the training is over */
static int close_col[CLOSE][12], close_n[CLOSE], closes;
const uint8_t gz_lm_script_group[GZ_SCRIPT_COUNT] = {
  [GZ_SCRIPT_LATN] = 1, [GZ_SCRIPT_CYRL] = 1, [GZ_SCRIPT_ARAB] = 1, [GZ_SCRIPT_DEVA] = 1, [GZ_SCRIPT_HEBR] = 1,
  [GZ_SCRIPT_BENG] = 1, [GZ_SCRIPT_TIBT] = 1, [GZ_SCRIPT_ETHI] = 1, [GZ_SCRIPT_HANI] = 1};
/* What was tried and found best; `train ... name value` sets another.
** counts:    discount, floor (a probability below which nothing is known), rise (of the floor with a feature's mean), ratio (over the
**            floor that makes a cell)
** selection: gamma (weight of close groups), word (of whole words), over and thrift (a feature is charged (over + cells)^thrift),
**            pool (how many more are tuned than fit)
** tuning:    first and second (million snippets before and after the evidence is in bytes), rate, heat, drop (of whole words),
**            blank (of any features, at most), single (share of short snippets out of spelling dictionaries), dict (trust in those)
** room:      buckets */
static double DISCOUNT = 0.6, FLOOR = 2e-6, RISE = 0.02, RATIO = 1.5, GAMMA = 1, WORD = 1.5, OVER = 2.5, THRIFT = 1, POOL = 1.12;
static double FIRST = 3, SECOND = 7, RATE = 0.2, HEAT = 2.5, DROP = 0.35;
static double BUCKETS = 12900, SINGLE = 0.5, BLANK = 0.4, DICT = 0.6;

void gz_lang_han(gz_lang_tally *t, uint32_t c, unsigned script) { (void)t; (void)c; (void)script; }

typedef struct cell { uint64_t key; float p; uint8_t col; uint8_t order; } cell;
static cell *cells;
static size_t n_cells, cap_cells;

/* --- one language's counts */
typedef struct slot { uint64_t key; double p; uint32_t count; uint8_t order; } slot;
static slot *table;
static size_t table_size = 1u << 21, table_used;
static void grow(void);
static slot *find(uint64_t key, int order)
{
  size_t i = (size_t)gz_lang_mix(key + (uint64_t)order) & (table_size - 1);
  while (table[i].count && (table[i].key != key || table[i].order != order)) i = (i + 1) & (table_size - 1);
  if (!table[i].count) {
    if (++table_used * 2 > table_size) { grow(); return find(key, order); }
    table[i].key = key; table[i].order = (uint8_t)order;
  }
  return &table[i];
}
static void grow(void)
{
  slot *old = table;
  size_t n = table_size;
  table_size *= 2; table_used = 0;
  table = calloc(table_size, sizeof *table);
  for (size_t i = 0; i < n; i++) if (old[i].count) { slot *s = find(old[i].key, old[i].order); *s = old[i]; }
  free(old);
}

double trust(const char *kind)
{
  if (strcmp(kind, "udhr") == 0) return 1.5;
  if (strcmp(kind, "dict") == 0) return DICT;
  if (strncmp(kind, "ui.game", 7) == 0) return 1.5;
  if (strcmp(kind, "fortune") == 0) return 1.5;
  if (strcmp(kind, "cldr") == 0) return 0.4;
  if (strcmp(kind, "ui.lo") == 0 || strcmp(kind, "ui.fx") == 0 || strcmp(kind, "man") == 0) return 0.8;
  return 1.0;
}

int wanted_script(int col, unsigned script)
{
  static const struct { const char *name; unsigned s; } names[] = {{"Latn", GZ_SCRIPT_LATN}, {"Cyrl", GZ_SCRIPT_CYRL},
    {"Arab", GZ_SCRIPT_ARAB}, {"Deva", GZ_SCRIPT_DEVA}, {"Hebr", GZ_SCRIPT_HEBR}, {"Beng", GZ_SCRIPT_BENG}, {"Tibt", GZ_SCRIPT_TIBT}, {"Ethi", GZ_SCRIPT_ETHI}, {"Hani", GZ_SCRIPT_HANI}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].s == script) return strcmp(names[i].name, group_script[group_of[col]]) == 0;
  return 0;
}

static void read_language(const char *dir, int col)
{
  char path[4096], kinds[KINDS][16];
  int nk = 0;
  double events[KINDS] = {0}, weight[KINDS], sum = 0;
  snprintf(path, sizeof path, "%s/%s.txt", dir, tag[col]);
  FILE *f = fopen(path, "r");
  if (!f) { fprintf(stderr, "train: no %s\n", path); return; }
  static char line[1 << 16];
  static gz_lang_reader r;
  memset(table, 0, table_size * sizeof *table);
  table_used = 0;
  for (int pass = 0; pass < 2; pass++) {
    rewind(f);
    while (fgets(line, sizeof line, f)) {
      char *t = strchr(line, '\t');
      if (!t || held_out(t + 1)) continue;
      *t++ = 0;
      int k = 0;
      while (k < nk && strcmp(kinds[k], line) != 0) k++;
      if (k == nk) { if (nk == KINDS) { fprintf(stderr, "kinds\n"); exit(1); } snprintf(kinds[nk++], 16, "%s", line); }
      static gz_lang_tally tally;
      r.text = t; r.n = strlen(t); r.pos = 0;
      while (gz_lang_next(&r, &tally)) {
        gz_lang_token *w = &r.tok;
        if (!wanted_script(col, w->script)) continue;
        w->at[0] = ' '; w->at[w->n + 1] = ' ';
        if (pass == 0) events[k] += w->n + 1;
        else {
          double x = weight[k];
#define COUNT(key, order) do { slot *s_ = find(key, order); s_->count++; s_->p += x; } while (0)
          if (w->script == GZ_SCRIPT_HANI)      /* single characters and pairs, as gz_lang_pair asks for */
            for (int i = 1; i <= w->n; i++) {
              COUNT(gz_lang_key(0, 0, 0, w->at[i]), 1);
              if (i > 1) COUNT(gz_lang_key(0, 0, w->at[i - 1], w->at[i]), 2);
            }
          else GZ_LANG_FEATURES(w, COUNT);
        }
      }
    }
    if (pass == 0) {
      for (int k = 0; k < nk; k++) { weight[k] = events[k] > 0 ? trust(kinds[k]) * sqrt(events[k] / (events[k] + 100000)) * 1 : 0; sum += weight[k]; }
      for (int k = 0; k < nk; k++) weight[k] = events[k] > 0 ? weight[k] / sum / events[k] : 0;
    }
  }
  fclose(f);
  double all = 0;
  for (int k = 0; k < nk; k++) all += events[k];
  size_t kept = 0;
  for (size_t i = 0; i < table_size; i++) {
    slot *s = &table[i];
    if (s->count) s->p *= (s->count - DISCOUNT) / s->count;      /* what was seen once is seen again less often than that */
    if (!s->count || s->p < FLOOR * 1.2) continue;
    if (s->count < 2 && all > 60000) continue;
    if (n_cells == cap_cells) cells = grown(cells, (cap_cells = cap_cells ? cap_cells * 2 : 1u << 22) * sizeof *cells);
    cells[n_cells++] = (cell){s->key, (float)s->p, (uint8_t)col, s->order};
    kept++;
  }
  fprintf(stderr, "%s: %.0f events, %zu features\n", tag[col], all, kept);
}

/* --- selection */
typedef struct feature { uint64_t key; double worth; size_t first; uint16_t n; uint8_t order, group; } feature;
static int by_key(const void *a, const void *b)
{
  const cell *x = a, *y = b;
  if (x->order != y->order) return x->order < y->order ? -1 : 1;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->col - y->col;
}
static int by_worth(const void *a, const void *b)
{
  const feature *x = a, *y = b;
  if (x->worth != y->worth) return x->worth > y->worth ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}
static double information(const double *q, const int *set, int n)
{
  double mean = 0, sum = 0;
  for (int i = 0; i < n; i++) mean += q[set[i]];
  mean /= n;
  for (int i = 0; i < n; i++) sum += q[set[i]] * log(q[set[i]] / mean);
  return sum / n;
}

static void read_groups(const char *path)
{
  FILE *f = fopen(path, "r");
  char line[4096];
  if (!f) { perror(path); exit(1); }
  while (fgets(line, sizeof line, f)) {
    if (line[0] == '#' || line[0] == '\n') continue;
    char *kind = strtok(line, "\t\n"), *a = strtok(NULL, "\t\n"), *b = strtok(NULL, "\t\n"), *list;
    if (!a) continue;
    if (strcmp(kind, "group") == 0) {
      list = b; char *kb = strtok(NULL, "\t\n");
      groups++;
      snprintf(group_script[groups], 8, "%s", a);
      group_room[groups] = atof(kb) * 1000;
      group_first[groups] = cols;
      for (char *p = strtok(list, " "); p; p = strtok(NULL, " ")) { snprintf(tag[cols], 12, "%s", p); group_of[cols++] = groups; group_cols[groups]++; }
    } else if (strcmp(kind, "close") == 0) {
      for (char *p = strtok(a, " "); p; p = strtok(NULL, " "))
        for (int c = 0; c < cols; c++) if (strcmp(tag[c], p) == 0) close_col[closes][close_n[closes]++] = c;
      closes++;
    } else if (strcmp(kind, "prior") == 0 || strcmp(kind, "later") == 0) {
      double *to = kind[0] == 'p' ? prior : later;
      for (char *p = strtok(b, " "); p; p = strtok(NULL, " "))
        for (int c = 0; c < cols; c++) if (strcmp(tag[c], p) == 0) to[c] = atof(a);
    }
  }
  fclose(f);
}

int main(int argc, char **argv)
{
  if (argc < 4) return 2;
  for (int i = 4; i + 1 < argc; i += 2) {
    double v = atof(argv[i + 1]);
    static const struct { const char *name; double *v; } knobs[] = {
      {"discount", &DISCOUNT}, {"floor", &FLOOR}, {"rise", &RISE}, {"ratio", &RATIO}, {"gamma", &GAMMA}, {"word", &WORD}, {"over", &OVER},
      {"thrift", &THRIFT}, {"pool", &POOL}, {"first", &FIRST}, {"second", &SECOND}, {"rate", &RATE}, {"heat", &HEAT}, {"drop", &DROP},
      {"buckets", &BUCKETS}, {"single", &SINGLE}, {"blank", &BLANK}, {"dict", &DICT}};
    for (size_t k = 0; k < sizeof knobs / sizeof *knobs; k++) if (!strcmp(argv[i], knobs[k].name)) *knobs[k].v = v;
  }
  table = calloc(table_size, sizeof *table);
  read_groups(argv[2]);
  model m = {0};
  size_t buckets = (size_t)BUCKETS;
  tune_plan plan = {argv[1], cols, groups, group_of, group_first, group_cols, prior, RATE, HEAT, DROP, BLANK, {0}, closes, close_col, close_n, SINGLE};
  for (int c = 0; c < cols; c++) plan.tag[c] = tag[c];
  for (int c = 0; c < cols; c++) read_language(argv[1], c);
  free(table);
  qsort(cells, n_cells, sizeof *cells, by_key);
  feature *features = NULL;
  size_t nf = 0, cap = 0;
  for (size_t i = 0; i < n_cells;) {
    size_t j = i;
    while (j < n_cells && cells[j].key == cells[i].key && cells[j].order == cells[i].order) j++;
    /* a key belongs to one script, but marks and apostrophes may be in several: cut by group */
    for (size_t a = i; a < j;) {
      size_t b = a;
      int g = group_of[cells[a].col];
      while (b < j && group_of[cells[b].col] == g) b++;
      double q[COLS], most = 0, mean = 0;
      int set[COLS];
      for (size_t k = a; k < b; k++) { if (cells[k].p > most) most = cells[k].p; mean += cells[k].p; }
      mean /= group_cols[g];
      double floor_ = FLOOR + RISE * mean;
      for (int c = 0; c < group_cols[g]; c++) { set[c] = group_first[g] + c; q[set[c]] = floor_; }
      int n = 0;
      for (size_t k = a; k < b; k++) if (cells[k].p > floor_ * RATIO) { q[cells[k].col] = cells[k].p; n++; }
      if (n) {
        double worth = information(q, set, group_cols[g]);
        for (int s = 0; s < closes; s++)
          if (group_of[close_col[s][0]] == g) worth += GAMMA * information(q, close_col[s], close_n[s]) * close_n[s] / group_cols[g];
        if (nf == cap) features = grown(features, (cap = cap ? cap * 2 : 1u << 20) * sizeof *features);
        features[nf++] = (feature){cells[a].key, worth * (cells[a].order == 6 ? WORD : 1) / pow(OVER + n, THRIFT), a, (uint16_t)(b - a), cells[a].order, (uint8_t)g};
      }
      a = b;
    }
    i = j;
  }
  qsort(features, nf, sizeof *features, by_worth);
  size_t used[GROUPS + 1] = {0}, byorder[7] = {0}, taken = 0;
  m.rows = calloc(nf, sizeof(row));
  size_t room = 0;
  for (size_t i = 0; i < nf; i++) {
    feature *f = &features[i];
    if ((double)used[f->group] > POOL * group_room[f->group]) continue;
    double mean = 0;
    int g = f->group, first = group_first[g], width = group_cols[g], n = 0;
    for (size_t k = f->first; k < f->first + f->n; k++) mean += cells[k].p;
    double floor_ = FLOOR + RISE * mean / width;
    float dense[COLS] = {0};
    for (size_t k = f->first; k < f->first + f->n; k++)
      if (cells[k].p > floor_ * RATIO) { dense[cells[k].col - first] = (float)log(cells[k].p / floor_); n++; }
    if (!n) continue;
    row *o = &m.rows[taken++];
    o->key = f->key;
    o->hash = gz_lang_mix(f->key);
    o->start = (uint32_t)m.cells;
    o->group = (uint8_t)g;
    o->order = f->order;
    o->worth = f->worth;
    if (room < m.cells + (size_t)width) {
      room = (m.cells + (size_t)width) * 2;
      m.col = grown(m.col, room);
      m.w = grown(m.w, room * sizeof *m.w);
    }
    for (int c = 0; c < width; c++)
      if (dense[c] != 0) { m.col[m.cells] = (uint8_t)(first + c); m.w[m.cells++] = dense[c]; }
    o->n = (uint16_t)(m.cells - o->start);
    used[g]++;
    byorder[f->order]++;
  }
  m.count = taken;
  free(cells);
  fprintf(stderr, "%zu of %zu features; by order", taken, nf);
  for (int k = 1; k < 7; k++) fprintf(stderr, " %d:%zu", k, byorder[k]);
  for (int g = 1; g <= groups; g++) fprintf(stderr, " %s %zu", group_script[g], used[g]);
  fprintf(stderr, "\n");
  tune(&m, &plan, FIRST * 1e6);

  double fits[GROUPS + 1] = {0}, all = 0;      /* the groups' shares of what the buckets hold */
  for (int g = 1; g <= groups; g++) all += group_room[g];
  for (int g = 1; g <= groups; g++) fits[g] = group_room[g] / all * GZ_LANG_SLOTS * (double)buckets;
  thin(&m, fits, groups, buckets);
  report(&m, &plan);
  make_cells(&m, &plan);
  tune(&m, &plan, SECOND * 1e6);
  for (int c = 0; c < cols; c++) prior[c] += later[c];
  write_model(argv[3], &m, &plan, buckets, group_script, closes, close_col, close_n);
  return 0;
}
