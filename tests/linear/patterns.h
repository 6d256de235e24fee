/* What the two parts of the program share: texts made to hurt, and the count of work. */
#ifndef LINEAR_PATTERNS_H
#define LINEAR_PATTERNS_H
#include <stddef.h>
#include <stdint.h>

typedef struct pattern { const char *name, *head, *piece, *tail; } pattern;      /* a piece repeated, with a head before and a tail behind */
extern const pattern patterns[];                                                 /* ends with a NULL name */
extern uint64_t linear_work;
size_t make(const pattern *p, size_t size, char *z);

int stops(size_t size, const char *one);                                        /* stops.c */

#endif
