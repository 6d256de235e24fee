/* Direct speech and who speaks. */
#ifndef GZ_QUOTE_H
#define GZ_QUOTE_H
#include "base/status.h"
#include "base/view.h"

struct gz_analysis;
enum gz_speaker_kind { GZ_SPEAKER_NONE, GZ_SPEAKER_NAMED, GZ_SPEAKER_ANONYMOUS, GZ_SPEAKER_ORGANISATION };

typedef struct gz_quote {
  gz_span span;              /* the quotation with its marks */
  gz_span quote;             /* without */
  gz_span speaker;           /* as written; empty (start == end) when unattributed */
  const char *entity;        /* canonical speaker, or NULL */
  gz_span cue;               /* the verb; empty for none */
  uint8_t kind;              /* enum gz_speaker_kind */
} gz_quote;

/* *list is heap memory for gz_free. */
gz_status gz_quotes(struct gz_analysis *a, gz_quote **list, size_t *count);
const char *gz_speaker_kind_name(unsigned kind);     /* NULL for none */

#endif
