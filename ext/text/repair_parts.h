/* Inside the repairs: the list that every part appends to. Not for others. */
#ifndef GZ_REPAIR_PARTS_H
#define GZ_REPAIR_PARTS_H
#include "base/buf.h"
#include "text/repair.h"

typedef struct gz_repair_list {
  gz_view text;
  gz_arena *arena;
  gz_repair *items;
  size_t count, cap;
  bool failed;             /* out of memory */
} gz_repair_list;

void gz_repair_put(gz_repair_list *l, size_t start, size_t end, const char *p, size_t n, const char *rule);    /* copies p */
void gz_repair_put_cp(gz_repair_list *l, size_t start, size_t end, uint32_t cp, const char *rule);

/* The parts, each over the whole text. */
void gz_repair_mojibake(gz_repair_list *l);          /* UTF-8 read as a single-byte charset, once or twice */
void gz_repair_han_mojibake(gz_repair_list *l, bool as_gbk, bool as_latin);      /* UTF-8 read as GBK; GBK read as Latin-1 */
void gz_repair_gloss(gz_repair_list *l);             /* Han with its reading in brackets, and the byte slips that come with it */
void gz_repair_private(gz_repair_list *l);           /* private-use code points of Hong Kong and GBK fonts */

/* The single character that an entity at pos (an '&') stands for, also when the '&' was itself escaped; 0: none. */
uint32_t gz_entity_at(gz_view text, size_t pos, size_t *end);

#endif
