/* Name snapshots. See names.h. */
#include "find/names.h"
#include "find/names_index.h"
gz_names *gz_names_retain(gz_names *names) { return names; }
void gz_names_release(gz_names *names) { (void)names; }
gz_status gz_names_prepare(const gz_names *names) { (void)names; return GZ_OK; }
const gz_trie *gz_names_trie(const gz_names *names) { (void)names; return NULL; }
const gz_filter *gz_names_filter(const gz_names *names) { (void)names; return NULL; }
uint32_t gz_names_next_alias(const gz_names *names, uint32_t row) { (void)names; (void)row; return UINT32_MAX; }
void gz_names_alias(const gz_names *names, uint32_t row, gz_alias *out) { (void)names; (void)row; memset(out, 0, sizeof *out); }
bool gz_names_hides(const gz_names *names, uint32_t alias_row) { (void)names; (void)alias_row; return false; }
void gz_names_entity(const gz_names *names, uint32_t ref, gz_entity *out) { (void)names; (void)ref; out->name = ""; out->type = 0; }
