/* Readers of records: what a line of JSON becomes, which lines are refused and why, the heads of WARC records, and records around the size
** of the buffer. */
#define _GNU_SOURCE
#include "unit.h"
#include "libc_alloc.inc"
#include "io/records.h"
#include <stdlib.h>
#include <unistd.h>

static gz_reader reader;

static void begin(const char *bytes, size_t n, unsigned format, size_t cap, const char *charset)
{
  FILE *f = tmpfile();
  if (!f || fwrite(bytes, 1, n, f) != n || fflush(f) != 0) { perror("tmpfile"); exit(2); }
  rewind(f);
  gz_reader_begin(&reader, dup(fileno(f)), format, cap, charset);
  fclose(f);
}

#define NEXT(rec) (gz_reader_next(&reader, &(rec)) == GZ_ROW)

/* line, text or NULL, error or NULL */
static void json_lines(void)
{
  static const struct { const char *line, *text, *error; } rows[] = {
    {"{\"text\":\"a\\b\\f\\n\\r\\t\\\\\\/\\\"z\"}", "a\b\f\n\r\t\\/\"z", NULL},
    {"{\"text\":\"\\u00e9\\u4e2d\\ud83d\\ude00\"}", "é中😀", NULL},
    {"{\"text\":\"\\ud83d\"}", "\xEF\xBF\xBD", NULL}, {"{\"text\":\"\\ud83dx\"}", "\xEF\xBF\xBDx", NULL}, {"{\"text\":\"\\ude00\\ud83d\"}", "\xEF\xBF\xBD\xEF\xBF\xBD", NULL}, {"{\"text\":\"\\u0000\"}", "\xEF\xBF\xBD", NULL},
    {" { \"text\" : \"x\" , \"n\" : [ 1 , -0.5 , 2e9 , 1E-3 , 0 , true , false , null , { } , [ ] ] } ", "x", NULL},
    {"{\"text\":\"x\"", NULL, "not a JSON object"}, {"{\"text\":\"x\"} y", NULL, "not a JSON object"}, {"{\"text\":\"x\",}", NULL, "not a JSON object"}, {"{\"text\" \"x\"}", NULL, "not a JSON object"}, {"{text:1}", NULL, "not a JSON object"},
    {"[1]", NULL, "not a JSON object"}, {"\"x\"", NULL, "not a JSON object"}, {"1", NULL, "not a JSON object"}, {"{\"text\":\"\\x\"}", NULL, "not a JSON object"}, {"{\"text\":\"\\u12g4\"}", NULL, "not a JSON object"}, {"{\"text\":\"\\", NULL, "not a JSON object"},
    {"{\"text\":\"a\tb\"}", NULL, "not a JSON object"}, {"{\"n\":01}", NULL, "not a JSON object"}, {"{\"n\":1.}", NULL, "not a JSON object"}, {"{\"n\":1e}", NULL, "not a JSON object"}, {"{\"n\":-}", NULL, "not a JSON object"}, {"{\"n\":1e+}", NULL, "not a JSON object"},
    {"{\"n\":tru}", NULL, "not a JSON object"}, {"{\"n\":[1,]}", NULL, "not a JSON object"}, {"{\"n\":[1}", NULL, "not a JSON object"}, {"{\"n\":{\"a\":1,2}}", NULL, "not a JSON object"}, {"{\"n\":{\"a\"}}", NULL, "not a JSON object"}, {"{\"n\":{", NULL, "not a JSON object"}, {"{\"n\":-", NULL, "not a JSON object"}, {"{\"n\":12", NULL, "not a JSON object"}, {"{\"n\":1.5", NULL, "not a JSON object"}, {"{\"n\":1e5", NULL, "not a JSON object"}, {"{\"n\":1e", NULL, "not a JSON object"}, {"{\"n\":{\"a\":1,\"b\" 2}}", NULL, "not a JSON object"}, {"{\"n\":{\"a\" 1}}", NULL, "not a JSON object"}, {"{\"n\":+1}", NULL, "not a JSON object"}, {"{\"n\":", NULL, "not a JSON object"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    gz_record r;
    begin(rows[i].line, strlen(rows[i].line), GZ_FORMAT_JSONL, 1000, NULL);
    CHECK(NEXT(r), "%s", rows[i].line);
    CHECK((r.error == NULL) == (rows[i].error == NULL) && (!r.error || strcmp(r.error, rows[i].error) == 0), "%s: %s", rows[i].line, r.error ? r.error : "no error");
    if (rows[i].text && !r.error) CHECK(gz_view_is(r.text, rows[i].text), "%s: %.*s", rows[i].line, (int)r.text.n, r.text.p);
    CHECK(!NEXT(r), "%s: more than a record", rows[i].line);
    gz_reader_end(&reader);
  }
}

static void json_fields(void)
{
  static const char line[] = "\xEF\xBB\xBF{\"title\":\"T\",\"body\":\"B\",\"authors\":[\"Ana\",\"Otto\"],\"published\":20240512,\"url\":\"http://a.example/\",\"lang\":\"en\",\"source\":null,\"score\":1.5,\"tags\":[\"x\"]}\r\n\n   \n{\"text\":\"second\"}";
  gz_record r;
  begin(line, sizeof line - 1, GZ_FORMAT_JSONL, 1000, NULL);
  CHECK(NEXT(r) && !r.error && r.part == 1 && gz_view_is(r.text, "B"), "%s", r.error ? r.error : "text");
  CHECK(r.given.title && strcmp(r.given.title, "T") == 0 && r.given.author && strcmp(r.given.author, "Ana; Otto") == 0 && r.given.published && strcmp(r.given.published, "20240512") == 0, "%s", "fields");
  CHECK(!r.given.source && r.given.lang && strcmp(r.given.lang, "en") == 0 && r.given.url, "%s", "fields");
  CHECK(r.given.extra && strcmp(r.given.extra, "{\"score\":1.5,\"tags\":[\"x\"]}") == 0, "%s", r.given.extra ? r.given.extra : "no extra");
  CHECK(NEXT(r) && !r.error && r.part == 2 && gz_view_is(r.text, "second"), "%s", "empty lines are no records");
  CHECK(!NEXT(r), "%s", "two records");
  gz_reader_end(&reader);
}

/* What a field makes of each kind of value: the text, then title, author, source and published ("-": none), then what is left over. */
static void json_values(void)
{
  static const struct { const char *line, *want; } rows[] = {
    {"{\"text\":\"x\",\"author\":{\"id\":7,\"name\":\"Ana\"},\"source\":{\"url\":\"u\",\"name\":\"Paper\"}}", "x|-|Ana|Paper|-|-"},
    {"{\"text\":\"x\",\"author\":{\"name\":\"\"},\"source\":{\"name\":3}}", "x|-|-|-|-|{\"author\":{\"name\":\"\"},\"source\":{\"name\":3}}"},
    {"{\"text\":\"x\",\"author\":{},\"source\":{\"x\":{\"name\":\"deep\"}}}", "x|-|-|-|-|{\"author\":{},\"source\":{\"x\":{\"name\":\"deep\"}}}"},
    {"{\"text\":\"x\",\"author\":[{\"name\":\"Ana\"},{\"id\":1},\"Otto\",3,\"\",[\"Eve\"]]}", "x|-|Ana; Otto|-|-|-"},
    {"{\"text\":\"x\",\"author\":[]}", "x|-|-|-|-|-"},
    {"{\"text\":\"x\",\"author\":7,\"source\":[\"Paper\"]}", "x|-|-|-|-|{\"author\":7,\"source\":[\"Paper\"]}"},
    {"{\"text\":\"x\",\"title\":42,\"published\":-5}", "x|42|-|-|-|{\"published\":-5}"},
    {"{\"text\":\"x\",\"title\":true,\"published\":false,\"source\":null}", "x|-|-|-|-|{\"title\":true,\"published\":false}"},
    {"{\"text\":\"x\",\"title\":\"\",\"published\":1715500000.5}", "x|-|-|-|1715500000.5|-"},
    {"{\"text\":[\"one\",\"two\"]}", "one\ntwo|-|-|-|-|-"},
    {"{\"text\":[\"one\", 2 , true , \"\" , \"three\" ]}", "one\nthree|-|-|-|-|-"},
    {"{\"text\":[]}", "no text"}, {"{\"text\":[1,2]}", "no text"}, {"{\"text\":[\"one\",{\"a\":1}]}", "no text"}, {"{\"text\":{\"name\":\"x\"}}", "no text"}, {"{\"text\":5}", "no text"}, {"{\"text\":null}", "no text"}, {"{}", "no text"}, {" { } ", "no text"},
    {"{\"body\":\"second\",\"text\":\"first\"}", "first|-|-|-|-|{\"body\":\"second\"}"},
    {"{\"text\":\"first\",\"body\":\"second\"}", "first|-|-|-|-|{\"body\":\"second\"}"},
    {"{\"headline\":\"H\",\"title\":\"T\",\"text\":\"\"}", "|T|-|-|-|{\"headline\":\"H\"}"},
    {"{\"text\":\"\\ud83d\\u0041\\ud83d\\ud83d\\ude00\\ud83d\\n\"}", "\xEF\xBF\xBD" "A" "\xEF\xBF\xBD" "\xF0\x9F\x98\x80" "\xEF\xBF\xBD\n|-|-|-|-|-"},
    {"\t{\t\"text\"\r:\t\"x\"\t}\t", "x|-|-|-|-|-"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char got[512];
    gz_record r;
    begin(rows[i].line, strlen(rows[i].line), GZ_FORMAT_JSONL, 1000, NULL);
    CHECK(NEXT(r), "%s", rows[i].line);
    if (r.error) snprintf(got, sizeof got, "%s", strstr(r.error, "no text") ? "no text" : r.error);
    else {
      const gz_given *g = &r.given;
      snprintf(got, sizeof got, "%.*s|%s|%s|%s|%s|%s", (int)r.text.n, r.text.p, g->title ? g->title : "-", g->author ? g->author : "-", g->source ? g->source : "-", g->published ? g->published : "-", g->extra ? g->extra : "-");
    }
    CHECK(strcmp(got, rows[i].want) == 0, "%s: %s, not %s", rows[i].line, got, rows[i].want);
    gz_reader_end(&reader);
  }
}

/* Nesting beyond what is allowed is an error, not a crash; below it is none. */
static void json_depth(void)
{
  for (int depth = 400; depth <= 600; depth += 200) {
    char *z = malloc(2000);
    size_t n = 0;
    if (!z) exit(2);
    n += (size_t)sprintf(z, "{\"text\":\"x\",\"deep\":");
    for (int i = 0; i < depth; i++) z[n++] = '[';
    for (int i = 0; i < depth; i++) z[n++] = ']';
    z[n++] = '}';
    gz_record r;
    begin(z, n, GZ_FORMAT_JSONL, 4000, NULL);
    CHECK(NEXT(r) && (r.error != NULL) == (depth > 500), "depth %d: %s", depth, r.error ? r.error : "no error");
    gz_reader_end(&reader);
    free(z);
  }
}

/* Lines around the size of what is read at once, and one above the limit between two good ones; each comes whole and in its order. */
static void long_lines(void)
{
  static const size_t sizes[] = {1, 65536 - 20, 65536, 65536 + 1, 3 * 65536, 200, 131072 - 11, 40};
  size_t total = 0, count = sizeof sizes / sizeof *sizes, cap = 150000;
  for (size_t i = 0; i < count; i++) total += sizes[i] + 20;
  char *z = malloc(total);
  size_t n = 0;
  if (!z) exit(2);
  for (size_t i = 0; i < count; i++) {
    n += (size_t)sprintf(z + n, "{\"text\":\"");
    memset(z + n, 'a' + (int)i, sizes[i]);
    n += sizes[i];
    memcpy(z + n, "\"}\n", 3);
    n += 3;
  }
  gz_record r;
  begin(z, n, GZ_FORMAT_JSONL, cap, NULL);
  for (size_t i = 0; i < count; i++) {
    bool large = sizes[i] + 11 > cap;
    CHECK(NEXT(r) && r.part == (int64_t)i + 1 && (r.error != NULL) == large, "line %zu: %s", i, r.error ? r.error : "no error");
    if (!large) CHECK(r.text.n == sizes[i] && r.text.p[0] == 'a' + (int)i && r.text.p[r.text.n - 1] == 'a' + (int)i, "line %zu: %zu bytes", i, r.text.n);
  }
  CHECK(!NEXT(r), "%s", "all lines");
  gz_reader_end(&reader);
  free(z);
}

#define INFO "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\ninfo\r\n\r\n"
static void warc(void)
{
  static const struct { const char *bytes; int rows; const char *text, *error; } cases[] = {
    {INFO "WARC/1.0\r\nwarc-type: conversion\r\nWARC-Target-URI:   http://a.example/ \r\nContent-Length: 3\r\n\r\none\r\n\r\n" INFO, 1, "one", NULL},
    {"WARC/1.0\nWARC-Type: conversion\nContent-Length: 0\n\n\n\n", 1, "", NULL},
    {INFO, 0, NULL, NULL}, {"", 0, NULL, NULL}, {"\r\n\r\n", 0, NULL, NULL},
    {"HTTP/1.1 200 OK\r\n\r\n", 1, NULL, "not a WARC record"},
    {"WARC/1.0\r\nWARC-Type: conversion\r\n\r\nno length", 1, NULL, "not a WARC record"},
    {"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 3x\r\n\r\none", 1, NULL, "not a WARC record"},
    {"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 99999999999999999999\r\n\r\none", 1, NULL, "not a WARC record"},
    {"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Le", 1, NULL, "not a WARC record"},
    {"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 30\r\n\r\none", 1, NULL, "file ends inside a record"},
    {"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 3000\r\n\r\none", 1, NULL, "record is larger than the limit"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gz_record r;
    int rows = 0;
    begin(cases[i].bytes, strlen(cases[i].bytes), GZ_FORMAT_WET, 1000, NULL);
    while (NEXT(r)) {
      rows++;
      CHECK((r.error == NULL) == (cases[i].error == NULL) && (!r.error || strcmp(r.error, cases[i].error) == 0), "warc %zu: %s", i, r.error ? r.error : "no error");
      if (cases[i].text) CHECK(gz_view_is(r.text, cases[i].text), "warc %zu: %.*s", i, (int)r.text.n, r.text.p);
    }
    CHECK(rows == cases[i].rows, "warc %zu: %d rows", i, rows);
    gz_reader_end(&reader);
  }
}

/* Every allocation may fail: no memory, or the right records, and what was read is given back (the sanitizers see that). */
static void without_memory(void)
{
  static const char lines[] = "{\"title\":\"T\",\"text\":\"B\\u00e9\",\"authors\":[\"Ana\",\"Otto\"],\"x\":1}\n{\"text\":\"\xB0\xA1\"}\n";
  static const char wet[] = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Date: 2024\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 3\r\n\r\none\r\n\r\n";
  for (int wet_too = 0; wet_too < 2; wet_too++)
    for (long k = 1; k < 200; k++) {
      gz_record r;
      gz_status s;
      int rows = 0;
      begin(wet_too ? wet : lines, wet_too ? sizeof wet - 1 : sizeof lines - 1, wet_too ? GZ_FORMAT_WET : GZ_FORMAT_JSONL, 1000, wet_too ? NULL : "GB18030");
      unit_fail_at = k;
      while ((s = gz_reader_next(&reader, &r)) == GZ_ROW) rows += r.error == NULL;
      bool done = unit_fail_at > 0;
      unit_fail_at = 0;
      CHECK(s == GZ_NOMEM || (s == GZ_DONE && rows == (wet_too ? 1 : 2)), "allocation %ld: status %d, %d rows", k, (int)s, rows);
      gz_reader_end(&reader);
      if (done) break;
    }
}

int main(void)
{
  json_lines();
  json_fields();
  json_values();
  json_depth();
  long_lines();
  warc();
  without_memory();
  return unit_end("records");
}
