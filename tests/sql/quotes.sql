.load ./gazette
.mode list
.separator " | "
.nullvalue NULL
-- split by the attribution, carried on, a listed speaker and a pronoun
SELECT n, start, length, surface, quote, speaker, entity, cue, speaker_kind FROM quotes('"We are early," Tim Cook said, "and we like it." Later he added: "Wait for it."');
-- Chinese marks; an organisation; somebody without a name
SELECT quote, speaker, entity, cue, speaker_kind FROM quotes('苹果公司回应称:「我们不同意这一裁决。」知情人士说:“谈判已经破裂。”');
-- no quotations
SELECT count(*) FROM quotes('The novel "War and Peace" and the "smart" watch. 他读了《红楼梦》。');
SELECT count(*) FROM quotes(NULL);
-- spans select the surface
SELECT count(*), sum(substr(t, start, length) = surface AND surface LIKE '%' || quote || '%') FROM (SELECT '“好，”奥尔森说，“走吧。” « Oui », a dit Anne Martin.' AS t), quotes(t);
-- a pronoun is no company that discovery took for a person, when somebody with a full name stands before
SELECT quote, speaker, entity, speaker_kind FROM quotes('Tom Abara founded Ledgerly in 2019. "We had no money," he said. "It was hard."');
