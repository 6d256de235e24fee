/* Where sentences end, language by language: fifteen cases and more for each of seven, cut by hand (| marks the ends). */
#include "unit.h"
#include "libc_alloc.inc"
#include "text/sentence.h"

static void cut(const char *lang, const char *marked)
{
  static char text[2048], got[2048];
  size_t n = 0, g = 0, before = 0;
  for (const char *p = marked; *p; p++) if (*p != '|') text[n++] = *p;
  gz_sentence_iter it;
  gz_span s;
  gz_sentence_begin(&it, gz_view_of(text, n));
  while (gz_sentence_next(&it, &s)) {
    memcpy(got + g, text + before, s.end - before);
    g += s.end - before;
    if (s.end < n) got[g++] = '|';
    before = s.end;
  }
  got[g] = 0;
  CHECK(strcmp(got, marked) == 0, "%s: %s -> %s", lang, marked, got);
}

static const char *const en[] = {
  "Gulls left at dawn.| The quay was empty.", "Did they leave?| They did!| Nobody wept.", "Mrs. Pell and Dr. Okafor signed it.| Then they left.", "Lt. Gen. A. B. Crane spoke.| He was brief.",
  "Revenue was $2.4 billion, up 3.5%.| Profit fell.", "The firm, Gullwing Ltd., is private.| It sells rope.", "Gullwing Inc. said so.| Its rival did not.", "It trades as GULL.N in New York.| It rose.",
  "The meeting began at 9 a.m. on Monday.| It was short.", "\"We are done,\" she said.| \"Go home.\"", "He asked, \"Why now?\"| Nobody knew.", "(It was late.)| They went on.", "The U.K. and the U.S. agreed.| Others did not.",
  "See p. 4 of the report, vol. 2.| It is clear.", "It rained... and rained.| Then it stopped.", "Shares (GULL.L) fell 2p.| Bonds rose.", "She lives in St. Ives, Mass., near the pier.| He does not.",
  "In Sept. 2021 it closed.| In Jan. 2022 it opened.", "He said yes — no.| He said maybe.", "Go to gull.example/a.html for more.| It is free.",
};
static const char *const zh[] = {
  "海鸥飞走了。|码头空了。", "他们走了吗？|走了！|没有人哭。", "他说：“我们走吧。”|她没有回答。", "“走吧，”他说，“天黑了。”|她点了点头。", "“走吧！”他说。|她点了点头。", "营收为24.5亿元，同比增长3.5%。|利润下降。", "公司（GULL.US）股价上涨。|债券下跌。",
  "等等……他没来。|我们走。", "「走吧。」他說。|她沒有回答。", "这是什么？！|没有人知道。", "标题没有句号|\n正文从这里开始。", "《海鸥之歌》出版了。|很多人买。", "他来了；她走了。|天黑了。", "一是快，二是省。|三是好。", "他说（声音很小）：走。|没有人听见。", "版本2.0发布了。|价格不变。",
};
static const char *const ja[] = {
  "カモメは飛び去った。|港は空だった。", "行ったのか？|行った！|誰も泣かなかった。", "「行こう」と彼は言った。|彼女は答えなかった。", "「行こう。」と彼は言った。|彼女は黙っていた。", "売上高は24.5億円で、3.5％増えた。|利益は減った。", "同社（東京・港区）は発表した。|株価は上がった。",
  "待って……彼は来ない。|帰ろう。", "見出しに句点はない|\n本文はここから始まる。", "「もう遅い。」|「まだ早い。」", "何だこれは！？|分からない。", "『カモメの歌』が出た。|よく売れた。", "氏は「難しい」と話す。|ただ、例外もある。", "Ver.2.0を公開した。|価格は同じだ。", "1日、会社は発表した。|2日、株価は下がった。", "彼は笑った（少しだけ）。|彼女も笑った。",
};
static const char *const ko[] = {
  "갈매기가 떠났다.| 부두는 비었다.", "떠났나?| 떠났다!| 아무도 울지 않았다.", "그는 \"가자\"고 말했다.| 그녀는 답하지 않았다.", "\"가자.\"| 그가 말했다.| 그녀는 웃었다.", "매출은 24.5억원으로 3.5% 늘었다.| 이익은 줄었다.", "회사(GULL.US) 주가가 올랐다.| 채권은 내렸다.",
  "잠깐...| 그는 오지 않았다.| 가자.", "제목에는 마침표가 없다|\n본문은 여기서 시작한다.", "2.0 버전이 나왔다.| 값은 같다.", "‘바다’를 샀다.| 값은 비쌌다.", "왜?!| 아무도 몰랐다.", "그는 갔다(늦게).| 그녀는 남았다.", "5월 6일이었다.| 비가 왔다.", "한국 U.S.스틸 주가가 올랐다.| 내일은 모른다.", "“늦었다.”| “아니다.”",
};
static const char *const de[] = {
  "Die Möwen flogen fort.| Der Kai war leer.", "Sind sie fort?| Ja!| Niemand weinte.", "Dr. Pell und Prof. Okafor unterschrieben.| Dann gingen sie.", "Am 6. Mai kam er.| Am 7. ging er.", "Das kostet 2,4 Mrd. Euro.| Das ist viel.", "Er kam z. B. am Montag.| Sie nicht.", "Sie kam u. a. wegen der Möwen.| Er auch.",
  "„Wir gehen“, sagte sie.| Er blieb.", "„Wir gehen.“| Er blieb.", "Die Firma (Sitz: Kiel) wächst.| Sie stellt ein.", "Im 3. Quartal stieg der Umsatz.| Der Gewinn fiel.", "Die Gull AG wächst.| Ihr Rivale nicht.", "Das gilt ab 1. Januar.| Dann wird es teurer.", "Warum …?| Niemand weiß es.", "Es war ca. 10 Uhr.| Es regnete.", "Siehe S. 4, Abs. 2.| Dort steht es.",
};
static const char *const fr[] = {
  "Les mouettes sont parties.| Le quai était vide.", "Sont-elles parties ?| Oui !| Personne ne pleura.", "M. Pell et Mme Okafor ont signé.| Puis ils sont partis.", "« Partons », dit-elle.| Il resta.", "« Partons ! » dit-elle.| Il resta.", "Le chiffre d'affaires est de 2,4 milliards d'euros.| Le bénéfice baisse.", "Il vit à St. Malo.| Elle non.", "Le 6 mai, il vint.| Le 7, il partit.",
  "Il a dit... rien.| Elle aussi.", "Titre sans point|\nLe texte commence ici.", "La société (siège : Brest) grandit.| Elle embauche.", "Voir p. 4 du rapport.| C'est clair.", "J. Pell est né ici.| Il y vit.", "« C'est fini. »| Il partit.| Elle resta.", "Elle coûte 3.5 euros.| C'est peu.",
};
static const char *const es[] = {
  "Las gaviotas se fueron.| El muelle quedó vacío.", "¿Se fueron?| ¡Sí!| Nadie lloró.", "El Sr. Pell y la Dra. Okafor firmaron.| Luego se fueron.", "«Vámonos», dijo ella.| Él se quedó.", "—Vámonos —dijo ella.| Él se quedó.", "Cuesta 2.400 millones de euros.| Es mucho.", "Vino el 6 de mayo.| Se fue el 7.", "Los EE. UU. firmaron.| Otros no.", "La empresa (con sede en Cádiz) crece.| Contrata.",
  "Dijo que no... y se fue.| Ella también.", "Título sin punto|\nEl texto empieza aquí.", "¡Qué bien!| ¿Por qué?| Nadie lo sabe.", "Ver pág. 4 del informe.| Es claro.", "J. Pell nació aquí.| Vive aquí.", "Subió un 3,5%.| Bajó luego.", "\"Vámonos.\"| Él se quedó.",
};

#define ALL(t) for (size_t k = 0; k < sizeof t / sizeof *t; k++) cut(#t, t[k])

int main(void)
{
  ALL(en); ALL(zh); ALL(ja); ALL(ko); ALL(de); ALL(fr); ALL(es);
  return unit_end("sentence_langs");
}
