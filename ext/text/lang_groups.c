/* A second look at close languages (Croatian, Bosnian, Serbian; Malay and Indonesian; the Norwegians and Danish; …).
** The first stage adds up many small preferences that come from the kind of text that the model was trained on, and over a long
** text they outweigh the few words that really differ. Here the words are looked up again, each language of the group is
** charged for a word only when it is clearly worse than the best of the group, and no word may charge more than a limit: the
** language with the smallest charge wins. A word that a language of the group does not write, by its stem or as it stands
** (ext/data/lang_stems.tsv), charges that language in full. */
#include "text/lang_int.h"
#include "text/utf8.h"
#include "lex_lang_stems.h"

enum { SLACK = 96, LIMIT = 300,         /* in the model's units: 16 = one nat */
       STEM = 300, STEMS_MAX = 8 };

/* Is the tag one of a list with spaces between? */
static bool listed(const char *list, const char *tag)
{
  size_t n = strcspn(tag, "-");
  for (const char *p = list; *p; p += *p == ' ') {
    size_t m = strcspn(p, " ");
    if (m == n && memcmp(p, tag, n) == 0) return true;
    p += m;
  }
  return false;
}

/* A letter without its hook or bar: half of what is typed in these languages has none, and so have the stems. */
static uint32_t bare(uint32_t c)
{
  switch (c) {
    case 0x107: case 0x10D: return 'c';
    case 0x111: return 'd';
    case 0x161: return 's';
    case 0x17E: return 'z';
    default: return c;
  }
}

/* Charges the languages of a group that do not write a word which others of it do. */
static void charge_stems(const gz_lang_token *tok, const uint8_t *member, int32_t *charge)
{
  char word[4 * (GZ_LANG_WORD + 2)];
  size_t n = 0;
  gz_hit hits[STEMS_MAX];
  for (int i = 1; i <= tok->n; i++) n += gz_utf8_put(bare(tok->at[i]), word + n);
  size_t found = gz_trie_prefixes(&lex_lang_stems.trie, gz_view_of(word, n), 0, hits, STEMS_MAX);
  while (found-- > 0)        /* the longest stem of this group decides */
    for (const lex_lang_stems_row *row = &lex_lang_stems_rows[hits[found].value];; row++) {
      const char *list = lex_lang_stems_str(row->langs);
      bool here = false;
      if (hits[found].end == n || row->reach == LEX_LANG_STEMS_REACH_PREFIX)
        for (int i = 0; member[i] != 255; i++) here |= listed(list, gz_lm_tag[member[i]]);
      if (here) {
        for (int i = 0; member[i] != 255; i++) if (!listed(list, gz_lm_tag[member[i]])) charge[i] += STEM;
        return;
      }
      if (!row->more) break;
    }
}

void gz_lang_second_look(const char *text, size_t n, gz_lang_verdict *v)
{
  if (v->lang < 0 || v->second < 0 || v->lang >= GZ_LM_COLS) return;
  uint32_t both = gz_lm_closes_of[v->lang] & (v->second < GZ_LM_COLS ? gz_lm_closes_of[v->second] : 0);
  int k = 0;
  if (!both) return;
  while (!(both >> k & 1u)) k++;
  const uint8_t *member = gz_lm_close[k];
  int32_t charge[GZ_LM_CLOSE_MAX] = {0};
  int32_t total[GZ_LM_CLOSE_MAX] = {0};
  gz_lang_tally t;
  gz_lang_reader r;
  memset(&t, 0, sizeof t);
  r.text = text; r.n = n; r.pos = 0; r.twins = false;
  while (gz_lang_next(&r, &t)) {
    memset(t.fresh, 0, sizeof t.fresh);
    t.pending = 0;               /* one word never settles by itself */
    gz_lang_word(&t, &r.tok);
    gz_lang_gather(&t);
    charge_stems(&r.tok, member, charge);
    int32_t most = 0;
    for (int i = 0; member[i] != 255; i++) if (t.fresh[member[i]] > most) most = t.fresh[member[i]];
    for (int i = 0; member[i] != 255; i++) {
      int32_t behind = most - t.fresh[member[i]];
      total[i] += behind;
      behind -= SLACK;
      charge[i] += behind <= 0 ? 0 : behind > LIMIT ? LIMIT : behind;
    }
  }
  int best = 0, next = -1;
  for (int i = 0; member[i] != 255; i++) charge[i] += total[i] / 16;
  for (int i = 1; member[i] != 255; i++) {
    if (charge[i] < charge[best]) { next = best; best = i; }
    else if (next < 0 || charge[i] < charge[next]) next = i;
  }
  v->lang = member[best];
  v->second = member[next];
  float lead = (float)(charge[next] - charge[best]) / 60.0f;
  v->sure = 1 - 0.5f / (1 + lead);
}
