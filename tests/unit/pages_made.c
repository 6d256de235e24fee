/* Pages made at random: chrome, head, body and tail put together from the groups of shapes that scraped pages have, in six languages, with words of our own.
** Whatever was put together has to be found again: the title, the date, the writer, the paper, every paragraph whole and in order, and no character of
** the body that the cleaned text has not. The generator is seeded, so that a page that fails can be made again by its number. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/alloc.h"
#include "base/buf.h"
#include "page/article.h"
#include "text/repair.h"
#include <stdlib.h>

#define PAGES 4000u
#define COUNT(t) (sizeof t / sizeof *t)

static uint64_t state;
static uint32_t dice(uint32_t n) { state ^= state << 13; state ^= state >> 7; state ^= state << 17; return (uint32_t)(state >> 33) % n; }
#define PICK(t) t[dice((uint32_t)COUNT(t))]

enum { EN, ZH, TW, JA, KO, DE, LANGS };

/* Sentences are a subject, a verb and an end, so that no two paragraphs are alike. */
static const char *const subjects[LANGS][8] = {
  {"The harbour office", "A maker of rope", "The eel market", "Its largest rival", "The town council", "One of the three ferries", "The new warehouse", "A group of students"},
  {"港务局", "一家造绳厂", "鳗鱼市场", "它最大的对手", "镇议会", "三艘渡轮中的一艘", "新仓库", "一群学生"},
  {"港務局", "一家製繩廠", "鰻魚市場", "它最大的對手", "鎮議會", "三艘渡輪中的一艘", "新倉庫", "一群學生"},
  {"港湾事務所は", "ロープ会社は", "うなぎ市場は", "最大の競争相手は", "町議会は", "三隻のうち一隻のフェリーは", "新しい倉庫は", "学生たちは"},
  {"항만 사무소는", "밧줄 회사는", "장어 시장은", "가장 큰 경쟁사는", "읍 의회는", "여객선 세 척 가운데 한 척은", "새 창고는", "학생들은"},
  {"Das Hafenamt", "Ein Seilhersteller", "Der Aalmarkt", "Der größte Rivale", "Der Stadtrat", "Eine der drei Fähren", "Das neue Lagerhaus", "Eine Gruppe von Studenten"},
};
static const char *const verbs[LANGS][8] = {
  {" has counted more than %u boxes since the winter", " wants to sell %u boats before the end of the season", " lost %u customers in a single week", " will need about %u workers for the new quay", " paid for %u lamps along the pier", " has waited %u days for an answer", " found %u letters in an old chest", " is said to owe the bank %u loans"},
  {"从冬天到现在已经数了%u个箱子", "打算在季末之前卖掉%u条船", "一周之内失去了%u个客户", "为新码头需要大约%u名工人", "沿着长堤装了%u盏灯", "为一个答复等了%u天", "在旧箱子里找到了%u封信", "据说还欠着银行%u笔贷款"},
  {"從冬天到現在已經數了%u個箱子", "打算在季末之前賣掉%u條船", "一週之內失去了%u個客戶", "為新碼頭需要大約%u名工人", "沿著長堤裝了%u盞燈", "為一個答覆等了%u天", "在舊箱子裡找到了%u封信", "據說還欠著銀行%u筆貸款"},
  {"冬から%u個の箱を数えてきた", "季節の終わりまでに%u隻の船を売るつもりだ", "一週間で%u人の客を失った", "新しい埠頭のために%u人の働き手を求めている", "堤防に%u個の灯りを付けた", "返事を%u日も待っている", "古い箱から%u通の手紙を見つけた", "銀行に%u件の借りがあるという"},
  {" 겨울부터 상자 %u개를 세었다", " 철이 끝나기 전에 배 %u척을 팔 생각이다", " 한 주 만에 손님 %u명을 잃었다", " 새 부두에 일꾼 %u명이 필요하다", " 방파제에 등불 %u개를 달았다", " 답을 %u일째 기다리고 있다", " 낡은 궤짝에서 편지 %u통을 찾았다", " 은행에 빚 %u건이 있다고 한다"},
  {" hat seit dem Winter mehr als %u Kisten gezählt", " will vor dem Ende der Saison noch %u Boote verkaufen", " verlor in einer einzigen Woche %u Kunden", " braucht für den neuen Kai etwa %u Arbeiter", " bezahlte %u Lampen entlang der Mole", " wartet seit %u Tagen auf eine Antwort", " fand %u Briefe in einer alten Truhe", " soll der Bank noch %u Kredite schulden"},
};
static const char *const ends[LANGS][5] = {
  {".", ", and nobody knows why.", ", people who know the plan said.", ", although the law forbids it.", ", which is more than anybody expected."},
  {"。", "，没有人知道为什么。", "，知情的人这样说。", "，尽管法律并不允许。", "，比所有人预料的都要多。"},
  {"。", "，沒有人知道為什麼。", "，知情的人這樣說。", "，儘管法律並不允許。", "，比所有人預料的都要多。"},
  {"。", "。理由は誰にも分からない。", "。計画を知る人がそう話した。", "。法律では禁じられているのだが。", "。予想を上回る数だ。"},
  {".", ". 까닭은 아무도 모른다.", ". 계획을 아는 사람들의 말이다.", ". 법으로는 금지된 일이다.", ". 예상을 웃도는 수다."},
  {".", ", und niemand weiß warum.", ", wie Eingeweihte sagen.", ", obwohl es das Gesetz verbietet.", ", mehr als irgendjemand erwartet hatte."},
};
static const char *const titles[LANGS][4] = {
  {"Why the harbour of Port Lynn counts its boxes %u times", "Rope maker buys %u old ferries from its rival", "%u letters found in a chest may change the eel trade", "Town votes for %u lamps and against the new quay"},
  {"港口为什么要把箱子数%u遍", "造绳厂从对手那里买下%u艘旧渡轮", "旧箱子里的%u封信可能改变鳗鱼生意", "小镇投票赞成%u盏灯，反对新码头"},
  {"港口為什麼要把箱子數%u遍", "製繩廠從對手那裡買下%u艘舊渡輪", "舊箱子裡的%u封信可能改變鰻魚生意", "小鎮投票贊成%u盞燈，反對新碼頭"},
  {"港はなぜ箱を%u回も数えるのか", "ロープ会社が古いフェリー%u隻を買う", "古い箱の手紙%u通がうなぎ商売を変える", "町は灯り%u個に賛成、新しい埠頭に反対"},
  {"항구는 왜 상자를 %u번이나 세는가", "밧줄 회사, 낡은 여객선 %u척 사들인다", "낡은 궤짝의 편지 %u통, 장어 장사 바꾸나", "읍내 투표, 등불 %u개는 찬성 새 부두는 반대"},
  {"Warum der Hafen von Linnau seine Kisten %u Mal zählt", "Seilhersteller kauft dem Rivalen %u alte Fähren ab", "%u Briefe aus einer Truhe könnten den Aalhandel ändern", "Stadt stimmt für %u Lampen und gegen den neuen Kai"},
};
static const char *const writers[LANGS][4] = {
  {"Ana Lowell", "Thomas Reyes", "Sarah Whitcombe", "James Okafor"}, {"林一舟", "周棠", "李渡之", "陈望秋"}, {"林一舟", "周棠雲", "李渡之", "陳望秋"},
  {"佐藤みなと", "高橋一舟", "鈴木灯", "田中港"}, {"김일주", "박항구", "이등불", "최밧줄"}, {"Anna Lohmann", "Thomas Reiter", "Sabine Weitkamp", "Jan Petersen"},
};
static const char *const papers[LANGS][4] = {
  {"The Cape Courier", "Lynnport Daily News", "The Quay Gazette", "Harbour Times"}, {"海岬财经", "潮汐日报", "长堤新闻", "渡口时报"}, {"海岬財經", "潮汐日報", "長堤新聞", "渡口時報"},
  {"海岬新聞", "潮汐経済新聞", "長堤通信", "渡口日報"}, {"해안신문", "조류일보", "방파제뉴스", "나루경제"}, {"Kapzeitung", "Linnauer Nachrichten", "Hafen-Kurier", "Küstenblatt"},
};
static const char *const menus[LANGS][8] = {
  {"Skip to main content", "Home", "Markets", "Opinion", "Sign in", "Subscribe", "Newsletters", "Search"}, {"首页", "财经", "科技", "登录", "注册", "下载APP", "无障碍", "搜索"}, {"首頁", "財經", "科技", "登入", "訂閱電子報", "即時", "熱門", "搜尋"},
  {"ホーム", "速報", "経済", "ログイン", "会員登録", "検索", "ランキング", "新着"}, {"홈", "경제", "로그인", "구독", "전체메뉴", "검색", "뉴스", "최신순"}, {"Startseite", "Wirtschaft", "Anmelden", "Abo", "Newsletter", "Suche", "Menü", "Meinung"},
};
static const char *const shares[LANGS][4] = {
  {"Share", "Save", "Copy link", "Listen"}, {"分享到", "收藏", "复制链接", "微信扫一扫"}, {"分享", "收藏", "複製連結", "列印"}, {"シェア", "ツイート", "印刷", "保存"}, {"공유", "글자크기", "인쇄", "스크랩"}, {"Teilen", "Merken", "Drucken", "Vorlesen"},
};
static const char *const walls[LANGS] = {"Related stories", "相关阅读", "延伸閱讀", "関連記事", "관련기사", "Mehr zum Thema"};
static const char *const rights[LANGS] = {"All rights reserved.", "版权所有 未经授权不得转载", "版權所有 未經授權不得轉載", "無断転載を禁じます", "무단전재 및 재배포 금지", "Alle Rechte vorbehalten."};

typedef struct made { gz_buf raw; char title[200], *paragraph[16]; size_t paragraphs; const char *author, *source; char published[32]; int lang; } made;

static void line(gz_buf *b, const char *z) { gz_buf_puts(b, z); gz_buf_putc(b, '\n'); }

static void sentence(gz_buf *b, int lang)
{
  char z[300];
  snprintf(z, sizeof z, PICK(verbs[lang]), dice(900) + 12);
  gz_buf_puts(b, PICK(subjects[lang]));
  gz_buf_puts(b, z);
  gz_buf_puts(b, PICK(ends[lang]));
}

/* The head: byline, date and paper in one of the shapes that the language's pages have. */
static void head(made *m)
{
  gz_buf *b = &m->raw;
  static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  unsigned y = 2015 + dice(10), mo = 1 + dice(12), d = 1 + dice(28), h = dice(24), mi = dice(60), shape = dice(4);
  char z[400];
  const char *a = m->author, *s = m->source;
  snprintf(m->published, sizeof m->published, "%04u-%02u-%02uT%02u:%02u", y, mo, d, h, mi);
  switch (m->lang) {
  case EN:
    if (shape == 0) { snprintf(z, sizeof z, "By %s\n%s %u, %u %02u:%02u", a, months[mo - 1], d, y, h, mi); m->source = NULL; }
    else if (shape == 1) { snprintf(z, sizeof z, "Author: %s\nPublished: %04u-%02u-%02u %02u:%02u\nSource: %s", a, y, mo, d, h, mi, s); }
    else if (shape == 2) { snprintf(z, sizeof z, "By %s, %s\n%u %s %u, %02u:%02u", a, s, d, months[mo - 1], y, h, mi); }
    else { snprintf(z, sizeof z, "%s\nReporter\nPublished %s %u, %u at %02u:%02u", a, months[mo - 1], d, y, h, mi); m->source = NULL; }
    break;
  case ZH: case TW: {
    bool tw = m->lang == TW;
    if (shape == 0) snprintf(z, sizeof z, "%04u-%02u-%02u %02u:%02u%s%s%s%s", y, mo, d, h, mi, tw ? " 來源：" : "来源：", s, "　作者：", a);
    else if (shape == 1) snprintf(z, sizeof z, "%s%s\n%s%04u-%02u-%02u %02u:%02u\n%s%s", "作者：", a, tw ? "發布時間：" : "发布时间：", y, mo, d, h, mi, tw ? "來源：" : "来源：", s);
    else if (shape == 2) snprintf(z, sizeof z, "%04u-%02u-%02u %02u:%02u\n%s %s%s", y, mo, d, h, mi, s, tw ? "記者" : "记者", a);
    else snprintf(z, sizeof z, "%s %04u%s%02u%s%02u%s %02u:%02u\n%s%s", s, y, "年", mo, "月", d, "日", h, mi, tw ? "撰文：" : "文｜", a);
    break;
  }
  case JA:
    if (shape < 2) { snprintf(z, sizeof z, "%04u年%u月%u日 %02u:%02u\n%s 記者", y, mo, d, h, mi, a); m->source = NULL; }
    else snprintf(z, sizeof z, "配信元：%s\n著者：%s\n公開日：%04u年%02u月%02u日 %02u:%02u", s, a, y, mo, d, h, mi);
    break;
  case KO:
    if (shape < 2) { snprintf(z, sizeof z, "%s 기자\n입력 %04u.%02u.%02u %02u:%02u", a, y, mo, d, h, mi); m->source = NULL; }
    else snprintf(z, sizeof z, "출처: %s\n%s 기자\n입력 %04u-%02u-%02u %02u:%02u", s, a, y, mo, d, h, mi);
    break;
  default:
    if (shape < 2) { snprintf(z, sizeof z, "Von %s\n%02u.%02u.%04u, %02u:%02u Uhr", a, d, mo, y, h, mi); m->source = NULL; }
    else snprintf(z, sizeof z, "Quelle: %s\nVon %s\nStand: %02u.%02u.%04u, %02u:%02u Uhr", s, a, d, mo, y, h, mi);
  }
  line(b, z);
}

static void make(made *m, uint32_t seed)
{
  state = 88172645463325252u + (uint64_t)seed * 2654435761u;
  for (int k = 0; k < 8; k++) dice(2);
  memset(m, 0, sizeof *m);
  int lang = m->lang = (int)dice(LANGS);
  gz_buf *b = &m->raw;
  bool gaps = dice(2);
  m->author = PICK(writers[lang]);
  m->source = PICK(papers[lang]);
  snprintf(m->title, sizeof m->title, PICK(titles[lang]), 2 + dice(90));
  for (uint32_t k = dice(6); k > 0; k--) line(b, PICK(menus[lang]));
  if (dice(4) == 0) line(b, lang == ZH ? "首页 > 财经 > 正文" : lang == TW ? "首頁 > 財經 > 產業" : lang == JA ? "ホーム > 経済 > 企業" : lang == KO ? "홈 > 경제 > 기업" : lang == DE ? "Startseite > Wirtschaft > Häfen" : "Home > Business > Shipping");
  line(b, m->title);
  if (dice(5) == 0) line(b, m->title);
  if (gaps) line(b, "");
  head(m);
  for (uint32_t k = dice(4); k > 0; k--) line(b, PICK(shares[lang]));
  if (gaps) line(b, "");
  m->paragraphs = 3 + dice(9);
  for (size_t p = 0; p < m->paragraphs; p++) {
    gz_buf one = GZ_BUF_INIT;
    for (uint32_t k = 2 + dice(3); k > 0; k--) { sentence(&one, lang); if (k > 1 && lang != ZH && lang != TW && lang != JA) gz_buf_putc(&one, ' '); }
    gz_buf_putc(&one, 0);
    m->paragraph[p] = one.p;
    line(b, one.p);
    if (gaps) line(b, "");
  }
  uint32_t tail = dice(8);
  char z[300];
  if (tail & 1) line(b, PICK(shares[lang]));
  if (tail & 2) { line(b, walls[lang]); for (uint32_t k = 2 + dice(4); k > 0; k--) { snprintf(z, sizeof z, PICK(titles[lang]), 100 + dice(90)); line(b, z); } }
  if (tail & 4) { snprintf(z, sizeof z, "© 2024 %s. %s", m->source ? m->source : PICK(papers[lang]), rights[lang]); if (m->source) line(b, z); }
}

static bool in_order(const gz_buf *raw, const char *body)
{
  gz_arena arena = {NULL};
  gz_repair *list = NULL;
  size_t count = 0, at = 0, k = 0;
  gz_buf b = GZ_BUF_INIT;
  bool fine = gz_repairs(gz_view_of(raw->p, raw->n), &arena, &list, &count) == GZ_OK;
  for (size_t i = 0; i < count; i++) { gz_buf_put(&b, raw->p + at, list[i].span.start - at); gz_buf_put(&b, list[i].becomes.p, list[i].becomes.n); at = list[i].span.end; }
  gz_buf_put(&b, raw->p + at, raw->n - at);
  for (const char *p = body; *p && fine; p++) {
    if (*p == ' ' || *p == '\n') continue;
    while (k < b.n && b.p[k] != *p) k++;
    fine = k++ < b.n;
  }
  gz_free(list);
  gz_arena_free(&arena);
  gz_buf_free(&b);
  return fine;
}

static bool is(const char *got, const char *want) { return want ? got && strcmp(got, want) == 0 : true; }

int main(int argc, char **argv)
{
  uint32_t from = argc > 1 ? (uint32_t)atoi(argv[1]) : 0, to = argc > 1 ? from + 1 : PAGES;
  for (uint32_t seed = from; seed < to; seed++) {
    made m;
    make(&m, seed);
    if (argc > 1) printf("%.*s---\n", (int)m.raw.n, m.raw.p);
    gz_arena arena = {NULL};
    gz_article a;
    CHECK(gz_article_parse(gz_view_of(m.raw.p, m.raw.n), &arena, &a) == GZ_OK, "page %u", seed);
    CHECK(is(a.title, m.title), "page %u: title %s, made %s", seed, a.title ? a.title : "", m.title);
    CHECK(is(a.author, m.author), "page %u: author %s, made %s", seed, a.author ? a.author : "", m.author);
    CHECK(is(a.source, m.source), "page %u: source %s, made %s", seed, a.source ? a.source : "", m.source);
    CHECK(is(a.published, m.published), "page %u: published %s, made %s", seed, a.published ? a.published : "", m.published);
    const char *at = a.body;
    size_t sum = 0;
    for (size_t p = 0; p < m.paragraphs; p++) {
      const char *found = at ? strstr(at, m.paragraph[p]) : NULL;
      CHECK(found, "page %u: paragraph %zu is lost: %s", seed, p, m.paragraph[p]);
      if (found) at = found + strlen(m.paragraph[p]);
      sum += strlen(m.paragraph[p]) + 1;
    }
    CHECK(a.body_n <= sum, "page %u: %zu bytes of body, made %zu", seed, a.body_n, sum);
    CHECK(in_order(&m.raw, a.body), "page %u: characters that the page has not", seed);
    if (argc > 1) printf("---\n%s\n", a.body);
    for (size_t p = 0; p < m.paragraphs; p++) gz_free(m.paragraph[p]);
    gz_buf_free(&m.raw);
    gz_arena_free(&arena);
  }
  return unit_end("pages_made");
}
