/* ext/data/{entities,aliases,contexts,markets}.tsv -> build/gen/ent_tables.c (layout: find/entity_data.h).
** Refuses, with file, line and reason, whatever is malformed, twice there, or contradicts another line: an unknown type, parent,
** entity, class or rule; the same id or name twice; an alias that two entities claim without condition; a listing of two entities. */
#include "gen/entgen.h"
#include <stdlib.h>

static ent_tables T;
static ent_map ids, names, class_map, lang_map, kind_map, market_map;
static const char *market_code[512], *market_shown[512];

static void *must(void *p) { if (!p) { fprintf(stderr, "entgen: out of memory\n"); exit(1); } return p; }
char *ent_copy(const char *z) { size_t n = strlen(z) + 1; return memcpy(must(malloc(n)), z, n); }

void *ent_room(void *items, size_t *cap, size_t count, size_t size)
{
  if (count < *cap) return items;
  *cap = *cap ? *cap * 2 : 256;
  return must(realloc(items, *cap * size));
}

static uint32_t hash(const char *z) { uint32_t h = 2166136261u; for (; *z; z++) h = (h ^ (unsigned char)*z) * 16777619u; return h; }

uint32_t *ent_map_find(const ent_map *m, const char *key)
{
  if (!m->cap) return NULL;
  for (size_t i = hash(key) & (m->cap - 1); m->keys[i]; i = (i + 1) & (m->cap - 1)) if (strcmp(m->keys[i], key) == 0) return &m->values[i];
  return NULL;
}

uint32_t *ent_map_at(ent_map *m, const char *key, bool *fresh)
{
  uint32_t *old = ent_map_find(m, key);
  *fresh = !old;
  if (old) return old;
  if (m->count * 2 >= m->cap) {
    ent_map bigger = {NULL, NULL, m->count, m->cap ? m->cap * 2 : 1024};
    bigger.keys = must(calloc(bigger.cap, sizeof *bigger.keys));
    bigger.values = must(calloc(bigger.cap, sizeof *bigger.values));
    for (size_t i = 0; i < m->cap; i++) {
      if (!m->keys[i]) continue;
      size_t j = hash(m->keys[i]) & (bigger.cap - 1);
      while (bigger.keys[j]) j = (j + 1) & (bigger.cap - 1);
      bigger.keys[j] = m->keys[i];
      bigger.values[j] = m->values[i];
    }
    *m = bigger;
  }
  size_t i = hash(key) & (m->cap - 1);
  while (m->keys[i]) i = (i + 1) & (m->cap - 1);
  m->keys[i] = ent_copy(key);
  m->count++;
  return &m->values[i];
}

static char *folded(const char *z)
{
  gz_buf b = GZ_BUF_INIT;
  gz_trie_fold_key(gz_view_cstr(z), &b);
  size_t n = 0;
  return must(gz_buf_take(&b, &n));
}

static void expect(gz_tsv *t, const char *want)
{
  gz_tsv_header(t);
  char got[1024] = "";
  for (int i = 0; i < t->cells; i++) {
    char *colon = strchr(t->cell[i], ':');
    if (colon) *colon = 0;
    if (strlen(got) + strlen(t->cell[i]) + 2 > sizeof got) gz_tsv_fail(t, "header too long");
    if (i) strcat(got, " ");
    strcat(got, t->cell[i]);
  }
  if (strcmp(got, want)) gz_tsv_fail(t, "the header is '%s' where '%s' is wanted", got, want);
}

static unsigned one_of(const gz_tsv *t, const char *what, const char *z, const char *const *values)
{
  for (unsigned i = 0; values[i]; i++) if (strcmp(z, values[i]) == 0) return i;
  gz_tsv_fail(t, "unknown %s '%s'", what, z);
}

/* A small index for a string met in a column. */
static unsigned interned(const gz_tsv *t, ent_map *m, const char **list, unsigned *count, unsigned max, const char *z)
{
  bool fresh;
  uint32_t *at = ent_map_at(m, z, &fresh);
  if (fresh) {
    if (*count == max) gz_tsv_fail(t, "more than %u different values in a column: '%s'", max, z);
    *at = *count;
    list[(*count)++] = ent_copy(z);
  }
  return *at;
}

static void read_markets(const char *path)
{
  static gz_tsv t;
  gz_tsv_open(&t, path);
  expect(&t, "name market form shown");
  while (gz_tsv_row(&t)) {
    bool fresh;
    char *key = folded(t.cell[0]);
    uint32_t *at = ent_map_at(&market_map, key, &fresh);
    if (!fresh) gz_tsv_fail(&t, "'%s' is there already", t.cell[0]);
    if (market_map.count > 512) gz_tsv_fail(&t, "too many markets");
    *at = (uint32_t)market_map.count - 1;
    market_code[*at] = ent_copy(t.cell[1]);
    market_shown[*at] = ent_copy(t.cell[3]);
  }
  gz_tsv_close(&t);
}

/* One listing, MARKET:CODE or CODE.SUFFIX: its key for the listing trie, and how it is shown. */
static void add_listing(gz_tsv *t, char *z, uint32_t entity)
{
  char *mid = strchr(z, ':'), *market = z, *code;
  if (mid) { *mid = 0; code = mid + 1; }
  else {
    mid = strrchr(z, '.');
    if (!mid) gz_tsv_fail(t, "listing '%s' is neither MARKET:CODE nor CODE.SUFFIX", z);
    *mid = 0; code = z; market = mid + 1;
  }
  uint32_t *at = ent_map_find(&market_map, folded(market));
  if (!at) gz_tsv_fail(t, "unknown market '%s' (markets.tsv)", market);
  const char *m = market_code[*at];
  if (strcmp(m, "cn") == 0) m = *code == '6' ? "sh" : *code == '0' || *code == '3' || *code == '2' ? "sz" : *code == '9' && code[1] == '0' ? "sh" : "bj";
  const char *bare = code;
  while (*bare == '0' && bare[1]) bare++;
  char key[128], shown[128];
  if (!*code || strlen(code) > 60) gz_tsv_fail(t, "listing without a code, or too long");
  bool digits = strspn(code, "0123456789") == strlen(code);
  snprintf(key, sizeof key, "%s:%s", m, digits ? bare : code);
  uint32_t *mm = ent_map_find(&market_map, m);
  const char *suffix = mm ? market_shown[*mm] : "";
  if (strcmp(m, "hk") == 0 && digits) snprintf(shown, sizeof shown, "%05ld%s", strtol(code, NULL, 10), suffix);
  else snprintf(shown, sizeof shown, "%s%s", code, suffix);
  T.listings = ent_room(T.listings, &T.listing_cap, T.listing_count, sizeof *T.listings);
  ent_listing l = {folded(key), entity, t->line};
  T.listings[T.listing_count++] = l;
  if (!*T.entities[entity].ticker) T.entities[entity].ticker = ent_copy(shown);
}

static void read_entities(const char *path)
{
  static gz_tsv t;
  static const char *const types[] = {"org", "person", "product", "place", "publication", NULL};
  gz_tsv_open(&t, path);
  expect(&t, "id name type parent country listings qid source");
  while (gz_tsv_row(&t)) {
    bool fresh;
    ent_entity e;
    memset(&e, 0, sizeof e);
    if (!*t.cell[0] || !*t.cell[1]) gz_tsv_fail(&t, "no id or no name");
    if (!*t.cell[7]) gz_tsv_fail(&t, "no source");
    uint32_t *id = ent_map_at(&ids, t.cell[0], &fresh);
    if (!fresh) gz_tsv_fail(&t, "id '%s' stands in line %d already", t.cell[0], T.entities[*id].line);
    uint32_t *name = ent_map_at(&names, t.cell[1], &fresh);
    if (!fresh) gz_tsv_fail(&t, "name '%s' stands in line %d already", t.cell[1], T.entities[*name].line);
    if (T.entity_count >= GZ_ENT_NONE - 1) gz_tsv_fail(&t, "too many entities");
    *id = *name = (uint32_t)T.entity_count;
    const char *q = t.cell[6];
    if (*q && (*q != 'Q' || !q[1] || strspn(q + 1, "0123456789") != strlen(q + 1))) gz_tsv_fail(&t, "qid '%s' is not Q and digits", q);
    e.id = ent_copy(t.cell[0]); e.name = ent_copy(t.cell[1]); e.qid = ent_copy(q); e.parent_id = ent_copy(t.cell[3]); e.ticker = "";
    e.type = one_of(&t, "type", t.cell[2], types);
    e.line = t.line;
    T.entities = ent_room(T.entities, &T.entity_cap, T.entity_count, sizeof e);
    T.entities[T.entity_count++] = e;
    for (char *z = strtok(t.cell[5], "|;, "); z; z = strtok(NULL, "|;, ")) add_listing(&t, z, (uint32_t)T.entity_count - 1);
  }
  for (size_t i = 0; i < T.entity_count; i++) {
    ent_entity *e = &T.entities[i];
    t.line = e->line;
    e->parent = GZ_ENT_NONE;
    if (!*e->parent_id) continue;
    uint32_t *p = ent_map_find(&ids, e->parent_id);
    if (!p) gz_tsv_fail(&t, "parent '%s' is no id of this file", e->parent_id);
    if (*p == i) gz_tsv_fail(&t, "is its own parent");
    e->parent = *p;
  }
  gz_tsv_close(&t);
}

static void read_contexts(const char *path)
{
  static gz_tsv t;
  static ent_map words;
  gz_tsv_open(&t, path);
  expect(&t, "class word lang");
  while (gz_tsv_row(&t)) {
    bool fresh;
    unsigned bit = interned(&t, &class_map, T.classes, &T.class_count, 64, t.cell[0]);
    char *key = folded(t.cell[1]);
    if (!*key) gz_tsv_fail(&t, "empty word");
    uint32_t *at = ent_map_at(&words, key, &fresh);
    if (fresh) {
      T.words = ent_room(T.words, &T.word_cap, T.word_count, sizeof *T.words);
      ent_word w = {key, 0, t.line};
      *at = (uint32_t)T.word_count;
      T.words[T.word_count++] = w;
    }
    T.words[*at].mask |= (uint64_t)1 << bit;
  }
  gz_tsv_close(&t);
}

static uint64_t context_mask(const gz_tsv *t, char *z)
{
  uint64_t mask = 0;
  for (char *c = strtok(z, "|, "); c; c = strtok(NULL, "|, ")) {
    uint32_t *bit = ent_map_find(&class_map, c);
    if (!bit) gz_tsv_fail(t, "context class '%s' is not in contexts.tsv", c);
    mask |= (uint64_t)1 << *bit;
  }
  return mask;
}

/* Folds each of the `|`-separated strings. */
static const char *folded_list(const char *z)
{
  gz_buf b = GZ_BUF_INIT;
  while (*z) {
    size_t n = strcspn(z, "|");
    if (b.n) gz_buf_putc(&b, '|');
    gz_trie_fold_key(gz_view_of(z, n), &b);
    z += n + (z[n] == '|');
  }
  size_t n;
  return must(gz_buf_take(&b, &n));
}

static void add_alias(ent_alias a)
{
  T.aliases = ent_room(T.aliases, &T.alias_cap, T.alias_count, sizeof a);
  T.aliases[T.alias_count++] = a;
}

static void read_aliases(const char *path)
{
  static gz_tsv t;
  static const char *const rules[] = {"any", "exact", "upper", NULL}, *const classes[] = {"", "ambiguous", "common", NULL};
  gz_tsv_open(&t, path);
  expect(&t, "alias entity lang kind case class context not_left not_right not_in source");
  interned(&t, &lang_map, T.langs, &T.lang_count, 250, "en");
  interned(&t, &kind_map, T.kinds, &T.kind_count, 16, "name");
  interned(&t, &kind_map, T.kinds, &T.kind_count, 16, "ticker");
  while (gz_tsv_row(&t)) {
    ent_alias a;
    memset(&a, 0, sizeof a);
    a.line = t.line;
    uint32_t *e = ent_map_find(&ids, t.cell[1]);
    if (!e) e = ent_map_find(&names, t.cell[1]);
    if (!e) gz_tsv_fail(&t, "entity '%s' is not in entities.tsv", t.cell[1]);
    a.entity = *e;
    a.text = ent_copy(t.cell[0]);
    a.key = folded(t.cell[0]);
    if (!*a.key || strlen(a.key) > 250) gz_tsv_fail(&t, "empty or too long alias");
    if ((unsigned char)*a.key < 0x80 && !gz_ascii_word((unsigned char)*a.key)) gz_tsv_fail(&t, "alias '%s' begins with neither letter nor digit", a.text);
    a.key_n = (uint32_t)strlen(a.key);
    a.lang = interned(&t, &lang_map, T.langs, &T.lang_count, 250, t.cell[2]);
    a.kind = interned(&t, &kind_map, T.kinds, &T.kind_count, 16, *t.cell[3] ? t.cell[3] : "name");
    a.rule = *t.cell[4] ? one_of(&t, "case", t.cell[4], rules) : GZ_CASE_ANY;
    a.class = one_of(&t, "class", t.cell[5], classes);
    a.context = context_mask(&t, t.cell[6]);
    a.left = folded_list(t.cell[7]); a.right = folded_list(t.cell[8]); a.in = folded_list(t.cell[9]);
    if (!*t.cell[10]) gz_tsv_fail(&t, "no source");
    if (strcmp(t.cell[0], T.entities[a.entity].name) == 0) T.entities[a.entity].named = true;
    add_alias(a);
  }
  for (size_t i = 0; i < T.entity_count; i++) {
    ent_entity *e = &T.entities[i];
    if (e->named) continue;
    ent_alias a;
    memset(&a, 0, sizeof a);
    a.entity = (uint32_t)i; a.text = e->name; a.key = folded(e->name); a.key_n = (uint32_t)strlen(a.key); a.left = a.right = a.in = "";
    t.line = e->line;
    if ((unsigned char)*a.key < 0x80 && !gz_ascii_word((unsigned char)*a.key)) continue;       /* found through entity_of alone */
    add_alias(a);
  }
  gz_tsv_close(&t);
}

static int by_key(const void *x, const void *y)
{
  const ent_alias *a = x, *b = y;
  int c = strcmp(a->key, b->key);
  if (!c) c = (a->entity > b->entity) - (a->entity < b->entity);
  unsigned p = (unsigned)a->line - 1, q = (unsigned)b->line - 1;     /* implied ones (line 0) last */
  return c ? c : (p > q) - (p < q);
}

static int by_listing(const void *x, const void *y) { const ent_listing *a = x, *b = y; return strcmp(a->key, b->key); }

/* Two spellings that no text can tell apart. */
static bool same_spelling(const ent_alias *a, const ent_alias *b)
{
  return a->rule == GZ_CASE_ANY || b->rule == GZ_CASE_ANY || strcmp(a->text, b->text) == 0;
}

/* Contradictions are all told, not only the first: whoever mends the tables wants the list. */
static int faults;

static void judge(const char *aliases, const char *entities)
{
  gz_tsv t = {.path = aliases};
  qsort(T.aliases, T.alias_count, sizeof *T.aliases, by_key);
  size_t kept = 0;
  for (size_t i = 0; i < T.alias_count; i++) {
    ent_alias *a = &T.aliases[i];
    bool drop = false;
    for (size_t j = kept; j > 0 && strcmp(T.aliases[j - 1].key, a->key) == 0; j--) {
      const ent_alias *b = &T.aliases[j - 1];
      t.line = a->line ? a->line : b->line;
      if (a->entity == b->entity && strcmp(a->text, b->text) == 0 && a->lang == b->lang && a->line && b->line) gz_tsv_fail(&t, "alias '%s' stands in line %d already", a->text, b->line);
      /* The canonical name in another spelling of a listed alias: the line that was written decides. */
      if (a->entity == b->entity && !a->line) drop = true;
      if (a->entity != b->entity && a->class == GZ_CLASS_SURE && b->class == GZ_CLASS_SURE && same_spelling(a, b) && !drop)
        faults += fprintf(stderr, "%s:%d: alias '%s' of '%s' contradicts line %d of %s, where it is '%s': give one of them a class\n", aliases, t.line, a->text,
                          T.entities[a->entity].id, b->line ? b->line : T.entities[b->entity].line, b->line ? aliases : entities, T.entities[b->entity].id) > 0;
    }
    if (!drop) { ent_alias keep = *a; T.aliases[kept++] = keep; }
  }
  T.alias_count = kept;
  if (faults) exit(1);
  t.path = entities;
  if (T.listing_count) qsort(T.listings, T.listing_count, sizeof *T.listings, by_listing);
  for (size_t i = 1; i < T.listing_count; i++) {
    t.line = T.listings[i].line;
    if (strcmp(T.listings[i].key, T.listings[i - 1].key) == 0) gz_tsv_fail(&t, "listing '%s' stands in line %d already", T.listings[i].key, T.listings[i - 1].line);
  }
}

int main(int argc, char **argv)
{
  if (argc != 6) { fprintf(stderr, "usage: entgen entities.tsv aliases.tsv contexts.tsv markets.tsv OUT.c\n"); return 2; }
  read_markets(argv[4]);
  read_entities(argv[1]);
  read_contexts(argv[3]);
  read_aliases(argv[2]);
  judge(argv[2], argv[1]);
  ent_write(&T, argv[5]);
  return 0;
}
