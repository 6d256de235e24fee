/* The language in which the finders read a text: its number words, decimal marks, dates and clauses. */
#ifndef GZ_TEXT_LANG_H
#define GZ_TEXT_LANG_H
#include "base/view.h"
#include "text/lang.h"

/* The answer of gz_lang_detect, for a fraction of its cost where a text is clearly of one language. */
void gz_text_lang(gz_view text, gz_lang_result *out);

/* The language of a text once found, for all who ask: `found` where it is kept for several, else `own`; its tag is empty until then. */
typedef struct gz_lang_memo { gz_lang_result *found, own; } gz_lang_memo;

static inline const gz_lang_result *gz_lang_of(gz_lang_memo *m, gz_view text)
{
  gz_lang_result *r = m->found ? m->found : &m->own;
  if (!r->tag[0]) gz_text_lang(text, r);
  return r;
}

#endif
