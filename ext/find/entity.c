/* Entities. See entity.h. */
#include "find/entity.h"
gz_status gz_entities(gz_view text, const gz_names *names, gz_arena *arena, gz_entity **list, size_t *count)
{
  (void)text; (void)names; (void)arena;
  *list = NULL; *count = 0;
  return GZ_OK;
}
bool gz_entity_of(gz_view mention, const gz_names *names, gz_entity *out) { (void)mention; (void)names; (void)out; return false; }
const char *gz_entity_name_in(const gz_entity *e, const char *lang, const gz_names *names) { (void)e; (void)lang; (void)names; return NULL; }
const char *gz_entity_type_name(unsigned type)
{
  static const char *const names[] = {"org", "person", "product", "place", "publication"};
  return type < 5 ? names[type] : "org";
}
const char *gz_entity_how_name(unsigned how)
{
  static const char *const names[] = {"name", "ticker", "short", "discovered"};
  return how < 4 ? names[how] : "name";
}
