/* ext/data/NAME.tsv -> build/gen/lex_NAME.{h,c} (see text/lexicon.h).
** Header cells are `name:type`, type one of
**   key            the key: folded into the trie; exactly one such column; not empty. Its text is not kept in the rows
**   key(kept)      ... unless asked for, where code reads the words themselves
**   key(build)     ... or only in generators, which define GZ_LEX_KEYS
**   note           for people, not kept
**   str            text (offset into the lexicon's string pool; empty = offset 0 = "")
**   int            signed 32-bit integer (empty = 0)
**   dec            exact decimal (gz_dec; empty = 0)
**   enum(a,b,...)  one of the values (empty only when the list has `none`)
**   set(a,b,...)   any of the values, comma separated, as a bit mask
** Two rows that are equal in every cell (after folding the key) are refused; so is whatever does not parse. */
#include "gen/tsv.h"
#include "gen/trie_emit.h"
#include "text/trie_build.h"
#include <stdarg.h>
#include <ctype.h>
#include <stdlib.h>
#include <errno.h>

enum type { T_KEY, T_STR, T_INT, T_DEC, T_ENUM, T_SET, T_NOTE };

typedef struct column {
  char name[64];
  enum type type;
  char *values[64];
  int value_count;
} column;

typedef struct row {
  char *key;
  uint32_t key_n;
  int line;
  char *cell[GZ_TSV_CELLS];
} row;

static column cols[GZ_TSV_CELLS];
static int col_count, key_col = -1;
static bool key_kept, key_build;
static size_t pool_without_keys;
static row *rows;
static size_t row_count, row_cap;
static gz_buf pool;

static char *copy(const char *z)
{
  char *p = malloc(strlen(z) + 1);
  if (!p) exit(1);
  return strcpy(p, z);
}

static void parse_header(gz_tsv *t)
{
  gz_tsv_header(t);
  col_count = t->cells;
  for (int i = 0; i < col_count; i++) {
    char *colon = strchr(t->cell[i], ':');
    if (!colon || colon == t->cell[i] || colon - t->cell[i] > 60) gz_tsv_fail(t, "header cell '%s' is not name:type", t->cell[i]);
    *colon = 0;
    strcpy(cols[i].name, t->cell[i]);
    char *type = colon + 1, *paren = strchr(type, '(');
    if (paren) *paren++ = 0;
    if (paren && strcmp(type, "key") == 0 && strcmp(paren, "kept)") == 0) key_kept = true;
    else if (paren && strcmp(type, "key") == 0 && strcmp(paren, "build)") == 0) key_build = true;
    else if (paren && strcmp(type, "key") == 0) gz_tsv_fail(t, "a key is `key`, `key(kept)` or `key(build)`");
    if (strcmp(type, "key") == 0) { if (key_col >= 0) gz_tsv_fail(t, "two key columns"); cols[i].type = T_KEY; key_col = i; }
    else if (strcmp(type, "note") == 0) cols[i].type = T_NOTE;
    else if (strcmp(type, "str") == 0) cols[i].type = T_STR;
    else if (strcmp(type, "int") == 0) cols[i].type = T_INT;
    else if (strcmp(type, "dec") == 0) cols[i].type = T_DEC;
    else if (paren && (strcmp(type, "enum") == 0 || strcmp(type, "set") == 0)) {
      cols[i].type = type[0] == 'e' ? T_ENUM : T_SET;
      char *end = strchr(paren, ')');
      if (!end || end[1]) gz_tsv_fail(t, "no ) at the end of '%s'", type);
      *end = 0;
      for (char *v = strtok(paren, ","); v; v = strtok(NULL, ",")) {
        if (cols[i].value_count == (cols[i].type == T_SET ? 32 : 64)) gz_tsv_fail(t, "too many values in '%s'", cols[i].name);
        cols[i].values[cols[i].value_count++] = copy(v);
      }
    } else gz_tsv_fail(t, "unknown type '%s'", type);
  }
  if (key_col < 0) gz_tsv_fail(t, "no key column");
}

static int value_index(const column *c, const char *z, size_t n)
{
  for (int k = 0; k < c->value_count; k++) if (strlen(c->values[k]) == n && memcmp(c->values[k], z, n) == 0) return k;
  return -1;
}

static void check_cell(const gz_tsv *t, const column *c, const char *z)
{
  char *end;
  if (c->type == T_INT && *z) {
    errno = 0;
    long v = strtol(z, &end, 10);
    if (*end || errno || v > INT32_MAX || v < INT32_MIN) gz_tsv_fail(t, "%s: not a 32-bit integer: '%s'", c->name, z);
  } else if (c->type == T_DEC && *z) {
    const char *p = z + (*z == '-');
    int digits = 0, dots = 0;
    for (; *p; p++) { if (*p >= '0' && *p <= '9') digits++; else if (*p == '.' && !dots) dots++; else break; }
    if (!digits || digits > 19 || *p) gz_tsv_fail(t, "%s: not a decimal of at most 19 digits: '%s'", c->name, z);
  } else if (c->type == T_ENUM) {
    if (value_index(c, *z ? z : "none", strlen(*z ? z : "none")) < 0) gz_tsv_fail(t, "%s: '%s' is not one of its values", c->name, z);
  } else if (c->type == T_SET) {
    for (const char *p = z; *p;) {
      size_t n = strcspn(p, ",");
      if (value_index(c, p, n) < 0) gz_tsv_fail(t, "%s: '%.*s' is not one of its values", c->name, (int)n, p);
      p += n;
      if (*p == ',') p++;
    }
  }
}

static void read_rows(gz_tsv *t)
{
  while (gz_tsv_row(t)) {
    if (row_count == row_cap) {
      row_cap = row_cap ? row_cap * 2 : 256;
      rows = realloc(rows, row_cap * sizeof *rows);
      if (!rows) exit(1);
    }
    row *r = &rows[row_count++];
    r->line = t->line;
    gz_buf key = GZ_BUF_INIT;
    gz_trie_fold_key(gz_view_cstr(t->cell[key_col]), &key);
    size_t n = 0;
    r->key = gz_buf_take(&key, &n);
    r->key_n = (uint32_t)n;
    if (!r->key) exit(1);
    if (n == 0 || n > 65535) gz_tsv_fail(t, "empty or too long key");
    for (int i = 0; i < col_count; i++) { check_cell(t, &cols[i], t->cell[i]); r->cell[i] = copy(t->cell[i]); }
  }
}

static int by_key(const void *a, const void *b)
{
  const row *x = a, *y = b;
  int c = strcmp(x->key, y->key);
  return c ? c : x->line - y->line;
}

static void refuse_twins(gz_tsv *t)
{
  for (size_t i = 0; i < row_count; i++)
    for (size_t j = i + 1; j < row_count && strcmp(rows[i].key, rows[j].key) == 0; j++) {
      int same = 1;
      for (int k = 0; k < col_count && same; k++) if (k != key_col && strcmp(rows[i].cell[k], rows[j].cell[k])) same = 0;
      t->line = rows[j].line;
      if (same) gz_tsv_fail(t, "says the same as line %d", rows[i].line);
    }
}

/* Offset of a string in the pool; equal strings share one. An open-addressing table over the offsets finds them. */
static uint32_t pooled(const char *z)
{
  static uint32_t table[1 << 18];
  if (!pool.n) gz_buf_putc(&pool, 0);
  if (!*z) return 0;
  uint32_t h = 2166136261u;
  for (const char *p = z; *p; p++) h = (h ^ (unsigned char)*p) * 16777619u;
  for (h &= (1u << 18) - 1; table[h]; h = (h + 1) & ((1u << 18) - 1)) if (strcmp(pool.p + table[h], z) == 0) return table[h];
  table[h] = (uint32_t)pool.n;
  gz_buf_put(&pool, z, strlen(z) + 1);
  return table[h];
}

static void upper(char *out, const char *z)
{
  for (; *z; z++) *out++ = (char)(isalnum((unsigned char)*z) ? toupper((unsigned char)*z) : '_');
  *out = 0;
}

static void put_cell(FILE *c, const column *col, const char *z)
{
  if (col->type == T_NOTE) return;
  if (col->type == T_STR || col->type == T_KEY) fprintf(c, "%u,", pooled(z));
  else if (col->type == T_INT) fprintf(c, "%s,", *z ? z : "0");
  else if (col->type == T_ENUM) fprintf(c, "%d,", value_index(col, *z ? z : "none", strlen(*z ? z : "none")));
  else if (col->type == T_SET) {
    uint32_t bits = 0;
    for (const char *p = z; *p;) { size_t n = strcspn(p, ","); bits |= 1u << value_index(col, p, n); p += n; if (*p == ',') p++; }
    fprintf(c, "%uu,", bits);
  } else {
    unsigned long long m = 0;
    int e = 0, dot = 0;
    for (const char *p = z; *p; p++) { if (*p == '.') dot = 1; else if (*p != '-') { m = m * 10 + (unsigned)(*p - '0'); e -= dot; } }
    fprintf(c, "{%lluu,%d,%s,false},", m, e, *z == '-' ? "true" : "false");
  }
}

/* The narrowest C type that holds a column. Strings are pooled first, so that their offsets are known. */
static const char *c_type(int i)
{
  uint32_t top = 0;
  if (cols[i].type == T_DEC) return "gz_dec";
  if (cols[i].type == T_ENUM) return "uint8_t";
  if (cols[i].type == T_SET) return cols[i].value_count <= 8 ? "uint8_t" : cols[i].value_count <= 16 ? "uint16_t" : "uint32_t";
  if (cols[i].type == T_INT) {
    long lo = 0, hi = 0;
    for (size_t r = 0; r < row_count; r++) { long v = atol(rows[r].cell[i]); if (v < lo) lo = v; if (v > hi) hi = v; }
    return lo >= -128 && hi <= 127 ? "int8_t" : lo >= -32768 && hi <= 32767 ? "int16_t" : "int32_t";
  }
  for (size_t r = 0; r < row_count; r++) { uint32_t at = pooled(rows[r].cell[i]); if (at > top) top = at; }
  return top <= 255 ? "uint8_t" : top <= 65535 ? "uint16_t" : "uint32_t";
}

static void write_header(FILE *h, const char *name)
{
  char up[128], v[128];
  upper(up, name);
  fprintf(h, "/* Generated from ext/data/%s.tsv. */\n#ifndef LEX_%s_H\n#define LEX_%s_H\n#include \"text/lexicon.h\"\n", name, up, up);
  for (int i = 0; i < col_count; i++) {
    char cn[128];
    upper(cn, cols[i].name);
    for (int k = 0; k < cols[i].value_count; k++) {
      upper(v, cols[i].values[k]);
      if (cols[i].type == T_SET) fprintf(h, "#define LEX_%s_%s_%s 0x%xu\n", up, cn, v, 1u << k);
      else fprintf(h, "#define LEX_%s_%s_%s %du\n", up, cn, v, k);
    }
  }
  fprintf(h, "typedef struct lex_%s_row {\n", name);
  for (int i = 0; i < col_count; i++) {
    if (i != key_col && cols[i].type != T_NOTE) fprintf(h, "  %s %s;\n", c_type(i), cols[i].name);

  }
  pool_without_keys = pool.n;                            /* keys come last in the pool, so that a build without them ends before */
  if (key_kept) fprintf(h, "  %s %s;\n", c_type(key_col), cols[key_col].name);
  if (key_build) fprintf(h, "#ifdef GZ_LEX_KEYS\n  %s %s;\n#endif\n", c_type(key_col), cols[key_col].name);
  fprintf(h, "  uint8_t more;\n} lex_%s_row;\nextern const lex_%s_row lex_%s_rows[];\nextern const char lex_%s_pool[];\nextern const gz_lexicon lex_%s;\n", name, name, name, name, name);
  fprintf(h, "static inline const char *lex_%s_str(uint32_t offset) { return lex_%s_pool + offset; }\n#endif\n", name, name);
}

static void write_body(FILE *c, const char *name)
{
  gz_trie_key *keys = malloc((row_count + 1) * sizeof *keys);
  size_t n = 0;
  gz_trie trie;
  if (!keys) exit(1);
  for (size_t i = 0; i < row_count; i++)
    if (i == 0 || strcmp(rows[i].key, rows[i - 1].key)) { keys[n].p = rows[i].key; keys[n].n = rows[i].key_n; keys[n++].value = (uint32_t)i; }
  if (gz_trie_build(keys, n, &trie) != GZ_OK) { fprintf(stderr, "lexgen: out of memory\n"); exit(1); }
  (void)pooled("");
  fprintf(c, "/* Generated from ext/data/%s.tsv. */\n#include \"lex_%s.h\"\n#ifdef GZ_LEX_KEYS\n#define KEY(...) __VA_ARGS__\n#else\n#define KEY(...)\n#endif\nconst lex_%s_row lex_%s_rows[] = {\n", name, name, name, name);
  for (size_t i = 0; i < row_count; i++) {
    fprintf(c, "{");
    for (int k = 0; k < col_count; k++) if (k != key_col) put_cell(c, &cols[k], rows[i].cell[k]);
    if (key_kept) put_cell(c, &cols[key_col], rows[i].cell[key_col]);
    if (key_build) { fprintf(c, "KEY("); put_cell(c, &cols[key_col], rows[i].cell[key_col]); fprintf(c, ")"); }
    fprintf(c, "%d},\n", i + 1 < row_count && strcmp(rows[i].key, rows[i + 1].key) == 0);
  }
  if (!row_count) fprintf(c, "{0}");
  fprintf(c, "};\nconst char lex_%s_pool[] = {", name);
  for (size_t i = 0; i < pool.n; i++) {
    if (key_build && i == pool_without_keys) fprintf(c, "\n#ifdef GZ_LEX_KEYS\n");
    fprintf(c, "%s%d,", i % 32 ? "" : "\n", pool.p[i]);
  }
  if (key_build && pool.n > pool_without_keys) fprintf(c, "\n#endif\n");
  fprintf(c, "\n};\n");
  gz_trie_emit(c, "own", &trie);
  fprintf(c, "const gz_lexicon lex_%s = {", name);
  gz_trie_emit_init(c, "own", &trie);
  fprintf(c, ", %u};\n", (unsigned)row_count);
  free(keys);
}

int main(int argc, char **argv)
{
  static gz_tsv t;
  if (argc != 5) { fprintf(stderr, "usage: lexgen NAME IN.tsv OUT.h OUT.c\n"); return 2; }
  gz_tsv_open(&t, argv[2]);
  parse_header(&t);
  read_rows(&t);
  if (row_count) qsort(rows, row_count, sizeof *rows, by_key);
  refuse_twins(&t);
  FILE *h = fopen(argv[3], "w"), *c = fopen(argv[4], "w");
  if (!h || !c) { fprintf(stderr, "lexgen: cannot write %s\n", argv[3]); return 1; }
  write_header(h, argv[1]);
  write_body(c, argv[1]);
  return fclose(h) || fclose(c);
}
