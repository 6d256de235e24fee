/* TSV reading for the generators, and their libc allocator. See tsv.h. */
#include "gen/tsv.h"
#include "base/alloc.h"
#include "text/utf8.h"
#include <stdarg.h>
#include <stdlib.h>

void *gz_malloc(size_t size) { return malloc(size); }
void *gz_realloc(void *old, size_t size) { return realloc(old, size); }
void gz_free(void *old) { free(old); }

void gz_tsv_fail(const gz_tsv *t, const char *format, ...)
{
  va_list a;
  va_start(a, format);
  fprintf(stderr, "%s:%d: ", t->path, t->line);
  vfprintf(stderr, format, a);
  fprintf(stderr, "\n");
  va_end(a);
  exit(1);
}

void gz_tsv_open(gz_tsv *t, const char *path)
{
  t->path = path;
  t->line = t->cells = t->version = 0;
  t->file = fopen(path, "r");
  if (!t->file) gz_tsv_fail(t, "cannot be read");
}

static int next_line(gz_tsv *t)
{
  while (fgets(t->text, sizeof t->text, t->file)) {
    t->line++;
    size_t n = strlen(t->text);
    if (n == 0 || t->text[n - 1] != '\n') gz_tsv_fail(t, "line too long, or no newline at its end");
    t->text[--n] = 0;
    if (n && t->text[n - 1] == '\r') gz_tsv_fail(t, "line ends in CR LF");
    if (gz_utf8_valid(t->text, n) != n) gz_tsv_fail(t, "malformed UTF-8");
    if (t->text[0] == '#') { (void)sscanf(t->text, "# version: %d", &t->version); continue; }
    if (n == 0) gz_tsv_fail(t, "empty line");
    return 1;
  }
  if (ferror(t->file)) gz_tsv_fail(t, "cannot be read");
  return 0;
}

static int split(gz_tsv *t)
{
  int n = 0;
  for (char *p = t->text;;) {
    if (n == GZ_TSV_CELLS) gz_tsv_fail(t, "more than %d cells", GZ_TSV_CELLS);
    t->cell[n++] = p;
    p = strchr(p, '\t');
    if (!p) return n;
    *p++ = 0;
  }
}

void gz_tsv_header(gz_tsv *t)
{
  if (!next_line(t)) gz_tsv_fail(t, "no header line");
  t->cells = split(t);
}

int gz_tsv_row(gz_tsv *t)
{
  if (!next_line(t)) return 0;
  int n = split(t);
  if (n != t->cells) gz_tsv_fail(t, "%d cells where the header has %d", n, t->cells);
  return 1;
}

void gz_tsv_close(gz_tsv *t) { fclose(t->file); }
