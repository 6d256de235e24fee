/* What a code point is and what it folds to. Both tables are built from the checked-in, versioned ext/data/unicode.tsv and
** ext/data/fold.tsv (made once from ICU by `make unicode-data`), so that answers do not change with the ICU of the machine.
**
** gz_fold is the matcher's fold. It maps one code point to one: width (full-width forms to ASCII, half-width katakana to
** full), case, Traditional Han to Simplified, digits of every script to 0-9, and the variants of space, apostrophe, hyphen
** and middle dot to one of each. Offsets therefore survive. The search fold (text/search_fold.h) is another one. */
#ifndef GZ_UNI_H
#define GZ_UNI_H
#include "base/view.h"
#include "uni_tables.h"     /* generated: GZ_SCRIPT_*, gz_fold_stage1/2, gz_fold_far, gz_prop_stage1/2, GZ_FOLD_VERSION */

enum gz_class { GZ_OTHER, GZ_LETTER, GZ_MARK, GZ_DIGIT, GZ_NUMBER, GZ_SPACE, GZ_PUNCT, GZ_SYMBOL, GZ_CURRENCY };

/* gz_fold_far is for U+FA00..U+FAFF, where some leave the range of 16 bits, and for U+10000 and above. */
static inline uint32_t gz_fold(uint32_t cp)
{
  if (cp >= 0xFA00 && (cp < 0xFB00 || cp >= 0x10000)) return gz_fold_far(cp);
  return (uint16_t)(cp + gz_fold_stage2[((uint32_t)gz_fold_stage1[cp >> 7] << 7) | (cp & 127)]);
}

/* The same of a Han character of U+4E00..U+9FFF, by one look into the table. */
static inline uint16_t gz_fold_han(uint32_t cp) { return (uint16_t)(cp + gz_fold_stage2[GZ_FOLD_HAN + (cp - 0x4E00u)]); }

/* Low 4 bits: class; the rest: script (GZ_SCRIPT_*, Zyyy = 0 for what all scripts share). */
static inline unsigned gz_prop(uint32_t cp)
{
  if (cp >= GZ_UNI_LIMIT) return 0;
  return gz_prop_stage2[((uint32_t)gz_prop_stage1[cp >> 7] << 7) | (cp & 127)];
}

static inline enum gz_class gz_class_of(uint32_t cp) { return (enum gz_class)(gz_prop(cp) & 15u); }
static inline unsigned gz_script_of(uint32_t cp) { return gz_prop(cp) >> 4; }

static inline bool gz_is_letter(uint32_t cp) { enum gz_class c = gz_class_of(cp); return c == GZ_LETTER || c == GZ_MARK; }
static inline bool gz_is_digit(uint32_t cp) { return gz_class_of(cp) == GZ_DIGIT; }
static inline bool gz_is_alnum(uint32_t cp) { enum gz_class c = gz_class_of(cp); return c >= GZ_LETTER && c <= GZ_DIGIT; }
static inline bool gz_is_space(uint32_t cp) { return gz_class_of(cp) == GZ_SPACE; }
static inline bool gz_is_han(uint32_t cp) { return gz_script_of(cp) == GZ_SCRIPT_HANI; }
static inline bool gz_is_kana(uint32_t cp) { unsigned s = gz_script_of(cp); return s == GZ_SCRIPT_HIRA || s == GZ_SCRIPT_KANA; }
static inline bool gz_is_hangul(uint32_t cp) { return gz_script_of(cp) == GZ_SCRIPT_HANG; }

/* Scripts written without spaces between words: a word boundary is not required next to them. */
static inline bool gz_is_unspaced(uint32_t cp)
{
  unsigned s = gz_script_of(cp);
  return s == GZ_SCRIPT_HANI || s == GZ_SCRIPT_HIRA || s == GZ_SCRIPT_KANA || s == GZ_SCRIPT_THAI || s == GZ_SCRIPT_LAOO ||
         s == GZ_SCRIPT_KHMR || s == GZ_SCRIPT_MYMR;
}

/* No letter or digit of a spaced script goes across byte position pos: a word may begin or end here. */
bool gz_word_boundary(gz_view text, size_t pos);

#endif
