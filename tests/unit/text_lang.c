/* The quick look at a text's language gives the answer of the full one: articles of one language, close languages, articles with a menu,
** headlines or quotations in another one, texts of two halves, tables of numbers, damaged bytes. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/text_lang.h"

static const struct { const char *tag, *sentence[3]; } langs[] = {
  {"en", {"The harbour board said on Tuesday that it would lease two of its older cranes to a ferry operator. ", "Nobody at the meeting objected to the price, and the vote took less than a minute.\n", "Most of the dockers had expected a longer argument. "}},
  {"de", {"Der Hafenrat beschloss am Dienstag, zwei seiner älteren Kräne an eine Fährlinie zu verpachten. ", "Niemand in der Sitzung sprach gegen den Preis, und die Abstimmung dauerte keine Minute.\n", "Die meisten Hafenarbeiter hatten einen längeren Streit erwartet. "}},
  {"fr", {"Le conseil du port a décidé mardi de louer deux de ses plus vieilles grues à une compagnie de ferries. ", "Personne dans la salle ne s'est opposé au prix et le vote a duré moins d'une minute.\n", "La plupart des dockers s'attendaient à une dispute plus longue. "}},
  {"es", {"La junta del puerto decidió el martes alquilar dos de sus grúas más viejas a una compañía de transbordadores. ", "Nadie en la sala se opuso al precio y la votación duró menos de un minuto.\n", "La mayoría de los estibadores esperaba una discusión más larga. "}},
  {"it", {"Il consiglio del porto ha deciso martedì di affittare due delle sue gru più vecchie a una compagnia di traghetti. ", "Nessuno nella sala si è opposto al prezzo e il voto è durato meno di un minuto.\n", "La maggior parte degli operai si aspettava una discussione più lunga. "}},
  {"nl", {"Het havenbestuur besloot dinsdag om twee van zijn oudere kranen aan een veerdienst te verhuren. ", "Niemand in de zaal had bezwaar tegen de prijs en de stemming duurde nog geen minuut.\n", "De meeste havenarbeiders hadden een langere ruzie verwacht. "}},
  {"ru", {"Совет порта решил во вторник сдать два старых крана в аренду паромной компании. ", "Никто в зале не возразил против цены, и голосование заняло меньше минуты.\n", "Большинство докеров ожидало более долгого спора. "}},
  {"pl", {"Rada portu postanowiła we wtorek wydzierżawić dwa starsze dźwigi przewoźnikowi promowemu. ", "Nikt na sali nie sprzeciwił się cenie, a głosowanie trwało krócej niż minutę.\n", "Większość dokerów spodziewała się dłuższej kłótni. "}},
  {"zh-Hans", {"港务委员会周二决定把两台较旧的起重机租给一家渡轮公司。", "会议上没有人反对这个价格，表决不到一分钟就结束了。\n", "大多数码头工人原以为会争论更久。"}},
  {"zh-Hant", {"港務委員會週二決定把兩台較舊的起重機租給一家渡輪公司。", "會議上沒有人反對這個價格，表決不到一分鐘就結束了。\n", "大多數碼頭工人原以為會爭論更久。"}},
  {"ja", {"港湾委員会は火曜日、古いクレーン二基をフェリー会社に貸し出すことを決めた。", "会議で価格に反対する人はおらず、採決は一分もかからなかった。\n", "港の労働者の多くはもっと長い議論になると思っていた。"}},
  {"ko", {"항만위원회는 화요일 오래된 크레인 두 대를 여객선 회사에 빌려주기로 결정했다. ", "회의에서 가격에 반대한 사람은 없었고 표결은 일 분도 걸리지 않았다.\n", "부두 노동자 대부분은 더 긴 논쟁을 예상했다. "}},
  {"vi", {"Ban quản lý cảng hôm thứ Ba quyết định cho một công ty phà thuê hai cần cẩu cũ của mình. ", "Không ai trong phòng họp phản đối mức giá và việc bỏ phiếu kéo dài chưa đến một phút.\n", "Phần lớn công nhân bến cảng đã chờ đợi một cuộc tranh cãi dài hơn. "}},
};
enum { LANGS = sizeof langs / sizeof *langs };

static char text[20000];
static size_t put(size_t n, const char *z, size_t upto)
{
  while (n < upto && n + strlen(z) < sizeof text) { memcpy(text + n, z, strlen(z)); n += strlen(z); }
  return n;
}
static size_t fill(size_t n, size_t lang, size_t upto)
{
  for (size_t i = 0; n < upto; i++) n = put(n, langs[lang].sentence[i % 3], n + 1);
  return n;
}

/* `tag` NULL: nothing is certain but that both say the same. */
static void check(size_t n, const char *tag)
{
  gz_lang_result quick, full;
  gz_text_lang(gz_view_of(text, n), &quick);
  gz_lang_detect(text, n, &full);
  CHECK(strcmp(quick.tag, full.tag) == 0 && (!tag || strcmp(quick.tag, tag) == 0), "%.60s: quick %s, full %s, expected %s", text, quick.tag, full.tag, tag ? tag : "the same");
}

int main(void)
{
  static const char *const menus[] = {"Home\nWorld\nMarkets\nSign in to your account\nShare this story with a friend\n", "Accept all cookies | Settings | Subscribe to the newsletter of the week\n", "首页 > 财经 > 要闻\n", "2024-05-06 | 1,234.5 | 17 % | 88.0 |\n"};
  for (size_t i = 0; i < LANGS; i++) {
    check(fill(0, i, 300), langs[i].tag);                /* short: read in full */
    check(fill(0, i, 1500), langs[i].tag);
    check(fill(0, i, 9000), langs[i].tag);
    for (size_t k = 0; k < sizeof menus / sizeof *menus; k++) check(fill(put(0, menus[k], 400), i, 6000), langs[i].tag);
    for (size_t j = 0; j < LANGS; j++) {
      if (i == j) continue;
      size_t n = fill(fill(0, j, 300), i, 5000);         /* a summary in another language first */
      check(fill(n, j, n + 400), langs[i].tag);
    }
  }
  for (size_t k = 0; k < sizeof menus / sizeof *menus; k++) check(put(0, menus[k], 3000), NULL);
  check(put(0, "1 2 3 4 5 67.8 -- ", 3000), "und");
  check(put(0, "\xE4\xB8", 3000), NULL);
  check(put(0, "\xFF\x80 \xC3", 3000), NULL);
  for (size_t n = fill(0, 8, 4000), cut = n - 8; cut < n; cut++) check(cut, "zh-Hans");      /* within a character */
  return unit_end("text_lang");
}
