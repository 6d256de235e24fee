/* From numbers to facts: what an alias row or a gz_ref stands for. */
#include "find/entity_work.h"
#include "find/names_index.h"

bool gz_alias_builtin(const gz_names *names, uint32_t row, gz_alias *out)
{
  if (gz_names_hides(names, row)) return false;
  const gz_alias_row *a = &gz_ent_aliases[row];
  const gz_alias_facts *f = &gz_ent_facts[a->facts];
  const gz_guard_row *g = &gz_ent_guards[f->guard];
  out->text = gz_ent_str(a->text);
  out->before = g->before;
  out->behind = g->behind;
  out->left = gz_ent_str(g->left);
  out->right = gz_ent_str(g->right);
  out->in = gz_ent_str(g->in);
  out->words = "";
  out->context = gz_ent_contexts[f->context];
  out->ref = a->entity;
  out->lang = f->lang;
  out->rule = (uint8_t)gz_alias_case(f->flags);
  out->class = (uint8_t)gz_alias_class(f->flags);
  out->kind = (uint8_t)gz_alias_kind(f->flags);
  out->user = false;
  return true;
}

static const char *or_null(uint32_t offset) { return offset ? gz_ent_str(offset) : NULL; }

void gz_ref_fill(uint32_t ref, const gz_ent_work *w, const gz_names *names, gz_entity *out)
{
  out->id = ref;
  out->qid = out->ticker = out->parent = NULL;
  if (ref < GZ_REF_USER) {
    const gz_ent_row *e = &gz_ent_rows[ref];
    out->name = gz_ent_str(e->name);
    out->qid = e->item ? gz_ent_qid(ref) : NULL;
    out->ticker = or_null(e->ticker);
    if (e->parent != GZ_ENT_NONE) out->parent = gz_ent_str(gz_ent_rows[e->parent].name);
    out->type = e->type;
  } else if (ref < GZ_REF_FOUND) {
    gz_names_entity(names, ref, out);
  } else {
    out->name = w->found[ref - GZ_REF_FOUND].name;
    out->type = w->found[ref - GZ_REF_FOUND].type;
  }
}

uint8_t gz_ref_type(uint32_t ref, const gz_ent_work *w, const gz_names *names)
{
  if (ref < GZ_REF_USER) return gz_ent_rows[ref].type;
  gz_entity e;
  gz_ref_fill(ref, w, names, &e);
  return e.type;
}

uint32_t gz_ref_parent(uint32_t ref)
{
  return ref < GZ_REF_USER && gz_ent_rows[ref].parent != GZ_ENT_NONE ? gz_ent_rows[ref].parent : GZ_REF_NONE;
}

static const char *const type_names[] = {"org", "person", "product", "place", "publication"};
static const char *const how_names[] = {"name", "ticker", "short", "discovered"};
const char *gz_entity_type_name(unsigned type) { return type < 5 ? type_names[type] : "org"; }
const char *gz_entity_how_name(unsigned how) { return how < 4 ? how_names[how] : "name"; }
