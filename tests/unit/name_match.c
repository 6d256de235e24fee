/* Names: comparable keys and loose matching. With a file of name pairs (name1, name2, is_match) as argument it prints how well the
** matching agrees instead. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/name_match.h"
#include <stdlib.h>

static void same_key(const char *a, const char *b, bool want)
{
  char p[GZ_NAME_MAX], q[GZ_NAME_MAX];
  size_t n = gz_name_key(gz_view_cstr(a), p), m = gz_name_key(gz_view_cstr(b), q);
  CHECK((n == m && n > 0 && memcmp(p, q, n) == 0) == want, "%s / %s: %.*s / %.*s", a, b, (int)n, p, (int)m, q);
}

static void match(const char *a, const char *b, bool want)
{
  CHECK(gz_name_match(gz_view_cstr(a), gz_view_cstr(b)) == want, "%s / %s", a, b);
  CHECK(gz_name_match(gz_view_cstr(b), gz_view_cstr(a)) == want, "%s / %s", b, a);
}

static void keys(void)
{
  same_key("Acme, Inc.", "ACME Incorporated", true);
  same_key("J.P. Harbor & Co.", "JP Harbor and Company", true);
  same_key("Société Lumière S.A.", "Societe Lumiere", true);
  same_key("蓝鹭科技股份有限公司", "藍鷺科技", true);
  same_key("株式会社アオサギ", "アオサギ", true);
  same_key("주식회사 왜가리", "왜가리", true);
  same_key("Ｈｅｒｏｎ Ltd", "heron's", true);
  same_key("U.S. Heron Council", "United States Heron Council", true);
  same_key("Heron Group", "Egret Group", false);
  same_key("Heron North", "Heron South", false);
  same_key("公司", "集团", false);
  char out[GZ_NAME_MAX];
  CHECK(gz_name_key(gz_view_cstr("..."), out) == 0, " ");
  char big[2000];
  memset(big, 'x', sizeof big);
  CHECK(gz_name_key(gz_view_of(big, sizeof big), out) == 0, " ");
}

static void matches(void)
{
  match("Ann Mary Heron", "Heron, Ann Mary", true);
  match("A. Heronsworth", "Anna Heronsworth", true);
  match("Anna Heronsworht", "Anna Heronsworth", true);
  match("Anna bin Heronsworth Kestrel", "Anna Kestrel", true);
  match("Goldcrest Works Ltd", "Goldcrest Works Limited", true);
  match("Goldcrest Works Ltd", "Goldcrest Mines Ltd", false);
  match("Goldcrest Works Ltd", "Goldcrest Works Norway Ltd", false);
  match("Boris Heronsworth", "Anna Heronsworth", false);
  match("B. Heronsworth", "Anna Heronsworth", false);
  match("Wren", "Kite", false);
}

static int agreement(const char *path)
{
  FILE *f = fopen(path, "r");
  char line[4096];
  unsigned tp = 0, fp = 0, fn = 0;
  if (!f) return 1;
  while (fgets(line, sizeof line, f)) {
    char *a = line, *b = strchr(line, '\t'), *c = b ? strchr(b + 1, '\t') : NULL;
    if (!c || strncmp(a, "name1\t", 6) == 0) continue;
    *b++ = 0;
    *c++ = 0;
    bool want = strncmp(c, "true", 4) == 0, got = gz_name_match(gz_view_cstr(a), gz_view_cstr(b));
    tp += want && got;
    fp += !want && got;
    fn += want && !got;
    if (want != got && getenv("SHOW")) printf("%s|%s|%s\n", want ? "missed" : "wrong", a, b);
  }
  fclose(f);
  double p = tp + fp ? (double)tp / (tp + fp) : 0, r = tp + fn ? (double)tp / (tp + fn) : 0;
  printf("f1 %.1f precision %.1f recall %.1f\n", p + r > 0 ? 200 * p * r / (p + r) : 0, 100 * p, 100 * r);
  return 0;
}

int main(int argc, char **argv)
{
  if (argc > 1) return agreement(argv[1]);
  keys();
  matches();
  return unit_end("name_match");
}
