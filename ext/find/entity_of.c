/* entity_of. */
#include "find/entity_work.h"
bool gz_entity_of(gz_view mention, const gz_names *names, gz_entity *out) { (void)mention; (void)names; (void)out; return false; }
const char *gz_entity_name_in(const gz_entity *e, const char *lang, const gz_names *names) { (void)e; (void)lang; (void)names; return NULL; }
