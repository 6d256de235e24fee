/* Between discover_latin.c, which cuts runs of words with capitals into pieces, and discover_type.c, which says what a piece is. */
#ifndef GZ_DISCOVER_LATIN_H
#define GZ_DISCOVER_LATIN_H
#include "find/latin_token.h"
#include "find/line_lang.h"
#include "find/latin_words.h"

#define GZ_RUN_MAX 24
#define ROLE(x) LEX_NAME_WORDS_ROLE_##x

typedef struct gz_latin_run {
  gz_ent_work *w;
  gz_listed *listed;
  gz_latin_token t[GZ_RUN_MAX];
  unsigned n;
  uint32_t before;               /* roles of the word before the run */
  bool fresh;                    /* the run starts a sentence */
  gz_line_lang lines;            /* which lines are English */
  gz_span small, earlier;        /* the last word without a capital and the one before; roles are looked up when a run follows */
} gz_latin_run;

static inline gz_span gz_latin_over(const gz_latin_run *l, unsigned from, unsigned to) { gz_span s = {l->t[from].span.start, l->t[to - 1].span.end}; return s; }

static inline bool gz_latin_any(const gz_latin_run *l, unsigned from, unsigned to, uint32_t role)
{
  for (unsigned i = from; i < to; i++) if (l->t[i].roles & role) return true;
  return false;
}

enum { GZ_NO_TYPE = -1 };

/* The type of the words [from, to) of the run, by themselves and what stands beside them: `before`, roles of the word before; `fresh`, they start
** a sentence. GZ_NO_TYPE: no name. */
int gz_latin_type(const gz_latin_run *l, unsigned from, unsigned to, uint32_t before, bool fresh);
/* What a piece of that type still is in a line that is not English. */
int gz_latin_type_abroad(const gz_latin_run *l, unsigned from, unsigned to, int type, uint32_t before);
/* Could gz_latin_type_abroad leave any type to it? Most often none, and what else it may be need not be asked. */
bool gz_latin_may_be_abroad(const gz_latin_run *l, unsigned from, unsigned to, uint32_t before);

#endif
