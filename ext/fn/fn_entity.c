/* entity_of(mention [, field]): the entity that the whole string names. */
#include "fn/functions.h"

void gz_fn_entity_of(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_conn *c = sqlite3_user_data(ctx);
  gz_view mention, field = gz_view_of("entity", 6);
  gz_entity e;
  if (argc > 1 && sqlite3_value_type(argv[1]) != SQLITE_NULL) gz_value_text(argv[1], &field);
  if (!gz_value_text(argv[0], &mention)) return;
  if (!gz_entity_of(mention, c->names, &e)) return;
  if (gz_view_is(field, "entity")) gz_result_cstr(ctx, e.name);
  else if (gz_view_is(field, "type")) gz_result_cstr(ctx, gz_entity_type_name(e.type));
  else if (gz_view_is(field, "qid")) gz_result_cstr(ctx, e.qid);
  else if (gz_view_is(field, "ticker")) gz_result_cstr(ctx, e.ticker);
  else if (gz_view_is(field, "parent")) gz_result_cstr(ctx, e.parent);
}
