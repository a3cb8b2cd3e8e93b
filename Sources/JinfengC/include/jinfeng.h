/*
 * jinfeng.h - in which planned zone of the Western (Chongqing) Science City does a site lie?
 *
 * The C face of Jinfeng. Everything is answered from a GeoData folder, read once; nothing is written and no network is
 * used. All texts are UTF-8 and end in NUL.
 *
 *   jinfeng_catalogue *catalogue;
 *   jinfeng_table *table;
 *   jinfeng_error *error;
 *   if (jinfeng_open("GeoData", &catalogue, &error)) {
 *       fprintf(stderr, "%s %s\n", jinfeng_error_message(error, "en"), jinfeng_error_remedy(error, "en"));
 *       jinfeng_error_free(error);
 *       return 1;
 *   }
 *   jinfeng_table_open(catalogue, "{\"frame\":\"gcj02\"}", &table, NULL);
 *   double lon[] = {106.3338}, lat[] = {29.5171};
 *   int32_t layouts = jinfeng_table_layouts(table);
 *   int32_t *zone = malloc(sizeof *zone * layouts);              // one for each layout of the legend
 *   double *probability = malloc(sizeof *probability * layouts);
 *   jinfeng_locate(table, lon, lat, 1, 1, NULL, zone, NULL, probability, NULL, NULL, NULL);
 *
 * Returned numbers. 0 is success; else the exit codes of the command: 64 the call itself cannot be meant (a NULL, an
 * unknown term), 65 what it names cannot be answered, 66 the GeoData folder cannot be read. Wherever a call takes
 * `jinfeng_error **error` it may be NULL; else it receives NULL or an error that is the caller's to free.
 *
 * Threads. A catalogue and a table never change: any number of threads may use one at once, each with memory of its own
 * for answers. The library starts no threads; whoever wants more cores calls with a part of the arrays from each.
 * A catalogue or table must not be closed while a call uses it; a table outlives its catalogue. An error belongs to one
 * thread. After fork() parent and child may both go on, if no call was under
 * way in another thread: what that thread held stays held in the child.
 *
 * Memory. What a call gives away is freed with the function of its name: jinfeng_close, jinfeng_table_close,
 * jinfeng_error_free, jinfeng_text_free, and no other. Texts returned as `const char *` live as long as what they were
 * asked of. Every free and close takes NULL and does nothing.
 */
#ifndef JINFENG_H
#define JINFENG_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The interface these declarations are of; a library with another number must not be called. */
#define JINFENG_INTERFACE 1

#define JINFENG_OK 0
#define JINFENG_USAGE 64
#define JINFENG_BAD_DATA 65
#define JINFENG_NO_INPUT 66

/* Layouts, zones, sentences and words, read once. */
typedef struct jinfeng_catalogue jinfeng_catalogue;
/* What answers arrays on the same terms, made once. */
typedef struct jinfeng_table jinfeng_table;
/* What is wrong, and what to do about it. */
typedef struct jinfeng_error jinfeng_error;

/* The interface of the library at hand: JINFENG_INTERFACE, or do not go on. */
int32_t jinfeng_interface(void);
/* The release, such as "0.1.0". */
const char *jinfeng_version(void);

/* ---- Errors ------------------------------------------------------------------------------------------------- */

/* A stable name for programs, such as "swapped_lon_lat": the `code` of the command's JSON. */
const char *jinfeng_error_code(const jinfeng_error *error);
/* The argument or term at fault; NULL where none is. */
const char *jinfeng_error_field(const jinfeng_error *error);
/* What is wrong, in "zh" or else in English. */
const char *jinfeng_error_message(const jinfeng_error *error, const char *language);
/* What to do about it. */
const char *jinfeng_error_remedy(const jinfeng_error *error, const char *language);
void jinfeng_error_free(jinfeng_error *error);

/* Frees a text that a question gave. */
void jinfeng_text_free(char *text);

/* ---- The catalogue ------------------------------------------------------------------------------------------ */

/* Reads a GeoData folder; a few milliseconds. */
int32_t jinfeng_open(const char *geodata, jinfeng_catalogue **catalogue, jinfeng_error **error);
void jinfeng_close(jinfeng_catalogue *catalogue);

/* ---- Arrays of positions ------------------------------------------------------------------------------------ */

/*
 * Makes the tables that answer arrays; some hundred milliseconds.
 *
 * terms: a JSON object, or NULL. "frame": "wgs84" (the default), "cgcs2000", "gcj02" (Amap), "bd09" (Baidu),
 * "epsg:4544" and others of the list `jinfeng convert --help` gives; "accuracy": how well the positions are known, one
 * standard deviation per axis in metres (0); "confidence": how sure a verdict must be (0.975); "as_of": the day whose
 * editions answer, "2026-11-21" (today).
 */
int32_t jinfeng_table_open(
    const jinfeng_catalogue *catalogue, const char *terms, jinfeng_table **table, jinfeng_error **error);
void jinfeng_table_close(jinfeng_table *table);

/*
 * What the numbers below mean, as JSON:
 *   layouts   [{layout, name_zh, name_en, edition, plan_status, notes,
 *             zones: [{zone, name_zh, name_en, role, parent, path}]}]
 *   notes     [{code, text_zh, text_en}]: what a reader of any answer should know: that no frame was stated, say; of a
 *             layout that its plan period has ended, whose boundaries were imported
 *   verdicts  ["inside", "outside", "uncertain", "not_covered", ...]
 *   sets      for each zone set {zones: all that cover it [{layout, zone}], deepest: for each layout its place in
 *             `zones`, -1, -2, or null where several cover it and the position decides}
 *   no_position, possible_words, as_of, frame, accuracy_m, confidence
 */
const char *jinfeng_table_legend(const jinfeng_table *table);

/* How many layouts the legend has: so many times `stride` elements each array of answers must hold. */
int32_t jinfeng_table_layouts(const jinfeng_table *table);

/*
 * Answers `count` positions, x[i] and y[i]: longitude and latitude in degrees, or easting and northing in metres.
 *
 * sets           which zones of all layouts cover the position (inside or on the boundary): a place in the legend's
 *                `sets`, or `no_position` (0x7FFFFFFF) where x or y is no number or no position of the frame.
 *                Asked alone this is the fastest, some hundred million positions a second and core.
 * zones          for each layout the deepest covering zone, a place in the layout's `zones`; -1 none covers the position,
 *                -2 the layout does not speak about the land, -3 no position.
 * verdicts       a place in the legend's `verdicts`; 255 no position.
 * probabilities  of that zone, 0 to 1, within 0.005 (in fact 1e-5) of the exact one; NaN without a zone.
 * distances      metres to that zone's boundary, positive; without a zone minus the metres to the nearest boundary
 *                of the layout; NaN where not covered.
 * possible       the zones that do not hold the position but may, with more than 1 - confidence: `possible_words` words
 *                a position, bit i % 64 of word i / 64 for zone i of the layout.
 *
 * `sets` holds `count` elements; all others hold `stride` elements for each layout (`possible` that times
 * `possible_words`), jinfeng_table_layouts() times `stride` together, and no call can see whether they do. One layout comes
 * after another: that of position i in layout k is at k * stride + i. So threads may fill parts of one array: give each a
 * part of x and y, every pointer moved on as far, and the whole length as stride. What is NULL is left out; not all may
 * be. Nothing is allocated for a position.
 */
int32_t jinfeng_locate(
    const jinfeng_table *table, const double *x, const double *y, int64_t count, int64_t stride, uint32_t *sets,
    int32_t *zones, uint8_t *verdicts, double *probabilities, double *distances, uint64_t *possible,
    jinfeng_error **error);

/* Why a position is none: 0 where it is one, else 65 and the error that says what is wrong with its numbers. */
int32_t jinfeng_table_check(const jinfeng_table *table, double x, double y, jinfeng_error **error);

/* ---- Questions ---------------------------------------------------------------------------------------------- */
/*
 * Each gives the JSON of the command of its name (`--format json`). terms: a JSON object, or NULL; besides those below
 * "as_of" and "language" ("en", or "zh"). May be asked by several threads at once.
 */

/*
 * One position ("106.33,29.52", longitude first) or place ("科学会堂").
 * terms: frame, accuracy, confidence, layouts.
 */
int32_t jinfeng_locate_one(
    const jinfeng_catalogue *catalogue, const char *site, const char *terms, char **answer, jinfeng_error **error);

/*
 * One site: GeoJSON (each feature of a collection), WKT, a position or a name.
 * terms: frame, accuracy, confidence, layouts, activity, area ("50亩"), make_valid.
 */
int32_t jinfeng_assess(
    const jinfeng_catalogue *catalogue, const char *site, const char *terms, char **answer, jinfeng_error **error);

/*
 * Candidates, a GeoJSON FeatureCollection, compared.
 * terms: in, not_in, near ("kexue-dadao<=1km"), away, min_area ("50亩"), activity - each one text or several -
 * min_probability, confidence, frame, accuracy, make_valid.
 */
int32_t jinfeng_find(
    const jinfeng_catalogue *catalogue, const char *candidates, const char *terms, char **answer,
    jinfeng_error **error);

/*
 * To which zones the documents assign an activity.
 * terms: stages ("research", "transfer", "manufacture"), documents, layouts.
 */
int32_t jinfeng_fit(
    const jinfeng_catalogue *catalogue, const char *activity, const char *terms, char **answer,
    jinfeng_error **error);

#ifdef __cplusplus
}
#endif

#endif
