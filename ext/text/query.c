/* search_query: one pass over the input makes items (a phrase or a run without white space, with its sign), each item becomes a
** quoted FTS5 string; the tokenizer splits inside. Because everything is quoted, no character of the input can be syntax. */
#include "text/query.h"
#include "base/watch.h"
#include "text/segment.h"
#include "text/uni.h"
#include "text/utf8.h"

typedef struct item {
  gz_view term;
  bool without, quoted, prefix;
} item;

typedef struct last_token { bool any, lone; } last_token;

static int note_token(void *arg, const gz_token *t)
{
  last_token *l = arg;
  size_t pos = 0;
  uint32_t cp = gz_utf8_next(t->p, t->n, &pos);
  l->any = true;
  l->lone = pos == t->n && (gz_is_unspaced(cp) || gz_is_hangul(cp));
  return 0;
}

static uint32_t closing(uint32_t open)
{
  switch (open) {
    case '"': return '"';
    case 0x201C: case 0x201D: case 0x201E: return 0x201D;
    case 0x300C: return 0x300D;
    case 0x300E: return 0x300F;
    case 0xAB: return 0xBB;
    case 0xFF02: return 0xFF02;
    default: return 0;
  }
}

static bool is_space(uint32_t cp) { return gz_is_space(cp) || cp == '(' || cp == ')'; }

/* The next item, or false at the end. */
static bool next_item(gz_view in, size_t *pos, item *it)
{
  memset(it, 0, sizeof *it);
  size_t i = *pos, ask = i + GZ_WATCH_STRIDE;
  while (i < in.n && !gz_watch_at(i, &ask)) {
    size_t k = i;
    if (!is_space(gz_utf8_next(in.p, in.n, &k))) break;
    i = k;
  }
  if (i >= in.n) return false;
  size_t k = i;
  uint32_t c = gz_utf8_next(in.p, in.n, &k);
  if ((c == '-' || c == 0x2212 || c == 0xFF0D) && k < in.n) {
    size_t peek = k;
    uint32_t d = gz_utf8_next(in.p, in.n, &peek);
    if (!is_space(d)) { it->without = true; i = k; c = d; k = peek; }
  }
  uint32_t close = closing(c);
  if (close) {
    size_t start = k, end = in.n, due = k + GZ_WATCH_STRIDE;
    while (k < in.n && !gz_watch_at(k, &due)) {
      size_t at = k;
      if (gz_utf8_next(in.p, in.n, &k) == close) { end = at; break; }
      if (k >= in.n) end = in.n;
    }
    it->term = gz_view_of(in.p + start, end - start);
    it->quoted = true;
    *pos = k;
    if (k < in.n && in.p[k] == '*') { it->prefix = true; *pos = k + 1; }
    return true;
  }
  size_t start = i, due = i + GZ_WATCH_STRIDE;
  for (k = i; k < in.n && !gz_watch_at(k, &due);) {
    size_t at = k;
    c = gz_utf8_next(in.p, in.n, &k);
    if (is_space(c) || (at > start && closing(c))) { k = at; break; }
  }
  *pos = k;
  while (k > start && in.p[k - 1] == '*') { it->prefix = true; k--; }
  it->term = gz_view_of(in.p + start, k - start);
  return true;
}

static void put_term(gz_buf *out, gz_view term, bool prefix)
{
  last_token l = {false, false};
  gz_segment(term, true, note_token, &l);
  gz_buf_putc(out, '"');
  size_t due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i < term.n && !gz_watch_at(i, &due); i++) {
    if (term.p[i] == '"') gz_buf_putc(out, '"');
    gz_buf_putc(out, term.p[i] == '\n' || term.p[i] == '\r' || term.p[i] == '\t' ? ' ' : term.p[i]);
  }
  gz_buf_putc(out, '"');
  if (prefix || l.lone) gz_buf_puts(out, " *");
}

typedef struct name_sink { gz_buf *out; gz_view term; unsigned count; } name_sink;

static void put_name(void *arg, gz_view name)
{
  name_sink *s = arg;
  if (!gz_segment_any(name) || gz_view_eq(name, s->term)) return;
  gz_buf_puts(s->out, " OR ");
  put_term(s->out, name, false);
  s->count++;
}

static void put_item(gz_buf *out, const item *it, const gz_query_names *names)
{
  if (!names) { put_term(out, it->term, it->prefix); return; }
  size_t at = out->n;
  name_sink s = {out, it->term, 0};
  gz_buf_putc(out, '(');
  put_term(out, it->term, it->prefix);
  names->each(names->self, it->term, put_name, &s);
  if (s.count) gz_buf_putc(out, ')');
  else if (!out->failed) { memmove(out->p + at, out->p + at + 1, out->n - at - 1); out->n--; }      /* no other name: no brackets */
}

static bool is_or(const item *it) { return !it->quoted && !it->without && (gz_view_is(it->term, "OR") || gz_view_is(it->term, "|") || gz_view_is(it->term, "||")); }
static bool is_not(const item *it) { return !it->quoted && !it->without && gz_view_is(it->term, "NOT"); }
static bool is_and(const item *it) { return !it->quoted && !it->without && gz_view_is(it->term, "AND"); }

gz_status gz_query_build(gz_view words, const gz_query_names *names, gz_buf *out)
{
  item it;
  size_t pos = 0, groups = 0, open = 0;
  bool either = false, negate = false;
  gz_buf without = GZ_BUF_INIT;
  size_t due = GZ_WATCH_STRIDE;
  while (next_item(words, &pos, &it) && !gz_watch_at(pos, &due)) {
    if (is_or(&it)) { either = open > 0; continue; }
    if (is_and(&it)) continue;
    if (is_not(&it)) { negate = true; continue; }
    it.without |= negate;
    negate = false;
    if (!gz_segment_any(it.term)) continue;
    if (it.without) {
      gz_buf_puts(&without, " NOT ");
      put_item(&without, &it, names);
      continue;
    }
    if (either) gz_buf_puts(out, " OR ");
    else {
      if (open) gz_buf_puts(out, ") AND (");
      else gz_buf_putc(out, '(');
      groups++;
    }
    put_item(out, &it, names);
    open++;
    either = false;
  }
  if (!groups) gz_buf_puts(out, "\"\"");
  else {
    gz_buf_putc(out, ')');
    if (without.n) {
      gz_buf_put(out, without.p, without.n);
    }
  }
  if (groups == 1 && open == 1 && !without.n && !out->failed && out->n > 2) {      /* one term alone needs no brackets */
    memmove(out->p, out->p + 1, out->n - 2);
    out->n -= 2;
  }
  bool failed = out->failed || without.failed;
  gz_buf_free(&without);
  return failed ? GZ_NOMEM : GZ_OK;
}
