/* Language identification on sentences made for this test: a fisherman mends a net, the bus is late, and so on. */
#include "unit.h"
#include "libc_alloc.inc"
#include "text/lang_int.h"
#include <stdlib.h>

static const struct { const char *tag, *text; } cases[] = {
  {"en", "The old fisherman was mending his net on the quay while the ferry came in."},
  {"de", "Der alte Fischer flickte am Kai sein Netz, während die Fähre einlief."},
  {"fr", "Le vieux pêcheur réparait son filet sur le quai pendant que le bac arrivait."},
  {"es", "El viejo pescador remendaba su red en el muelle mientras llegaba el transbordador."},
  {"pt", "O velho pescador consertava a sua rede no cais enquanto a balsa chegava."},
  {"it", "Il vecchio pescatore rammendava la rete sul molo mentre arrivava il traghetto."},
  {"nl", "De oude visser herstelde zijn net op de kade terwijl de veerboot binnenkwam."},
  {"sv", "Den gamle fiskaren lagade sitt nät på kajen medan färjan kom in."},
  {"da", "Den gamle fisker reparerede sit net på kajen, mens færgen kom ind, og så gik de hjem igen."},
  {"nb", "Den gamle fiskeren reparerte garnet sitt på bryggen da fergen kom inn, og etterpå gikk de hjem uten å si noe."},
  {"fi", "Vanha kalastaja paikkasi verkkoaan laiturilla, kun lautta saapui satamaan."},
  {"et", "Vana kalur parandas kai ääres oma võrku, kui praam sadamasse jõudis."},
  {"hu", "Az öreg halász a rakparton javította a hálóját, amikor befutott a komp."},
  {"pl", "Stary rybak naprawiał sieć na nabrzeżu, kiedy przypłynął prom."},
  {"cs", "Starý rybář opravoval na nábřeží síť, když připlul přívoz, a potom šel domů."},
  {"sk", "Starý rybár opravoval na nábreží sieť, keď priplávala kompa, a potom išiel domov."},
  {"sl", "Stari ribič je na pomolu krpal mrežo, ko je priplul trajekt, in potem je šel domov."},
  {"ro", "Bătrânul pescar își repara plasa pe chei când a sosit feribotul."},
  {"tr", "Yaşlı balıkçı rıhtımda ağını onarırken feribot limana geldi."},
  {"az", "Qoca balıqçı sahildə torunu təmir edirdi, bu vaxt bərə limana gəldi."},
  {"vi", "Ông lão đánh cá đang vá lưới trên bến khi chiếc phà cập bờ."},
  {"id", "Nelayan tua itu sedang memperbaiki jalanya di dermaga ketika kapal feri tiba karena cuaca bisa berubah."},
  {"fil", "Inaayos ng matandang mangingisda ang kaniyang lambat sa pantalan nang dumating ang barko."},
  {"sw", "Mvuvi mzee alikuwa akitengeneza wavu wake gatini wakati kivuko kilipofika."},
  {"cy", "Roedd yr hen bysgotwr yn trwsio ei rwyd ar y cei pan ddaeth y fferi i mewn."},
  {"gv", "Va'n shenn eeasteyr jannoo yn lieen echey ec y cheiy tra haink y vaatey stiagh."},
  {"ga", "Bhí an seaniascaire ag deisiú a lín ar an gcé nuair a tháinig an bád farantóireachta isteach."},
  {"is", "Gamli sjómaðurinn var að bæta netið sitt á bryggjunni þegar ferjan kom að landi."},
  {"lt", "Senas žvejys krantinėje taisė savo tinklą, kai atplaukė keltas."},
  {"lv", "Vecais zvejnieks piestātnē lāpīja savu tīklu, kad pienāca prāmis."},
  {"sq", "Peshkatari plak po ndreqte rrjetën në skelë kur mbërriti trageti."},
  {"eu", "Arrantzale zaharra kaian bere sarea konpontzen ari zen ferrya iritsi zenean."},
  {"ca", "El vell pescador adobava la seva xarxa al moll mentre arribava el transbordador."},
  {"af", "Die ou visserman het sy net op die kaai herstel terwyl die veerboot ingekom het."},
  {"eo", "La maljuna fiŝkaptisto riparis sian reton sur la kajo, kiam la pramo alvenis."},
  {"ru", "Старый рыбак чинил сеть на причале, когда подошёл паром."},
  {"uk", "Старий рибалка лагодив сітку на причалі, коли підійшов пором."},
  {"be", "Стары рыбак рамантаваў сетку на прычале, калі падышоў паром."},
  {"bg", "Старият рибар кърпеше мрежата си на кея, когато фериботът пристигна."},
  {"mk", "Стариот рибар ја крпеше мрежата на кејот кога пристигна траектот."},
  {"sr-Cyrl", "Стари рибар је крпио мрежу на кеју када је стигао трајект."},
  {"sr-Latn", "Stari ribar je krpio mrežu na keju kada je stigao trajekt, a posle je otišao kući da vidi decu."},
  {"uz-Latn", "Keksa baliqchi bandargohda to‘rini tuzatayotgan edi, shu payt kema kelib to‘xtadi."},
  {"kk", "Қарт балықшы жағалауда ауын жамап отырғанда, паром келіп тоқтады."},
  {"el", "Ο γέρος ψαράς μπάλωνε το δίχτυ του στην προβλήτα όταν έφτασε το φέρι."},
  {"he", "הדייג הזקן תיקן את הרשת שלו על המזח כשהמעבורת הגיעה."},
  {"ar", "كان الصياد العجوز يصلح شبكته على الرصيف عندما وصلت العبّارة."},
  {"fa", "ماهیگیر پیر داشت تورش را روی اسکله تعمیر می‌کرد که کشتی رسید."},
  {"ur", "بوڑھا مچھیرا گھاٹ پر اپنا جال ٹھیک کر رہا تھا جب کشتی آ پہنچی۔"},
  {"hi", "बूढ़ा मछुआरा घाट पर अपना जाल ठीक कर रहा था जब नाव आ पहुँची।"},
  {"bn", "বুড়ো জেলে ঘাটে বসে জাল মেরামত করছিল, তখন ফেরি এসে পৌঁছাল।"},
  {"ta", "வயதான மீனவர் படகுத்துறையில் தன் வலையைச் சரிசெய்து கொண்டிருந்தார்."},
  {"te", "ముసలి జాలరి రేవులో తన వల బాగుచేసుకుంటున్నాడు."},
  {"th", "ชาวประมงเฒ่ากำลังซ่อมแหอยู่ที่ท่าเรือตอนที่เรือข้ามฟากมาถึง"},
  {"ka", "მოხუცი მეთევზე ნავმისადგომზე ბადეს აკეთებდა."},
  {"hy", "Ծեր ձկնորսը նավամատույցում նորոգում էր իր ցանցը։"},
  {"am", "ሽማግሌው ዓሣ አጥማጅ መረቡን በወደቡ ላይ ይጠግን ነበር።"},
  {"ko", "늙은 어부가 부두에서 그물을 손질하고 있을 때 배가 들어왔다."},
  {"ja", "年老いた漁師が波止場で網を繕っていると、渡し船が着いた。"},
  {"ja", "特別顧問弁護士"},
  {"zh-Hans", "老渔夫正在码头上补网，这时渡轮进港了。"},
  {"zh-Hant", "老漁夫正在碼頭上補網，這時渡輪進港了。"},
  {"yue", "個老漁夫喺碼頭補緊網，嗰陣渡輪啱啱返到嚟。"},
  {"zh-Hans", "中文大小"},
  {"und", ""}, {"und", "2024-05-01 12:30"}, {"und", "https://example.com/path/of/words"}, {"und", "★★★ 99.5 %"}, {"und", "a@b.example"},
  {"und", "#9981 / 44-A"}, {"und", "α = 0.5"}, {"ko", "네"},
  /* a sentence of characters that Japanese has as well, and nothing but them: no kana, so it is Chinese */
  {"zh-Hant", "市府表示，新一期公共住宅明年完成，合資格者下月登記。"},
};

static void check(const char *want, const char *text, size_t n)
{
  gz_lang_result r, line;
  gz_lang_detect(text, n, &r);
  CHECK(strcmp(r.tag, want) == 0, "%s for %s: %.60s", r.tag, want, text);
  gz_lang_line(text, n, &line);
  CHECK(strcmp(line.tag, want) == 0, "line: %s for %s: %.60s", line.tag, want, text);
  CHECK(r.confidence >= 0 && r.confidence <= 1, "%g", r.confidence);
}

/* Close languages are told by the words that only one of them writes, even when one such word stands in a neutral sentence; the tag
** up to its script. */
static const struct { const char *tag, *text; } close_cases[] = {
  {"hr", "Ribar je idućega tjedna prodao čamac i nazočio priopćenju tvrtke o kolodvoru."},
  {"hr", "Sudac je u siječnju pustio dvojicu ozlijeđenih putnika vlaka."},
  {"bs", "Ribar je sljedeće sedmice prodao hiljadu mreža, a gdje je bio u januaru ne zna niko."},
  /* typed without hooks, and with words that one of them writes: kitchen, schools, months, verbs of the news */
  {"hr", "Tko je idući tjedan u kuhinji ostavio tanjur juhe, kruh i salicu kave?"},
  {"hr", "Skladatelj je u knjiznici rezervirao dvoranu i primjerice ignorirao natjecaj."},
  {"bs", "Vjerovatno ce iduce sedmice snabdijevati gradove, a lahko je da augusta niko ne dodje."},
  {"sr", "Verovatno je neko u kuhinji ostavio tanjir supe, hleb i solju kafe, a gde su deca?"},
  {"sr", "Vreme je lepo, a reka i sneg na severu menjaju vazduh, rekao je svetski putnik."},
  {"sr", "Ribar je sledeće nedelje prodao čamac, a gde je bio pre toga niko ne zna."},
  {"gl", "Onte a xente da aldea foi ao peirao cando a barca xa non estaba."},
  {"pt", "Ontem as pessoas da aldeia foram ao cais quando o barco já não estava."},
  {"id", "Perusahaan itu membuka kantor baru karena bisnis di kota itu bisa tumbuh."},
  {"ms", "Syarikat itu membuka pejabat baharu kerana perniagaan di bandar itu boleh berkembang."},
  {"nn", "Fiskaren sa at han ikkje visste kva dei skulle gjere sidan garnet vart øydelagt."},
  {"nb", "Fiskeren sa at han ikke visste hva de skulle gjøre siden garnet ble ødelagt."},
  {"da", "Fiskeren sagde, at han ikke vidste, hvad de skulle gøre, da nettet blev ødelagt."},
  {"xh", "Umlobi uthe akazi ukuba ixesha lokuthengisa liza kufika nini kwaye uza kulinda."},
  {"zu", "Umdobi uthe akazi ukuthi isikhathi sokuthengisa sizofika nini futhi uzolinda."},
  /* Latin letters that look like Cyrillic ones, as some pages have them */
  {"sr", "Стaри рибaр je кpпиo мрeжу нa oбaли кaд je стиглa скeлa."},
  {"bg", "Cтарият рибaр кърпeшe мрeжaтa cи на кeя."},
};

/* Counting what is left of a text finds the letters that cutting it into words does, wherever it begins. */
static void count_rest(void)
{
  static const char *const texts[] = {
    "Plain words, and then some more; don't stop (at brackets) - or 'quoted' ones.", "mail to a.b@tide.example or www.tide.example/x?y=z now",
    "5G phones, the 3rd one, B2B #tags and @names here, AT&amp;T, C# too", "see https://tide.example/a_b and file_name or key=value. End.",
    "naïve café’s “quoted” words — dashes", "Стaри рибaр and Latin letters", "half 漢字 and English, 仮名 кириллица", "end.of sentence. Next one.it's5 x", "", "x", "it's", "o'5 b"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    for (int words = 0; words < 6; words++) {
      gz_lang_reader a = {.text = texts[i], .n = strlen(texts[i])}, b = a;
      static gz_lang_tally s, t;
      memset(&s, 0, sizeof s); memset(&t, 0, sizeof t);
      for (int k = 0; k < words; k++) { gz_lang_next(&a, &s); gz_lang_next(&b, &t); }
      while (gz_lang_next(&a, &s)) {}
      gz_lang_count_rest(&b, &t);
      CHECK(memcmp(s.letters, t.letters, sizeof s.letters) == 0, "%u for %u Latin letters after %d words: %s", t.letters[GZ_SCRIPT_LATN],
            s.letters[GZ_SCRIPT_LATN], words, texts[i]);
      CHECK(b.pos == b.n, "%zu of %zu bytes: %s", b.pos, b.n, texts[i]);
    }
}

/* The shares of a text name a language of one passage among much of another, on a line of its own or inside one, and no language for names. */
static void passages(void)
{
  static const char en[] = "The council did not say how many lamps it would buy for the new quay.";
  static const char zh[] = "市议会没有说明为新码头购买多少盏路灯。", more_zh[] = "渔民们说，夏天的船票太贵，渡轮也常常迟到半个小时。";
  static const char more_en[] = "The fishermen said that tickets were dear in summer and that the ferry was often half an hour late. ";
  static const struct { const char *lead, *passage, *main, *other; } cases_[] = {
    {more_zh, en, "zh-Hans", "en"}, {more_en, zh, "en", "zh-Hans"}, {more_zh, "Seal Point Ferries、Tidemark Rope Works、Lowell Lamps", "zh-Hans", NULL},
    {more_en, "(渔民市场)", "en", NULL}, {more_zh, "Рыбаки сказали, что летом билеты на паром слишком дорогие.", "zh-Hans", "ru"},
    {more_en, "漁師たちは夏の切符が高すぎると言っている。", "en", "ja"}};
  for (size_t i = 0; i < sizeof cases_ / sizeof *cases_; i++)
    for (int own_line = 0; own_line < 2; own_line++)
      for (int around = 1; around <= 300; around *= 17) {
        if (around == 1 && !cases_[i].other) continue;      /* between two sentences a list of names is no small thing */
        static char text[1 << 16];
        size_t n = 0;
        for (int k = 0; k < 2 * around; k++) {
          n += (size_t)snprintf(text + n, sizeof text - n, "%s", cases_[i].lead);
          if (k == around) n += (size_t)snprintf(text + n, sizeof text - n, own_line ? "\n%s\n" : "%s", cases_[i].passage);
        }
        gz_lang_result r[4] = {{{0}, 0, 0}};
        int count = gz_lang_shares(text, n, r, 4);
        CHECK(count == (cases_[i].other ? 2 : 1) && strcmp(r[0].tag, cases_[i].main) == 0, "case %zu, own line %d, around %d: %d %s %s", i, own_line, around,
              count, r[0].tag, r[1].tag);
        if (cases_[i].other) CHECK(strcmp(r[1].tag, cases_[i].other) == 0 && r[1].share > 0, "%s for %s, own line %d, around %d", r[1].tag, cases_[i].other, own_line, around);
      }
  CHECK(gz_lang_stretch("", 0) == 0, "nothing");
  CHECK(gz_lang_stretch(zh, sizeof zh - 1) == sizeof zh - 1, "one script is one stretch");
}

int main(void)
{
  count_rest();
  passages();
  for (size_t i = 0; i < sizeof close_cases / sizeof *close_cases; i++) {
    gz_lang_result r;
    gz_lang_detect(close_cases[i].text, strlen(close_cases[i].text), &r);
    CHECK(strncmp(r.tag, close_cases[i].tag, strlen(close_cases[i].tag)) == 0, "%s for %s: %.60s", r.tag, close_cases[i].tag, close_cases[i].text);
  }
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check(cases[i].tag, cases[i].text, strlen(cases[i].text));

  /* confidence: a whole sentence is sure of itself, Han that both orthographies share is not */
  gz_lang_result one;
  gz_lang_line("中文大小", 12, &one);
  CHECK(one.confidence < 0.7, "%s %g", one.tag, one.confidence);
  gz_lang_line(cases[1].text, strlen(cases[1].text), &one);
  CHECK(one.confidence > 0.9, "%s %g", one.tag, one.confidence);

  /* what is nothing but a name tells little: no other language than English is named with confidence */
  static const char *const names[] = {"Tidemark & Tidemark", "Brightmere", "Orlando Quill", "Sandoval Marine", "Lowell Hesta Zubira", "Vekomi Corp."};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    gz_lang_detect(names[i], strlen(names[i]), &one);
    CHECK(one.confidence < 0.6 || strcmp(one.tag, "en") == 0, "%s %g: %s", one.tag, one.confidence, names[i]);
  }
  /* but a word that ends as a sentence, words in small letters and a headline in capitals are text */
  static const char *const said[][2] = {{"de", "Entschuldigung!"}, {"es", "muchas gracias"}, {"fr", "AUJOURD’HUI DIMANCHE"}};
  for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
    gz_lang_detect(said[i][1], strlen(said[i][1]), &one);
    CHECK(strcmp(one.tag, said[i][0]) == 0 && one.confidence > 0.7, "%s %g: %s", one.tag, one.confidence, said[i][1]);
  }

  /* a menu around an article, and an English headline above it, do not mislead */
  static const char page[] =
    "Home | News | Sport | Sign in\nRead more\nThe fisherman and his net\n"
    "Der alte Fischer flickte am Kai sein Netz, während die Fähre einlief.\n"
    "Er sagte, dass er seit vierzig Jahren jeden Morgen hinausfahre, auch im Winter.\nShare this article\n";
  gz_lang_result two[4];
  gz_lang_detect(page, sizeof page - 1, two);
  CHECK(strcmp(two[0].tag, "de") == 0, "%s", two[0].tag);

  /* nor does a long line of chrome that stands between all paragraphs, with more letters in all than the article */
  static char chrome[2000];
  size_t chrome_n = 0;
  for (int k = 0; k < 8; k++)
    chrome_n += (size_t)snprintf(chrome + chrome_n, sizeof chrome - chrome_n, "Share this story with your friends and neighbours\n%s", k != 4 ? "" :
      "Der alte Fischer flickte am Kai sein Netz, während die Fähre einlief, und er sagte nichts.\n"
      "Er fuhr seit vierzig Jahren jeden Morgen hinaus, auch im Winter, und kam erst abends wieder heim.\n"
      "Die Netze trockneten auf der Mauer, und niemand kaufte den Fisch.\n");
  gz_lang_detect(chrome, chrome_n, two);
  CHECK(strcmp(two[0].tag, "de") == 0, "%s", two[0].tag);

  /* both languages of a mixed text, larger share first, shares adding up to no more than one */
  static const char mixed[] =
    "Старый рыбак чинил сеть на причале, когда подошёл паром. Потом он пошёл домой и лёг спать.\nThe fisherman went home.\n";
  int n = gz_lang_shares(mixed, sizeof mixed - 1, two, 4);
  CHECK(n >= 2, "%d languages", n);
  CHECK(strcmp(two[0].tag, "ru") == 0 && strcmp(two[1].tag, "en") == 0, "%s %s", two[0].tag, two[1].tag);
  CHECK(two[0].share > two[1].share && two[0].share + two[1].share <= 1.0001, "%g %g", two[0].share, two[1].share);

  /* the shares of a text of a few kilobytes come from all of it: a foreign line in its middle is not skipped */
  static char pages[6000];
  size_t used = 0;
  for (int k = 0; k < 40; k++) {
    const char *line = k == 19 ? cases[30].text : cases[1].text;
    if (used + strlen(line) + 2 > sizeof pages) break;
    memcpy(pages + used, line, strlen(line));
    used += strlen(line);
    pages[used++] = '\n';
  }
  gz_lang_result found[8];
  n = gz_lang_shares(pages, used, found, 8);
  CHECK(n == 2 && strcmp(found[0].tag, "de") == 0 && strcmp(found[1].tag, cases[30].tag) == 0, "%d: %s %s", n, found[0].tag, n > 1 ? found[1].tag : "");

  /* a long text is sampled and still answered; any bytes are safe */
  size_t big = 300000, at = 0;
  char *long_text = malloc(big);
  while (long_text && at + 200 < big) {
    memcpy(long_text + at, cases[1].text, strlen(cases[1].text));
    at += strlen(cases[1].text);
    long_text[at++] = '\n';
  }
  check("de", long_text, at);
  for (size_t i = 0; i < big; i++) long_text[i] = (char)(i * 2654435761u >> 13);
  n = gz_lang_shares(long_text, big, two, 4);
  CHECK(n >= 0 && n <= 4, "%d", n);
  free(long_text);
  return unit_end("lang");
}
