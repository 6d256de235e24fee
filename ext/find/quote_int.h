/* What the parts of the quote finder share. Not for others. */
#ifndef GZ_QUOTE_INT_H
#define GZ_QUOTE_INT_H
#include "find/analysis.h"
#include "lex_quote_cues.h"
#include "lex_speaker_words.h"

/* What few quotations ask for is built small. */
#define RARE static __attribute__((cold, noinline))

#define SK(x) (1u << LEX_SPEAKER_WORDS_KIND_##x)

/* A stretch between quotation marks. */
typedef struct gz_marked {
  uint32_t open, in, out, close;      /* the mark, what it encloses, behind the closing mark */
  bool single;                        /* apostrophes: quotation marks only when nothing else speaks against it */
  bool unclosed;                      /* ran to the end of its paragraph */
} gz_marked;

typedef struct gz_marks_iter { gz_view text; size_t pos; } gz_marks_iter;
bool gz_marks_next(gz_marks_iter *it, gz_marked *out);          /* outermost pairs, in order (quote_marks.c) */

typedef struct gz_cue { gz_span span; uint8_t kind; } gz_cue;   /* LEX_QUOTE_CUES_KIND_* */
size_t gz_quote_cues(gz_view text, size_t from, size_t to, gz_cue *list, size_t max);        /* in order; the last `max` of them */

bool gz_quote_named(gz_view text, size_t pos);                  /* so-called, titled: a name stands in the marks */

/* Who speaks (quote_speaker.c). Both look only within [from, to). */
typedef struct gz_speaker { gz_span span; const char *entity; uint8_t kind; bool pronoun, plural, organisation; } gz_speaker;
bool gz_speaker_before(const gz_analysis *a, size_t from, size_t to, gz_speaker *out);       /* the subject of a verb at `to` */
bool gz_speaker_behind(const gz_analysis *a, size_t from, size_t to, gz_speaker *out);       /* of a verb that ends at `from` */
bool gz_speaker_topic(const gz_analysis *a, size_t from, size_t to, gz_speaker *out);        /* the noun phrase that a topic particle closes (quote_topic.c) */
/* Is [start, end) a pronoun or a word like it (he, the company, 同社)? Fills the speaker. */
bool gz_speaker_pronoun(gz_view text, size_t start, size_t end, gz_speaker *out);
/* The longest word at pos of one of these kinds (bits of LEX_SPEAKER_WORDS_KIND_*); whole: word boundaries at both ends. */
bool gz_speaker_word(gz_view text, size_t pos, unsigned kinds, bool whole, uint32_t *end, uint8_t *kind);
size_t gz_first_entity(const gz_analysis *a, uint32_t pos);                                  /* first that ends behind pos */

#endif
