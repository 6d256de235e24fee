/* entity_of(mention [, field]): the entity that the whole string names, or one of its facts, or its name in a language. */
#include "fn/functions.h"
#include <unicode/uloc.h>

/* A language that ICU knows, then parts of two to eight letters or digits: zh-Hans, ja, sr-Cyrl. */
static bool is_lang_tag(gz_view v, char *out, size_t cap)
{
  if (v.n < 2 || v.n >= cap) return false;
  size_t part = 0, parts = 0;
  for (size_t i = 0; i <= v.n; i++) {
    char c = i < v.n ? v.p[i] : '-';
    if (c == '-') {
      if (part < 2 || part > 8 || (parts == 0 && part > 3)) return false;
      parts++;
      part = 0;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (parts > 0 && c >= '0' && c <= '9')) part++;
    else return false;
  }
  memcpy(out, v.p, v.n);
  out[v.n] = 0;
  return *uloc_getISO3Language(out) != 0;
}

enum field { F_ENTITY, F_TYPE, F_QID, F_TICKER, F_PARENT, F_LANG, F_UNKNOWN };

static enum field field_of(gz_view v, char *lang, size_t cap)
{
  static const char *const names[] = {"entity", "type", "qid", "ticker", "parent"};
  for (int i = 0; i < 5; i++) if (gz_view_is(v, names[i])) return (enum field)i;
  return is_lang_tag(v, lang, cap) ? F_LANG : F_UNKNOWN;
}

void gz_fn_entity_of(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_conn *c = gz_fn_conn(ctx);
  gz_view mention, field;
  char lang[32];
  enum field f = F_ENTITY;
  gz_entity e;
  bool found;
  if (argc > 1 && gz_value_text(argv[1], &field)) {
    f = field_of(field, lang, sizeof lang);
    if (f == F_UNKNOWN) { gz_result_error(ctx, "entity_of: unknown field '%!.80s'", field.p); return; }
  }
  if (!gz_value_text(argv[0], &mention)) return;
  gz_status s = gz_entity_of(mention, c->names, &e, &found);
  if (s != GZ_OK) { gz_result_status(ctx, s); return; }
  if (!found) return;
  switch (f) {
    case F_ENTITY: gz_result_cstr(ctx, e.name); break;
    case F_TYPE: gz_result_cstr(ctx, gz_entity_type_name(e.type)); break;
    case F_QID: gz_result_cstr(ctx, e.qid); break;
    case F_TICKER: gz_result_cstr(ctx, e.ticker); break;
    case F_PARENT: gz_result_cstr(ctx, e.parent); break;
    default: gz_result_cstr(ctx, gz_entity_name_in(&e, lang, c->names)); break;
  }
}
