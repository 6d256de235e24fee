/* A sentence as a row of events: what the finders found in it (names, sums, percentages, dates) and the cue words between, with
** every participant's marker resolved. Figures and deals are read from these rows. */
#ifndef GZ_CLAUSE_H
#define GZ_CLAUSE_H
#include "find/analysis.h"

enum gz_event_type { GZ_EV_ENTITY, GZ_EV_MONEY, GZ_EV_PERCENT, GZ_EV_DATE, GZ_EV_CUE, GZ_EV_MEASURE, GZ_EV_MARK, GZ_EV_WORD, GZ_EV_ROUND, GZ_EV_BREAK, GZ_EV_LIST };

/* Slots in which a participant stands; the bits are those of the `set` columns of deal_cues.tsv. */
enum gz_slot { GZ_SLOT_SUBJ = 1, GZ_SLOT_OBJ = 2, GZ_SLOT_IN = 4, GZ_SLOT_TO = 8, GZ_SLOT_FROM = 16, GZ_SLOT_BY = 32, GZ_SLOT_WITH = 64,
               GZ_SLOT_OF = 128, GZ_SLOT_FOR = 256, GZ_SLOT_POSS = 512, GZ_SLOT_ON = 1024, GZ_SLOT_ASIDE = 4096 };

typedef struct gz_event {
  gz_span span;
  uint32_t ref;              /* index into the layer, or row of the lexicon */
  uint16_t slot;             /* entities: the marker's slot, 0 when bare */
  uint16_t segment;          /* stretches between commas and the like */
  uint16_t owner;            /* entities: 1 + the event of the passive cue that marks them ("backed by X"), or 0 */
  uint8_t type;              /* enum gz_event_type */
  uint8_t cls;               /* marks and words: their class; entities: their type */
  bool possessive;           /* entities: X's, X的 */
  bool hard;                 /* breaks: ; : and brackets, not a mere comma */
  bool aside;                /* in a stretch that is only put in beside a name */
  bool listed;               /* entities: continues the list of the entity before */
  bool people;               /* entities: only describes what stands beside (found by deal_party.h) */
} gz_event;

#define GZ_EVENTS_MAX 256

/* "Microsoft: ...": a name this near the start of a sentence with a colon this near behind it is the topic of what follows. */
#define GZ_TOPIC_LEAD 3
#define GZ_TOPIC_REACH 24

struct gz_clause {
  gz_span span;              /* the stretch of text that the events cover */
  char lang[4];              /* "en", "zh", "ja", ... by which the lexicons were read */
  gz_event ev[GZ_EVENTS_MAX];
  uint16_t says[GZ_EVENTS_MAX];      /* sums: 1 + the event that says what they are, or 0; filled by measure.h */
  size_t count;
  size_t sentence;           /* whose part it is */
  bool unread;               /* a sentence with a name only, which states nothing: no events */
};
typedef struct gz_clause gz_clause;

/* Which sentences state something, as far as a quick look tells: those in which a sum or a cue of a deal stands. One flag a sentence, heap
** memory for gz_free, NULL on failure; *count: how many. */
bool *gz_stated_find(const gz_analysis *a, size_t *count);

/* Walks the sentences of an analysis (sentences, money, quantities, dates, entities needed). A sentence with more events than fit is
** given in parts, so that any text is read in linear time and fixed memory. Sentences without a sum or a name are passed over; those that
** state nothing are given unread, for who wants to know of them later (gz_subject_before). */
typedef struct gz_clause_iter {
  const gz_analysis *a;
  size_t sentence, money, quantity, date, entity;      /* next of each layer */
  size_t resume;             /* byte to go on from inside the sentence, or 0 */
  const bool *stated;
  size_t last;               /* last sentence to give */
} gz_clause_iter;

/* stated: of gz_stated_find; NULL: every sentence with a sum or a name is read. */
void gz_clause_begin(gz_clause_iter *it, const gz_analysis *a, const bool *stated);
bool gz_clause_next(gz_clause_iter *it, gz_clause *out);

/* Who the subject of earlier sentences was: index of an entity. What was given unread is read only when somebody asks. */
typedef struct gz_subject {
  uint32_t who;              /* of the sentences before `from`; GZ_NO_SUBJECT when none had one */
  size_t from;               /* first sentence that has not been asked */
} gz_subject;
#define GZ_NO_SUBJECT UINT32_MAX

typedef uint32_t gz_subject_find(const gz_analysis *a, const gz_clause *c);      /* the subject of a clause, or GZ_NO_SUBJECT */
void gz_subject_pass(gz_subject *s, const gz_analysis *a, const gz_clause *c, gz_subject_find *find);
uint32_t gz_subject_before(gz_subject *s, const gz_analysis *a, size_t sentence, gz_subject_find *find);

/* Is the row of this language read in the clause? */
bool gz_clause_reads(const gz_clause *c, const char *row_lang);

/* "OpenAI rival": the name at this event only describes the next. */
bool gz_rival_next(gz_view text, const gz_clause *c, size_t i);

/* A word for a kind of company: behind a name it makes that a description. */
bool gz_is_kind(const gz_event *e);

#endif
