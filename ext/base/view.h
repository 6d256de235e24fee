/* A text that belongs to someone else, and a stretch of bytes in it. */
#ifndef GZ_VIEW_H
#define GZ_VIEW_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <stdbool.h>

typedef struct gz_view {
  const char *p;   /* need not be NUL-terminated */
  size_t n;        /* bytes; at most GZ_TEXT_MAX */
} gz_view;

/* Byte offsets into the text that a finder was given: start inclusive, end exclusive. */
typedef struct gz_span {
  uint32_t start;
  uint32_t end;
} gz_span;

#define GZ_TEXT_MAX ((size_t)0x7fffffff)

static inline gz_view gz_view_of(const char *p, size_t n) { gz_view v = {p, n}; return v; }
static inline gz_view gz_view_cstr(const char *z) { return gz_view_of(z, strlen(z)); }
static inline gz_view gz_view_slice(gz_view v, gz_span s) { return gz_view_of(v.p + s.start, s.end - s.start); }
static inline bool gz_view_eq(gz_view a, gz_view b) { return a.n == b.n && (a.n == 0 || a.p == b.p || memcmp(a.p, b.p, a.n) == 0); }
static inline bool gz_view_is(gz_view a, const char *z) { return gz_view_eq(a, gz_view_cstr(z)); }

#endif
