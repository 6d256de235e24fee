/* Writes the entity tables as C: numbers as initialisers, text as string literals (compilers read those fast). */
#include "gen/trie_emit.h"
#include "gen/entgen.h"
#include "find/name_norm.h"
#include <stdlib.h>

static ent_map pool_map;
static gz_buf pool;
static const ent_tables *T;
static FILE *out;

static uint32_t pooled(const char *z)
{
  bool fresh;
  if (!*z) return 0;
  uint32_t *at = ent_map_at(&pool_map, z, &fresh);
  if (fresh) { *at = (uint32_t)pool.n; gz_buf_put(&pool, z, strlen(z) + 1); }
  return *at;
}

static void write_bytes(const char *type, const char *name, const unsigned char *p, size_t n)
{
  fprintf(out, "%s %s[%zu] =\n\"", type, name, n + 1);
  for (size_t i = 0; i < n; i++) {
    if (i && i % 64 == 0) fputs("\"\n\"", out);
    if (p[i] >= ' ' && p[i] < 127 && p[i] != '"' && p[i] != '\\' && p[i] != '?') fputc(p[i], out);
    else fprintf(out, "\\%03o", p[i]);
  }
  fputs("\";\n", out);
}

static void write_u64(const char *type, const char *name, const uint64_t *p, size_t n)
{
  fprintf(out, "%s %s[] = {", type, name);
  for (size_t i = 0; i < n; i++) fprintf(out, "%s%lluu,", i % 8 ? "" : "\n", (unsigned long long)p[i]);
  fputs("0};\n", out);
}

static void write_trie(const char *name, gz_trie_key *keys, size_t n)
{
  gz_trie t;
  if (gz_trie_build(keys, n, &t) != GZ_OK) { fprintf(stderr, "entgen: %s: out of memory, or a value above %u\n", name, GZ_TRIE_FIELD_MAX); exit(1); }
  gz_trie_emit(out, name, &t);
  fprintf(out, "const gz_trie %s = ", name);
  gz_trie_emit_init(out, name, &t);
  fputs(";\n", out);
}

static gz_trie_key *key_room(size_t n)
{
  gz_trie_key *keys = malloc((n + 1) * sizeof *keys);
  if (!keys) exit(1);
  return keys;
}

static void write_filter(void)
{
  static uint64_t bits[3 * GZ_FILTER_WORDS(GZ_FILTER_BITS)];
  gz_filter_bits f = gz_filter_over(bits, GZ_FILTER_BITS);
  for (size_t i = 0; i < T->alias_count; i++) {
    const ent_alias *a = &T->aliases[i];
    gz_filter_add(&f, a->key, a->key_n, a->rule == GZ_CASE_ANY || (*a->text >= 'a' && *a->text <= 'z'));
  }
  write_u64("static const uint64_t", "filter_words", f.words, GZ_FILTER_WORDS(GZ_FILTER_BITS));
  write_u64("static const uint64_t", "filter_two", f.two, GZ_FILTER_WORDS(GZ_FILTER_BITS));
  write_u64("static const uint64_t", "filter_wide", f.wide, GZ_FILTER_WORDS(GZ_FILTER_BITS));
  fprintf(out, "const gz_filter gz_ent_filter = {filter_words, filter_two, filter_wide, %u, %u, %u};\n", GZ_FILTER_BITS, f.single_from, f.single_to);
}

/* The place of an alias row once rows are grouped by entity: a counting sort, stable in the order of the file. */
static uint32_t *row_of;

static int by_entity(const void *x, const void *y)
{
  const ent_alias *a = &T->aliases[*(const uint32_t *)x], *b = &T->aliases[*(const uint32_t *)y];
  if (a->entity != b->entity) return a->entity < b->entity ? -1 : 1;
  return (a->line > b->line) - (a->line < b->line);
}

static uint32_t mask_index(uint64_t *masks, uint32_t *count, uint64_t mask)
{
  for (uint32_t i = 0; i < *count; i++) if (masks[i] == mask) return i;
  if (*count == 65535) exit(1);
  masks[*count] = mask;
  return (*count)++;
}

static uint32_t first_char(const char *z) { size_t i = 0; return gz_utf8_next(z, strlen(z), &i); }
static uint32_t last_char(const char *z, size_t n) { size_t i = n; return gz_utf8_prev(z, n, &i); }

/* Where in a text a guard of this list could begin (see gz_guard_row). side: 'l' not-left, 'r' not-right, 'i' not-in. */
static void near(const char *list, char side, const ent_alias *a, uint64_t *before, uint64_t *behind)
{
  while (*list) {
    size_t n = strcspn(list, "|");
    if (n == 0) *before = *behind = UINT64_MAX;
    else if (side == 'r') *behind |= gz_near_bit(first_char(list));
    else if (side == 'l') *before |= gz_near_bit(last_char(list, n));
    for (size_t k = 0; side == 'i' && k + a->key_n <= n; k++) {
      if (memcmp(list + k, a->key, a->key_n)) continue;
      if (k + a->key_n < n) *behind |= gz_near_bit(first_char(list + k + a->key_n));
      else if (k) *before |= gz_near_bit(last_char(list, k));
      else *before = *behind = UINT64_MAX;
    }
    list += n + (list[n] == '|');
  }
}

static void write_rows(void)
{
  static uint64_t masks[65536];
  static ent_map guard_map, facts_map;
  uint32_t mask_count = 0, guard_count = 0, facts_count = 0, *order = malloc((T->alias_count + 1) * sizeof *order);
  mask_index(masks, &mask_count, 0);
  row_of = malloc((T->alias_count + 1) * sizeof *row_of);
  if (!order || !row_of) exit(1);
  for (size_t i = 0; i < T->alias_count; i++) order[i] = (uint32_t)i;
  qsort(order, T->alias_count, sizeof *order, by_entity);
  gz_buf guards = GZ_BUF_INIT, facts = GZ_BUF_INIT;
  gz_buf_puts(&guards, "{0,0,0,0,0},");
  fputs("const gz_alias_row gz_ent_aliases[] = {\n", out);
  for (size_t i = 0; i < T->alias_count; i++) {
    const ent_alias *a = &T->aliases[order[i]];
    row_of[order[i]] = (uint32_t)i;
    uint32_t guard = 0;
    if (*a->left || *a->right || *a->in) {
      char z[160];
      bool fresh;
      uint64_t before = 0, behind = 0;
      near(a->left, 'l', a, &before, &behind);
      near(a->right, 'r', a, &before, &behind);
      near(a->in, 'i', a, &before, &behind);
      snprintf(z, sizeof z, "{%lluu,%lluu,%u,%u,%u},", (unsigned long long)before, (unsigned long long)behind, pooled(a->left), pooled(a->right), pooled(a->in));
      uint32_t *at = ent_map_at(&guard_map, z, &fresh);
      if (fresh) { *at = ++guard_count; gz_buf_puts(&guards, z); }
      guard = *at;
    }
    if (guard > 65535) exit(1);
    char z[64];
    bool fresh;
    snprintf(z, sizeof z, "{%u,%u,%u,%u},", guard, mask_index(masks, &mask_count, a->context), a->lang, a->rule | a->class << 2 | a->kind << 4);
    uint32_t *at = ent_map_at(&facts_map, z, &fresh);
    if (fresh) { *at = facts_count++; gz_buf_puts(&facts, z); }
    if (*at > 65535) exit(1);
    fprintf(out, "{%u,%u,%u},%s", pooled(a->text), a->entity, *at, i % 8 ? "" : "\n");
  }
  fprintf(out, "{0,0,0}};\nconst uint32_t gz_ent_alias_count = %zu;\nconst gz_guard_row gz_ent_guards[] = {%.*s};\n", T->alias_count, (int)guards.n, guards.p);
  fprintf(out, "const gz_alias_facts gz_ent_facts[] = {%.*s};\n", (int)facts.n, facts.p);
  write_u64("const uint64_t", "gz_ent_contexts", masks, mask_count);
  fputs("const gz_ent_row gz_ent_rows[] = {\n", out);
  size_t next = 0;
  for (size_t i = 0; i < T->entity_count; i++) {
    const ent_entity *e = &T->entities[i];
    fprintf(out, "{%u,%u,%zu,%u,%u,%d},%s", pooled(e->name), pooled(e->ticker), next, e->parent, e->type, *e->qid != 0, i % 6 ? "" : "\n");
    while (next < T->alias_count && T->aliases[order[next]].entity == i) next++;
  }
  fprintf(out, "{0,0,%zu,%u,0,0}};\nconst uint32_t gz_ent_count = %zu;\nconst gz_ent_item gz_ent_items[] = {\n", next, GZ_ENT_NONE, T->entity_count);
  size_t items = 0;
  for (size_t i = 0; i < T->entity_count; i++)
    if (*T->entities[i].qid) fprintf(out, "{%u,%zu},%s", pooled(T->entities[i].qid), i, ++items % 8 ? "" : "\n");
  fprintf(out, "{0,%u}};\nconst uint16_t gz_ent_item_from[] = {", GZ_ENT_NONE);
  for (size_t i = 0, before = 0; i < T->entity_count + GZ_ENT_BLOCK; before += i < T->entity_count && *T->entities[i].qid, i++)
    if (i % GZ_ENT_BLOCK == 0) fprintf(out, "%zu,", before);
  fputs("};\n", out);
  free(order);
}

static void write_aliases_trie(void)
{
  gz_trie_key *keys = key_room(T->alias_count);
  size_t n = 0;
  uint32_t many = 0;
  fputs("const uint32_t gz_ent_many[] = {", out);
  for (size_t i = 0; i < T->alias_count;) {
    size_t j = i + 1;
    while (j < T->alias_count && strcmp(T->aliases[j].key, T->aliases[i].key) == 0) j++;
    keys[n].p = T->aliases[i].key;
    keys[n].n = T->aliases[i].key_n;
    keys[n++].value = j - i == 1 ? row_of[i] : GZ_ALIAS_MANY | many;
    for (size_t k = i; j - i > 1 && k < j; k++, many++) fprintf(out, "%uu,%s", row_of[k] | (k + 1 == j ? GZ_ALIAS_LAST : 0), many % 16 ? "" : "\n");
    i = j;
  }
  fputs("0};\n", out);
  write_trie("gz_ent_trie", keys, n);
  free(keys);
}

typedef struct norm_row { uint32_t hash, alias; } norm_row;
static int by_hash(const void *x, const void *y)
{
  const norm_row *a = x, *b = y;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  return (a->alias > b->alias) - (a->alias < b->alias);
}

static void write_norms(void)
{
  norm_row *rows = malloc((T->alias_count + 1) * sizeof *rows);
  size_t n = 0;
  char key[GZ_NAME_MAX];
  if (!rows) exit(1);
  for (size_t i = 0; i < T->alias_count; i++) {
    size_t len = gz_name_key(gz_view_cstr(T->aliases[i].text), key);
    /* a key that is the alias itself is found by the trie */
    if (len == T->aliases[i].key_n && memcmp(key, T->aliases[i].key, len) == 0) continue;
    if (len) { rows[n].hash = gz_name_hash(key, len); rows[n++].alias = row_of[i]; }
  }
  qsort(rows, n, sizeof *rows, by_hash);
  if (T->alias_count > UINT16_MAX) { fprintf(stderr, "entgen: more aliases than gz_ent_norm_alias can count\n"); exit(1); }
  fputs("const uint32_t gz_ent_norm_hash[] = {", out);
  for (size_t i = 0; i < n; i++) fprintf(out, "%uu,%s", rows[i].hash, i % 12 ? "" : "\n");
  fputs("0};\nconst uint16_t gz_ent_norm_alias[] = {", out);
  for (size_t i = 0; i < n; i++) fprintf(out, "%u,%s", rows[i].alias, i % 24 ? "" : "\n");
  fprintf(out, "0};\nconst uint32_t gz_ent_norm_count = %zu;\n", n);
  free(rows);
}

static void write_small_tries(void)
{
  gz_trie_key *keys = key_room(T->listing_count + T->word_count);
  for (size_t i = 0; i < T->listing_count; i++) { keys[i].p = T->listings[i].key; keys[i].n = (uint32_t)strlen(keys[i].p); keys[i].value = T->listings[i].entity; }
  write_trie("gz_ent_listing_trie", keys, T->listing_count);
  static uint64_t masks[65536];
  uint32_t count = 0;
  for (size_t i = 0; i < T->word_count; i++) {
    keys[i].p = T->words[i].key;
    keys[i].n = (uint32_t)strlen(keys[i].p);
    keys[i].value = mask_index(masks, &count, T->words[i].mask);
  }
  write_trie("gz_ent_context_trie", keys, T->word_count);
  static uint64_t bits[3 * GZ_FILTER_WORDS(GZ_CONTEXT_BITS)];
  gz_filter_bits f = gz_filter_over(bits, GZ_CONTEXT_BITS);
  for (size_t i = 0; i < T->word_count; i++) gz_filter_add(&f, T->words[i].key, strlen(T->words[i].key), true);
  write_u64("static const uint64_t", "context_words", f.words, GZ_FILTER_WORDS(GZ_CONTEXT_BITS));
  write_u64("static const uint64_t", "context_two", f.two, GZ_FILTER_WORDS(GZ_CONTEXT_BITS));
  write_u64("static const uint64_t", "context_wide", f.wide, GZ_FILTER_WORDS(GZ_CONTEXT_BITS));
  fprintf(out, "const gz_filter gz_ent_context_filter = {context_words, context_two, context_wide, %u, %u, %u};\n", GZ_CONTEXT_BITS, f.single_from, f.single_to);
  write_u64("const uint64_t", "gz_ent_word_masks", masks, count);
  free(keys);
}

void ent_write(const ent_tables *t, const char *path)
{
  T = t;
  out = fopen(path, "w");
  if (!out) { fprintf(stderr, "entgen: cannot write %s\n", path); exit(1); }
  gz_buf_putc(&pool, 0);
  fputs("/* Generated from ext/data/entities.tsv, aliases.tsv, contexts.tsv. */\n#include \"find/entity_data.h\"\n", out);
  write_rows();
  write_aliases_trie();
  write_norms();
  write_small_tries();
  write_filter();
  fprintf(out, "const uint32_t gz_ent_langs[] = {");
  for (unsigned i = 0; i < t->lang_count; i++) fprintf(out, "%u,", pooled(t->langs[i]));
  fprintf(out, "0};\nconst uint32_t gz_ent_lang_count = %u;\nstatic const uint32_t class_names[] = {", t->lang_count);
  for (unsigned i = 0; i < t->class_count; i++) fprintf(out, "%u,", pooled(t->classes[i]));
  fprintf(out, "0};\nconst char *gz_ent_class_name(unsigned bit) { return bit < %u ? gz_ent_pool + class_names[bit] : \"\"; }\n", t->class_count);
  write_bytes("const char", "gz_ent_pool", (const unsigned char *)pool.p, pool.n);
  if (fclose(out)) exit(1);
}
