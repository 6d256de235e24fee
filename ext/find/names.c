/* Changing a connection's own names (see names.h). Rows are blocks with a count; a copy of the snapshot shares them. A hash of
** folded aliases finds rows that say the same or contradict: linear in the number of rows, a look-up per row. */
#include "find/names.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "find/name_norm.h"
#include "find/names_store.h"

gz_names *gz_names_new(void)
{
  gz_names *n = gz_malloc(sizeof *n);
  if (!n) return NULL;
  memset(n, 0, sizeof *n);
  n->refs = 1;
  return n;
}

gz_names *gz_names_retain(gz_names *names)
{
  if (names) names->refs++;
  return names;
}

static void row_release(gz_name_row *r) { if (r && --r->refs == 0) gz_free(r); }

void gz_names_release(gz_names *n)
{
  if (!n || --n->refs) return;
  gz_names_unbuild(n);
  for (uint32_t i = 0; i < n->count; i++) row_release(n->rows[i]);
  gz_free(n->rows);
  gz_free(n->dead);
  gz_free(n->next);
  gz_free(n->slots);
  gz_free(n->hidden);
  gz_free(n->log);
  gz_free(n);
}

static size_t hidden_size(void) { return (gz_ent_alias_count / 64u + 1u) * sizeof(uint64_t); }

static void *dup(const void *p, size_t used, size_t cap)
{
  void *q = gz_malloc(cap ? cap : 1);
  if (q && used) memcpy(q, p, used);
  return q;
}

gz_names *gz_names_edit(gz_names *n)
{
  if (n->refs == 1) { gz_names_unbuild(n); return n; }
  gz_names *c = gz_names_new();
  if (!c) return NULL;
  size_t cap = n->count + 16;
  c->rows = dup(n->rows, n->count * sizeof *n->rows, cap * sizeof *n->rows);
  c->dead = dup(n->dead, n->count, cap);
  c->next = dup(n->next, n->count * sizeof *n->next, cap * sizeof *n->next);
  c->slots = dup(n->slots, n->slot_cap * sizeof *n->slots, n->slot_cap * sizeof *n->slots);
  c->log = dup(n->log, n->log_count * sizeof *n->log, n->log_count * sizeof *n->log);
  if (n->hidden) c->hidden = dup(n->hidden, hidden_size(), hidden_size());
  if (!c->rows || !c->dead || !c->next || !c->slots || !c->log || (n->hidden && !c->hidden)) { gz_names_release(c); return NULL; }
  c->cap = cap;
  c->count = n->count;
  c->slot_cap = n->slot_cap;
  c->slot_count = n->slot_count;
  c->log_count = c->log_cap = n->log_count;
  for (uint32_t i = 0; i < c->count; i++) c->rows[i]->refs++;
  n->refs--;
  return c;
}

static uint32_t slot_of(const gz_names *n, const char *key, size_t len, uint32_t hash)
{
  size_t i = hash & (n->slot_cap - 1);
  for (; n->slots[i] != GZ_NO_ROW; i = (i + 1) & (n->slot_cap - 1)) {
    const gz_name_row *r = n->rows[n->slots[i]];
    if (r->hash == hash && r->key_n == len && memcmp(r->key, key, len) == 0) break;
  }
  return (uint32_t)i;
}

static bool slot_room(gz_names *n)
{
  if (n->slot_count * 2 < n->slot_cap) return true;
  size_t cap = n->slot_cap ? n->slot_cap * 2 : 64, old_cap = n->slot_cap;
  uint32_t *old = n->slots, *fresh = gz_malloc(cap * sizeof *fresh);
  if (!fresh) return false;
  memset(fresh, 0xFF, cap * sizeof *fresh);
  n->slots = fresh;
  n->slot_cap = cap;
  for (size_t i = 0; i < old_cap; i++) {
    if (old[i] == GZ_NO_ROW) continue;
    const gz_name_row *r = n->rows[old[i]];
    n->slots[slot_of(n, r->key, r->key_n, r->hash)] = old[i];
  }
  gz_free(old);
  return true;
}

static bool row_room(gz_names *n)
{
  if (n->count < n->cap) return true;
  size_t cap = n->cap ? n->cap * 2 : 16;
  void *rows = gz_realloc(n->rows, cap * sizeof *n->rows);
  if (rows) n->rows = rows;
  void *dead = rows ? gz_realloc(n->dead, cap) : NULL;
  if (dead) n->dead = dead;
  void *next = dead ? gz_realloc(n->next, cap * sizeof *n->next) : NULL;
  if (next) n->next = next;
  if (!next) return false;
  n->cap = cap;
  return true;
}

static bool log_op(gz_names *n, uint32_t row, bool builtin, bool added)
{
  void *items = n->log;
  if (!gz_array_grow(&items, &n->log_cap, n->log_count, sizeof *n->log)) return false;
  n->log = items;
  gz_name_op op = {row, builtin, added};
  n->log[n->log_count++] = op;
  return true;
}

/* Folds each of the `|`-separated strings. */
static void fold_list(gz_view v, gz_buf *out)
{
  size_t begun = out->n;
  for (size_t i = 0; i < v.n;) {
    size_t k = i;
    while (k < v.n && v.p[k] != '|') k++;
    if (out->n > begun) gz_buf_putc(out, '|');
    gz_trie_fold_key(gz_view_of(v.p + i, k - i), out);
    i = k + 1;
  }
}

static size_t put_z(gz_buf *b, gz_view v)
{
  size_t at = b->n;
  gz_buf_put(b, v.p, v.n);
  gz_buf_putc(b, 0);
  return at;
}

static int type_of(gz_view v)
{
  for (unsigned t = 0; t < 5; t++) if (gz_view_is(v, gz_entity_type_name(t))) return (int)t;
  return -1;
}

static gz_status make_row(const gz_name_fields *f, gz_name_row **out)
{
  gz_buf b = GZ_BUF_INIT;
  const gz_view views[] = {f->entity, f->alias, f->lang, f->ticker, f->qid, f->parent, f->context, f->not_in};
  size_t at[8];
  for (int i = 0; i < 8; i++) at[i] = put_z(&b, views[i]);
  size_t key = b.n;
  gz_trie_fold_key(f->alias, &b);
  size_t key_n = b.n - key;
  gz_buf_putc(&b, 0);
  size_t words = b.n;
  fold_list(f->context, &b);
  gz_buf_putc(&b, 0);
  size_t in = b.n;
  fold_list(f->not_in, &b);
  gz_buf_putc(&b, 0);
  gz_name_row *r = b.failed ? NULL : gz_malloc(sizeof *r + b.n);
  if (!r) { gz_buf_free(&b); return GZ_NOMEM; }
  char *z = (char *)(r + 1);
  memcpy(z, b.p, b.n);
  gz_buf_free(&b);
  memset(r, 0, sizeof *r);
  const char **texts[] = {&r->entity, &r->alias, &r->lang, &r->ticker, &r->qid, &r->parent, &r->context, &r->not_in};
  for (int i = 0; i < 8; i++) *texts[i] = z + at[i];
  r->refs = 1;
  r->key = z + key;
  r->key_n = (uint16_t)key_n;
  r->words = z + words;
  r->in = z + in;
  r->hash = gz_name_hash(r->key, key_n);
  char norm[GZ_NAME_MAX];
  size_t m = gz_name_key(f->alias, norm);
  r->key_hash = m ? gz_name_hash(norm, m) : 0;
  int type = type_of(f->type);
  r->typed = type >= 0;
  r->type = (uint8_t)(type >= 0 ? type : GZ_ORG);
  *out = r;
  return GZ_OK;
}

static gz_status refuse(char **why, const char *format, gz_view a, gz_view b)
{
  /* format holds two %: the alias, then the other text */
  gz_buf out = GZ_BUF_INIT;
  const gz_view args[] = {a, b};
  int k = 0;
  for (const char *p = format; *p; p++) {
    if (*p == '%' && k < 2) { size_t n = args[k].n < 120 ? args[k].n : 120; gz_buf_put(&out, args[k].p, n); k++; }
    else gz_buf_putc(&out, *p);
  }
  *why = gz_buf_take(&out, NULL);
  return *why ? GZ_ERROR : GZ_NOMEM;
}

static gz_status judge(gz_names *n, const gz_name_row *r, const gz_name_fields *f, char **why)
{
  if (f->type.n && type_of(f->type) < 0) return refuse(why, "type '%' is none of org, person, product, place, publication%", f->type, gz_view_of("", 0));
  if (!r->key_n) return refuse(why, "alias '%' has neither letter nor digit%", f->alias, gz_view_of("", 0));
  uint32_t builtin = gz_builtin_named(f->entity);
  if (builtin != GZ_REF_NONE && f->type.n && r->type != gz_ent_rows[builtin].type)
    return refuse(why, "entity '%' is built in with type %: leave type out, or choose another name", f->entity, gz_view_cstr(gz_entity_type_name(gz_ent_rows[builtin].type)));
  for (uint32_t i = n->slot_cap ? n->slots[slot_of(n, r->key, r->key_n, r->hash)] : GZ_NO_ROW; i != GZ_NO_ROW; i = n->next[i]) {
    const gz_name_row *o = n->rows[i];
    if (n->dead[i]) continue;
    if (strcmp(o->entity, r->entity) == 0 && strcmp(o->alias, r->alias) == 0 && strcmp(o->lang, r->lang) == 0) return refuse(why, "alias '%' of '%' is there already", f->alias, f->entity);
    if (strcmp(o->entity, r->entity) && (!*o->words || !*r->words) && strcmp(o->alias, r->alias) == 0)
      return refuse(why, "alias '%' names '%' already: delete that row first, or give both a context", f->alias, gz_view_cstr(o->entity));
  }
  return GZ_OK;
}

gz_status gz_names_add(gz_names *n, const gz_name_fields *f, uint32_t *row, char **why)
{
  gz_name_row *r = NULL;
  *why = NULL;
  gz_status s = make_row(f, &r);
  if (s == GZ_OK) s = judge(n, r, f, why);
  if (s == GZ_OK && (n->count >= GZ_REF_USER - 1 || !row_room(n) || !slot_room(n) || !log_op(n, n->count, false, true))) s = GZ_NOMEM;
  if (s != GZ_OK) { row_release(r); return s; }
  uint32_t slot = slot_of(n, r->key, r->key_n, r->hash);
  if (n->slots[slot] == GZ_NO_ROW) n->slot_count++;
  n->next[n->count] = n->slots[slot];
  n->slots[slot] = n->count;
  n->dead[n->count] = 0;
  n->rows[n->count] = r;
  *row = n->count++;
  return GZ_OK;
}

gz_status gz_names_remove(gz_names *n, uint32_t row)
{
  if (row >= n->count || n->dead[row]) return GZ_OK;
  if (!log_op(n, row, false, false)) return GZ_NOMEM;
  n->dead[row] = 1;
  return GZ_OK;
}

gz_status gz_names_hide(gz_names *n, uint32_t alias_row)
{
  if (gz_names_hides(n, alias_row)) return GZ_OK;
  if (!n->hidden) {
    n->hidden = gz_malloc(hidden_size());
    if (!n->hidden) return GZ_NOMEM;
    memset(n->hidden, 0, hidden_size());
  }
  if (!log_op(n, alias_row, true, false)) return GZ_NOMEM;
  n->hidden[alias_row / 64] |= (uint64_t)1 << (alias_row % 64);
  return GZ_OK;
}

size_t gz_names_mark(const gz_names *n) { return n->log_count; }
void gz_names_forget_log(gz_names *n) { n->log_count = 0; }

void gz_names_undo(gz_names *n, size_t mark)
{
  while (n->log_count > mark) {
    gz_name_op op = n->log[--n->log_count];
    if (op.builtin) n->hidden[op.row / 64] &= ~((uint64_t)1 << (op.row % 64));
    else n->dead[op.row] = op.added;          /* an added row stays as a dead one: numbers of rows do not move */
  }
}

uint32_t gz_names_rows(const gz_names *n) { return n ? n->count : 0; }

bool gz_names_row(const gz_names *n, uint32_t row, gz_name_fields *out)
{
  if (!n || row >= n->count || n->dead[row]) return false;
  const gz_name_row *r = n->rows[row];
  out->entity = gz_view_cstr(r->entity);
  out->type = gz_view_cstr(r->typed ? gz_entity_type_name(r->type) : "");
  out->alias = gz_view_cstr(r->alias);
  out->lang = gz_view_cstr(r->lang);
  out->ticker = gz_view_cstr(r->ticker);
  out->qid = gz_view_cstr(r->qid);
  out->parent = gz_view_cstr(r->parent);
  out->context = gz_view_cstr(r->context);
  out->not_in = gz_view_cstr(r->not_in);
  return true;
}

static uint32_t alive_from(const gz_names *n, uint32_t row)
{
  while (row != GZ_NO_ROW && n->dead[row]) row = n->next[row];
  return row;
}

uint32_t gz_names_first_alias(const gz_names *n, gz_view alias)
{
  if (!n || !n->slot_cap) return GZ_NO_ROW;
  gz_buf b = GZ_BUF_INIT;
  gz_trie_fold_key(alias, &b);
  uint32_t row = b.failed || !b.n ? GZ_NO_ROW : n->slots[slot_of(n, b.p, b.n, gz_name_hash(b.p, b.n))];
  gz_buf_free(&b);
  return alive_from(n, row);
}

uint32_t gz_names_next_alias(const gz_names *n, uint32_t row) { return alive_from(n, n->next[row]); }
bool gz_names_hides(const gz_names *n, uint32_t a) { return n && n->hidden && (n->hidden[a / 64] >> (a % 64) & 1u); }
