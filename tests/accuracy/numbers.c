/* What numbers.py asks: one line in, `KIND<tab>LANG<tab>TEXT` (backslash, tab and newline escaped; LANG may be empty), for each mention
** a line out, `START<tab>END<tab>LOW<tab>HIGH<tab>UNIT` (bytes; - for an open bound), and a line with a full stop. KIND is number
** (what parse_number looks through) or anything else (quantities). */
#include "find/quantity.h"
#include "unit/libc_alloc.inc"
#include <stdio.h>

static size_t unescape(char *z)
{
  char *out = z;
  for (char *p = z; *p && *p != '\n'; p++) {
    if (*p != '\\' || !p[1]) { *out++ = *p; continue; }
    p++;
    *out++ = *p == 'n' ? '\n' : *p == 't' ? '\t' : *p;
  }
  *out = 0;
  return (size_t)(out - z);
}

static void put(gz_span s, bool has_low, gz_dec low, bool has_high, gz_dec high, const char *unit)
{
  char a[64] = "-", b[64] = "-";
  if (has_low) gz_dec_print(low, a, sizeof a);
  if (has_high) gz_dec_print(high, b, sizeof b);
  printf("%u\t%u\t%s\t%s\t%s\n", (unsigned)s.start, (unsigned)s.end, a, b, unit);
}

int main(void)
{
  static char line[1 << 20];
  while (fgets(line, sizeof line, stdin)) {
    char *kind = line, *lang = strchr(line, '\t'), *text = lang ? strchr(lang + 1, '\t') : NULL;
    if (!text) return 2;
    *lang++ = 0;
    *text++ = 0;
    gz_view v = gz_view_of(text, unescape(text));
    if (strcmp(kind, "number") == 0) {
      gz_number_iter it;
      gz_number n;
      gz_number_begin(&it, v, *lang ? lang : NULL);
      while (gz_number_next(&it, &n)) if (gz_number_plain(v, &n, it.num.lang_id)) put(n.span, !n.open_low, n.low, !n.open_high, n.high, "");
    } else {
      gz_quantity_iter it;
      gz_quantity q;
      gz_quantity_begin_lang(&it, v, *lang ? lang : NULL);
      while (gz_quantity_next(&it, &q)) put(q.span, q.has_low, q.low, q.has_high, q.high, q.unit);
    }
    puts(".");
  }
  return 0;
}
