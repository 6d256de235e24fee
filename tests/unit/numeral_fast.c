/* The short way through the numeral scanner gives what the full one gives: digits in all dresses, with all that may touch them. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/numeral_int.h"

static bool same(const gz_numeral *a, const gz_numeral *b)
{
  return a->span.start == b->span.start && a->span.end == b->span.end && gz_dec_cmp(a->low, b->low) == 0 && gz_dec_cmp(a->high, b->high) == 0 &&
         a->open_low == b->open_low && a->open_high == b->open_high && a->vague == b->vague && a->negative_ok == b->negative_ok && a->magnitude == b->magnitude &&
         a->form == b->form && a->ordinal == b->ordinal && a->grouped == b->grouped && a->decimal == b->decimal && a->weak == b->weak && a->fraction == b->fraction &&
         a->left == b->left && a->right == b->right && a->dotted == b->dotted && a->abbrev == b->abbrev && a->spaced == b->spaced && a->ambiguous == b->ambiguous &&
         a->han_percent == b->han_percent && a->lang == b->lang && a->core_end == b->core_end && gz_dec_cmp(a->core, b->core) == 0;
}

/* One digit in Han before a character that no numeral has is read at once; before a sign, in full. */
static void one_han_digit(void)
{
  static const char *const digits[] = {"一", "二", "两", "兩", "三", "四", "五", "六", "七", "八", "九", "零", "〇", "壹", "贰", "參", "柒", "廿", "十", "百", "半"};
  static const char *const behind[] = {"人", "名", "國", "是", "台", "川", "些", "，", "。"};
  for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
    for (size_t k = 0; k < sizeof behind / sizeof *behind; k++) {
      char z[64], y[64];
      gz_numeral a, b;
      size_t veto = 6, n = strlen(digits[i]);
      snprintf(z, sizeof z, "有%s%s的", digits[i], behind[k]);
      snprintf(y, sizeof y, "有%s; ;;;;", digits[i]);
      bool one = gz_num_han(gz_view_cstr(z), 3, NULL, 0, &a), full = gz_num_han(gz_view_cstr(y), 3, NULL, 0, &b);
      if (!one && gz_num_han_veto(gz_view_cstr(z), 3, &veto)) continue;      /* 四川 */
      CHECK(one == full && (!one || same(&a, &b)) && (!one || a.span.end == 3 + n), "%s: %d %d, ends %u, %u", z, one, full, a.span.end, b.span.end);
    }
}

int main(void)
{
  one_han_digit();
  static const char *const before[] = {"", " ", "$", "(", "用", "，", "x", "-", "GPT-", "v.", "1.", "第", "￥", "\n", "200-", "2-", "€", "a-5-"};
  static const char *const numbers[] = {"7", "40", "2023", "0", "007", "1,234", "12,345,678", "1.5", "1.234", "12,345,678.90", "3.14159", "1,2", "999999999999", "0.5", "1,234,56"};
  static const char *const after[] = {"", " ", ".", ",", "亿", "億美元", "万亿元", "万元", "万5", "亿多", "余万", " million", " million dollars", " billion and", " million two", " thousand", "k", " bn", "bn.", " m",
                                      "年", "个", "%", " %", "-20", " 000", "½", "/2", ":30", " of", " and a half", "th", "G", "百万", "万 5000", "亿，", "亿。", "亿 美元", " Millionen", "～", " crore rupees", "w元", " k", "a", "é", "月4日"};
  size_t fast = 0;
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    for (size_t j = 0; j < sizeof numbers / sizeof *numbers; j++)
      for (size_t k = 0; k < sizeof after / sizeof *after; k++) {
        char z[128];
        gz_numeral a, b;
        snprintf(z, sizeof z, "%s%s%s", before[i], numbers[j], after[k]);
        if (!gz_num_fast(gz_view_cstr(z), strlen(before[i]), &a)) continue;
        fast++;
        bool full = gz_num_full(gz_view_cstr(z), strlen(before[i]), 0, &b);
        CHECK(full && same(&a, &b), "%s: end %u/%u form %u/%u mag %d/%d core_end %u/%u lang %u/%u spaced %d/%d weak %d/%d right %d/%d amb %d/%d", z, a.span.end, b.span.end, a.form, b.form, a.magnitude, b.magnitude, a.core_end, b.core_end, a.lang, b.lang, a.spaced, b.spaced, a.weak, b.weak, a.right, b.right, a.ambiguous, b.ambiguous);
      }
  CHECK(fast > 500, "%zu", fast);
  return unit_end("numeral_fast");
}
