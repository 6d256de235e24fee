/* Reads records through one growing buffer. Lines (.jsonl) and WARC records (.wet) are cut out of it, and it moves down when
** a record has been used; a record larger than the cap is skipped without being held, and its row says so. */
#define _GNU_SOURCE
#include "io/records.h"
#include "base/alloc.h"
#include "base/watch.h"
#include "text/utf8.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)1 << 16)
#define MOST ((size_t)1 << 20)
#define TOO_LARGE "record is larger than the limit"

void gz_reader_begin(gz_reader *r, int fd, unsigned format, size_t cap, const char *charset)
{
  memset(r, 0, sizeof *r);
  r->fd = fd;
  r->format = (uint8_t)format;
  r->cap = cap;
  r->charset = charset;
}

void gz_reader_end(gz_reader *r)
{
  if (r->fd >= 0) close(r->fd);
  r->fd = -1;
  gz_buf_free(&r->data);
  gz_buf_free(&r->text);
  gz_buf_free(&r->line.own);
  gz_arena_free(&r->arena);
}

/* Reads on, a megabyte at most; false at the end of the file or where the work is to stop, on a read error (*error) or out of memory (data.failed). */
static bool more(gz_reader *r, size_t want, const char **error)
{
  if (r->end) return false;
  if (!gz_buf_reserve(&r->data, want)) return false;
  if (gz_watch_stopped()) { r->end = true; return false; }
  for (;;) {
    ssize_t got = read(r->fd, r->data.p + r->data.n, want < MOST ? want : MOST);
    if (got > 0) { r->data.n += (size_t)got; return true; }
    if (got < 0 && errno == EINTR) continue;
    r->end = true;
    if (got < 0) *error = "read error";
    return false;
  }
}

static void settle(gz_reader *r)
{
  if (r->taken == 0) return;
  memmove(r->data.p, r->data.p + r->taken, r->data.n - r->taken);
  r->data.n -= r->taken;
  r->taken = 0;
}

static gz_status whole_file(gz_reader *r, gz_record *out)
{
  size_t want = CHUNK;
  if (r->done) return GZ_DONE;
  r->done = true;
  out->part = 1;
  struct stat st;
  if (fstat(r->fd, &st) != 0) { out->error = "read error"; return GZ_ROW; }
  off_t size = st.st_size;                                /* a hint only: the file may grow or shrink */
  if (size > 0 && (uint64_t)size <= r->cap) want = (size_t)size + 1;
  if (size > 0 && (uint64_t)size > r->cap) { out->error = TOO_LARGE; return GZ_ROW; }
  while (more(r, want, &out->error)) {
    if (r->data.n > r->cap) { out->error = TOO_LARGE; return GZ_ROW; }
    want = r->data.cap > r->data.n ? r->data.cap - r->data.n : CHUNK;
  }
  if (r->data.failed) return GZ_NOMEM;
  if (r->data.n == 0 && !out->error) out->error = "empty file";      /* cut since its size was looked at */
  out->bytes = out->text = gz_view_of(r->data.n ? r->data.p : "", r->data.n);
  return GZ_ROW;
}

/* The line that starts at r->taken; GZ_TOOBIG when it was skipped for its size. The newline is taken, not given. */
static gz_status line(gz_reader *r, gz_view *out, const char **error)
{
  size_t at = r->taken, seen = at;
  bool dropped = false;
  for (;;) {
    char *nl = r->data.n > seen ? memchr(r->data.p + seen, '\n', r->data.n - seen) : NULL;
    if (nl) {
      *out = gz_view_of(r->data.p + at, (size_t)(nl - r->data.p) - at);
      r->taken = at + out->n + 1;
      return dropped || out->n > r->cap ? GZ_TOOBIG : GZ_ROW;
    }
    if (r->data.n - at > r->cap) { dropped = true; r->taken = r->data.n; }
    settle(r);                                            /* only when the buffer is used up: lines are not moved one by one */
    at = 0;
    seen = r->data.n;
    if (!more(r, CHUNK, error)) {
      if (r->data.failed) return GZ_NOMEM;
      if (*error) return GZ_ROW;
      r->taken = r->data.n;
      if (dropped) return GZ_TOOBIG;
      if (r->data.n == 0) return GZ_DONE;
      *out = gz_view_of(r->data.p, r->data.n);
      return GZ_ROW;
    }
  }
}

static bool blank(gz_view v)
{
  size_t due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i < v.n && !gz_watch_at(i, &due); i++) if (v.p[i] != ' ' && v.p[i] != '\t' && v.p[i] != '\r') return false;
  return true;
}

static gz_status json_line(gz_reader *r, gz_record *out)
{
  gz_view v = {NULL, 0};
  bool nomem = false;
  for (;;) {
    gz_status s = line(r, &v, &out->error);
    if (s == GZ_DONE || s == GZ_NOMEM) return s;
    if (s == GZ_TOOBIG) out->error = TOO_LARGE;
    if (out->error) { r->done = s != GZ_TOOBIG; out->part = ++r->part; return GZ_ROW; }
    if (r->part == 0 && v.n >= 3 && memcmp(v.p, "\xEF\xBB\xBF", 3) == 0) { v.p += 3; v.n -= 3; }
    if (!blank(v)) break;
  }
  out->part = ++r->part;
  out->bytes = v;
  if (gz_utf8_sound(v.p, v.n) < v.n || (r->charset && *r->charset)) {
    gz_buf_free(&r->line.own);
    if (gz_decode(v, r->charset, &r->line) != GZ_OK) return GZ_NOMEM;
    out->error = r->line.error;
    out->undecoded = r->line.undecoded;
    out->charset = r->line.charset;
    if (out->error) return GZ_ROW;
    v = r->line.text;
  }
  out->error = gz_json_record(v, &r->arena, &r->text, &out->given, &nomem);
  if (nomem || r->text.failed) return GZ_NOMEM;
  out->text = gz_view_of(r->text.n ? r->text.p : "", r->text.n);
  out->decoded = true;
  return GZ_ROW;
}

static bool header_is(gz_view v, const char *name, gz_view *value)
{
  size_t n = strlen(name);
  if (v.n <= n || v.p[n] != ':') return false;
  for (size_t i = 0; i < n; i++) if (((unsigned char)v.p[i] | 32) != ((unsigned char)name[i] | 32)) return false;
  *value = gz_view_of(v.p + n + 1, v.n - n - 1);
  while (value->n && (*value->p == ' ' || *value->p == '\t')) { value->p++; value->n--; }
  while (value->n && (value->p[value->n - 1] == '\r' || value->p[value->n - 1] == ' ')) value->n--;
  return true;
}

typedef struct warc_head { bool conversion; const char *url, *date, *lang; uint64_t length; bool known; } warc_head;

/* The headers up to the empty line. GZ_DONE at the end of the file, GZ_ERROR when this is no WARC. */
static gz_status warc_headers(gz_reader *r, warc_head *h, const char **error)
{
  gz_view v = {NULL, 0}, value;
  gz_status s;
  do { s = line(r, &v, error); if (s != GZ_ROW || *error) return s == GZ_ROW ? GZ_ERROR : s; } while (blank(v));
  if (v.n < 5 || memcmp(v.p, "WARC/", 5) != 0) return GZ_ERROR;
  for (;;) {
    s = line(r, &v, error);
    if (s != GZ_ROW || *error) return s == GZ_NOMEM ? s : GZ_ERROR;
    if (blank(v)) return GZ_OK;
    const char **to = NULL;
    if (header_is(v, "warc-type", &value)) h->conversion = gz_view_is(value, "conversion");
    else if (header_is(v, "warc-target-uri", &value)) to = &h->url;
    else if (header_is(v, "warc-date", &value)) to = &h->date;
    else if (header_is(v, "warc-identified-content-language", &value)) to = &h->lang;
    else if (header_is(v, "content-length", &value)) {
      h->length = 0;
      h->known = value.n > 0 && value.n < 19;
      for (size_t i = 0; i < value.n && h->known; i++) {
        if (value.p[i] < '0' || value.p[i] > '9') h->known = false;
        else h->length = h->length * 10 + (uint64_t)(value.p[i] - '0');
      }
    }
    if (to && !(*to = gz_arena_copy(&r->arena, value.p, value.n))) return GZ_NOMEM;
  }
}

static gz_status warc_body(gz_reader *r, const warc_head *h, bool keep, gz_view *out, const char **error)
{
  uint64_t left = h->length;
  if (keep) {
    if (r->data.n - r->taken < left) settle(r);
    while (r->data.n - r->taken < left) if (!more(r, CHUNK * 4, error)) break;
    if (r->data.failed) return GZ_NOMEM;
    size_t have = r->data.n - r->taken, n = have < left ? have : (size_t)left;
    if (n < left && !*error) *error = "file ends inside a record";
    *out = gz_view_of(n ? r->data.p + r->taken : "", n);
    r->taken += n;
    return GZ_OK;
  }
  for (;;) {
    size_t have = r->data.n - r->taken, n = have < left ? have : (size_t)left;
    left -= n;
    r->taken += n;
    if (left == 0) return GZ_OK;
    settle(r);
    if (!more(r, CHUNK, error)) return r->data.failed ? GZ_NOMEM : GZ_OK;
  }
}

static gz_status warc_record(gz_reader *r, gz_record *out)
{
  for (;;) {
    warc_head h = {false, NULL, NULL, NULL, 0, false};
    gz_arena_free(&r->arena);
    if (r->done) return GZ_DONE;
    gz_status s = warc_headers(r, &h, &out->error);
    if (s == GZ_NOMEM || s == GZ_DONE) return s;
    if (s != GZ_OK || !h.known) {
      r->done = true;
      out->part = ++r->part;
      if (!out->error) out->error = "not a WARC record";
      return GZ_ROW;
    }
    bool fits = h.length <= r->cap;
    s = warc_body(r, &h, h.conversion && fits, &out->bytes, &out->error);
    if (s != GZ_OK) return s;
    if (!h.conversion && !out->error) continue;
    out->part = ++r->part;
    if (!fits) out->error = TOO_LARGE;
    if (out->error && fits) r->done = true;
    out->text = out->bytes;
    out->given.url = h.url;
    if (h.date) {
      gz_buf b = GZ_BUF_INIT;
      gz_buf_puts(&b, "{\"warc_date\":");
      gz_buf_put_json(&b, gz_view_cstr(h.date));
      gz_buf_puts(&b, "}");
      out->given.extra = b.failed ? NULL : gz_arena_copy(&r->arena, b.p, b.n);
      gz_buf_free(&b);
      if (!out->given.extra) return GZ_NOMEM;
    }
    return GZ_ROW;
  }
}

gz_status gz_reader_next(gz_reader *r, gz_record *out)
{
  memset(out, 0, sizeof *out);
  out->bytes = out->text = gz_view_of("", 0);
  out->charset = "UTF-8";
  gz_arena_free(&r->arena);
  r->text.n = 0;
  if (r->format != GZ_FORMAT_JSONL && r->format != GZ_FORMAT_WET) return whole_file(r, out);
  if (r->done) return GZ_DONE;
  return r->format == GZ_FORMAT_WET ? warc_record(r, out) : json_line(r, out);
}
