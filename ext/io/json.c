/* One JSON object on one line. A strict scanner: it walks the object once, decodes the strings that have a use, and copies every
** other member verbatim into `extra` (which is therefore JSON again). Nesting is limited; nothing is recursive on text. */
#include "io/records.h"
#include "base/watch.h"
#include "lex_record_keys.h"

#define DEPTH_MAX 500
#define FIELDS 7
#define BROKEN "not a JSON object"

typedef struct scan { const char *p; size_t n, at, due; } scan;           /* due: where to ask next whether to stop, which ends the text there */
typedef struct member { gz_view value; int32_t rank; gz_view whole; } member;

static bool stopped(scan *s)
{
  if (!gz_watch_at(s->at, &s->due)) return false;
  s->n = s->at;
  return true;
}
static void space(scan *s) { while (s->at < s->n && !stopped(s) && (s->p[s->at] == ' ' || s->p[s->at] == '\t' || s->p[s->at] == '\r' || s->p[s->at] == '\n')) s->at++; }
static bool take(scan *s, char c) { space(s); if (s->at < s->n && s->p[s->at] == c) { s->at++; return true; } return false; }

static int hex4(const char *p)
{
  int v = 0;
  for (int i = 0; i < 4; i++) {
    char c = p[i];
    int d = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
    if (d < 0) return -1;
    v = v << 4 | d;
  }
  return v;
}

/* A string with its quotes: the span of it in *raw. */
static bool string(scan *s, gz_view *raw)
{
  if (!take(s, '"')) return false;
  size_t from = s->at - 1;
  while (s->at < s->n && !stopped(s)) {
    unsigned char c = (unsigned char)s->p[s->at++];
    if (c == '"') { *raw = gz_view_of(s->p + from, s->at - from); return true; }
    if (c < 0x20) return false;
    if (c != '\\') continue;
    if (s->at >= s->n) return false;
    char e = s->p[s->at++];
    if (e == 'u') {
      if (s->n - s->at < 4 || hex4(s->p + s->at) < 0) return false;
      s->at += 4;
    } else if (!strchr("\"\\/bfnrt", e) || !e) return false;
  }
  return false;
}

static bool number(scan *s)
{
  size_t from = s->at;
  if (s->at < s->n && s->p[s->at] == '-') s->at++;
  size_t digits = s->at;
  while (s->at < s->n && !stopped(s) && s->p[s->at] >= '0' && s->p[s->at] <= '9') s->at++;
  if (s->at == digits || (s->p[digits] == '0' && s->at > digits + 1)) return false;
  if (s->at < s->n && s->p[s->at] == '.') {
    size_t f = ++s->at;
    while (s->at < s->n && !stopped(s) && s->p[s->at] >= '0' && s->p[s->at] <= '9') s->at++;
    if (s->at == f) return false;
  }
  if (s->at < s->n && (s->p[s->at] | 32) == 'e') {
    s->at++;
    if (s->at < s->n && (s->p[s->at] == '+' || s->p[s->at] == '-')) s->at++;
    size_t f = s->at;
    while (s->at < s->n && !stopped(s) && s->p[s->at] >= '0' && s->p[s->at] <= '9') s->at++;
    if (s->at == f) return false;
  }
  return s->at > from;
}

static bool word(scan *s, const char *z)
{
  size_t n = strlen(z);
  if (s->n - s->at < n || memcmp(s->p + s->at, z, n) != 0) return false;
  s->at += n;
  return true;
}

/* Any value, checked; an explicit stack of open brackets instead of recursion. */
static bool value(scan *s, gz_view *raw)
{
  char open[DEPTH_MAX];
  size_t depth = 0;
  gz_view ignored;
  space(s);
  size_t from = s->at;
  for (;;) {
    space(s);
    if (s->at >= s->n) return false;
    char c = s->p[s->at];
    if (c == '{' || c == '[') {
      if (depth == DEPTH_MAX) return false;
      open[depth++] = c;
      s->at++;
      space(s);
      if (s->at < s->n && s->p[s->at] == (c == '{' ? '}' : ']')) { s->at++; depth--; }
      else {
        if (c == '{' && (!string(s, &ignored) || !take(s, ':'))) return false;
        continue;
      }
    } else if (c == '"') { if (!string(s, &ignored)) return false; }
    else if (c == '-' || (c >= '0' && c <= '9')) { if (!number(s)) return false; }
    else if (!word(s, "true") && !word(s, "false") && !word(s, "null")) return false;
    for (;;) {                                            /* behind a value */
      if (depth == 0) { *raw = gz_view_of(s->p + from, s->at - from); return true; }
      char o = open[depth - 1];
      if (take(s, ',')) {
        if (o == '{' && (!string(s, &ignored) || !take(s, ':'))) return false;
        break;
      }
      if (!take(s, o == '{' ? '}' : ']')) return false;
      depth--;
    }
  }
}

/* The characters of a string (with its quotes). A lone surrogate and U+0000 become U+FFFD. */
static void decode(gz_view raw, gz_buf *out)
{
  size_t due = GZ_WATCH_STRIDE;
  for (size_t i = 1; i + 1 < raw.n && !gz_watch_at(i, &due);) {
    size_t run = i;
    while (run + 1 < raw.n && raw.p[run] != '\\' && !gz_watch_at(run, &due)) run++;
    gz_watch_put(out, raw.p + i, run - i);
    i = run;
    if (i + 1 >= raw.n) break;
    char e = raw.p[i + 1];
    i += 2;
    switch (e) {
      case 'b': gz_buf_putc(out, '\b'); break;
      case 'f': gz_buf_putc(out, '\f'); break;
      case 'n': gz_buf_putc(out, '\n'); break;
      case 'r': gz_buf_putc(out, '\r'); break;
      case 't': gz_buf_putc(out, '\t'); break;
      case 'u': {
        uint32_t c = (uint32_t)hex4(raw.p + i);
        i += 4;
        if (c >= 0xD800 && c < 0xDC00 && i + 6 < raw.n && raw.p[i] == '\\' && raw.p[i + 1] == 'u') {
          uint32_t d = (uint32_t)hex4(raw.p + i + 2);
          if (d >= 0xDC00 && d < 0xE000) { c = 0x10000 + ((c - 0xD800) << 10) + (d - 0xDC00); i += 6; }
        }
        gz_buf_put_cp(out, c == 0 || (c >= 0xD800 && c < 0xE000) ? 0xFFFD : c);
        break;
      }
      default: gz_buf_putc(out, e);
    }
  }
}

/* The value of the member `name` of an object (a person as {"name": …}); false when it has none that is a string. */
static bool name_of(gz_view object, gz_view *out)
{
  scan s = {object.p, object.n, 0, GZ_WATCH_STRIDE};
  gz_view key, v;
  if (!take(&s, '{')) return false;
  do {
    space(&s);
    if (!string(&s, &key) || !take(&s, ':') || !value(&s, &v)) return false;
    if (gz_view_is(key, "\"name\"") && v.p[0] == '"' && v.n > 2) { *out = v; return true; }
  } while (take(&s, ','));
  return false;
}

/* A field as text: a string, a number as it stands, an object by its name, a list of such joined by `between`. Nothing else has a text. */
static void put_text(gz_view raw, const char *between, gz_buf *b)
{
  gz_view v;
  if (raw.p[0] == '"') decode(raw, b);
  else if (raw.p[0] == '-' || (raw.p[0] >= '0' && raw.p[0] <= '9')) gz_watch_put(b, raw.p, raw.n);
  else if (raw.p[0] == '{') { if (name_of(raw, &v)) decode(v, b); }
  else if (raw.p[0] == '[') {
    scan s = {raw.p, raw.n, 1, GZ_WATCH_STRIDE};
    do {
      space(&s);
      if (s.at >= s.n || s.p[s.at] == ']' || !value(&s, &v)) break;
      if (v.p[0] == '{' && !name_of(v, &v)) continue;
      if (v.p[0] != '"' || v.n < 3) continue;
      if (b->n) gz_buf_puts(b, between);
      decode(v, b);
    } while (take(&s, ','));
  }
}

/* gz_arena_copy of what may be megabytes long. */
static const char *keep(gz_arena *arena, const gz_buf *b)
{
  char *z = gz_arena_alloc(arena, b->n + 1);
  if (z) gz_watch_copy(z, b->p, b->n);
  return z;
}

static const char *field_text(gz_view raw, gz_arena *arena, bool *nomem)
{
  gz_buf b = GZ_BUF_INIT;
  const char *z = NULL;
  put_text(raw, "; ", &b);
  if (b.n && !b.failed) z = keep(arena, &b);
  if (b.failed || (b.n && !z)) *nomem = true;
  gz_buf_free(&b);
  return z;
}

/* May the value say what the field asks for? A list of lines is a text, a number is a title, a person may be an object. */
static bool has_use(unsigned field, gz_view v)
{
  char c = v.p[0];
  bool number = c >= '0' && c <= '9';
  if (field == LEX_RECORD_KEYS_FIELD_TEXT) return c == '"' || (c == '[' && v.n > 2 && memchr(v.p, '"', v.n) && !memchr(v.p, '{', v.n));
  if (field == LEX_RECORD_KEYS_FIELD_TITLE) return c == '"' || number;
  if (field == LEX_RECORD_KEYS_FIELD_AUTHOR) { gz_view name; return c == '"' || c == '[' || (c == '{' && name_of(v, &name)); }
  if (field == LEX_RECORD_KEYS_FIELD_SOURCE) { gz_view name; return c == '"' || (c == '{' && name_of(v, &name)); }
  if (field == LEX_RECORD_KEYS_FIELD_PUBLISHED) return c == '"' || number;
  return c == '"';
}

static void put_extra(gz_buf *extra, gz_view whole)
{
  gz_buf_putc(extra, extra->n ? ',' : '{');
  gz_watch_put(extra, whole.p, whole.n);
}

const char *gz_json_record(gz_view line, gz_arena *arena, gz_buf *text, gz_given *given, bool *nomem)
{
  scan s = {line.p, line.n, 0, GZ_WATCH_STRIDE};
  member best[FIELDS];
  gz_buf extra = GZ_BUF_INIT;
  const char *error = BROKEN;
  memset(best, 0, sizeof best);
  if (!take(&s, '{')) return BROKEN;
  if (!take(&s, '}')) {
    do {
      gz_view key, v;
      uint32_t hit;
      space(&s);
      size_t from = s.at;
      if (!string(&s, &key) || !take(&s, ':') || !value(&s, &v)) goto end;
      gz_view whole = gz_view_of(s.p + from, s.at - from);
      if (gz_trie_exact(&lex_record_keys.trie, gz_view_of(key.p + 1, key.n - 2), &hit) && has_use(lex_record_keys_rows[hit].field, v)) {
        const lex_record_keys_row *row = &lex_record_keys_rows[hit];
        member *m = &best[row->field];
        if (!m->value.p || row->rank < m->rank) {
          if (m->value.p) put_extra(&extra, m->whole);
          m->value = v;
          m->rank = row->rank;
          m->whole = whole;
          continue;
        }
      }
      if (!gz_view_is(v, "null")) put_extra(&extra, whole);
    } while (take(&s, ','));
    if (!take(&s, '}')) goto end;
  }
  space(&s);
  if (s.at < s.n) goto end;
  error = NULL;
  if (best[LEX_RECORD_KEYS_FIELD_TEXT].value.p) put_text(best[LEX_RECORD_KEYS_FIELD_TEXT].value, "\n", text);
  else error = "record has no text";
  const char **to[FIELDS] = {NULL, &given->title, &given->url, &given->published, &given->author, &given->source, &given->lang};
  for (int f = 1; f < FIELDS; f++) if (best[f].value.p) *to[f] = field_text(best[f].value, arena, nomem);
  if (extra.n) {
    gz_buf_putc(&extra, '}');
    given->extra = extra.failed ? NULL : keep(arena, &extra);
    if (!given->extra) *nomem = true;
  }
  if (extra.failed) *nomem = true;
end:
  gz_buf_free(&extra);
  return error;
}
