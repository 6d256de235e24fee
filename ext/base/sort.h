/* A stable sort that can be stopped: natural merging, so that what is in order, or consists of few runs that are, costs little. */
#ifndef GZ_SORT_H
#define GZ_SORT_H
#include <stdbool.h>
#include <stddef.h>

/* Sorts n items of `size` bytes. False without memory for as many again, or when the watch stopped it: the items are then in any order, and some
** may be there twice. */
bool gz_sort(void *items, size_t n, size_t size, int (*compare)(const void *, const void *));

#endif
