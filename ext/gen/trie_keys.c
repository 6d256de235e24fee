/* Walks a trie from its root: at every node each byte is tried whose cell says that it leads there. */
#include "gen/trie_keys.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST 1024u

typedef struct walk {
  const gz_trie *t;
  void (*add)(void *arg, const char *key, uint32_t n, uint32_t value);
  void *arg;
  char key[LONGEST + 1];
} walk;

static void need(uint32_t n)
{
  if (n > LONGEST) { fprintf(stderr, "trie_keys: a key is too long\n"); exit(1); }
}

static void give(walk *w, uint32_t n, uint32_t value)
{
  w->key[n] = 0;
  w->add(w->arg, w->key, n, value);
}

/* Every key below a cell; key[0, n) leads there. */
static void below(walk *w, uint32_t cell, uint32_t n)
{
  const gz_trie *t = w->t;
  if (t->cells[cell] & GZ_TRIE_TAIL) {
    uint32_t more, value;
    const unsigned char *tail = gz_trie_tail_of(t, t->cells[cell], &more, &value);
    need(n + more);
    memcpy(w->key + n, tail, more);
    give(w, n + more, value);
    return;
  }
  uint32_t base = gz_trie_base(t->cells[cell]);
  if ((t->cells[base] & 255u) == 0) give(w, n, gz_trie_field(t->cells[base]));
  need(n + 1);
  for (uint32_t b = 1; b < GZ_TRIE_FREE; b++) {
    if ((t->cells[base ^ b] & 255u) != b) continue;
    w->key[n] = (char)b;
    below(w, base ^ b, n + 1);
  }
}

void gz_trie_keys(const gz_trie *t, void (*add)(void *arg, const char *key, uint32_t n, uint32_t value), void *arg)
{
  static walk w;
  w.t = t;
  w.add = add;
  w.arg = arg;
  if (t->cell_count > 1) below(&w, 1, 0);
}
