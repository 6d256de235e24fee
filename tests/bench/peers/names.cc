/* Listed names and fold_text beside others on the same text: vectorscan (matches of the same names only, no rules), ICU's
** NFKC_Casefold on UTF-8; and a gazetteer of 200,000 invented names of one's own: how long it takes to load, how fast it scans.
** CPU time, the best of several runs. Usage: peer-names TEXT NAMES */
extern "C" {
#include "../../unit/libc_alloc.inc"
#include "base/buf.h"
#include "find/entity.h"
#include "text/search_fold.h"
}
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#ifdef HAVE_HS
#include <hs/hs.h>
#endif

static double now() { timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return (double)t.tv_sec + (double)t.tv_nsec * 1e-9; }

template <class F> static double best(size_t bytes, F run)
{
  double s = 1e9, spent = 0;
  for (int i = 0; i < 7 && (i < 3 || spent < 3); i++) { double a = now(); run(); double d = now() - a; spent += d; if (d < s) s = d; }
  return (double)bytes / 1e6 / s;
}

/* Article-sized pieces, cut at paragraph ends. */
template <class F> static size_t pieces(const std::string &t, F one)
{
  size_t n = 0;
  for (size_t at = 0, end; at < t.size(); at = end) {
    end = at + 6000 < t.size() ? t.find('\n', at + 6000) : std::string::npos;
    end = end == std::string::npos ? t.size() : end + 1;
    n += one(t.data() + at, end - at);
  }
  return n;
}

static size_t listed(const char *p, size_t n, const gz_names *own)
{
  gz_ent_options o = {};
  gz_arena arena = {};
  gz_entity *list = nullptr;
  size_t count = 0;
  o.listed_only = true;
  gz_entities(gz_view_of(p, n), own, &o, &arena, &list, &count);
  gz_free(list);
  gz_arena_free(&arena);
  return count;
}

/* The i-th invented name: syllables and a word of its trade, in Latin or Chinese. */
static std::string invented(uint32_t i)
{
  static const char *const syllable[] = {"ka", "lo", "mi", "ren", "tor", "vex", "ban", "dil", "son", "qua", "pha", "gor", "zen", "tri", "mon", "el", "vas", "dur", "nin", "sol", "jup", "wey"};
  static const char *const trade[] = {"Systems", "Labs", "Holdings", "Energy", "Robotics", "Capital", "Bio", "Networks"};
  static const char *const han[] = {"安", "博", "创", "达", "恩", "丰", "光", "海", "恒", "华", "嘉", "锦", "凯", "蓝", "联", "明", "诺", "普", "启", "融", "瑞", "盛", "泰", "天", "威", "祥", "新"};
  static const char *const han_trade[] = {"科技", "集团", "控股", "能源", "生物", "资本", "网络", "传媒"};
  std::string s;
  uint32_t k = i / 2;
  if (i % 2) {
    for (int c = 0; c < 4; c++, k /= 27) s += han[k % 27];
    return s + han_trade[i / 2 % 8];
  }
  for (int c = 0; c < 4; c++, k /= 22) s += syllable[k % 22];
  s[0] = (char)(s[0] - 32);
  return s + " " + trade[i / 2 % 8];
}

#ifdef HAVE_HS
static int count_match(unsigned, unsigned long long, unsigned long long, unsigned, void *n) { ++*static_cast<size_t *>(n); return 0; }
static double vectorscan(const std::string &text, const std::vector<std::string> &names, size_t *found)
{
  std::vector<const char *> p;
  std::vector<size_t> n;
  std::vector<unsigned> flags(names.size(), 0), ids(names.size(), 0);
  for (const std::string &s : names) { p.push_back(s.c_str()); n.push_back(s.size()); }
  hs_database_t *db = nullptr;
  hs_compile_error_t *error = nullptr;
  hs_scratch_t *scratch = nullptr;
  if (hs_compile_lit_multi(p.data(), flags.data(), ids.data(), n.data(), (unsigned)names.size(), HS_MODE_BLOCK, nullptr, &db, &error) != HS_SUCCESS) return 0;
  hs_alloc_scratch(db, &scratch);
  double speed = best(text.size(), [&] { *found = 0; pieces(text, [&](const char *q, size_t m) { hs_scan(db, q, (unsigned)m, 0, scratch, count_match, found); return (size_t)0; }); });
  hs_free_scratch(scratch);
  hs_free_database(db);
  return speed;
}
#endif

static std::string read(const char *path)
{
  std::string s;
  FILE *f = fopen(path, "rb");
  if (!f) { fprintf(stderr, "peer-names: cannot read %s\n", path); exit(1); }
  char b[65536];
  for (size_t n; (n = fread(b, 1, sizeof b, f)) > 0;) s.append(b, n);
  fclose(f);
  return s;
}

static void line(const char *what, double speed, double mine, const char *found, size_t n)
{
  printf("  %-44s %8.1f MB/s", what, speed);
  if (mine > 0) printf("  gazette is %.2f times as fast", mine / speed);
  if (found) printf("  %zu %s", n, found);
  printf("\n");
}

int main(int argc, char **argv)
{
  if (argc != 3) { fprintf(stderr, "usage: peer-names TEXT NAMES\n"); return 2; }
  std::string text = read(argv[1]), list = read(argv[2]);
  std::vector<std::string> names;
  for (size_t at = 0, end; at < list.size(); at = end + 1) { end = list.find('\n', at); if (end > at) names.push_back(list.substr(at, end - at)); }
  size_t found = 0;
  double mine = best(text.size(), [&] { found = pieces(text, [](const char *p, size_t n) { return listed(p, n, nullptr); }); });
  line("gazette, listed names (all rules)", mine, 0, "mentions", found);
#ifdef HAVE_HS
  std::vector<std::string> some;                         /* its compiler takes minutes and gigabytes for all of them */
  for (size_t i = 0; i < names.size(); i += 10) some.push_back(names[i]);
  double theirs = vectorscan(text, some, &found);
  line("vectorscan, a tenth of the names, literals", theirs, mine, "matches", found);
#else
  puts("  vectorscan: absent (libvectorscan-dev or libhyperscan-dev)");
#endif
  double a = now();
  gz_names *own = gz_names_new();
  for (uint32_t i = 0; own && i < 200000; i++) {
    std::string s = invented(i);
    gz_name_fields f = {};
    uint32_t row;
    char *why = nullptr;
    f.entity = f.alias = gz_view_of(s.data(), s.size());
    if (gz_names_add(own, &f, &row, &why) != GZ_OK) { printf("  refused: %s\n", why ? why : "no memory"); gz_free(why); return 1; }
  }
  if (!own) return 1;
  listed("x", 1, own);                                    /* the first scan compiles them */
  printf("  %-44s %8.3f s\n", "gazetteer of 200,000 names of one's own: load", now() - a);
  mine = best(text.size(), [&] { found = pieces(text, [&](const char *p, size_t n) { return listed(p, n, own); }); });
  line("  the same: listed names and these", mine, 0, "mentions", found);
  gz_names_release(own);
  mine = best(text.size(), [&] { gz_buf b = GZ_BUF_INIT; gz_search_fold(gz_view_of(text.data(), text.size()), &b); gz_buf_free(&b); });
  line("fold_text", mine, 0, nullptr, 0);
  UErrorCode e = U_ZERO_ERROR;
  const icu::Normalizer2 *cf = icu::Normalizer2::getNFKCCasefoldInstance(e);
  if (U_FAILURE(e)) return 1;
  line("ICU NFKC_Casefold on UTF-8", best(text.size(), [&] {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    icu::StringByteSink<std::string> sink(&out);
    cf->normalizeUTF8(0, icu::StringPiece(text.data(), (int32_t)text.size()), sink, nullptr, e);
  }), mine, nullptr, 0);
  return 0;
}
