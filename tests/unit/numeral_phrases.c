/* Numbers as people say and write them, in the languages whose number words are known: each phrase by itself, and what must be read of it. Values
** are worked out by hand. The first table is for the numeral scanner; the second for numbers with sign, fraction and power. */
#include "find/number.h"
#include "unit/unit.h"
#include "unit/libc_alloc.inc"

/* want: the value of the whole phrase ("low..high", "low.." when open), or what is read in it: "surface=value; surface=value" */
typedef struct kase { const char *lang, *text, *want; } kase;

static const kase numerals[] = {
  {"en", "three hundred and two hundred", "three hundred=300; two hundred=200"}, {"en", "two thousand, four hundred and six shares", "two thousand, four hundred and six=2406"},
  {"en", "zero seven", "7"}, {"en", "two twenty", "220"}, {"en", "nineteen eighty-four", "1984"}, {"en", "eleven fifty", "eleven=11; fifty=50"},
  {"en", "twenty nineteen", "twenty=20; nineteen=19"}, {"en", "thirty ten", "thirty=30; ten=10"}, {"en", "fifty fifty", "5050"}, {"en", "zero point five million", "500000"},
  {"en", "two point seventy-one", "2.71"}, {"en", "three point one four one five nine", "3.14159"}, {"en", "zero point 77", "0.77"}, {"en", "nought point nine", "0.9"},
  {"en", "one million point five", "1000000.5"}, {"en", "two thirds of a million", "666666.666666666666"}, {"en", "two thirds of one million", "666666.666666666666"},
  {"en", "half of a million", "500000"}, {"en", "half a million", "500000"}, {"en", "three quarters of a million", "750000"}, {"en", "one and a half million", "1500000"},
  {"en", "two and three quarters", "2.75"}, {"en", "one billion and a half million", "1000500000"}, {"en", "one million and a half", "1500000"},
  {"en", "one hundred and thirty-two fifths", "26.4"}, {"en", "two hundred thirty-fifths", "6.57142857142857142"}, {"en", "a twenty-fifth", "0.04"},
  {"en", "three hundred and two dozen", "324"}, {"en", "two dozen", "24"}, {"en", "half a dozen", "6"}, {"en", "a gross", "144"}, {"en", "dozens of", "dozens=24.."},
  {"en", "tens of thousands", "20000..100000"}, {"en", "several hundred million", "200000000..1000000000"}, {"en", "several dozen", "24..120"}, {"en", "several million", "2000000..10000000"},
  {"en", "a few hundred thousand", "200000..1000000"}, {"en", "3 hundred and 21", "321"}, {"en", "4 thousand 3 hundred and 21", "4321"},
  {"en", "2 million and 30 others", "2 million=2000000; 30=30"}, {"en", "2 million and 30 thousand", "2030000"}, {"en", "900 million two years ago", "900 million=900000000; two=2"},
  {"en", "900 million two-day sale", "900 million=900000000; two=2"}, {"en", "5 miles", "5=5"}, {"en", "5 mil", "5000"}, {"en", "two crore lakh", "2000000000000"},
  {"en", "five lakh crore", "5000000000000"}, {"en", "twenty-first", "21"}, {"en", "two thirds", "0.666666666666666666"}, {"en", "one third", "0.333333333333333333"},
  {"en", "a million", "1000000"}, {"en", "an hundred", "100"}, {"en", "a twenty percent", "a twenty=20"}, {"en", "a thirty million", "30000000"},
  {"en", "seven trillion four", "7000000000004"}, {"en", "a multi-million", "2000000.."}, {"en", "millions", "2000000.."}, {"en", "one hundred and", "one hundred=100"},
  {"en", "three million, four hundred thousand, two hundred and six", "3400206"}, {"en", "three million, four of them", "three million=3000000; four=4"}, {"en", "two-and-a-half", "2.5"},
  {"en", "two - three", "two=2; three=3"}, {"en", "eighteen quintillion", "18000000000000000000"},
  {"en", "one million point two point three", "one million point two=1000000.2; point three=0.3"}, {"en", "ten of", "ten=10"}, {"en", "half of two", "half=0.5; two=2"},
  {"de", "zwei Komma fünf und zwanzig", "2.25"}, {"de", "drei Komma fünf", "3.5"}, {"de", "null Komma drei Millionen", "300000"}, {"de", "zwei Komma fünfundzwanzig", "2.25"},
  {"de", "fünf und zwanzig", "25"}, {"de", "hundertfünf und dreißig", "135"}, {"de", "fünf und Firmen", "fünf=5"}, {"de", "anderthalb Millionen", "1500000"}, {"de", "eineinhalb", "1.5"},
  {"de", "drei Viertel", "0.75"}, {"de", "ein Drittel", "0.333333333333333333"}, {"de", "ein Dutzend", "12"}, {"de", "zwei Dutzend", "24"}, {"de", "Dutzende", "24.."},
  {"de", "Hunderte", "200.."}, {"de", "mehrere hundert Millionen", "200000000..1000000000"}, {"de", "mehrere Dutzend", "24..120"}, {"de", "ein paar hundert", "200..1000"},
  {"de", "zwei Millionen dreihunderttausend", "2300000"}, {"de", "eine halbe Million", "500000"}, {"de", "eine Viertelmillion", "250000"}, {"de", "3 Millionen 200 Tausend", "3200000"},
  {"de", "zweihundertste", "200"}, {"de", "der einundzwanzigste", "einundzwanzigste=21"}, {"de", "tausendster", "1000"}, {"de", "ein Hundertstel", "0.01"},
  {"de", "drei Tausendstel", "0.003"}, {"de", "drei Zwanzigstel", "0.15"},
  {"fr", "deux virgule cinq", "2.5"}, {"fr", "trois virgule cent vingt-cinq", "3.125"}, {"fr", "deux virgule soixante et onze", "2.71"}, {"fr", "deux virgule vingt et un", "2.21"},
  {"fr", "quatre-vingts", "80"}, {"fr", "quatre-vingt-dix-neuf", "99"}, {"fr", "soixante et onze", "71"}, {"fr", "une trentaine", "30"}, {"fr", "une centaine de millions", "100000000"},
  {"fr", "une dizaine de milliards", "10000000000"}, {"fr", "des dizaines de milliers", "dizaines de milliers=20000..100000"},
  {"fr", "des centaines de millions", "centaines de millions=200000000..1000000000"}, {"fr", "une douzaine", "12"}, {"fr", "deux douzaines", "24"},
  {"fr", "plusieurs centaines de millions", "200000000..1000000000"}, {"fr", "plusieurs dizaines", "20..100"}, {"fr", "plusieurs millions", "2000000..10000000"},
  {"fr", "vingt vingt-cinquièmes", "0.8"}, {"fr", "un demi", "0.5"}, {"fr", "deux et demi", "2.5"}, {"fr", "un million et demi", "1500000"}, {"fr", "trois quarts de million", "750000"},
  {"fr", "un quart de milliard", "250000000"}, {"fr", "un tiers de million", "333333.333333333333"}, {"fr", "mille neuf cent quatre-vingt-quatre", "1984"},
  {"fr", "deux millions trois cent mille", "2300000"}, {"fr", "deuxième", "2"}, {"fr", "un vingtième", "0.05"}, {"fr", "trois vingtièmes", "0.15"}, {"fr", "trois millièmes", "0.003"},
  {"es", "dos coma veinticinco", "2.25"}, {"es", "tres con un quinto", "3.2"}, {"es", "tres coma ciento veinticinco", "3.125"}, {"es", "uno coma dos mil", "1200"},
  {"es", "dos y medio", "2.5"}, {"es", "dos millones y medio", "2500000"}, {"es", "medio millón", "500000"}, {"es", "tres cuartos", "0.75"}, {"es", "un onceavo", "0.090909090909090909"},
  {"es", "tres onceavos", "0.272727272727272727"}, {"es", "un cuarto de millón", "250000"}, {"es", "mil doscientos treinta y cuatro", "1234"}, {"es", "dos mil millones", "2000000000"},
  {"es", "cien mil millones", "100000000000"}, {"es", "decenas de miles", "20000..100000"}, {"es", "cientos de millones", "200000000..1000000000"},
  {"es", "miles de millones", "2000000000..10000000000"}, {"es", "varios millones", "2000000..10000000"}, {"es", "varias decenas", "20..100"}, {"es", "media docena", "6"},
  {"es", "veinte veinticincoavos", "0.8"}, {"es", "una veintena", "20"}, {"es", "mil y una", "1001"}, {"es", "ciento uno", "101"},
  {"es", "dos billones quinientos mil millones", "2500000000000"}, {"es", "dos centésimos", "0.02"}, {"es", "millón y cuarto", "1250000"},
  {"es", "dos mil, trescientos millones", "dos mil=2000; trescientos millones=300000000"}, {"es", "la mitad", "mitad=0.5"},
  {"pt", "dois vírgula cinco", "2.5"}, {"pt", "onze avos", "0.090909090909090909"}, {"pt", "dois onze avos", "0.1818181818181818181"}, {"pt", "dois vinte e cinco avos", "0.08"},
  {"pt", "mil e cem", "1100"}, {"pt", "mil duzentos e trinta e quatro", "1234"}, {"pt", "milhão e meio", "1500000"}, {"pt", "dois milhões e meio", "2500000"},
  {"pt", "meio milhão", "500000"}, {"pt", "um milhão e cem mil", "1100000"}, {"pt", "três quartos", "0.75"}, {"pt", "dezenas de milhares", "20000..100000"},
  {"pt", "centenas de milhões", "200000000..1000000000"}, {"pt", "meia dúzia", "6"}, {"pt", "vários milhões", "2000000..10000000"}, {"pt", "um terço de milhão", "333333.333333333333"},
  {"pt", "dois mil milhões", "2000000000"},
  {"it", "due virgola cinque", "2.5"}, {"it", "ventunesimo", "21"}, {"it", "tre ventunesimi", "0.1428571428571428571"}, {"it", "un ventesimo", "0.05"}, {"it", "mezzo milione", "500000"},
  {"it", "due milioni e mezzo", "2500000"}, {"it", "milleduecento", "1200"}, {"it", "duemilatrecentoquarantacinque", "2345"}, {"it", "decine di migliaia", "20000..100000"},
  {"it", "centinaia di milioni", "200000000..1000000000"}, {"it", "una trentina", "30"}, {"it", "mezza dozzina", "6"}, {"it", "un centinaio di milioni", "100000000"},
  {"it", "centoventitreesimo", "123"}, {"it", "tre centesimi", "0.03"}, {"it", "un milione e mezzo", "1500000"},
  {"nl", "vier en twintig", "24"}, {"nl", "vierentwintig", "24"}, {"nl", "honderdvierentwintig", "124"}, {"nl", "honderd vier en twintig", "124"}, {"nl", "twee komma vijf", "2.5"},
  {"nl", "twee komma vijf en twintig", "2.25"}, {"nl", "driekwart", "0.75"}, {"nl", "anderhalf miljoen", "1500000"}, {"nl", "twee en een half miljoen", "2500000"},
  {"nl", "een half miljoen", "500000"}, {"nl", "honderdachtste", "108"}, {"nl", "twee derde", "0.666666666666666666"}, {"nl", "tientallen miljoenen", "20000000..100000000"},
  {"nl", "honderden", "200.."}, {"nl", "tienduizenden", "20000.."}, {"nl", "een tiental", "10"}, {"nl", "een dozijn", "12"}, {"nl", "tweehonderd miljoen", "200000000"},
  {"nl", "enkele honderden miljoenen", "200000000..1000000000"},
  {"ru", "двадцать пять тысяч", "25000"}, {"ru", "полтора миллиона", "1500000"}, {"ru", "полмиллиона", "500000"},
  {"ru", "две целых пять десятых", "2.5"}, {"ru", "три целых двадцать пять сотых", "3.25"}, {"ru", "две трети", "0.666666666666666666"},
  {"ru", "десятки миллионов", "20000000..100000000"}, {"ru", "сотни тысяч", "200000..1000000"}, {"ru", "несколько миллионов", "2000000..10000000"},
  {"ru", "несколько сотен", "200..1000"}, {"ru", "двадцать первый", "21"}, {"ru", "сто двадцать пятый", "125"},
  {"ru", "две дюжины", "24"}, {"ru", "четверть миллиона", "250000"}, {"ru", "три четверти миллиона", "750000"},
  {"ru", "два с половиной миллиона", "2500000"},
  {"uk", "двадцять п'ять тисяч", "25000"}, {"uk", "пів мільйона", "500000"}, {"uk", "півтора мільйона", "1500000"},
  {"uk", "дві третини", "0.666666666666666666"}, {"uk", "кілька мільйонів", "2000000..10000000"},
  {"hi", "साढ़े तीन", "3.5"}, {"hi", "सवा दो", "2.25"}, {"hi", "पौने चार", "3.75"}, {"hi", "डेढ़ लाख", "150000"},
  {"hi", "ढाई करोड़", "25000000"}, {"hi", "तीन लाख करोड़", "3000000000000"}, {"hi", "पाँच सौ", "500"},
  {"hi", "तीन का इक्कीसवां", "0.1428571428571428571"}, {"hi", "साढ़े तीन लाख", "350000"},
  {"hi", "दो करोड़ पचास लाख", "25000000"},
  {"ar", "ألفان", "2000"}, {"ar", "خمسة وعشرون", "25"}, {"ar", "مئة وخمسة وعشرون", "125"}, {"ar", "ثلاثة آلاف", "3000"},
  {"ar", "مليونان", "2000000"}, {"ar", "ثلاثة ملايين ونصف", "3500000"}, {"ar", "نصف مليون", "500000"}, {"ar", "ربع مليون", "250000"},
  {"ar", "ثلاثة أرباع", "0.75"}, {"ar", "ألفان وخمسمئة", "2500"}, {"ar", "ألف مليون", "1000000000"}, {"ar", "مليون ونصف", "1500000"},
  {"ar", "ثلاثة ملايين ومئتا ألف", "3200000"}, {"ar", "مليونان وخمسمئة ألف", "2500000"},
  {"tr", "iki buçuk milyon", "2500000"}, {"tr", "üç buçuk", "3.5"}, {"tr", "yüz yirmi beş", "125"}, {"tr", "yarım milyon", "500000"}, {"tr", "iki milyon üç yüz bin", "2300000"},
  {"tr", "birkaç yüz milyon", "200000000..1000000000"}, {"tr", "üç virgül beş", "3.5"}, {"tr", "bin dokuz yüz seksen dört", "1984"}, {"tr", "yirminci", "20"},
  {"sv", "två och en halv miljon", "2500000"}, {"sv", "tjugofem", "25"}, {"sv", "tre fjärdedelar", "0.75"}, {"sv", "tjugoförsta", "21"},
  {"sv", "flera hundra miljoner", "200000000..1000000000"}, {"sv", "två dussin", "24"}, {"sv", "hundratals miljoner", "200000000..1000000000"},
  {"da", "halvanden million", "1500000"}, {"da", "hundrede og femogtyve", "125"}, {"da", "to tredjedele", "0.666666666666666666"}, {"da", "halvtreds", "50"}, {"da", "tooghalvfems", "92"},
  {"da", "femogtyvende", "25"},
  {"no", "to og en halv million", "2500000"}, {"no", "hundre og tjuefem", "125"}, {"no", "flere hundre millioner", "200000000..1000000000"},
  {"fi", "kaksi ja puoli miljoonaa", "2500000"}, {"fi", "kaksikymmentäviisi", "25"}, {"fi", "kolme neljäsosaa", "0.75"}, {"fi", "puolitoista miljoonaa", "1500000"},
  {"fi", "kaksituhatta", "2000"}, {"fi", "satoja", "200.."}, {"fi", "useita miljoonia", "2000000..10000000"}, {"fi", "kolme miljoonaa kaksisataatuhatta", "3200000"},
  {"pl", "dwa i pół miliona", "2500000"}, {"pl", "półtora miliona", "1500000"}, {"pl", "trzy czwarte", "0.75"}, {"pl", "setki tysięcy", "200000..1000000"},
  {"pl", "kilka milionów", "2000000..10000000"}, {"pl", "dwadzieścia pięć setnych", "0.25"}, {"pl", "dwa tuziny", "24"},
  {"cs", "dva a půl milionu", "2500000"}, {"cs", "pětadvacet", "25"}, {"cs", "půl milionu", "500000"}, {"cs", "tři čtvrtiny", "0.75"}, {"cs", "několik milionů", "2000000..10000000"},
  {"cs", "sto dvacet pět", "125"}, {"cs", "jeden a půl", "1.5"},
  {"el", "δύο και μισό εκατομμύρια", "2500000"}, {"el", "είκοσι πέντε", "25"}, {"el", "μισό εκατομμύριο", "500000"},
  {"el", "ενάμισι εκατομμύριο", "1500000"}, {"el", "τρία τέταρτα", "0.75"}, {"el", "χίλια εννιακόσια", "1900"},
  {"ro", "două milioane și jumătate", "2500000"}, {"ro", "douăzeci și cinci", "25"}, {"ro", "jumătate de milion", "500000"}, {"ro", "douăzeci de milioane", "20000000"},
  {"ro", "trei sute de milioane", "300000000"}, {"ro", "o duzină", "12"}, {"ro", "două duzini", "24"}, {"ro", "câteva milioane", "2000000..10000000"}, {"ro", "trei sferturi", "0.75"},
  {"hu", "két és fél millió", "2500000"}, {"hu", "huszonöt", "25"}, {"hu", "félmillió", "500000"}, {"hu", "másfél millió", "1500000"}, {"hu", "kétharmad", "0.666666666666666666"},
  {"hu", "több millió", "2000000..10000000"}, {"hu", "kettő egész öt tized", "2.5"}, {"hu", "két tucat", "24"}, {"hu", "huszonötödik", "25"},
  {"id", "dua puluh lima", "25"}, {"id", "setengah juta", "500000"}, {"id", "seribu", "1000"}, {"id", "seratus lima puluh", "150"}, {"id", "tiga perempat", "0.75"},
  {"id", "beberapa juta", "2000000..10000000"}, {"id", "dua belas", "12"},
  {"vi", "hai triệu rưỡi", "2500000"}, {"vi", "hai mươi lăm", "25"}, {"vi", "nửa triệu", "500000"}, {"vi", "hai phẩy năm", "2.5"}, {"vi", "vài triệu", "2000000..10000000"},
  {"vi", "một trăm linh năm", "105"}, {"vi", "hai mươi mốt", "21"}, {"vi", "một tỷ hai trăm triệu", "1200000000"},
  {"th", "สองล้านห้าแสน", "2500000"}, {"th", "ยี่สิบห้า", "25"}, {"th", "ครึ่งล้าน", "500000"},
  {"th", "สิบเอ็ด", "11"}, {"th", "สองจุดห้า", "2.5"},
  {"sw", "ishirini na tano", "25"}, {"sw", "nusu milioni", "500000"}, {"sw", "mia moja", "100"}, {"sw", "moja nukta tano", "1.5"},
  {"zh", "零十三", "13"}, {"zh", "万零五", "零五=5"}, {"zh", "一万零五", "10005"}, {"zh", "一万零五百", "10500"}, {"zh", "一千五百零几万", "15000000..15100000"},
  {"zh", "几十万", "200000..1000000"}, {"zh", "一百几十", "120..200"}, {"zh", "几百万", "2000000..10000000"}, {"zh", "三五万", "30000..50000"},
  {"zh", "三五个", "三五=3..5"}, {"zh", "七八千", "7000..8000"}, {"zh", "三百零五", "305"}, {"zh", "二〇〇八", "2008"}, {"zh", "二十几万", "200000..300000"},
  {"zh", "几千几百", "几千=2000..10000; 几百=200..1000"}, {"zh", "好几亿", "200000000..1000000000"}, {"zh", "三点二十", "三=3; 二十=20"}, {"zh", "三点五", "3.5"},
  {"zh", "三点两", "三=3; 两=2"}, {"zh", "八点三十分", "八=8; 三十=30"}, {"zh", "零点五", "0.5"}, {"zh", "两点半", "两=2"}, {"zh", "一半", "0.5"},
  {"zh", "半亿", "50000000"}, {"zh", "两个半", "两=2; 半=0.5"}, {"zh", "三万五", "35000"}, {"zh", "一百二", "120"}, {"zh", "两千三百五", "2350"},
  {"zh", "一亿二", "120000000"}, {"zh", "1亿5", "150000000"}, {"zh", "3万5", "35000"}, {"zh", "近百", "百=100"}, {"zh", "百余", "100..200"}, {"zh", "百分之百", "百=100"},
  {"zh", "上百万", "1000000.."}, {"zh", "数千万", "20000000..100000000"}, {"zh", "十多万", "100000..200000"}, {"zh", "一百多", "100..200"},
  {"zh", "二十多亿", "2000000000..3000000000"}, {"zh", "三十来万", "300000..400000"}, {"zh", "千余", "1000..2000"}, {"zh", "一百百", "一百=100; 百=100"},
  {"zh", "三亿五亿", "三亿=300000000; 五亿=500000000"}, {"zh", "十十", "十=10; 十=10"}, {"zh", "五百三千", "五百=500; 三千=3000"}, {"zh", "一万万", "100000000"},
  {"zh", "二三十", "20..30"}, {"zh", "三五十", "30..50"}, {"zh", "十五六", "15..16"}, {"zh", "一两百", "100..200"}, {"zh", "卅五", "35"}, {"zh", "壹仟贰佰", "1200"},
  {"zh", "贰拾", "20"}, {"zh", "4千5百", "4500"}, {"zh", "五〇〇〇万", "50000000"}, {"zh", "10萬5", "105000"}, {"zh", "8点30", "8=8; 30=30"}, {"zh", "61点5", "61.5"},
  {"ja", "三万五千", "35000"}, {"ja", "百二十三", "123"}, {"ja", "数百万", "2000000..10000000"}, {"ja", "十数", "10..20"}, {"ja", "一・五", "1.5"},
  {"ja", "三・一四", "3.14"}, {"ja", "1億2000万", "120000000"}, {"ja", "何百万", "百万=1000000"}, {"ja", "十万余", "100000..110000"}, {"ja", "半分", "半=0.5"},
  {"ja", "五十余り", "50..60"},
  {"ko", "삼만 오천", "35000"}, {"ko", "백이십삼", "123"}, {"ko", "수백만", "2000000..10000000"}, {"ko", "1만2000", "12000"}, {"ko", "이천이십사", "2024"},
  {"ko", "3만5천", "35000"}, {"ko", "십수만", "100000..200000"}, {"ko", "몇 백만", "2000000..10000000"}, {"ko", "영점 오", "0.5"}, {"ko", "팔점삼", "8.3"},
  {"ko", "스물다섯", "25"}, {"ko", "1억 2천만", "120000000"}, {"ko", "육십이", "62"}, {"ko", "일이삼", "일=1"}, {"ko", "오만하다", "오=5"},
  {"ko", "이만 원", "이만=20000"},
  {"zh", "20\n\n千万", "20=20; 千万=10000000"}, {"zh", ":20\n千万", "20=20; 千万=10000000"}, {"en", "two\nmillion", "2000000"}, {"en", "two\n\nmillion", "two=2; million=1000000"}, {"en", ":20\nmillion", "20\nmillion=20000000"}, {"en", ":20\n\nmillion", "20=20; million=1000000"},
};

/* "!": a number, but not one by itself (a code, an ordinal, a unit touches it). Without a language the text's own is guessed. */
static const kase numbers[] = {
  {"en", "5e3", "5000"}, {"en", "5e-3", "0.005"}, {"en", "5E+3", "5000"}, {"en", "5e−3", "0.005"}, {"en", "7e3x", "7=7!; 3=3!"}, {"en", "2^10", "1024"}, {"en", "2^-2", "0.25"},
  {"en", "2^100", "2=2; 100=100"}, {"en", "10^20", "100000000000000000000"}, {"en", "3^20", "3486784401"}, {"en", "2^-100", "2=2; -100=-100"}, {"en", "1/3", "0.333333333333333333"},
  {"en", "2 1/2", "2.5"}, {"en", "1⁄3", "0.333333333333333333"}, {"en", "1/0", "1=1; 0=0"}, {"en", "1/2/3", "1=1; 2=2; 3=3"}, {"en", "1/2.5", "1=1; 2.5=2.5"},
  {"en", "1/2,5", "1=1; 2=2; 5=5"}, {"en", "1/2, 3", "1/2=0.5; 3=3"}, {"en", "1500/2", "1500=1500; 2=2"}, {"en", "1/1500", "1=1; 1500=1500"}, {"en", "3-1/2", "3=3; 1/2=0.5"},
  {"en", "3.1/2", "3.1=3.1; 2=2"}, {"en", "a/3", "3=3!"}, {"en", "12-3/4", "12=12; 3/4=0.75"}, {"en", "one over twenty", "0.05"}, {"en", "2000 over 3 years", "2000=2000; 3=3"},
  {"en", "two over one", "two=2; one=1"}, {"en", "50 over 3", "50=50; 3=3"}, {"en", "5 over 0", "5=5; 0=0"}, {"en", "3 divided by 4", "0.75"}, {"en", "3 over two", "3=3; two=2"},
  {"en", "-3", "-3"}, {"en", "--23", "23=23"}, {"en", "minus 5", "-5"}, {"en", "3 divided by -4", "3=3; -4=-4"}, {"en", "3 divided by minus four", "3=3; minus four=-4"},
  {"en", "five over two", "five=5; two=2"}, {"en", "250 over 100", "2.5"},
  {"ja", "1.1の23乗", "8.954302432552373688"}, {"ja", "12.32×10の14乗", "1232000000000000"}, {"ja", "12.32×10の−3乗", "0.01232"}, {"ja", "2の100乗", "2=2; 100=100"},
  {"ja", "2の三", "2=2; 三=3"}, {"ja", "3×4", "3=3; 4=4"}, {"ja", "3×-4", "3=3; -4=-4"}, {"ja", "10のマイナス3乗", "0.001"}, {"ja", "5の3次方", "125"}, {"ja", "2の3乗", "8"},
  {"zh", "三又三分之一", "3.333333333333333333"}, {"zh", "1又3/4", "1.75"}, {"zh", "四分之三", "0.75"}, {"zh", "四分之-三", "-0.75"}, {"zh", "四分之负三", "-0.75"},
  {"zh", "0分之三", "0=0; 三=3"}, {"zh", "三百五又三分之一", "350.3333333333333333"}, {"zh", "三又五", "三=3; 五=5"}, {"zh", "百分之五", "五=5"},
  {"zh", "千分之五", "五=0.005"}, {"zh", "万分之三", "三=0.0003"}, {"zh", "百分の五", "五=0.05"}, {"zh", "2又-1/3", "2=2; -1/3=-0.333333333333333333"},
  {"zh", "3分之2", "0.666666666666666666"},
  {"ko", "셋 중 하나", "0.333333333333333333"}, {"ko", "열 중 셋", "0.3"}, {"ko", "셋 중 다섯", "셋=3; 다섯=5"}, {"ko", "셋 중", "셋=3"}, {"ko", "사분의 삼", "0.75"},
  {"ko", "3분의 2", "0.666666666666666666"}, {"ko", "한 명", "한=1"}, {"ko", "세 개", "세=3"}, {"ko", "다섯", "5"}, {"ko", "넷 중에서 -1", "넷=4; -1=-1"},
  {"fr", "trois sur quatre", "0.75"}, {"fr", "3 sur 4", "0.75"}, {"fr", "un sur vingt", "0.05"}, {"fr", "30 sur 4", "30=30; 4=4"},
  {"es", "tres sobre cuatro", "0.75"}, {"es", "1 sobre 3", "0.333333333333333333"},
  {"hi", "तीन बटा चार", "0.75"},
  {"ar", "ثلاثة على أربعة", "0.75"}, {"ar", "3 من 4", "0.75"},
  {"sv", "tre delat med fyra", "0.75"}, {"sv", "tre av fyra", "0.75"}, {"sv", "3 av 4 personer", "3=3; 4=4"},
  {"nl", "een op de vijf", "0.2"},
  {"tr", "3 bölü 4", "0.75"},
  {"en", "75 -300", "75=75; 300=300"}, {"en", "(5) -3", "5=5; -3=-3"}, {"en", "5% -3", "5=5; -3=-3"}, {"en", "a-5", "5=5!"}, {"en", "x -5", "-5=-5"}, {"en", "- 5", "-5"},
  {"en", "a - 5", "5=5"}, {"en", "−5", "-5"}, {"en", "﹣5", "-5"}, {"en", "5--3", "5=5; 3=3"}, {"en", "--5", "5=5"}, {"en", ") -5", "-5=-5"},
  {NULL, "4th", "4=4!"}, {NULL, "29km", "29=29!"}, {NULL, "GPT-4", "4=4!"}, {NULL, "my 1m dash", "1m=1000000!"}, {NULL, "a 3t truck", "3t=3000000000000!"}, {NULL, "4k units", "4k=4000"},
  {NULL, "5b", "5000000000"}, {NULL, "3w", "30000"}, {NULL, "3x", "3=3!"}, {NULL, "2½", "2.5"}, {NULL, "３．５", "3.5"}, {NULL, "4.5.6", "4=4; 5=5; 6=6"}, {NULL, "1,000.5", "1000.5"},
  {NULL, "1.000,5", "1000.5"}, {NULL, "29キロメートル", "29=29!"}, {NULL, "に", "2"}, {NULL, "に、さん", "に=2; さん=3"}, {NULL, "二つ", "二=2"},
  {NULL, "29パーセント", "29=29!"}, {NULL, "ごに、に", "に=2"},
  {"ja", "に", "2"}, {"ja", "に、", "に=2"}, {"ja", "、に、", "に=2"}, {"ja", "さんに", ""}, {"ja", "に。", "に=2"}, {"ja", "、に。", "に=2"},
  {NULL, "five", "5"}, {NULL, "deux", "2"}, {NULL, "zwei", "2"},
  {"en", "deux", "2!"}, {"en", "five", "5"}, {"en", "trois mille", "3000!"},
  {"de", "zwei Millionen", "2000000"}, {"de", "five", "5"},
};

static size_t print_one(char *out, size_t cap, gz_view text, gz_span span, gz_dec low, gz_dec high, bool open, bool whole)
{
  char a[64], b[64];
  gz_dec_print(low, a, sizeof a);
  gz_dec_print(high, b, sizeof b);
  bool point = !open && gz_dec_cmp(low, high) == 0;
  return (size_t)snprintf(out, cap, "%.*s%s%s%s%s", whole ? 0 : (int)(span.end - span.start), text.p + span.start, whole ? "" : "=", a, point ? "" : "..", point || open ? "" : b);
}

static void read_numerals(const kase *k, char *out, size_t cap, bool whole)
{
  gz_numeral_iter it;
  gz_numeral n;
  size_t used = 0;
  gz_view text = gz_view_cstr(k->text);
  gz_numeral_begin(&it, text, k->lang);
  for (out[0] = 0; gz_numeral_next(&it, &n) && used + 200 < cap;) {
    if (used) used += (size_t)snprintf(out + used, cap - used, "; ");
    used += print_one(out + used, cap - used, text, n.span, n.low, n.high, n.open_high, whole && n.span.end - n.span.start == text.n);
  }
}

static void read_numbers(const kase *k, char *out, size_t cap, bool whole)
{
  gz_number_iter it;
  gz_number n;
  size_t used = 0;
  gz_view text = gz_view_cstr(k->text);
  gz_number_begin(&it, text, k->lang);
  for (out[0] = 0; gz_number_next(&it, &n) && used + 200 < cap;) {
    if (used) used += (size_t)snprintf(out + used, cap - used, "; ");
    used += print_one(out + used, cap - used, text, n.span, n.low, n.high, n.open_high, whole && n.span.end - n.span.start == text.n);
    if (!gz_number_plain(text, &n, it.num.lang_id)) used += (size_t)snprintf(out + used, cap - used, "!");
  }
}

int main(void)
{
  static char got[4096];
  for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++) {
    read_numerals(&numerals[i], got, sizeof got, !strchr(numerals[i].want, '='));
    CHECK(strcmp(got, numerals[i].want) == 0, "[%s] %s: %s, not %s", numerals[i].lang, numerals[i].text, got, numerals[i].want);
  }
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    read_numbers(&numbers[i], got, sizeof got, !strchr(numbers[i].want, '='));
    CHECK(strcmp(got, numbers[i].want) == 0, "[%s] %s: %s, not %s", numbers[i].lang ? numbers[i].lang : "any", numbers[i].text, got, numbers[i].want);
  }
  return unit_end("numeral_phrases");
}
