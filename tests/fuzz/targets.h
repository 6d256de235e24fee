/* One fuzz target a finder: each takes any bytes and checks its properties; a broken one aborts. */
#ifndef TARGETS_H
#define TARGETS_H
#include <stddef.h>

typedef struct fuzz_target { const char *name; void (*run)(const char *text, size_t n); } fuzz_target;
extern const fuzz_target fuzz_targets[];      /* ends with a NULL name; targets.c has those of floors 1-4, sql.c those of the extension */

void f_decode(const char *p, size_t n);       /* targets_io.c */
void f_jsonl(const char *p, size_t n);
void f_wet(const char *p, size_t n);
void f_walk(const char *p, size_t n);
void f_tree(const char *p, size_t n);         /* targets_tree.c */
void f_gazetteer(const char *p, size_t n);    /* targets_names.c */

#define MUST(what) do { if (!(what)) { fprintf(stderr, "%s:%d: property broken: %s\n", __FILE__, __LINE__, #what); abort(); } } while (0)

#endif
