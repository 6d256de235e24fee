.bail on
.load ./gazette
SELECT article_lang('The old fisherman was mending his net on the quay while the ferry came in.');
SELECT article_lang('老漁夫正在碼頭上補網，這時渡輪進港了。'), article_lang('老渔夫正在码头上补网，这时渡轮进港了。'), article_lang('個老漁夫喺碼頭補緊網，嗰陣渡輪啱啱返到嚟。');
SELECT article_lang('特別顧問弁護士'), article_lang('中文大小'), article_lang('中文大小', 'confidence') < 0.7;
SELECT article_lang('2024-05-01'), article_lang('2024-05-01', 'confidence'), article_lang('') , article_lang(NULL);
SELECT article_lang('Старый рыбак чинил сеть на причале, когда подошёл паром.', 'confidence') > 0.9;
SELECT lang, share > 0.5, confidence > 0.5 FROM languages('Старый рыбак чинил сеть на причале, когда подошёл паром. Потом он пошёл домой.
The fisherman went home with his net.');
SELECT count(*) FROM languages('12:30');
SELECT article_lang(CAST(x'c0ff80e4b8ffed' AS TEXT));
