/* The words that stand beside names and sums in deals (deal_beside.tsv): found at a place, before one and within a stretch, Latin words whole, either
** script of Chinese, and none that the bits of first characters would hide: every word of the list is looked for at every place. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/deal_beside.h"
#include "text/uni.h"

static gz_view view(const char *z) { return gz_view_of(z, strlen(z)); }

static bool has_role(uint32_t row, unsigned role)
{
  for (;; row++) {
    if (lex_deal_beside_rows[row].role == role) return true;
    if (!lex_deal_beside_rows[row].more) return false;
  }
}

/* What the matcher finds at pos and what is told of it agree in every role. */
static bool same_at(gz_view t, size_t pos, size_t *found)
{
  gz_hit h[8];
  size_t n = gz_trie_prefixes(&lex_deal_beside.trie, t, pos, h, 8);
  for (unsigned role = 0; role < GZ_BESIDE_ROLES; role++) {
    size_t want = 0;
    for (size_t k = 0; k < n; k++) if (has_role(h[k].value, role) && gz_word_boundary(t, h[k].end)) want = h[k].end;
    if (gz_deal_beside_end(t, pos, role) != want) return false;
    if (want && want - pos <= 24 && gz_word_boundary(t, pos) && gz_deal_before(t, 0, want, role) < want - pos) return false;      /* and is found from its end */
    *found += want != 0;
  }
  return true;
}

int main(void)
{
  static const char *const texts[] = {
    "the round was led by Orvo, a Berlin-based maker of pumps that paid $3 million for its rival, as well as the CEO of a startup",
    "其中5亿美元已到账，其余將陸續到賬；該輪由海澜智驾創投、青禾基金二期領投，後者作為支付對價，承諾租用49%的利潤，其少數股權全部出售",
    "ゲーム会社のルミナス、スタートアップ 스타트업 루미나를 인수했다", "ＣＥＯ　Ｔｈｅ 副總裁 told the paper: 公司、企業 是 is are had"};
  size_t found = 0;
  for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
    gz_view t = view(texts[k]);
    for (size_t i = 0; i < t.n; i++) if (((unsigned char)t.p[i] & 0xC0u) != 0x80u && t.p[i] != ' ') CHECK(same_at(t, i, &found), "text %zu, byte %zu", k, i);
  }
  CHECK(found > 100, "%zu words seen", found);
  gz_view en = view("the thematic fund sold its athena stake");
  CHECK(gz_deal_beside_end(en, 0, GZ_BESIDE(THE)) == 3 && !gz_deal_beside(en, 4, GZ_BESIDE(THE)), "words whole");
  CHECK(gz_deal_before(en, 0, 4, GZ_BESIDE(THE)) == 4 && gz_deal_before(en, 0, 3, GZ_BESIDE(THE)) == 3 && !gz_deal_before(en, 1, 4, GZ_BESIDE(THE)), "before, not beyond the floor");
  CHECK(!gz_deal_before(view("bathe x"), 0, 6, GZ_BESIDE(THE)), "no end of a word");
  CHECK(gz_deal_find(en, 3, en.n, GZ_BESIDE(THE)) == en.n && gz_deal_find(en, 3, en.n, GZ_BESIDE(ITS)) == 23, "within");
  CHECK(gz_deal_ending(view("Nanotherapeutics"), GZ_BESIDE(TRADE)) == 8, "what a word ends in");
  CHECK(gz_deal_is(view("後者"), GZ_BESIDE(LATTER)) && !gz_deal_is(view("後者由"), GZ_BESIDE(LATTER)), "the whole");
  CHECK(gz_deal_stretch(view("12，3"), 0, 6) == 2 && gz_deal_stretch(view("1234"), 0, 3) == 3, "up to a comma");
  return unit_end("deal_beside");
}
