/* A document as a whole: its blocks, and the fields read from them. */
#ifndef GZ_ARTICLE_H
#define GZ_ARTICLE_H
#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

enum gz_block_kind { GZ_BLOCK_TITLE, GZ_BLOCK_META, GZ_BLOCK_BODY, GZ_BLOCK_HEADING, GZ_BLOCK_CAPTION, GZ_BLOCK_BOILERPLATE, GZ_BLOCK_DUPLICATE };

typedef struct gz_block {
  gz_span span;              /* in the text given */
  uint8_t kind;              /* enum gz_block_kind */
  const char *reason;        /* the rule that decided; static */
} gz_block;

typedef struct gz_article {  /* strings live in the arena; NULL for what the document does not say */
  const char *title, *alt_title, *source, *site, *author, *editor;
  const char *published;     /* EDTF */
  int32_t published_first, published_last;     /* days, or GZ_NO_DAY of find/date.h */
  const char *place, *url, *lang, *body;
  size_t body_n;
  const char *flags;         /* JSON array */
} gz_article;

/* Blocks of a raw text. *list is heap memory for gz_free. */
gz_status gz_blocks(gz_view text, gz_arena *arena, gz_block **list, size_t *count);
/* Repairs the raw text, splits and reads it. */
gz_status gz_article_parse(gz_view raw, gz_arena *arena, gz_article *out);
const char *gz_block_kind_name(unsigned kind);

#endif
