/* Tries as C source, for the generators. */
#include "gen/trie_emit.h"

void gz_trie_emit(FILE *out, const char *name, const gz_trie *t)
{
  fprintf(out, "static const uint32_t %s_cells[] = {", name);
  for (uint32_t i = 0; i < t->cell_count; i++) fprintf(out, "%s%uu,", i % 16 ? "" : "\n", t->cells[i]);
  fprintf(out, "0};\nstatic const unsigned char %s_tail[] = {", name);
  for (uint32_t i = 0; i < t->tail_size; i++) fprintf(out, "%s%u,", i % 32 ? "" : "\n", t->tail[i]);
  fprintf(out, "0};\nstatic const uint64_t %s_first[%d] = {", name, GZ_TRIE_FIRST_WORDS);
  for (int i = 0; i < GZ_TRIE_FIRST_WORDS; i++) fprintf(out, "%s%lluu,", i % 8 ? "" : "\n", (unsigned long long)t->first[i]);
  fprintf(out, "\n};\n");
}

void gz_trie_emit_init(FILE *out, const char *name, const gz_trie *t)
{
  fprintf(out, "{%s_cells, %u, %s_tail, %u, %s_first}", name, t->cell_count, name, t->tail_size, name);
}
