/* What the files of datelines share: a search, a stamp, the forms of alphabetic scripts, and what signs a text. Not for other floors. */
#ifndef GZ_DATELINE_H
#define GZ_DATELINE_H
#include "page/doc.h"

size_t gz_dateline_seek(gz_view v, size_t i, const char *const *what, size_t *n);      /* position of any of the strings in v from i, its length in *n; SIZE_MAX: none */
void gz_dateline_stamp(gz_doc *d, size_t line, gz_view v);   /* the first day in v is when the text was published */
void gz_dateline_latin(gz_doc *d, size_t line, gz_view v);
void gz_dateline_alone(gz_doc *d);  /* a place and its agency on a line of their own above the text */
void gz_signed_below(gz_doc *d);    /* names below the text */
void gz_signed_behind(gz_doc *d);   /* names behind its last sentence */

#endif
