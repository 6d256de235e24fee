/* Writes a lexicon as C (see lexgen.c): row type, rows, string pool, trie. Keys that say the same share their rows: the rows of a key
** are looked for among those written before, also as the end of a longer list. Generators (GZ_LEX_KEYS) see every line of the file in its
** own row instead, and no trie. */
#include "gen/lexgen.h"
#include "gen/trie_emit.h"
#include "text/trie_build.h"
#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>

static const lex_table *T;
static gz_buf pool;
static size_t pool_without_keys;

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

static void put(gz_buf *c, const char *format, ...)
{
  char z[128];
  va_list ap;
  va_start(ap, format);
  vsnprintf(z, sizeof z, format, ap);
  va_end(ap);
  gz_buf_puts(c, z);
}

static void put_cell(gz_buf *c, const lex_column *col, const char *z)
{
  if (col->type == T_STR || col->type == T_KEY) put(c, "%u,", pooled(z));
  else if (col->type == T_INT) put(c, "%s,", *z ? z : "0");
  else if (col->type == T_ENUM) put(c, "%d,", lex_value_index(col, *z ? z : "none", strlen(*z ? z : "none")));
  else if (col->type == T_SET) {
    uint32_t bits = 0;
    for (const char *p = z; *p;) { size_t n = strcspn(p, ","); bits |= 1u << lex_value_index(col, p, n); p += n; if (*p == ',') p++; }
    put(c, "%uu,", bits);
  } else {
    unsigned long long m = 0;
    int e = 0, dot = 0;
    for (const char *p = z; *p; p++) { if (*p == '.') dot = 1; else if (*p != '-') { m = m * 10 + (unsigned)(*p - '0'); e -= dot; } }
    put(c, "{%lluu,%d,%s,false},", m, e, *z == '-' ? "true" : "false");
  }
}

/* The narrowest C type that holds a column. Strings are pooled first, so that their offsets are known. */
static const char *c_type(int i)
{
  uint32_t top = 0;
  if (T->cols[i].type == T_DEC) return "gz_dec";
  if (T->cols[i].type == T_ENUM) return "uint8_t";
  if (T->cols[i].type == T_SET) return T->cols[i].value_count <= 8 ? "uint8_t" : T->cols[i].value_count <= 16 ? "uint16_t" : "uint32_t";
  if (T->cols[i].type == T_INT) {
    long lo = 0, hi = 0;
    for (size_t r = 0; r < T->row_count; r++) { long v = atol(T->rows[r].cell[i]); if (v < lo) lo = v; if (v > hi) hi = v; }
    return lo >= -128 && hi <= 127 ? "int8_t" : lo >= -32768 && hi <= 32767 ? "int16_t" : "int32_t";
  }
  for (size_t r = 0; r < T->row_count; r++) { uint32_t at = pooled(T->rows[r].cell[i]); if (at > top) top = at; }
  return top <= 255 ? "uint8_t" : top <= 65535 ? "uint16_t" : "uint32_t";
}

/* The columns that rows keep, widest first, so that there are no holes between them; the key is apart. */
static int order[GZ_TSV_CELLS], order_count;
static const char *types[GZ_TSV_CELLS];

static void order_columns(void)
{
  static const char *const widths[] = {"gz_dec", "32", "16", "8"};
  for (int i = 0; i < T->col_count; i++) types[i] = i == T->key_col || T->cols[i].type == T_NOTE ? "" : c_type(i);
  for (int w = 0; w < 4; w++)
    for (int i = 0; i < T->col_count; i++) if (strstr(types[i], widths[w])) order[order_count++] = i;
  pool_without_keys = pool.n;                            /* keys come last in the pool, so that a build without them ends before */
  if (T->key_kept || T->key_build) types[T->key_col] = c_type(T->key_col);
}

static void write_header(FILE *h, const char *name)
{
  char up[128], v[128];
  upper(up, name);
  fprintf(h, "/* Generated from ext/data/%s.tsv. */\n#ifndef LEX_%s_H\n#define LEX_%s_H\n#include \"text/lexicon.h\"\n", name, up, up);
  for (int i = 0; i < T->col_count; i++) {
    char cn[128];
    upper(cn, T->cols[i].name);
    for (int k = 0; k < T->cols[i].value_count; k++) {
      upper(v, T->cols[i].values[k]);
      if (T->cols[i].type == T_SET) fprintf(h, "#define LEX_%s_%s_%s 0x%xu\n", up, cn, v, 1u << k);
      else fprintf(h, "#define LEX_%s_%s_%s %du\n", up, cn, v, k);
    }
  }
  fprintf(h, "typedef struct lex_%s_row {\n", name);
  if (T->key_build) fprintf(h, "#ifdef GZ_LEX_KEYS\n  %s %s;\n#endif\n", types[T->key_col], T->cols[T->key_col].name);
  for (int i = 0; i < order_count; i++) fprintf(h, "  %s %s;\n", types[order[i]], T->cols[order[i]].name);
  if (T->key_kept) fprintf(h, "  %s %s;\n", types[T->key_col], T->cols[T->key_col].name);
  fprintf(h, "  uint8_t more;\n} lex_%s_row;\nextern const lex_%s_row lex_%s_rows[];\nextern const char lex_%s_pool[];\nextern const gz_lexicon lex_%s;\n", name, name, name, name, name);
  fprintf(h, "static inline const char *lex_%s_str(uint32_t offset) { return lex_%s_pool + offset; }\n#endif\n", name, name);
}

static bool has_more(size_t i) { return i + 1 < T->row_count && strcmp(T->rows[i].key, T->rows[i + 1].key) == 0; }

/* A row as C; with_key: as generators see it. */
static void put_row(gz_buf *c, size_t i, bool with_key)
{
  gz_buf_putc(c, '{');
  if (with_key) put_cell(c, &T->cols[T->key_col], T->rows[i].cell[T->key_col]);
  for (int k = 0; k < order_count; k++) put_cell(c, &T->cols[order[k]], T->rows[i].cell[order[k]]);
  if (T->key_kept) put_cell(c, &T->cols[T->key_col], T->rows[i].cell[T->key_col]);
  put(c, "%d},\n", has_more(i));
}

/* Rows from i to the last of its key, as C, and where that stands among the rows that are written. */
typedef struct list { const char *text; size_t row, rows; uint32_t at; } list;
static list *lists;
static size_t list_count;

static int longer_first(const void *a, const void *b)
{
  const list *x = a, *y = b;
  return x->rows != y->rows ? (x->rows < y->rows ? 1 : -1) : (x->row > y->row) - (x->row < y->row);
}

static const char *list_text(size_t i)
{
  gz_buf b = GZ_BUF_INIT;
  do put_row(&b, i, false); while (has_more(i++));
  const char *z = gz_buf_take(&b, NULL);
  if (!z) exit(1);
  return z;
}

/* Writes each list of rows once; its place goes to lists[].at. Returns how many rows are written. */
static uint32_t write_shared(FILE *c)
{
  static struct { const char *text; uint32_t at; } seen[1 << 17];      /* every end of every list written */
  uint32_t written = 0;
  lists = malloc((T->row_count + 1) * sizeof *lists);
  if (!lists) exit(1);
  for (size_t i = 0, from = 0; i < T->row_count; i++) {
    if (has_more(i)) continue;
    list l = {list_text(from), from, i + 1 - from, 0};
    lists[list_count++] = l;
    from = i + 1;
  }
  if (list_count) qsort(lists, list_count, sizeof *lists, longer_first);
  for (size_t i = 0; i < list_count; i++) {
    const char *z = lists[i].text;
    bool known = false;
    for (uint32_t k = 0; k < lists[i].rows && !known; k++) {
      uint32_t h = 2166136261u;
      for (const char *p = z; *p; p++) h = (h ^ (unsigned char)*p) * 16777619u;
      for (h &= (1u << 17) - 1; seen[h].text && strcmp(seen[h].text, z); h = (h + 1) & ((1u << 17) - 1)) ;
      if (seen[h].text) { if (k == 0) { lists[i].at = seen[h].at; known = true; } }
      else { seen[h].text = z; seen[h].at = written + k; }
      z = strchr(z, '\n') + 1;
    }
    if (known) continue;
    lists[i].at = written;
    written += (uint32_t)lists[i].rows;
    if (written > 100000) { fprintf(stderr, "lexgen: too many T->rows\n"); exit(1); }
    fputs(lists[i].text, c);
  }
  return written;
}

static void write_body(FILE *c, const char *name)
{
  gz_trie_key *keys = malloc((T->row_count + 1) * sizeof *keys);
  gz_trie trie;
  if (!keys) exit(1);
  (void)pooled("");
  fprintf(c, "/* Generated from ext/data/%s.tsv. */\n#include \"lex_%s.h\"\nconst lex_%s_row lex_%s_rows[] = {\n", name, name, name, name);
  if (T->key_build) {
    gz_buf b = GZ_BUF_INIT;
    for (size_t i = 0; i < T->row_count; i++) put_row(&b, i, true);
    fprintf(c, "#ifdef GZ_LEX_KEYS\n%.*s#else\n", (int)b.n, b.n ? b.p : "");
    gz_buf_free(&b);
  }
  uint32_t written = write_shared(c);
  if (T->key_build) fprintf(c, "#endif\n");
  for (size_t i = 0; i < list_count; i++) { const lex_row *r = &T->rows[lists[i].row]; keys[i].p = r->key; keys[i].n = r->key_n; keys[i].value = lists[i].at; }
  if (gz_trie_build(keys, list_count, &trie) != GZ_OK) { fprintf(stderr, "lexgen: out of memory\n"); exit(1); }
  if (!T->row_count) fprintf(c, "{0}");
  fprintf(c, "};\nconst char lex_%s_pool[] = {", name);
  for (size_t i = 0; i < pool.n; i++) {
    if (T->key_build && i == pool_without_keys) fprintf(c, "\n#ifdef GZ_LEX_KEYS\n");
    fprintf(c, "%s%d,", i % 32 ? "" : "\n", pool.p[i]);
  }
  if (T->key_build && pool.n > pool_without_keys) fprintf(c, "\n#endif\n");
  fprintf(c, "\n};\n");
  if (T->key_build) fprintf(c, "#ifdef GZ_LEX_KEYS\nconst gz_lexicon lex_%s = {{0}, %u};\n#else\n", name, (unsigned)T->row_count);
  gz_trie_emit(c, "own", &trie);
  fprintf(c, "const gz_lexicon lex_%s = {", name);
  gz_trie_emit_init(c, "own", &trie);
  fprintf(c, ", %u};\n%s", (unsigned)written, T->key_build ? "#endif\n" : "");
  free(keys);
}

void lex_write(const lex_table *t, const char *name, FILE *h, FILE *c)
{
  T = t;
  order_columns();
  write_header(h, name);
  write_body(c, name);
}
