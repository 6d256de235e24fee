#!/usr/bin/env bash
# Records of files: JSONL in its usual dresses, Common Crawl's WET, charsets by argument, mark, declaration and detection. Each file is written here and
# the rows that a reader expects stand beside it. Usage: tests/formats/check.sh BUILD
set -u
sqlite=${SQLITE3:-sqlite3}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
run() { timeout 60 "$sqlite" -batch -cmd '.load ./gazette' -list :memory: "$1" 2>&1; }
expect() { if [ "$2" = "$3" ]; then echo "ok $1"; else echo "FAIL $1: wanted $(printf %q "$2") got $(printf %q "$3")"; fi; }
json() { printf '%b' "$2" >"$dir/$1.jsonl"; }
fields() { run "SELECT $2 FROM read_articles('$dir/$1.jsonl')"; }
T='The harbour office will replace all lamps on the north quay before winter comes.'

# the usual keys of every field; a given one beats what the text says
json keys "{\"raw\":\"By Tom Reyes\\\\n\\\\nMay 6, 2021\\\\n\\\\n$T\",\"headline\":\"Lamps\",\"publish_date\":\"2024-03-02\",\"byline\":\"Ana Lowell\",\"domain\":\"cape.example\",\"link\":\"https://cape.example/1\",\"language\":\"en-GB\"}\n"
expect "given beats guessed" 'Lamps|2024-03-02|Ana Lowell|cape.example|https://cape.example/1|en-GB' "$(fields keys 'title, published, author, source, url, lang')"
json guess "{\"content\":\"By Tom Reyes\\\\n\\\\nMay 6, 2021\\\\n\\\\n$T\"}\n"
expect "guessed where none is given" 'Tom Reyes|2021-05-06' "$(fields guess 'author, published')"
json body "{\"text\":\"$T\",\"content\":\"other\",\"body\":\"third\"}\n"
expect "the first text key wins, the others go to extra" "$T|{\"content\":\"other\",\"body\":\"third\"}" "$(fields body 'raw, extra')"
# unused keys, nested objects, numbers as they stand
json extra "{\"text\":\"$T\",\"meta\":{\"a\":[1,2.50,{\"b\":null}],\"c\":\"\\\\u00e9\"},\"n\":1e3,\"ok\":true}\n"
expect "extra keeps values as they stand" '{"meta":{"a":[1,2.50,{"b":null}],"c":"\u00e9"},"n":1e3,"ok":true}' "$(fields extra extra)"
# types that are none of the usual
json types "{\"text\":\"$T\",\"title\":42,\"author\":{\"name\":\"Ana Lowell\"},\"url\":null,\"lang\":false}\n{\"text\":[\"One line here.\",\"Another line there.\"]}\n{\"text\":{\"a\":1}}\n{\"text\":7}\n{\"text\":\"\"}\n{\"text\":null}\n"
expect "types" '1|42|
2||
3||record has no text
4||record has no text
5||
6||record has no text' "$(fields types 'part, title, error')"
expect "a list of lines is a text" 'One line here.; Another line there.' "$(run "SELECT replace(raw, char(10), '; ') FROM read_articles('$dir/types.jsonl') WHERE part = 2")"
expect "an object with a name is an author" 'Ana Lowell' "$(run "SELECT author FROM read_articles('$dir/types.jsonl') WHERE part = 1")"
json authors "{\"text\":\"$T\",\"authors\":[\"Ana Lowell\",\"\",null,\"Ben Okri\"]}\n{\"text\":\"$T\",\"authors\":[{\"name\":\"Ana Lowell\"},{\"name\":\"Ben Okri\"}]}\n{\"text\":\"$T\",\"authors\":[]}\n"
expect "lists of authors" 'Ana Lowell; Ben Okri
Ana Lowell; Ben Okri' "$(fields authors author)"
# dates: text in its usual dresses, seconds and milliseconds since 1970, numbers and strings
json dates "{\"text\":\"$T\",\"date\":\"2024/3/2 9:15\"}\n{\"text\":\"$T\",\"timestamp\":1709370900}\n{\"text\":\"$T\",\"timestamp\":1709370900000}\n{\"text\":\"$T\",\"timestamp\":\"1709370900\"}\n{\"text\":\"$T\",\"timestamp\":1709370900.5}\n{\"text\":\"$T\",\"date\":\"20240302\"}\n{\"text\":\"$T\",\"date\":\"March 2, 2024\"}\n{\"text\":\"$T\",\"date\":\"Sat, 02 Mar 2024 09:15:00 GMT\"}\n{\"text\":\"$T\",\"date\":\"2024-03-02T09:15:00+08:00\"}\n{\"text\":\"$T\",\"date\":\"soon\"}\n{\"text\":\"$T\",\"date\":\"2024年3月2日 09:15\"}\n"
expect "dates" '2024-03-02T09:15
2024-03-02T09:15:00Z
2024-03-02T09:15:00Z
2024-03-02T09:15:00Z
2024-03-02T09:15:00Z
2024-03-02
2024-03-02
2024-03-02T09:15:00Z
2024-03-02T09:15:00+08:00

2024-03-02T09:15' "$(fields dates published)"
expect "first and last day of a given date" '2024-03-02|2024-03-02' "$(run "SELECT published_first, published_last FROM read_articles('$dir/dates.jsonl') WHERE part = 2")"
# a mark, CRLF, empty lines, no newline at the end
json crlf "\\xEF\\xBB\\xBF{\"text\":\"$T\"}\r\n\r\n  \r\n{\"text\":\"Last.\"}"
expect "mark, CRLF, empty lines" "1|$T|
2|Last.|" "$(fields crlf 'part, raw, error')"
# malformed lines give their rows, and the scan goes on
json bad "{\"text\":\"a\"}\n{\"text\":\"b\"\n[1]\n\"x\"\n{\"text\":\"c\"} x\n{'text':'d'}\n{\"text\":\"e\",}\n{\"text\":\"f\\\\q\"}\n{\"text\":\"g\"}\n"
expect "malformed" '1|a|
2||not a JSON object
3||not a JSON object
4||not a JSON object
5||not a JSON object
6||not a JSON object
7||not a JSON object
8||not a JSON object
9|g|' "$(fields bad 'part, raw, error')"
{ printf '{"text":"'; head -c 3000000 /dev/zero | tr '\0' 'a'; printf ' b"}\n{"text":"small"}\n'; } >"$dir/huge.jsonl"
expect "a huge line" '1|3000002|
2|5|' "$(fields huge 'part, length(raw), error')"
expect "a huge line above the cap" '1||record is larger than the limit
2|5|' "$(run "SELECT part, length(raw), error FROM read_articles('$dir/huge.jsonl', NULL, 1000000)")"
{ printf '{"text":"deep","x":'; head -c 100000 /dev/zero | tr '\0' '['; head -c 100000 /dev/zero | tr '\0' ']'; printf '}\n{"text":"next"}\n'; } >"$dir/deep.jsonl"
expect "deep nesting does not end the scan" 'next' "$(run "SELECT raw FROM read_articles('$dir/deep.jsonl') WHERE part = 2")"
printf '{"text":"x"}\n' >"$dir/up.NDJSON"
expect "ndjson, in capitals" '1|x|' "$(run "SELECT part, raw, error FROM read_articles('$dir/up.NDJSON')")"
iconv -f UTF-8 -t GB18030 >"$dir/gb.jsonl" <<<'{"title":"海岬银行公布业绩","text":"海岬银行周三公布季度业绩，营收同比增长百分之十二。"}'
expect "JSONL in GB18030" '海岬银行公布业绩|GB18030' "$(fields gb 'title, charset')"

# WET: several records, other types skipped, lengths in bytes, truncated
warc() { printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-05T01:02:03Z\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n' "$1" "$2" "$(printf %s "$3" | wc -c)" "$3"; }
{ warc warcinfo '' 'software: cape'; warc conversion https://cape.example/1 '海岬银行周三公布业绩。'; warc conversion https://cape.example/2 "$T"; } >"$dir/a.wet"
expect "WET" "1|https://cape.example/1|海岬银行周三公布业绩。|
2|https://cape.example/2|$T|" "$(run "SELECT part, url, raw, error FROM read_articles('$dir/a.wet')")"
expect "WET: the day of the crawl is not the day of the article" '|{"warc_date":"2024-03-05T01:02:03Z"}' "$(run "SELECT published, extra FROM read_articles('$dir/a.wet') WHERE part = 1")"
head -c -30 "$dir/a.wet" >"$dir/cut.wet"
expect "WET cut off" '1|
2|file ends inside a record' "$(run "SELECT part, error FROM read_articles('$dir/cut.wet')")"
printf 'WARC/1.0\nwarc-type: conversion\nwarc-target-uri: https://cape.example/3\ncontent-length: 5\n\nhello\n\n' >"$dir/lf.wet"
expect "WET with bare newlines and small letters" '1|https://cape.example/3|hello|' "$(run "SELECT part, url, raw, error FROM read_articles('$dir/lf.wet')")"
printf 'plain text\n' >"$dir/no.wet"; printf 'WARC/1.0\r\nWARC-Type: conversion\r\n\r\nx' >"$dir/nolen.wet"; : >"$dir/zero.wet"
expect "no WET" '1|not a WARC record' "$(run "SELECT part, error FROM read_articles('$dir/no.wet')")"
expect "WET without a length" '1|not a WARC record' "$(run "SELECT part, error FROM read_articles('$dir/nolen.wet')")"
expect "WET above the cap" '1|
2|record is larger than the limit' "$(run "SELECT part, error FROM read_articles('$dir/a.wet', NULL, 50)")"

# charsets: (name, text) in; (charset, text) out
enc() { printf '%s' "$3" | iconv -f UTF-8 -t "$2" >"$dir/$1.txt"; }
was() { run "SELECT charset, undecoded, raw FROM read_articles('$dir/$1.txt'${2:+, '$2'})"; }
enc gb GB18030 '海岬科技完成新一轮融资'; expect "GB18030, short" 'GB18030|0|海岬科技完成新一轮融资' "$(was gb)"
enc b5 BIG5 '海岬科技完成新一輪融資'; expect "Big5, short" 'Big5|0|海岬科技完成新一輪融資' "$(was b5)"
enc hk BIG5-HKSCS '佢哋話今日啲嘢好貴，我唔買喇'; expect "Big5-HKSCS, short" 'Big5-HKSCS|0|佢哋話今日啲嘢好貴，我唔買喇' "$(was hk)"
enc sj SHIFT_JIS '港の灯りが変わる'; expect "Shift_JIS, short" 'Shift_JIS|0|港の灯りが変わる' "$(was sj)"
enc ej EUC-JP '港の灯りが変わる'; expect "EUC-JP, short" 'EUC-JP|0|港の灯りが変わる' "$(was ej)"
enc kr EUC-KR '항구의 등불이 바뀐다'; expect "EUC-KR, short" 'EUC-KR|0|항구의 등불이 바뀐다' "$(was kr)"
enc w1 WINDOWS-1252 'Größe der Kähne überrascht'; expect "windows-1252, short" 'windows-1252|0|Größe der Kähne überrascht' "$(was w1)"
enc wr WINDOWS-1251 'Огни гавани меняются'; expect "windows-1251, short" 'windows-1251|0|Огни гавани меняются' "$(was wr)"
enc ko KOI8-R 'Огни гавани меняются'; expect "KOI8-R, short" 'KOI8-R|0|Огни гавани меняются' "$(was ko)"
enc wp WINDOWS-1250 'Światła portu się zmieniają'; expect "windows-1250, short" 'windows-1250|0|Światła portu się zmieniają' "$(was wp)"
enc wg WINDOWS-1253 'Τα φώτα του λιμανιού αλλάζουν'; expect "windows-1253, short" '0|Τα φώτα του λιμανιού αλλάζουν' "$(was wg | cut -d'|' -f2-)"
enc wt WINDOWS-1254 'Limanın ışıkları değişiyor'; expect "windows-1254, short" 'windows-1254|0|Limanın ışıkları değişiyor' "$(was wt)"
enc wh WINDOWS-1255 'האורות בנמל משתנים'; expect "windows-1255, short" '0|האורות בנמל משתנים' "$(was wh | cut -d'|' -f2-)"
enc wa WINDOWS-1256 'أضواء الميناء تتغير'; expect "windows-1256, short" 'windows-1256|0|أضواء الميناء تتغير' "$(was wa)"
enc u1 UTF-16LE 'The lamps change'; expect "UTF-16LE without a mark" 'UTF-16LE|0|The lamps change' "$(was u1)"
enc u2 UTF-16BE '海岬银行公布业绩'; expect "UTF-16BE without a mark" 'UTF-16BE|0|海岬银行公布业绩' "$(was u2)"
printf '\xFF\xFE' >"$dir/u3.txt"; printf '海' | iconv -t UTF-16LE >>"$dir/u3.txt"; expect "UTF-16 by its mark" 'UTF-16LE|0|海' "$(was u3)"
expect "told" 'windows-1251|0|Огни гавани меняются' "$(was wr windows-1251)"
expect "told by another name" 'GB18030|0|海岬科技完成新一轮融资' "$(was gb GBK)"
printf 'charset=windows-1251\nOK' >"$dir/d0.txt"; expect "a declaration of plain text changes nothing" 'UTF-8' "$(run "SELECT charset FROM read_articles('$dir/d0.txt')")"
{ printf '<meta charset="big5">\n'; printf '海岬银行周三公布季度业绩，营收同比增长百分之十二，分析师表示满意。' | iconv -f UTF-8 -t GB18030; } >"$dir/d1.txt"; expect "a wrong declaration" 'GB18030' "$(run "SELECT charset FROM read_articles('$dir/d1.txt')")"
{ printf '<meta charset="gb2312">\n'; printf '海岬銀行週三公布' | iconv -f UTF-8 -t UTF-8; } >"$dir/d2.txt"; expect "UTF-8 declared as something else" 'UTF-8' "$(run "SELECT charset FROM read_articles('$dir/d2.txt')")"
printf 'caf\xC3\xA9 and a broken \xC3 byte in a text of UTF-8 caf\xC3\xA9\n' >"$dir/un.txt"; expect "undecoded are counted" 'UTF-8|1' "$(run "SELECT charset, undecoded FROM read_articles('$dir/un.txt')")"
printf '%s' 'plain words only' >"$dir/pl.txt"; expect "plain ASCII" 'UTF-8|0|plain words only' "$(was pl)"

# every other kind of file gives its row
mkdir "$dir/kinds"; for f in a.pdf b.html c.docx d.json e.csv f.warc g.txt.gz h; do printf 'x' >"$dir/kinds/$f"; done; printf 'x' >"$dir/kinds/i.TXT"; printf 'x' >"$dir/kinds/j.Md"
expect "kinds of files" 'a.pdf|unsupported format
b.html|unsupported format
c.docx|unsupported format
d.json|unsupported format
e.csv|unsupported format
f.warc|unsupported format
g.txt.gz|unsupported format
h|unsupported format
i.TXT|
j.Md|' "$(run "SELECT path, error FROM read_articles('$dir/kinds')")"
