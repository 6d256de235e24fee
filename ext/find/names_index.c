/* Compiles a connection's own names for scanning and answers the finder's questions about them. Names are safe by default:
** whole words (entity_rules.c), their own case when they have fewer than four letters. A row whose entity is a built-in canonical name
** adds an alias to that entity; other rows with the same entity are one entity, facts being taken from the first row that has them. */
#include "find/names_store.h"
#include "base/alloc.h"
#include "find/name_norm.h"

void gz_names_unbuild(gz_names *n)
{
  gz_names_built *b = n->built;
  if (!b) return;
  gz_trie_free(&b->trie);
  gz_free(b->bits);
  gz_free(b->entity);
  gz_free(b->key_slots);
  gz_free(b->key_next);
  gz_free(b);
  n->built = NULL;
}

uint32_t gz_builtin_named(gz_view name)
{
  uint32_t value;
  if (!gz_trie_exact(&gz_ent_trie, name, &value)) return GZ_REF_NONE;
  if (!(value & GZ_ALIAS_MANY)) {
    uint32_t e = gz_ent_aliases[value].entity;
    return gz_view_is(name, gz_ent_str(gz_ent_rows[e].name)) ? e : GZ_REF_NONE;
  }
  for (const uint32_t *m = gz_ent_many + (value & ~GZ_ALIAS_MANY);; m++) {
    uint32_t e = gz_ent_aliases[*m & ~GZ_ALIAS_LAST].entity;
    if (gz_view_is(name, gz_ent_str(gz_ent_rows[e].name))) return e;
    if (*m & GZ_ALIAS_LAST) return GZ_REF_NONE;
  }
}

static size_t table_size(uint32_t rows)
{
  size_t cap = 64;
  while (cap < (size_t)rows * 2) cap *= 2;
  return cap;
}

/* Numbers the entities: built-in ones by name, others by the first row that names them. */
static bool number_entities(const gz_names *n, gz_names_built *b)
{
  size_t cap = table_size(n->count);
  uint32_t *slots = gz_malloc(cap * sizeof *slots);
  if (!slots) return false;
  memset(slots, 0xFF, cap * sizeof *slots);
  for (uint32_t i = 0; i < n->count; i++) {
    if (n->dead[i]) continue;
    const char *name = n->rows[i]->entity;
    size_t j = gz_name_hash(name, strlen(name)) & (cap - 1);
    while (slots[j] != GZ_NO_ROW && strcmp(n->rows[slots[j]]->entity, name)) j = (j + 1) & (cap - 1);
    if (slots[j] != GZ_NO_ROW) { b->entity[i] = b->entity[slots[j]]; continue; }
    slots[j] = i;
    uint32_t builtin = gz_builtin_named(gz_view_cstr(name));
    b->entity[i] = builtin != GZ_REF_NONE ? builtin : GZ_REF_USER + i;
  }
  gz_free(slots);
  return true;
}

static bool may_be_lower(const gz_name_row *r) { return strlen(r->alias) > 3 || (r->alias[0] >= 'a' && r->alias[0] <= 'z'); }

static bool build_trie(const gz_names *n, gz_names_built *b, gz_filter_bits *f)
{
  gz_trie_key *keys = gz_malloc((n->count + 1) * sizeof *keys);
  if (!keys) return false;
  size_t count = 0;
  for (uint32_t i = 0; i < n->slot_cap; i++) {
    uint32_t row = n->slots[i];
    while (row != GZ_NO_ROW && n->dead[row]) row = n->next[row];
    if (row == GZ_NO_ROW) continue;
    keys[count].p = n->rows[row]->key;
    keys[count].n = n->rows[row]->key_n;
    keys[count++].value = row;
    for (uint32_t k = row; k != GZ_NO_ROW; k = n->next[k])
      if (!n->dead[k]) gz_filter_add(f, n->rows[k]->key, n->rows[k]->key_n, may_be_lower(n->rows[k]));
  }
  bool ok = gz_trie_build(keys, count, &b->trie) == GZ_OK;
  gz_free(keys);
  b->live = (uint32_t)count;
  return ok;
}

static void chain_keys(const gz_names *n, gz_names_built *b)
{
  memset(b->key_slots, 0xFF, b->key_cap * sizeof *b->key_slots);
  for (uint32_t i = 0; i < n->count; i++) {
    if (n->dead[i]) continue;
    size_t j = n->rows[i]->key_hash & (b->key_cap - 1);
    b->key_next[i] = b->key_slots[j];
    b->key_slots[j] = i;
  }
}

gz_status gz_names_prepare(const gz_names *names)
{
  if (!names || names->built) return GZ_OK;
  gz_names_built *b = gz_malloc(sizeof *b);
  if (!b) return GZ_NOMEM;
  memset(b, 0, sizeof *b);
  uint32_t bits = 12;                       /* eight bits of each bitmap a row */
  while (bits < 30 && ((uint32_t)1 << bits) / 8 < names->count) bits++;
  size_t words = GZ_FILTER_WORDS(bits);
  b->bits = gz_malloc(3 * words * sizeof *b->bits);
  b->entity = gz_malloc((names->count + 1) * sizeof *b->entity);
  b->key_cap = table_size(names->count);
  b->key_slots = gz_malloc(b->key_cap * sizeof *b->key_slots);
  b->key_next = gz_malloc((names->count + 1) * sizeof *b->key_next);
  bool ok = b->bits && b->entity && b->key_slots && b->key_next;
  if (ok) {
    memset(b->bits, 0, 3 * words * sizeof *b->bits);
    gz_filter_bits f = gz_filter_over(b->bits, bits);
    ok = number_entities(names, b) && build_trie(names, b, &f);
    gz_filter filled = {f.words, f.two, f.wide, bits, f.single_from, f.single_to};
    b->filter = filled;
  }
  union { const gz_names *c; gz_names *m; } u = {names};       /* compiling does not change what the snapshot says */
  u.m->built = b;
  if (!ok) { gz_names_unbuild(u.m); return GZ_NOMEM; }
  chain_keys(names, b);
  return GZ_OK;
}

const gz_trie *gz_names_trie(const gz_names *n) { return &n->built->trie; }
const gz_filter *gz_names_filter(const gz_names *n) { return n && n->built && n->built->live ? &n->built->filter : NULL; }

uint32_t gz_names_first_key(const gz_names *n, uint32_t hash)
{
  if (!n || !n->built) return GZ_NO_ROW;
  uint32_t i = n->built->key_slots[hash & (n->built->key_cap - 1)];
  while (i != GZ_NO_ROW && n->rows[i]->key_hash != hash) i = n->built->key_next[i];
  return i;
}

uint32_t gz_names_next_key(const gz_names *n, uint32_t row)
{
  uint32_t i = n->built->key_next[row];
  while (i != GZ_NO_ROW && n->rows[i]->key_hash != n->rows[row]->key_hash) i = n->built->key_next[i];
  return i;
}

void gz_names_alias(const gz_names *n, uint32_t row, gz_alias *out)
{
  const gz_name_row *r = n->rows[row];
  memset(out, 0, sizeof *out);
  out->text = r->alias;
  out->left = out->right = "";
  out->in = r->in;
  out->before = out->behind = *r->in ? UINT64_MAX : 0;
  out->words = r->words;
  out->ref = n->built->entity[row];
  out->lang = UINT32_MAX;
  out->rule = GZ_CASE_ANY;
  out->class = *r->words ? GZ_CLASS_AMBIGUOUS : GZ_CLASS_SURE;
  out->user = true;
}

void gz_names_entity(const gz_names *n, uint32_t ref, gz_entity *out)
{
  const gz_name_row *first = n->rows[ref - GZ_REF_USER];
  out->name = first->entity;
  out->type = first->type;
  out->qid = *first->qid ? first->qid : NULL;
  out->ticker = *first->ticker ? first->ticker : NULL;
  out->parent = *first->parent ? first->parent : NULL;
}

const char *gz_names_in_lang(const gz_names *n, const char *entity, const char *lang)
{
  for (uint32_t i = gz_names_rows(n); i-- > 0;)
    if (!n->dead[i] && strcmp(n->rows[i]->entity, entity) == 0 && strcmp(n->rows[i]->lang, lang) == 0) return n->rows[i]->alias;
  return NULL;
}
