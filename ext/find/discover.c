/* The discovery stage: runs the discoverers of the scripts that the text holds, each over the candidates that the listed names have
** left, and keeps the list of discovered entities. A name's folded text is its identity within one text. */
#include "find/discover.h"
#include "base/alloc.h"
#include "find/name_norm.h"
#include "text/trie_build.h"

static uint32_t name_hash(const char *z) { return gz_name_hash(z, strlen(z)); }

static bool slots_grow(gz_ent_work *w)
{
  if (w->found_count * 2 < w->slot_count) return true;
  size_t cap = w->slot_count ? w->slot_count * 2 : 64;
  uint32_t *slots = gz_malloc(cap * sizeof *slots);
  if (!slots) return false;
  memset(slots, 0, cap * sizeof *slots);
  for (size_t i = 0; i < w->found_count; i++) {
    size_t j = w->found[i].hash & (cap - 1);
    while (slots[j]) j = (j + 1) & (cap - 1);
    slots[j] = (uint32_t)i + 1;
  }
  gz_free(w->name_slots);
  w->name_slots = slots;
  w->slot_count = cap;
  return true;
}

/* Same name but for case and width. */
static bool same_name(const char *z, gz_view v)
{
  size_t i = 0, k = 0, n = strlen(z);
  while (i < n && k < v.n) if (gz_fold(gz_utf8_next(z, n, &i)) != gz_fold(gz_utf8_next(v.p, v.n, &k))) return false;
  return i == n && k == v.n;
}

static uint32_t folded_hash(gz_view v)
{
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < v.n;) h = (h ^ gz_fold(gz_utf8_next(v.p, v.n, &i))) * 16777619u;
  return h ^ name_hash("");
}

/* The slot of a name: empty, or with the discovered entity that is called so. */
static size_t slot_of(const gz_ent_work *w, gz_view v, uint32_t hash)
{
  size_t j = hash & (w->slot_count - 1);
  while (w->name_slots[j] && !same_name(w->found[w->name_slots[j] - 1].name, v)) j = (j + 1) & (w->slot_count - 1);
  return j;
}

/* The name as written, on one line; NULL when out of memory. */
static char *name_copy(gz_ent_work *w, gz_view v)
{
  char *name = gz_arena_copy(w->arena, v.p, v.n);
  for (char *z = name; z && *z; z++) if (*z == '\n') *z = ' ';
  return name;
}

bool gz_found_add(gz_ent_work *w, gz_span s, uint8_t type)
{
  gz_view v = gz_view_slice(w->text, s);
  uint32_t hash = folded_hash(v);
  if (!slots_grow(w)) { w->nomem = true; return false; }
  size_t j = slot_of(w, v, hash);
  if (!w->name_slots[j]) {
    void *items = w->found;
    char *name = name_copy(w, v);
    if (!name || !gz_array_grow(&items, &w->found_cap, w->found_count, sizeof *w->found)) { w->nomem = true; return false; }
    w->found = items;
    gz_found f = {name, s, hash, type};
    w->found[w->found_count++] = f;
    w->name_slots[j] = (uint32_t)w->found_count;
  }
  gz_cand c = {s, GZ_REF_FOUND + w->name_slots[j] - 1, GZ_CAND_SURE, GZ_HOW_DISCOVERED, GZ_CLASS_SURE, false, 0, "", false};
  return gz_cand_add(w, &c);
}

bool gz_found_gloss(gz_ent_work *w, gz_span s, uint32_t ref)
{
  gz_view v = gz_view_slice(w->text, s);
  gz_found *f = &w->found[ref - GZ_REF_FOUND];
  uint32_t hash = folded_hash(v);
  if (f->hash != folded_hash(gz_view_slice(w->text, f->first))) return gz_found_add(w, s, f->type);        /* it has another spelling already */
  size_t j = slot_of(w, v, hash);
  if (w->name_slots[j]) f->name = w->found[w->name_slots[j] - 1].name;
  else {
    char *name = name_copy(w, v);
    if (!name) { w->nomem = true; return false; }
    f->name = name;
    f->hash = hash;
    w->name_slots[j] = ref - GZ_REF_FOUND + 1;
  }
  return gz_found_add(w, s, f->type);
}

const gz_cand *gz_listed_in(gz_listed *l, gz_span s)
{
  const gz_cand *best = NULL;
  while (l->at < l->n && l->c[l->at].span.end + 256 < s.start) l->at++;
  for (size_t i = l->at; i < l->n && l->c[i].span.start < s.end; i++) {
    const gz_cand *c = &l->c[i];
    if (c->span.end <= s.start || c->state > GZ_CAND_MEANT) continue;
    if (!best || c->span.end - c->span.start > best->span.end - best->span.start) best = c;
  }
  return best;
}

bool gz_listed_exact(gz_listed *l, gz_span s)
{
  while (l->at < l->n && l->c[l->at].span.end + 256 < s.start) l->at++;
  for (size_t i = l->at; i < l->n && l->c[i].span.start <= s.start; i++) if (l->c[i].span.start == s.start && l->c[i].span.end == s.end) return true;
  return false;
}

static bool has_script(const gz_ent_work *w, unsigned script) { return w->scripts >> (script < 31 ? script : 31) & 1u; }

/* A copy of the candidates so far, in order: the array moves when it grows. */
static bool snapshot(gz_ent_work *w, gz_cand **copy, size_t *n)
{
  gz_cand_sort(w->cands, w->cand_count);
  gz_free(*copy);
  *n = w->cand_count;
  *copy = gz_malloc((*n + 1) * sizeof **copy);
  if (!*copy) { w->nomem = true; return false; }
  if (*n) memcpy(*copy, w->cands, *n * sizeof **copy);
  return true;
}

/* GPT-3.5, Claude 3.7: where a version behind a product's name ends, or its end when there is none. A space counts only before a
** number with a point: `Alexa 20 million` is no version. */
static uint32_t version_end(gz_view t, uint32_t end)
{
  size_t i = end, digits = 0, points = 0;
  bool spaced = i < t.n && t.p[i] == ' ';
  if (i >= t.n || (t.p[i] != '-' && t.p[i] != ' ')) return end;
  for (i++; i < t.n; i++) {
    if (t.p[i] >= '0' && t.p[i] <= '9') digits++;
    else if (t.p[i] == '.' && digits && i + 1 < t.n && t.p[i + 1] >= '0' && t.p[i + 1] <= '9') points++;
    else break;
  }
  if (!digits || digits > 3 || points > 2 || (spaced && !points)) return end;
  if (i < t.n && t.p[i] >= 'a' && t.p[i] <= 'z' && !spaced) i++;                    /* GPT-4o */
  if (i < t.n && (gz_ascii_word((unsigned char)t.p[i]) || t.p[i] == '%')) return end;
  if (spaced && i + 1 < t.n && t.p[i] == ' ' && (t.p[i + 1] == 'b' || t.p[i + 1] == 'm' || t.p[i + 1] == 'p')) return end;      /* 3.5 billion, percent */
  return (uint32_t)i;
}

static bool versions(gz_ent_work *w)
{
  size_t n = w->cand_count;
  for (size_t i = 0; i < n; i++) {
    const gz_cand c = w->cands[i];
    if (c.state > GZ_CAND_MEANT || c.how != GZ_HOW_NAME || gz_ref_type(c.ref, w, w->names) != GZ_PRODUCT) continue;
    gz_span s = {c.span.start, version_end(w->text, c.span.end)};
    bool longer = i > 0 && w->cands[i - 1].span.start == s.start && w->cands[i - 1].span.end >= s.end;       /* listed itself */
    if (s.end > c.span.end && !longer && !gz_found_add(w, s, GZ_PRODUCT)) return false;
  }
  return true;
}

void gz_stage_discover(gz_ent_work *w)
{
  static void (*const each[])(gz_ent_work *, gz_listed *) = {gz_discover_han, gz_discover_kana, gz_discover_hangul, gz_discover_latin};
  gz_cand *copy = NULL;
  size_t n = 0;
  for (size_t i = 0; i < 4 && !w->nomem && !w->stopped; i++) {
    bool han = has_script(w, GZ_SCRIPT_HANI) || has_script(w, GZ_SCRIPT_KANA);
    if ((i < 2 && !han) || (i == 1 && !w->kana) || (i == 2 && !has_script(w, GZ_SCRIPT_HANG))) continue;
    if ((i == 0 || i == 3) && !snapshot(w, &copy, &n)) break;          /* Latin names in brackets look at the Chinese ones before them */
    gz_listed l = {copy, n, 0};
    each[i](w, &l);
  }
  gz_free(copy);
  if (!w->nomem && !w->stopped) versions(w);
}
