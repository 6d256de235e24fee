/* An article from a raw text: repair, cut into lines, decide each line, read the fields, put the body together. gz_blocks does the same
** on the repaired text and gives its lines' places in the raw text back. */
#include "page/article.h"
#include "base/watch.h"
#include "base/alloc.h"
#include "find/date.h"
#include "page/doc.h"
#include "text/repair.h"

/* The text with every repair applied; the text itself where there is none. Result in *own (for gz_buf_free) or the view given. */
static gz_status mend(gz_view raw, gz_arena *arena, gz_repair **list, size_t *count, gz_buf *own, gz_view *out)
{
  size_t at = 0;
  gz_status s = gz_repairs(raw, arena, list, count);
  *out = raw;
  if (s != GZ_OK || *count == 0) return s;
  gz_buf_reserve(own, raw.n);
  for (size_t i = 0; i < *count; i++) {
    gz_watch_put(own, raw.p + at, (*list)[i].span.start - at);
    gz_buf_put(own, (*list)[i].becomes.p, (*list)[i].becomes.n);
    at = (*list)[i].span.end;
  }
  gz_watch_put(own, raw.p + at, raw.n - at);
  *out = gz_view_of(own->p ? own->p : "", own->n);
  return own->failed ? GZ_NOMEM : GZ_OK;
}

/* The steps in order; a document that failed, or whose reading somebody stopped, is not read further. */
static void decide(gz_doc *d)
{
  static void (*const steps[])(gz_doc *) = {gz_doc_split, gz_doc_join, gz_doc_phrases, gz_doc_meta, gz_doc_region, gz_doc_title, gz_doc_neighbours, gz_doc_kinds};
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !d->failed; i++) {
    steps[i](d);
    d->failed |= gz_watch_stopped();
  }
}

/* Where a place of the mended text is in the raw one. Inside a replacement: its beginning, or its end for an end. */
static uint32_t raw_place(const gz_repair *list, size_t count, size_t *k, int64_t *shift, uint32_t pos, bool is_end)
{
  while (*k < count) {
    int64_t start = (int64_t)list[*k].span.start + *shift, end = start + (int64_t)list[*k].becomes.n;
    if (is_end ? (int64_t)pos <= start : (int64_t)pos < start || ((int64_t)pos == start && list[*k].becomes.n > 0)) break;
    if ((int64_t)pos < end || (is_end && (int64_t)pos == end && list[*k].becomes.n)) return is_end ? list[*k].span.end : list[*k].span.start;
    *shift += (int64_t)list[*k].becomes.n - ((int64_t)list[*k].span.end - (int64_t)list[*k].span.start);
    ++*k;
  }
  return (uint32_t)((int64_t)pos - *shift);
}

gz_status gz_blocks(gz_view text, gz_arena *arena, gz_block **list, size_t *count)
{
  gz_repair *repairs = NULL;
  size_t repair_count = 0, k = 0;
  gz_buf own = GZ_BUF_INIT;
  gz_doc d = {.arena = arena};
  int64_t shift = 0;
  *list = NULL;
  *count = 0;
  gz_status s = mend(text, arena, &repairs, &repair_count, &own, &d.text);
  if (s == GZ_OK) { decide(&d); if (d.failed) s = GZ_NOMEM; }
  if (s == GZ_OK && d.count) {
    gz_block *b = gz_malloc(d.count * sizeof *b);
    if (!b) s = GZ_NOMEM;
    for (size_t i = 0; b && i < d.count; i++) {
      b[i].span.start = raw_place(repairs, repair_count, &k, &shift, d.lines[i].start, false);
      b[i].span.end = raw_place(repairs, repair_count, &k, &shift, d.lines[i].end, true);
      b[i].kind = d.lines[i].kind;
      b[i].reason = d.lines[i].reason;
    }
    *list = b;
    *count = b ? d.count : 0;
  }
  gz_free(d.lines);
  gz_free(d.found);
  gz_free(repairs);
  gz_buf_free(&own);
  return s;
}

gz_status gz_article_parse(gz_view raw, gz_arena *arena, gz_article *out)
{
  gz_repair *repairs = NULL;
  size_t repair_count = 0;
  gz_buf own = GZ_BUF_INIT;
  gz_doc d = {.arena = arena};
  memset(out, 0, sizeof *out);
  out->published_first = out->published_last = GZ_NO_DAY;
  gz_status s = mend(raw, arena, &repairs, &repair_count, &own, &d.text);
  gz_free(repairs);
  if (s == GZ_OK) {
    decide(&d);
    if (!d.failed) gz_doc_dateline(&d);
    if (!d.failed) gz_doc_body(&d, out);
    if (!d.failed) gz_doc_fields(&d, out);
    if (d.failed) s = GZ_NOMEM;
  }
  gz_free(d.lines);
  gz_free(d.found);
  gz_buf_free(&own);
  return s;
}

const char *gz_block_kind_name(unsigned kind)
{
  static const char *const names[] = {"title", "meta", "body", "heading", "caption", "boilerplate", "duplicate"};
  return kind < 7 ? names[kind] : "body";
}
