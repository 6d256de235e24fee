/* Connection state and the cache of the last text's analysis. A cached text larger than KEEP_MAX is dropped as soon as its
** last user gives it back, so that one huge document does not stay in memory. */
#include "bind/bind.h"
#include "base/alloc.h"

#define KEEP_MAX ((size_t)4 << 20)

gz_conn *gz_conn_new(sqlite3 *db)
{
  gz_conn *c = gz_malloc(sizeof *c);
  if (!c) return NULL;
  memset(c, 0, sizeof *c);
  c->db = db;
  c->refs = 1;
  return c;
}

gz_conn *gz_conn_retain(gz_conn *c) { c->refs++; return c; }

void gz_conn_release(void *p)
{
  gz_conn *c = p;
  if (!c || --c->refs) return;
  gz_conn_unuse(c->last);
  gz_names_release(c->names);
  gz_free(c);
}

static void forget(gz_conn *c)
{
  gz_conn_unuse(c->last);
  c->last = NULL;
}

void gz_conn_set_names(gz_conn *c, gz_names *names)
{
  forget(c);
  gz_names_release(c->names);
  c->names = names;
}

static bool suits(gz_view have, gz_view asked) { return !asked.p || gz_view_eq(have, asked); }

gz_analysis *gz_conn_analysis(gz_conn *c, gz_view text, gz_view anchor, gz_view region)
{
  gz_analysis *a = c->last;
  if (a && a->names == c->names && gz_view_eq(a->text, text) && suits(a->anchor_text, anchor) && suits(a->region_text, region)) {
    a->refs++;
    return a;
  }
  forget(c);
  c->analysed++;
  a = gz_analysis_new(text, anchor, region, c->names);
  if (a && text.n <= KEEP_MAX) { a->refs++; c->last = a; }
  return a;
}

gz_analysis *gz_conn_kept(gz_conn *c, gz_view text) { return c->last && gz_view_eq(c->last->text, text) ? c->last : NULL; }

void gz_conn_unuse(gz_analysis *a)
{
  if (a && --a->refs == 0) gz_analysis_free(a);
}
