/* Who is quoted, phrase by phrase: the order of quotation, verb and speaker, titles, ages, places, lists, what stands in brackets, dashes; and for each
** quotation what is said, by whom, with which word, of what kind, and the name in full. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/alloc.h"
#include "find/analysis.h"

int main(void)
{
  static const char *const t[][2] = {
    {"\"It grows,\" said Mr. A. J. Penrose of the co-op.", "It grows,|A. J. Penrose|said|named|A. J. Penrose"},
    {"\"It grows,\" said Dr. Penrose — a farmer by trade — on Monday.", "It grows,|Penrose|said|named|Penrose"},
    {"\"It grows,\" the farmer Hugo Penrose said.", "It grows,|Hugo Penrose|said|named|Hugo Penrose"},
    {"\"It grows,\" said Hugo Penrose and Ida Marl, farmers.", "It grows,|Hugo Penrose|said|named|Hugo Penrose"},
    {"\"It grows,\" said Borealis Foods in a statement.", "It grows,|Borealis Foods|said|organisation|Borealis Foods"},
    {"Borealis Foods said in a statement: \"It grows every year, and we are glad.\"", "It grows every year, and we are glad.|Borealis Foods|said in a statement|organisation|Borealis Foods"},
    {"\"It grows,\" said Lumen spokeswoman Ida Marl.", "It grows,|Ida Marl|said|named|Ida Marl"},
    {"\"Does it grow?\" he asked.\nNobody knew.", "Does it grow?|he|asked|anonymous"},
    {"\"It grows. And it grows,\" said Penrose,\r\nwho owns the field.", "It grows. And it grows,|Penrose|said|named|Penrose"},
    {"\"Green fields are a promise.\"\n-- Ida Marl", "Green fields are a promise.|Ida Marl||named|Ida Marl"},
    {"\"Green fields are a promise.\"\n\n– Ida Marl, farmer", "Green fields are a promise.|Ida Marl||named|Ida Marl"},
    {"\"Green fields are a promise.\" ― Ida Marl", "Green fields are a promise.|Ida Marl||named|Ida Marl"},
    {"\"Green fields are a promise.\" — a farmer", ""},
    {"\"Green fields are a promise.\" — it was said", ""},
    {"Penrose walked away, calling it \"a promise that nobody kept\".", "a promise that nobody kept|Penrose|calling|named"},
    {"Penrose hoped for \"a promise that somebody keeps\".", ""},
    {"Penrose wished \"that it would rain for weeks\".", ""},
    {"The sign would read \"no entry for the public at all\".", ""},
    {"\"We sow in March,\" she said. \"We reap in June,\" she said. Penrose smiled.", "We sow in March,|she|said|anonymous; We reap in June,|she|said|anonymous"},
    {"Ida Marl owns the mill. \"We sow in March,\" she said.", "We sow in March,|she|said|named|Ida Marl"},
    {"Borealis Foods owns the mill. \"We sow in March,\" it said.", "We sow in March,|it|said|organisation|Borealis Foods"},
    {"The company said it. \"We sow in March,\" the company said.", "We sow in March,|the company|said|organisation"},
    {"They met at noon. \"We sow in March,\" they said.", "We sow in March,|they|said|anonymous"},
    {"\"We sow in March,\" O'Neil-Marsh said, \"and reap in June.\"", "We sow in March,|O'Neil-Marsh|said|named|O'Neil-Marsh; and reap in June.|O'Neil-Marsh|said|named|O'Neil-Marsh"},
    {"Said Penrose: \"It grows.\"", "It grows.|Penrose|Said|named"},
    {"As Penrose put it: \"It grows, and it grows.\"", "It grows, and it grows.|Penrose|put it|named"},
    {"According to the report, \"it grows by a third each year\".", "it grows by a third each year|the report|According to|anonymous"},
    {"\"It grows\", according to Penrose.", "It grows|Penrose|according to|named"},
    {"\"It grows,\" Penrose, the owner, said.", "It grows,|Penrose|said|named|Penrose"},
    {"\"It grows,\" Penrose, 54, said.", "It grows,|Penrose|said|named|Penrose"},
    {"\"It grows,\" Penrose, who bought the mill in 1998, said on Friday.", "It grows,|Penrose|said|named|Penrose"},
    {"\"It grows,\" said Penrose, 54, of Marl & Sons.", "It grows,|Penrose|said|named|Penrose"},
    {"\"It grows,\" Penrose told the Harbour Times.", "It grows,|Penrose|told|named|Penrose"},
    {"\"It grows,\" says a person who knows the field.", "It grows,|a person|says|anonymous"},
    {"\"It grows,\" sources said.", "It grows,|sources|said|anonymous"},
    {"\"It grows,\" said two people with knowledge of the plan.", "It grows,|two people|said|anonymous"},
    {"\"It grows,\" said Penrose, adding: \"It always did.\"", "It grows,|Penrose|said|named|Penrose; It always did.|Penrose|adding|named|Penrose"},
    {"In the words of Penrose, \"it grows\".", "it grows|Penrose|In the words of|named"},
    {"\"It grows,\" Élodie Penrose said.", "It grows,|Élodie Penrose|said|named|Élodie Penrose"},
    {"\"It grows,\" said Élodie Penrose.", "It grows,|Élodie Penrose|said|named|Élodie Penrose"},
    {"\"It grows,\" said St. John Penrose.", "It grows,|St. John Penrose|said|named"},
    {"\"It grows,\" said Hugo Penrose (pictured).", "It grows,|Hugo Penrose|said|named|Hugo Penrose"},
    {"\"It grows\" is what Penrose said.", "It grows|Penrose|said|named|Penrose"},
    {"奥尔森（Ann Olsen）说：“这座工厂将养活一个地区。”", "这座工厂将养活一个地区。|奥尔森|说|named|Ann Olsen"},
    {"奥尔森(Ann Olsen)表示：“这座工厂将养活一个地区。”", "这座工厂将养活一个地区。|奥尔森|表示|named|Ann Olsen"},
    {"奥尔森问：“这座工厂能养活一个地区吗？”", "这座工厂能养活一个地区吗？|奥尔森|问|named|奥尔森"},
    {"“这座工厂能养活一个地区吗？”奥尔森问道。", "这座工厂能养活一个地区吗？|奥尔森|问道|named|奥尔森"},
    {"“太好了！”奥尔森喊道，“终于建成了！”", "太好了！|奥尔森|喊道|named|奥尔森; 终于建成了！|奥尔森|喊道|named|奥尔森"},
    {"“这座工厂将养活一个地区……”奥尔森说。", "这座工厂将养活一个地区……|奥尔森|说|named|奥尔森"},
    {"“这座工厂将养活一个地区——”奥尔森说。", "这座工厂将养活一个地区——|奥尔森|说|named|奥尔森"},
    {"奥尔森向本报记者表示：“这座工厂将养活一个地区。”", "这座工厂将养活一个地区。|奥尔森|表示|named|奥尔森"},
    {"奥尔森对工人们说：“你们可以回家了，明天见。”", "你们可以回家了，明天见。|奥尔森|说|named|奥尔森"},
    {"奥尔森在致股东的信中写道：“这一年我们过得不容易。”", "这一年我们过得不容易。|奥尔森|写道|named|奥尔森"},
    {"据奥尔森称，“这座工厂将养活一个地区”。", "这座工厂将养活一个地区|奥尔森|称|named|奥尔森"},
    {"北辰集团表示：“这座工厂将养活一个地区。”", "这座工厂将养活一个地区。|北辰集团|表示|organisation|北辰集团"},
    {"北辰集团董事长奥尔森表示：“这座工厂将养活一个地区。”", "这座工厂将养活一个地区。|奥尔森|表示|named|奥尔森"},
    {"北辰集团回应称：“目前没有裁员计划，一切正常。”", "目前没有裁员计划，一切正常。|北辰集团|称|organisation|北辰集团"},
    {"北辰集团成立于1990年。“目前没有裁员计划，”它表示。", "目前没有裁员计划，|它|表示|organisation|北辰集团"},
    {"报告指出，“这一行业三年内增长了一倍”。", "这一行业三年内增长了一倍|报告|指出|anonymous"},
    {"对此，奥尔森坦言：“我们犯了错误。”", "我们犯了错误。|奥尔森|坦言|named|奥尔森"},
    {"但是，奥尔森也承认，“我们犯了错误”。", "我们犯了错误|奥尔森|承认|named|奥尔森"},
    {"奥尔森微笑着说：“我们没有犯错误。”", "我们没有犯错误。|奥尔森|说|named|奥尔森"},
    {"奥尔森说，他认为“我们没有犯错误”，还说“以后再说吧”。", "我们没有犯错误|他|认为|named|奥尔森; 以后再说吧|他|说|named|奥尔森"},
    {"他称之为“一个没有人能完成的任务”。", "一个没有人能完成的任务|他|称之为|anonymous"},
    {"“他可能会说‘不’，”奥尔森说。", "他可能会说‘不’，|奥尔森|说|named|奥尔森"},
    {"奥尔森表示： “这座工厂将养活一个地区。”", "这座工厂将养活一个地区。|奥尔森|表示|named|奥尔森"},
    {"奥尔森 说 ：“这座工厂将养活一个地区。”", "这座工厂将养活一个地区。|奥尔森|说|named|奥尔森"},
    {"山田氏は「値上げは避けられない」と話した。", "値上げは避けられない|山田|話した|named|山田"},
    {"「値上げは避けられない」と、同社の担当者は説明する。", "値上げは避けられない|同社の担当者|説明する|anonymous"},
    {"「値上げは避けられない」　山田氏はそう語った。", "値上げは避けられない|山田|語った|named|山田"},
    {"“올해 실적이 좋다”고 한 관계자는 전했다.", "올해 실적이 좋다|한 관계자|전했다|anonymous"},
    {"„Wir sind bereit“, so Anna Schmidt.", "Wir sind bereit|Anna Schmidt|so|named|Anna Schmidt"},
    {"«Nous sommes prêts», selon Anne Martin.", "Nous sommes prêts|Anne Martin|selon|named|Anne Martin"},
    {"«Estamos listos», según Ana García.", "Estamos listos|Ana García|según|named|Ana García"},
  };
  char got[2048];
  for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
    gz_analysis *a = gz_analysis_new(gz_view_cstr(t[i][0]), gz_view_of("", 0), gz_view_of("", 0), NULL);
    size_t n = 0;
    got[0] = 0;
    CHECK(a && gz_need_quotes(a) == GZ_OK, "%s", t[i][0]);
    for (size_t k = 0; a && k < a->quote_count && n + 400 < sizeof got; k++) {
      const gz_quote *q = &a->quotes[k];
      const char *kind = gz_speaker_kind_name(q->kind);
      n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s|%.*s|%.*s|%s%s%s", k ? "; " : "", (int)(q->quote.end - q->quote.start), t[i][0] + q->quote.start, (int)(q->speaker.end - q->speaker.start),
                            t[i][0] + q->speaker.start, (int)(q->cue.end - q->cue.start), t[i][0] + q->cue.start, kind ? kind : "-", q->entity ? "|" : "", q->entity ? q->entity : "");
    }
    CHECK(strcmp(got, t[i][1]) == 0, "%s\n  found  %s\n  wanted %s", t[i][0], got, t[i][1]);
    gz_analysis_free(a);
  }
  return unit_end("quote_phrases");
}
