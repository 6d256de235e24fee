/* The rules of the entity finder, one table each: a text with the match in [brackets], and whether the rule lets it pass. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/entity_work.h"

typedef struct place { char text[256]; gz_span span; } place;

/* Takes the brackets out. */
static place read_place(const char *marked)
{
  place p;
  size_t n = 0;
  memset(&p, 0, sizeof p);
  for (const char *z = marked; *z && n + 1 < sizeof p.text; z++) {
    if (*z == '[') p.span.start = (uint32_t)n;
    else if (*z == ']') p.span.end = (uint32_t)n;
    else p.text[n++] = *z;
  }
  return p;
}

typedef struct row { const char *text; bool pass; } row;

static void check_place(const char *rule, bool (*f)(gz_view, gz_span), const row *rows, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    place p = read_place(rows[i].text);
    CHECK(f(gz_view_cstr(p.text), p.span) == rows[i].pass, "%s: %s", rule, rows[i].text);
  }
}
#define PLACES(rule, rows) check_place(#rule, rule, rows, sizeof rows / sizeof *rows)

static void boundary(void)
{
  static const row rows[] = {
    {"the [Heron] flew", true}, {"[Heron]s flew", false}, {"Nor[heron]", false}, {"用[Heron]写", true}, {"[Heron]的股价", true}, {"2[Heron]", false}, {"[Heron]'s", true},
    {"[アオサギ]は", true}, {"[アオサギ]プライム", false}, {"ア[オサギ]", false}, {"[アオサギ]社", true}, {"[アオサ]ー", false},
    {"[왜가리]는 난다", true}, {"[왜가리]에서는", true}, {"[왜가리]강", false}, {"큰[왜가리]", false}, {"[왜가리]", true}, {"[Heron]은", true},
    {"蓝[鹭]飞", true}, {"[Blue\nHeron] flew", true}, {"[Blue\n\nHeron] flew", false}, {"", true},
  };
  PLACES(gz_rule_boundary, rows);
}

static void address(void)
{
  static const row rows[] = {
    {"see [heron].com", false}, {"ask bob@[heron].de", false}, {"www.[heron].org", false}, {"http://[heron]/x", false}, {"[heron]@mail", false}, {"my_[heron]", false},
    {"the [heron]. It", true}, {"the [Heron].Then", true}, {"and/or [heron]", true}, {"看[heron]。", true}, {"（[Heron]）", true}, {"?q=[heron]", false},
  };
  PLACES(gz_rule_address, rows);
}

static void number(void)
{
  static const row rows[] = {
    {"[US]$4 billion", false}, {"the [US] won", true}, {"[NT]$300", false}, {"[HPT-4].5", false}, {"[HPT-4].", true}, {"[HPT-4], too", true}, {"[Kite 1],000", false},
    {"[HP]-18G", false}, {"[HP]-owned", true}, {"[Kite 2]% more", false}, {"[鹭鸶]4号", true}, {"[アオサギ]3", true},
  };
  PLACES(gz_rule_number, rows);
}

static void crossing(void)
{
  static const row rows[] = {
    {"集[中通]过", false}, {"会议集[中通]过了决议", false}, {"[中通]快递涨价", true}, {"在[中国]人民", true}, {"很完[美的]人", false}, {"集[中通]過", false}, {"[Heron]", true}, {"[アオ]", true},
    {"提[高通]过率", false}, {"[高通]发布芯片", true},
  };
  PLACES(gz_rule_crossing, rows);
}

static void guards(void)
{
  static const struct { const char *text, *left, *right, *in; bool pass; } rows[] = {
    {"亚马逊[亚马逊]雨林", "", "雨林|河", "", false}, {"[亚马逊]财报", "", "雨林|河", "", true}, {"[亞馬遜]雨林", "", "雨林|河", "", false}, {"[Heron] prices rose", "", "prices", "", false},
    {"[Heron] shares rose", "", "prices", "", true}, {"完[美的]", "完|最", "", "", false}, {"和[美的]", "完|最", "", "", true}, {"the [Heron]", "the", "", "", false}, {"Bathe [Heron]", "the", "", "", true},
    {"吃[苹果]派", "", "", "苹果派|苹果汁", false}, {"吃[苹果]汁", "", "", "苹果派|苹果汁", false}, {"买[苹果]机", "", "", "苹果派|苹果汁", true}, {"青[苹果]树", "", "", "青苹果", false}, {"[アオサギ]川", "", "川", "", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    place p = read_place(rows[i].text);
    gz_alias a = {.text = "", .left = rows[i].left, .right = rows[i].right, .in = rows[i].in, .words = "", .before = UINT64_MAX, .behind = UINT64_MAX};
    CHECK(gz_rule_guards(gz_view_cstr(p.text), p.span, &a) == rows[i].pass, "guards: %s", rows[i].text);
  }
}

/* The masks that spare a look at the guards must not hide one: every not-right string, and the end of every not-left string, is in them. */
static void guard_masks(void)
{
  unsigned strings = 0;
  for (uint32_t i = 0; i < gz_ent_alias_count; i++) {
    const gz_guard_row *g = &gz_ent_guards[gz_ent_facts[gz_ent_aliases[i].facts].guard];
    for (const char *z = gz_ent_str(g->right); *z; z += strcspn(z, "|"), z += *z == '|', strings++) {
      size_t at = 0;
      CHECK(g->behind & gz_near_bit(gz_utf8_next(z, strlen(z), &at)), "mask behind an alias: %s", z);
    }
    for (const char *z = gz_ent_str(g->left); *z; z += *z == '|', strings++) {
      size_t n = strcspn(z, "|"), at = n;
      CHECK(g->before & gz_near_bit(gz_utf8_prev(z, n, &at)), "mask before an alias: %s", z);
      z += n;
    }
  }
  CHECK(strings > 100, "guards of the built-in names: %u", strings);
}

static void letter_case(void)
{
  static const struct { const char *text, *alias; unsigned rule, class; bool pass; } rows[] = {
    {"[Heron]", "Heron", GZ_CASE_EXACT, GZ_CLASS_SURE, true}, {"[heron]", "Heron", GZ_CASE_EXACT, GZ_CLASS_SURE, false}, {"[HERON]", "Heron", GZ_CASE_EXACT, GZ_CLASS_SURE, true},
    {"[HERON]", "Heron", GZ_CASE_EXACT, GZ_CLASS_COMMON, false}, {"[heron]", "Heron", GZ_CASE_ANY, GZ_CLASS_SURE, true}, {"[hrn]", "HRN", GZ_CASE_ANY, GZ_CLASS_SURE, false},
    {"[HRN]", "HRN", GZ_CASE_ANY, GZ_CLASS_SURE, true}, {"[HRN]", "Hrn", GZ_CASE_UPPER, GZ_CLASS_SURE, true}, {"[Hrn]", "HRN", GZ_CASE_UPPER, GZ_CLASS_SURE, false},
    {"[Ｈｅｒｏｎ]", "Heron", GZ_CASE_EXACT, GZ_CLASS_SURE, true}, {"[蓝鹭]", "藍鷺", GZ_CASE_EXACT, GZ_CLASS_SURE, true}, {"[ｱｵｻｷﾞ]", "アオサギ", GZ_CASE_EXACT, GZ_CLASS_SURE, true}, {"[eHeron]", "eHeron", GZ_CASE_EXACT, GZ_CLASS_SURE, true},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    place p = read_place(rows[i].text);
    gz_alias a = {.text = rows[i].alias, .left = "", .right = "", .in = "", .words = "", .rule = (uint8_t)rows[i].rule, .class = (uint8_t)rows[i].class};
    CHECK(gz_rule_case(gz_view_cstr(p.text), p.span, &a) == rows[i].pass, "case: %s for %s", rows[i].text, rows[i].alias);
  }
}

/* Mentions as `surface=type` of what is discovered or short, in order. */
static void found(const char *text, const char *want)
{
  gz_arena arena = {NULL};
  gz_entity *e = NULL;
  size_t n = 0;
  char got[512] = "";
  CHECK(gz_entities(gz_view_cstr(text), NULL, NULL, &arena, &e, &n) == GZ_OK, " ");
  for (size_t i = 0; i < n; i++) {
    if (e[i].how != GZ_HOW_DISCOVERED && e[i].how != GZ_HOW_SHORT) continue;
    size_t at = strlen(got);
    snprintf(got + at, sizeof got - at, "%s%.*s=%s%s", at ? " | " : "", (int)(e[i].span.end - e[i].span.start), text + e[i].span.start, gz_entity_type_name(e[i].type), e[i].how == GZ_HOW_SHORT ? "*" : "");
  }
  CHECK(strcmp(got, want) == 0, "%s\n  found  %s\n  wanted %s", text, got, want);
  gz_free(e);
  gz_arena_free(&arena);
}

/* Names of the discovered entities, in order: a spelling in brackets is the name of what stands before them. */
static void named(const char *text, const char *want)
{
  gz_arena arena = {NULL};
  gz_entity *e = NULL;
  size_t n = 0;
  char got[512] = "";
  CHECK(gz_entities(gz_view_cstr(text), NULL, NULL, &arena, &e, &n) == GZ_OK, " ");
  for (size_t i = 0; i < n; i++) { size_t at = strlen(got); snprintf(got + at, sizeof got - at, "%s%s", at ? " | " : "", e[i].name); }
  CHECK(strcmp(got, want) == 0, "%s\n  named  %s\n  wanted %s", text, got, want);
  gz_free(e);
  gz_arena_free(&arena);
}

static void discovery(void)
{
  found("Yesterday Anna Heronsworth spoke. Heronsworth said so.", "Anna Heronsworth=person | Heronsworth=person*");
  found("He joined the Kestrel Valley Institute in spring.", "Kestrel Valley Institute=org");
  found("The University of Heronford closed.", "University of Heronford=org");
  found("They crossed the Heronbeck River by night.", "Heronbeck River=place");
  found("the weather was fine and the sea was calm", "");
  found("记者陈晓明报道，陈晓明表示不便置评。", "陈晓明=person | 陈晓明=person");
  found("总裁安德森·克劳福德表示满意，克劳福德随后离开。", "安德森·克劳福德=person | 克劳福德=person*");
  found("今天天气很好，我们去公园散步。", "");
  named("演员霍斯顿·凯勒曼（Aron Kellermont）到场，凯勒曼说不。后来Aron Kellermont走了。", "Aron Kellermont | Aron Kellermont | Aron Kellermont | Aron Kellermont");
  named("演员霍斯顿·凯勒曼（CEO）到场。", "霍斯顿·凯勒曼");
  found("高木浩光監督は語った。", "高木浩光=person");
  found("青鷺製作所株式会社は値上げを決めた。", "青鷺製作所株式会社=org");
  found("김민수 대표는 밝혔다.", "김민수=person");
}

/* Tickers behind fillers of every length: the signs are looked for in blocks. */
static void tickers(void)
{
  static const char *const codes[] = {"$AAPL", "AAPL.US", "NASDAQ:AAPL", "NASDAQ\xEF\xBC\x9A\x41\x41PL"};
  for (size_t k = 0; k < sizeof codes / sizeof *codes; k++) {
    for (size_t fill = 0; fill < 40; fill++) {
      for (size_t more = 0; more < 2; more++) {
        char text[128];
        size_t hits = 0, n = 0;
        snprintf(text, sizeof text, "%*s%s%s", (int)fill, "", codes[k], more ? " was named behind it, and by all." : "");
        gz_arena arena = {NULL};
        gz_entity *e = NULL;
        CHECK(gz_entities(gz_view_cstr(text), NULL, NULL, &arena, &e, &n) == GZ_OK, " ");
        for (size_t i = 0; i < n; i++) hits += e[i].how == GZ_HOW_TICKER && e[i].span.end == fill + strlen(codes[k]);
        CHECK(hits == 1, "%s behind %zu spaces", codes[k], fill);
        gz_free(e);
        gz_arena_free(&arena);
      }
    }
  }
}

int main(void)
{
  tickers();
  boundary();
  address();
  number();
  crossing();
  guards();
  guard_masks();
  letter_case();
  discovery();
  return unit_end("entity_rules");
}
