/* Quotations: invented sentences in eight languages with the speaker and verb expected, and marks that are no quotation. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/alloc.h"
#include "find/analysis.h"
#include "text/utf8.h"


/* "quote|speaker|cue|kind; ..." of all quotations in a text. */
static void render(const char *text, size_t n, char *out, size_t cap)
{
  gz_analysis *a = gz_analysis_new(gz_view_of(text, n), gz_view_of("", 0), gz_view_of("", 0), NULL);
  size_t at = 0;
  uint32_t last = 0;
  out[0] = 0;
  CHECK(a && gz_need_quotes(a) == GZ_OK, " ");
  for (size_t k = 0; a && k < a->quote_count; k++) {
    const gz_quote *q = &a->quotes[k];
    gz_span spans[4] = {q->span, q->quote, q->speaker, q->cue};
    for (int i = 0; i < 4; i++) CHECK(spans[i].start <= spans[i].end && spans[i].end <= n && gz_utf8_is_start(text, n, spans[i].start) && gz_utf8_is_start(text, n, spans[i].end), "%.*s", (int)n, text);
    CHECK(q->span.start >= last && q->quote.start > q->span.start && q->quote.end <= q->span.end, "%.*s", (int)n, text);
    last = q->span.end;
    const char *kind = gz_speaker_kind_name(q->kind);
    at += (size_t)snprintf(out + at, at < cap ? cap - at : 0, "%s%.*s|%.*s|%.*s|%s", at ? "; " : "", (int)(q->quote.end - q->quote.start), text + q->quote.start,
                           (int)(q->speaker.end - q->speaker.start), text + q->speaker.start, (int)(q->cue.end - q->cue.start), text + q->cue.start, kind ? kind : "-");
  }
  gz_analysis_free(a);
}

static void expect(const char *text, const char *want)
{
  static char got[4096];
  render(text, strlen(text), got, sizeof got);
  CHECK(strcmp(got, want) == 0, "%s\n  found  %s\n  wanted %s", text, got, want);
}

static void quotations(void)
{
  static const char *const t[][2] = {
    /* behind, in front, inside; split by the attribution; carried on */
    {"\"We are thrilled,\" said Marta Olsen, chief executive of Borealis Foods. \"This plant will feed a region.\"",
     "We are thrilled,|Marta Olsen|said|named; This plant will feed a region.|Marta Olsen|said|named"},
    {"Marta Olsen, the chief executive of Borealis Foods, said: \"This plant will feed a region.\"", "This plant will feed a region.|Marta Olsen|said|named"},
    {"\"We will not sell,\" Olsen said, \"and we will not close.\"", "We will not sell,|Olsen|said|named; and we will not close.|Olsen|said|named"},
    {"\"Is it safe?\" asked Dr. Jane Doe.", "Is it safe?|Jane Doe|asked|named"},
    {"\"It holds,\" said the Rev. Paul Quist, a local priest.", "It holds,|Paul Quist|said|named"},
    {"\"It holds,\" said Lumen spokesman Adam Brill.", "It holds,|Adam Brill|said|named"},
    {"According to Olsen, \"nothing is certain.\"", "nothing is certain.|Olsen|According to|named"},
    {"In a statement on Friday, Olsen wrote, \"We disagree with the ruling.\"", "We disagree with the ruling.|Olsen|wrote|named"},
    {"\"Good cheese takes time.\"\n\n\xE2\x80\x94 Marta Olsen, founder of Borealis Foods", "Good cheese takes time.|Marta Olsen||named"},
    {"The report says the tower is \"not ready for winter.\"", "not ready for winter.|The report|says|anonymous"},
    /* pronouns, people without a name */
    {"\"It was a mistake,\" he said on Monday.", "It was a mistake,|he|said|anonymous"},
    {"\xE2\x80\x9CThe deal is off,\xE2\x80\x9D a person familiar with the matter told reporters.", "The deal is off,|a person familiar with the matter|told reporters|anonymous"},
    {"\"They cut corners,\" a former Lumen engineer said.", "They cut corners,|a former Lumen engineer|said|anonymous"},
    {"\"They cut corners,\" said an engineer who has left the firm, adding that nobody cared.", "They cut corners,|an engineer|said|anonymous"},
    /* part of a sentence, with its speaker */
    {"Critics described the plan as \"reckless and cruel\".", "reckless and cruel|Critics|described|anonymous"},
    {"A former Lumen manager described the mood as \"a bit panicked.\"", "a bit panicked.|A former Lumen manager|described|anonymous"},
    {"Jane Doe said the move marked \"a huge shift in the craft\" and called it a \"super tool.\"", "a huge shift in the craft|Jane Doe|said|named; super tool.|Jane Doe|called|named"},
    /* over sentences and paragraphs; single marks */
    {"Olsen said: \"First we listen. Then we act.\"", "First we listen. Then we act.|Olsen|said|named"},
    {"Olsen said: \xE2\x80\x9C" "First we listen.\n\n\xE2\x80\x9CThen we act.\xE2\x80\x9D", "First we listen.\n\n\xE2\x80\x9CThen we act.|Olsen|said|named"},
    {"'We are ready,' said Olsen.", "We are ready,|Olsen|said|named"},
    {"\xE2\x80\x98We\xE2\x80\x99re ready,\xE2\x80\x99 said Olsen.", "We\xE2\x80\x99re ready,|Olsen|said|named"},
    {"\"He told me \xE2\x80\x98never\xE2\x80\x99 and left,\" said Olsen.", "He told me \xE2\x80\x98never\xE2\x80\x99 and left,|Olsen|said|named"},
    /* Chinese */
    {"奥尔森表示：“这座工厂将养活一个地区。”", "这座工厂将养活一个地区。|奥尔森|表示|named"},
    {"“我们不会出售，”奥尔森说，“也不会关闭。”", "我们不会出售，|奥尔森|说|named; 也不会关闭。|奥尔森|说|named"},
    {"「我們不會出售。」他說。「以後再談。」", "我們不會出售。|他|說|anonymous; 以後再談。|他|說|anonymous"},
    {"该公司负责人告诉记者：“目前没有裁员计划。”", "目前没有裁员计划。|该公司负责人|告诉记者|anonymous"},
    {"知情人士称，“谈判已经破裂。”", "谈判已经破裂。|知情人士|称|anonymous"},
    {"不过，奥尔森在周三的发布会上强调，“没有人会被落下。”", "没有人会被落下。|奥尔森|强调|named"},
    {"“未来五年是关键。”奥尔森在接受采访时表示。", "未来五年是关键。|奥尔森|表示|named"},
    {"奥尔森警告过员工「在没有训练的情况下急于上线的风险」,并「建议放慢速度。」", "在没有训练的情况下急于上线的风险|奥尔森|警告|named; 建议放慢速度。|奥尔森|警告|named"},
    {"奥尔森认为，这项技术“非常危险”，并呼吁各国“立即采取行动”。", "非常危险|奥尔森|认为|named; 立即采取行动|奥尔森|呼吁|named"},
    {"「我們沒有裁員計畫。」該公司發言人在一份聲明中表示。", "我們沒有裁員計畫。|該公司發言人|表示|anonymous"},
    /* Japanese, Korean, German, French, Spanish */
    {"田中社長は「値上げは避けられない」と述べた。", "値上げは避けられない|田中|述べた|named"},
    {"「値上げは避けられない」と田中社長は話した。", "値上げは避けられない|田中|話した|named"},
    {"관계자는 “올해 실적이 좋다”고 말했다.", "올해 실적이 좋다|관계자|말했다|anonymous"},
    {"“올해 실적이 좋다”라고 김민수 대표는 밝혔다.", "올해 실적이 좋다|김민수|밝혔다|named"},
    {"\xE2\x80\x9EWir sind bereit\xE2\x80\x9C, sagte Anna Schmidt, Chefin der Firma.", "Wir sind bereit|Anna Schmidt|sagte|named"},
    {"Anna Schmidt sagte: \xE2\x80\x9EWir sind bereit.\xE2\x80\x9C", "Wir sind bereit.|Anna Schmidt|sagte|named"},
    {"« Nous sommes prêts », a déclaré Anne Martin, directrice.", "Nous sommes prêts|Anne Martin|a déclaré|named"},
    {"Anne Martin a déclaré : « Nous sommes prêts. »", "Nous sommes prêts.|Anne Martin|a déclaré|named"},
    {"«Estamos listos», dijo Ana García, directora.", "Estamos listos|Ana García|dijo|named"},
    /* long speech that nobody claims */
    {"A leaflet lay there.\n\n\"We have waited for ten long years and nobody ever came to ask us what we wanted. That ends now.\"",
     "We have waited for ten long years and nobody ever came to ask us what we wanted. That ends now.|||-"},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) expect(t[k][0], t[k][1]);
}

static void none(void)
{
  static const char *const t[] = {
    "The company said its new \"Just Walk Out\" system works.", "He wrote the novel \"War and Peace\" in 1869.", "She loves the \"smart\" watch.",
    "the so-called \"buffet boredom\" effect", "A feature named \"Let's Chat\" came in September.", "It is a 12\" screen, or 5' 6\" tall.",
    "他读了《红楼梦》，也用“文心一言”写诗。", "所谓的“国产替代”正在加速。", "公司一直在寻找新的“支柱”业务。", "奥尔森表示，“星火系”在获取股权的同时退出。", "北辰集团日前宣布，正式成立“星火金融服务集团”。", "北辰集团宣布将“远山”大模型开源。",
    "北辰园林公司(下称“北辰园林”)成立于2019年。", "it's Bob's, isn't it", "'90s rock 'n' roll", "\"\"", "\"", "“”", "“", "他说：",
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) expect(t[k], "");
}

/* The canonical speaker: a listed name, and a pronoun that stands for it. */
static void canonical(void)
{
  const char *text = "Tim Cook came on stage. \"This is new,\" he said. The company was calm.";
  gz_analysis *a = gz_analysis_new(gz_view_cstr(text), gz_view_of("", 0), gz_view_of("", 0), NULL);
  CHECK(a && gz_need_quotes(a) == GZ_OK && a->quote_count == 1, " ");
  if (a && a->quote_count == 1) CHECK(a->quotes[0].entity && strcmp(a->quotes[0].entity, "Tim Cook") == 0 && a->quotes[0].kind == GZ_SPEAKER_NAMED, "%s", a->quotes[0].entity ? a->quotes[0].entity : "NULL");
  gz_analysis_free(a);
}

static void noise(void)
{
  static const char *const bits[] = {"\"", "“", "”", "「", "」", "『", "』", "«", "»", "„", "'", "‘", "’", " said ", "X", "说", "：", "，", "。", ".\n\n", "\n", "he", "と", "\xE2\x80", "\xFF", " a ", "Olsen", ", ", "(", ")"};
  static char text[600], got[8192];
  uint32_t seed = 11;
  for (int k = 0; k < 4000; k++) {
    size_t n = 0;
    for (int i = 0; i < 30; i++) {
      seed = seed * 1664525u + 1013904223u;
      const char *z = bits[(seed >> 8) % (sizeof bits / sizeof *bits)];
      memcpy(text + n, z, strlen(z));
      n += strlen(z);
    }
    render(text, n, got, sizeof got);
  }
}

int main(void) { quotations(); none(); canonical(); noise(); return unit_end("quote"); }
