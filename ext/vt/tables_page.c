/* Descriptors of the tables over whole documents: blocks, repairs, parse_article. */
#include "vt/tables.h"
#include "base/alloc.h"
#include "page/article.h"
#include "text/repair.h"

#define SPANS "n INTEGER, start INTEGER, length INTEGER, surface TEXT"

typedef struct blocks_data { gz_arena arena; gz_block *list; size_t count; } blocks_data;

static void blocks_close(gz_scan *s)
{
  blocks_data *d = s->data;
  gz_free(d->list);
  gz_arena_free(&d->arena);
  gz_free(d);
}
static gz_status blocks_open(gz_scan *s)
{
  blocks_data *d = gz_malloc(sizeof *d);
  if (!d) return GZ_NOMEM;
  memset(d, 0, sizeof *d);
  s->data = d;
  gz_status st = gz_blocks(s->text, &d->arena, &d->list, &d->count);
  s->count = d->count;
  return st;
}
static gz_span blocks_span(const gz_scan *s, size_t i) { return ((blocks_data *)s->data)->list[i].span; }
static void blocks_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_block *b = &((blocks_data *)s->data)->list[i];
  gz_result_cstr(ctx, c == 0 ? gz_block_kind_name(b->kind) : b->reason);
}
const gz_table gz_table_blocks = {"blocks", SPANS ", kind TEXT, reason TEXT", "text", 6, 1, true, blocks_open, blocks_span, blocks_column, blocks_close, false};

typedef struct repairs_data { gz_arena arena; gz_repair *list; size_t count; } repairs_data;

static void repairs_close(gz_scan *s)
{
  repairs_data *d = s->data;
  gz_free(d->list);
  gz_arena_free(&d->arena);
  gz_free(d);
}
static gz_status repairs_open(gz_scan *s)
{
  repairs_data *d = gz_malloc(sizeof *d);
  if (!d) return GZ_NOMEM;
  memset(d, 0, sizeof *d);
  s->data = d;
  gz_status st = gz_repairs(s->text, &d->arena, &d->list, &d->count);
  s->count = d->count;
  return st;
}
static gz_span repairs_span(const gz_scan *s, size_t i) { return ((repairs_data *)s->data)->list[i].span; }
static void repairs_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_repair *r = &((repairs_data *)s->data)->list[i];
  if (c == 0) gz_result_view(ctx, r->becomes);
  else gz_result_cstr(ctx, r->rule);
}
const gz_table gz_table_repairs = {"repairs", SPANS ", becomes TEXT, rule TEXT", "text", 6, 1, true, repairs_open, repairs_span, repairs_column, repairs_close, false};

typedef struct article_data { gz_arena arena; gz_article article; } article_data;

static void article_close(gz_scan *s)
{
  article_data *d = s->data;
  gz_arena_free(&d->arena);
  gz_free(d);
}
static gz_status article_open(gz_scan *s)
{
  article_data *d = gz_malloc(sizeof *d);
  if (!d) return GZ_NOMEM;
  memset(d, 0, sizeof *d);
  s->data = d;
  s->count = 1;
  return gz_article_parse(s->text, &d->arena, &d->article);
}
void gz_article_column(sqlite3_context *ctx, const gz_article *a, int c)
{
  switch (c) {
    case 0: gz_result_cstr(ctx, a->title); break;
    case 1: gz_result_cstr(ctx, a->alt_title); break;
    case 2: gz_result_cstr(ctx, a->source); break;
    case 3: gz_result_cstr(ctx, a->site); break;
    case 4: gz_result_cstr(ctx, a->author); break;
    case 5: gz_result_cstr(ctx, a->editor); break;
    case 6: gz_result_cstr(ctx, a->published); break;
    case 7: gz_result_day(ctx, a->published_first); break;
    case 8: gz_result_day(ctx, a->published_last); break;
    case 9: gz_result_cstr(ctx, a->place); break;
    case 10: gz_result_cstr(ctx, a->url); break;
    case 11: gz_result_cstr(ctx, a->lang); break;
    case 12: if (a->body) gz_result_view(ctx, gz_view_of(a->body, a->body_n)); break;
    default: gz_result_cstr(ctx, a->flags); break;
  }
}
static void article_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  (void)i;
  gz_article_column(ctx, &((article_data *)s->data)->article, c);
}
const gz_table gz_table_parse_article = {"parse_article", GZ_ARTICLE_COLUMNS, "text", 14, 1, false, article_open, NULL, article_column, article_close, false};
