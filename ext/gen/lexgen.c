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
** Two rows that are equal in every cell (after folding the key) are refused; so is whatever does not parse. lexgen_out.c writes. */
#include "gen/lexgen.h"
#include "text/trie_build.h"
#include <stdlib.h>
#include <errno.h>

static lex_table T = {.key_col = -1};

static char *copy(const char *z)
{
  char *p = malloc(strlen(z) + 1);
  if (!p) exit(1);
  return strcpy(p, z);
}

static void parse_header(gz_tsv *t)
{
  gz_tsv_header(t);
  T.col_count = t->cells;
  for (int i = 0; i < T.col_count; i++) {
    char *colon = strchr(t->cell[i], ':');
    if (!colon || colon == t->cell[i] || colon - t->cell[i] > 60) gz_tsv_fail(t, "header cell '%s' is not name:type", t->cell[i]);
    *colon = 0;
    strcpy(T.cols[i].name, t->cell[i]);
    char *type = colon + 1, *paren = strchr(type, '(');
    if (paren) *paren++ = 0;
    if (paren && strcmp(type, "key") == 0 && strcmp(paren, "kept)") == 0) T.key_kept = true;
    else if (paren && strcmp(type, "key") == 0 && strcmp(paren, "build)") == 0) T.key_build = true;
    else if (paren && strcmp(type, "key") == 0) gz_tsv_fail(t, "a key is `key`, `key(kept)` or `key(build)`");
    if (strcmp(type, "key") == 0) { if (T.key_col >= 0) gz_tsv_fail(t, "two key columns"); T.cols[i].type = T_KEY; T.key_col = i; }
    else if (strcmp(type, "note") == 0) T.cols[i].type = T_NOTE;
    else if (strcmp(type, "str") == 0) T.cols[i].type = T_STR;
    else if (strcmp(type, "int") == 0) T.cols[i].type = T_INT;
    else if (strcmp(type, "dec") == 0) T.cols[i].type = T_DEC;
    else if (paren && (strcmp(type, "enum") == 0 || strcmp(type, "set") == 0)) {
      T.cols[i].type = type[0] == 'e' ? T_ENUM : T_SET;
      char *end = strchr(paren, ')');
      if (!end || end[1]) gz_tsv_fail(t, "no ) at the end of '%s'", type);
      *end = 0;
      for (char *v = strtok(paren, ","); v; v = strtok(NULL, ",")) {
        if (T.cols[i].value_count == (T.cols[i].type == T_SET ? 32 : 128)) gz_tsv_fail(t, "too many values in '%s'", T.cols[i].name);
        T.cols[i].values[T.cols[i].value_count++] = copy(v);
      }
    } else gz_tsv_fail(t, "unknown type '%s'", type);
  }
  if (T.key_col < 0) gz_tsv_fail(t, "no key column");
}

int lex_value_index(const lex_column *c, const char *z, size_t n)
{
  for (int k = 0; k < c->value_count; k++) if (strlen(c->values[k]) == n && memcmp(c->values[k], z, n) == 0) return k;
  return -1;
}

static void check_cell(const gz_tsv *t, const lex_column *c, const char *z)
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
    if (lex_value_index(c, *z ? z : "none", strlen(*z ? z : "none")) < 0) gz_tsv_fail(t, "%s: '%s' is not one of its values", c->name, z);
  } else if (c->type == T_SET) {
    for (const char *p = z; *p;) {
      size_t n = strcspn(p, ",");
      if (lex_value_index(c, p, n) < 0) gz_tsv_fail(t, "%s: '%.*s' is not one of its values", c->name, (int)n, p);
      p += n;
      if (*p == ',') p++;
    }
  }
}

static void read_rows(gz_tsv *t)
{
  while (gz_tsv_row(t)) {
    if (T.row_count == T.row_cap) {
      T.row_cap = T.row_cap ? T.row_cap * 2 : 256;
      T.rows = realloc(T.rows, T.row_cap * sizeof *T.rows);
      if (!T.rows) exit(1);
    }
    lex_row *r = &T.rows[T.row_count++];
    r->line = t->line;
    gz_buf key = GZ_BUF_INIT;
    gz_trie_fold_key(gz_view_cstr(t->cell[T.key_col]), &key);
    size_t n = 0;
    r->key = gz_buf_take(&key, &n);
    r->key_n = (uint32_t)n;
    if (!r->key) exit(1);
    if (n == 0 || n > 65535) gz_tsv_fail(t, "empty or too long key");
    for (int i = 0; i < T.col_count; i++) { check_cell(t, &T.cols[i], t->cell[i]); r->cell[i] = copy(t->cell[i]); }
  }
}

static int by_key(const void *a, const void *b)
{
  const lex_row *x = a, *y = b;
  int c = strcmp(x->key, y->key);
  return c ? c : x->line - y->line;
}

static void refuse_twins(gz_tsv *t)
{
  for (size_t i = 0; i < T.row_count; i++)
    for (size_t j = i + 1; j < T.row_count && strcmp(T.rows[i].key, T.rows[j].key) == 0; j++) {
      int same = 1;
      for (int k = 0; k < T.col_count && same; k++) if (k != T.key_col && strcmp(T.rows[i].cell[k], T.rows[j].cell[k])) same = 0;
      t->line = T.rows[j].line;
      if (same) gz_tsv_fail(t, "says the same as line %d", T.rows[i].line);
    }
}

int main(int argc, char **argv)
{
  static gz_tsv t;
  if (argc != 5) { fprintf(stderr, "usage: lexgen NAME IN.tsv OUT.h OUT.c\n"); return 2; }
  gz_tsv_open(&t, argv[2]);
  parse_header(&t);
  read_rows(&t);
  if (T.row_count) qsort(T.rows, T.row_count, sizeof *T.rows, by_key);
  refuse_twins(&t);
  FILE *h = fopen(argv[3], "w"), *c = fopen(argv[4], "w");
  if (!h || !c) { fprintf(stderr, "lexgen: cannot write %s\n", argv[3]); return 1; }
  lex_write(&T, argv[1], h, c);
  return fclose(h) || fclose(c);
}
