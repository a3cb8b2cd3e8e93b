/*
 * The C face from C, under AddressSanitizer: face GEODATA
 *
 * Every function of jinfeng.h is called as a stranger would: with NULLs, negative counts, NaN, texts that are no JSON
 * and no UTF-8, from several threads at once; every byte given away is taken back, or LeakSanitizer says so.
 */
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jinfeng.h"

static int failures = 0;

#define CHECK(condition)                                                       \
    do {                                                                       \
        if (!(condition)) {                                                    \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);    \
            failures++;                                                        \
        }                                                                      \
    } while (0)

/* A call must be refused with a status and a code, and say in both languages what to do. */
static void refused(int32_t status, jinfeng_error *error, int32_t wanted, const char *code) {
    CHECK(status == wanted);
    CHECK(error != NULL);
    if (!error) return;
    if (strcmp(jinfeng_error_code(error), code) != 0)
        fprintf(stderr, "got %s: %s\n", jinfeng_error_code(error), jinfeng_error_message(error, "en"));
    CHECK(strcmp(jinfeng_error_code(error), code) == 0);
    CHECK(strlen(jinfeng_error_message(error, "zh")) > 0 && strlen(jinfeng_error_message(error, NULL)) > 0);
    CHECK(strlen(jinfeng_error_remedy(error, "zh")) > 0 && strlen(jinfeng_error_remedy(error, "en")) > 0);
    jinfeng_error_free(error);
}

static void errorsOfOpening(const char *geodata) {
    jinfeng_catalogue *catalogue = (jinfeng_catalogue *)1;
    jinfeng_error *error = NULL;
    refused(jinfeng_open("/nowhere", &catalogue, &error), error, JINFENG_NO_INPUT, "geodata_unreadable");
    CHECK(catalogue == NULL);
    refused(jinfeng_open(NULL, &catalogue, &error), error, JINFENG_USAGE, "null_argument");
    refused(jinfeng_open(geodata, NULL, &error), error, JINFENG_USAGE, "null_argument");
    refused(jinfeng_open("\xff\xfe", &catalogue, &error), error, JINFENG_USAGE, "not_utf8");
    CHECK(jinfeng_open("/nowhere", &catalogue, NULL) == JINFENG_NO_INPUT);
    jinfeng_close(NULL);
    jinfeng_table_close(NULL);
    jinfeng_error_free(NULL);
    jinfeng_text_free(NULL);
    CHECK(jinfeng_error_code(NULL) == NULL && jinfeng_table_legend(NULL) == NULL);
}

enum { COUNT = 100000, LAYOUTS = 3 };

typedef struct {
    const jinfeng_catalogue *catalogue;
    const jinfeng_table *table;
    const double *x, *y;
    int64_t first, count;
    int32_t *zones;
    uint8_t *verdicts;
} part;

static void *locatePart(void *argument) {
    part *p = argument;
    CHECK(
        jinfeng_locate(
            p->table, p->x + p->first, p->y + p->first, p->count, COUNT, NULL, p->zones + p->first,
            p->verdicts + p->first, NULL, NULL, NULL, NULL)
        == JINFENG_OK);
    for (int i = 0; i < 3; i++) {
        char *answer = NULL;
        CHECK(jinfeng_assess(p->catalogue, "106.33,29.52", NULL, &answer, NULL) == JINFENG_OK);
        CHECK(answer && strstr(answer, "shengmingdao") != NULL);
        jinfeng_text_free(answer);
    }
    return NULL;
}

static void arrays(const jinfeng_catalogue *catalogue) {
    jinfeng_table *table = NULL;
    jinfeng_error *error = NULL;
    refused(
        jinfeng_table_open(catalogue, "{\"frame\":\"xian80\"}", &table, &error), error, JINFENG_USAGE,
        "refused_frame");
    refused(jinfeng_table_open(catalogue, "{", &table, &error), error, JINFENG_USAGE, "invalid_json");
    refused(
        jinfeng_table_open(catalogue, "{\"fame\":\"wgs84\"}", &table, &error), error, JINFENG_USAGE, "unknown_term");
    refused(
        jinfeng_table_open(catalogue, "{\"confidence\":0.3}", &table, &error), error, JINFENG_USAGE, "bad_confidence");
    refused(jinfeng_table_open(NULL, NULL, &table, &error), error, JINFENG_USAGE, "null_argument");
    CHECK(jinfeng_table_open(catalogue, NULL, &table, &error) == JINFENG_OK && error == NULL);
    const char *legend = jinfeng_table_legend(table);
    CHECK(legend && strstr(legend, "\"jinfeng-five-zones\"") != NULL);
    /* No frame was stated, which a reader of any answer should know. */
    CHECK(strstr(legend, "\"frame_assumed\"") != NULL && strstr(legend, "\"plan_period_ended\"") != NULL);
    CHECK(jinfeng_table_layouts(table) == LAYOUTS && jinfeng_table_layouts(NULL) == 0);

    double *x = malloc(COUNT * sizeof *x), *y = malloc(COUNT * sizeof *y);
    for (int i = 0; i < COUNT; i++) {
        x[i] = 106.2 + 0.3 * ((i * 2654435761u) % 65536) / 65536.0;
        y[i] = 29.3 + 0.5 * ((i * 40503u + 17u) % 65536) / 65536.0;
    }
    const double strange[][2] = {
        {NAN, 29.5}, {106.3, INFINITY}, {29.52, 106.33}, {1e300, 0}, {-0.0, 0.0}, {180, 90}, {181, 0}, {5e-324, -90}};
    const int strangers = sizeof strange / sizeof *strange;
    for (int i = 0; i < strangers; i++) x[i] = strange[i][0], y[i] = strange[i][1];

    uint32_t *sets = malloc(COUNT * sizeof *sets);
    int32_t *zones = malloc(LAYOUTS * COUNT * sizeof *zones), *others = malloc(LAYOUTS * COUNT * sizeof *others);
    uint8_t *verdicts = malloc(LAYOUTS * COUNT), *otherVerdicts = malloc(LAYOUTS * COUNT);
    double *probabilities = malloc(LAYOUTS * COUNT * sizeof(double));
    double *distances = malloc(LAYOUTS * COUNT * sizeof(double));
    CHECK(strstr(legend, "\"possible_words\":1,") != NULL);
    uint64_t *possible = malloc(LAYOUTS * COUNT * sizeof *possible);
    CHECK(jinfeng_locate(table, x, y, COUNT, COUNT, sets, NULL, NULL, NULL, NULL, NULL, &error) == JINFENG_OK);
    CHECK(
        jinfeng_locate(table, x, y, COUNT, COUNT, NULL, zones, verdicts, probabilities, distances, possible, &error)
        == JINFENG_OK);
    const int isNone[] = {1, 1, 1, 1, 0, 0, 1, 0};
    for (int i = 0; i < strangers; i++) {
        CHECK((sets[i] == 0x7FFFFFFF) == isNone[i]);
        CHECK((zones[i] == -3) == isNone[i] && (verdicts[i] == 255) == isNone[i]);
        CHECK((jinfeng_table_check(table, x[i], y[i], NULL) == JINFENG_BAD_DATA) == isNone[i]);
    }
    refused(
        jinfeng_table_check(table, 29.52, 106.33, &error), error, JINFENG_BAD_DATA, "swapped_lon_lat");
    for (int i = 0; i < LAYOUTS * COUNT; i++)
        if (zones[i] >= 0) CHECK(probabilities[i] >= 0 && probabilities[i] <= 1 && distances[i] >= 0);
    /* What may hold a position beside its zone is another zone, and only where the zone is not certain. */
    int others64 = 0;
    for (int i = 0; i < LAYOUTS * COUNT; i++) {
        others64 += possible[i] != 0;
        CHECK(zones[i] < 0 || !(possible[i] >> zones[i] & 1));
        CHECK(zones[i] != -3 || possible[i] == 0);
    }
    CHECK(others64 > COUNT / 100);

    /* The same from four threads, each a quarter into the same memory, questions between. */
    pthread_t threads[4];
    part parts[4];
    for (int i = 0; i < 4; i++) {
        parts[i] = (part){catalogue, table, x, y, i * (COUNT / 4), COUNT / 4, others, otherVerdicts};
        pthread_create(&threads[i], NULL, locatePart, &parts[i]);
    }
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    CHECK(memcmp(zones, others, LAYOUTS * COUNT * sizeof *zones) == 0);
    CHECK(memcmp(verdicts, otherVerdicts, LAYOUTS * COUNT) == 0);

    refused(
        jinfeng_locate(table, x, y, -1, 5, sets, NULL, NULL, NULL, NULL, NULL, &error), error, JINFENG_USAGE, "bad_count");
    refused(
        jinfeng_locate(table, x, y, 5, 4, sets, NULL, NULL, NULL, NULL, NULL, &error), error, JINFENG_USAGE, "bad_count");
    refused(
        jinfeng_locate(table, NULL, y, 5, 5, sets, NULL, NULL, NULL, NULL, NULL, &error), error, JINFENG_USAGE,
        "null_argument");
    refused(
        jinfeng_locate(table, x, y, 5, 5, NULL, NULL, NULL, NULL, NULL, NULL, &error), error, JINFENG_USAGE,
        "null_argument");
    refused(
        jinfeng_locate(NULL, x, y, 5, 5, sets, NULL, NULL, NULL, NULL, NULL, &error), error, JINFENG_USAGE,
        "null_argument");
    CHECK(jinfeng_locate(table, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, &error) == JINFENG_OK);
    jinfeng_table_close(table);

    /* A frame that is projected: what no Gauss-Krueger number can be is answered in place. */
    CHECK(jinfeng_table_open(catalogue, "{\"frame\":\"epsg:4544\"}", &table, &error) == JINFENG_OK);
    double east[] = {35628945.81, 106.33, NAN, 628945.81}, north[] = {3267643.66, 29.52, 3267643.66, 3267643.66};
    CHECK(jinfeng_locate(table, east, north, 4, 4, sets, zones, NULL, NULL, NULL, NULL, &error) == JINFENG_OK);
    CHECK(sets[0] == sets[3] && sets[0] != 0 && sets[1] == 0x7FFFFFFF && sets[2] == 0x7FFFFFFF);
    jinfeng_table_close(table);
    free(x), free(y), free(sets), free(zones), free(others), free(verdicts), free(otherVerdicts);
    free(probabilities), free(distances), free(possible);
}

static void questions(const jinfeng_catalogue *catalogue) {
    jinfeng_error *error = NULL;
    char *answer = NULL;
    CHECK(jinfeng_locate_one(catalogue, "科学会堂", "{\"language\":\"zh\"}", &answer, &error) == JINFENG_OK);
    CHECK(answer && strstr(answer, "002") && strstr(answer, "科学会堂"));
    jinfeng_text_free(answer);
    refused(
        jinfeng_locate_one(catalogue, "29.52,106.33", NULL, &answer, &error), error, JINFENG_BAD_DATA,
        "swapped_lon_lat");
    CHECK(answer == NULL);
    CHECK(
        jinfeng_assess(
            catalogue, "POLYGON((106.32 29.51,106.34 29.51,106.34 29.53,106.32 29.51))",
            "{\"activity\":\"集成电路设计\",\"frame\":\"wgs84\"}", &answer, &error)
        == JINFENG_OK);
    jinfeng_text_free(answer);
    refused(
        jinfeng_assess(catalogue, "POLYGON((0 0,1 1))", NULL, &answer, &error), error, JINFENG_BAD_DATA,
        "invalid_geometry");
    /* A name that happens to be a file is no file here. */
    refused(
        jinfeng_assess(catalogue, "/etc/passwd", NULL, &answer, &error), error, JINFENG_BAD_DATA, "unknown_place");
    const char *candidates =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{},"
        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[106.31,29.49],[106.314,29.49],[106.314,29.494],"
        "[106.31,29.49]]]}},{\"type\":\"Feature\",\"id\":\"b\",\"properties\":{},\"geometry\":null}]}";
    CHECK(
        jinfeng_find(catalogue, candidates, "{\"in\":\"直管园\",\"min_area\":[\"10亩\"]}", &answer, &error)
        == JINFENG_OK);
    CHECK(answer && strstr(answer, "\"decision\": \"kept\"") && strstr(answer, "missing_geometry"));
    jinfeng_text_free(answer);
    refused(jinfeng_find(catalogue, candidates, "{}", &answer, &error), error, JINFENG_USAGE, "no_criterion");
    refused(
        jinfeng_find(catalogue, "[[[[", "{\"in\":\"直管园\"}", &answer, &error), error, JINFENG_BAD_DATA,
        "invalid_json");
    CHECK(jinfeng_fit(catalogue, "集成电路设计", "{\"stages\":[\"research\"]}", &answer, &error) == JINFENG_OK);
    CHECK(answer && strstr(answer, "\"002\"") != NULL);
    jinfeng_text_free(answer);
    refused(jinfeng_fit(catalogue, "IVD", "{\"stages\":\"later\"}", &answer, &error), error, JINFENG_USAGE,
            "unknown_term");
    refused(jinfeng_fit(catalogue, "IVD", NULL, NULL, &error), error, JINFENG_USAGE, "null_argument");
    refused(jinfeng_fit(catalogue, NULL, NULL, &answer, &error), error, JINFENG_USAGE, "null_argument");
}

int main(int count, char **arguments) {
    if (count != 2) return 64;
    CHECK(jinfeng_interface() == JINFENG_INTERFACE);
    CHECK(strlen(jinfeng_version()) > 0);
    errorsOfOpening(arguments[1]);
    jinfeng_catalogue *catalogue = NULL;
    jinfeng_error *error = NULL;
    CHECK(jinfeng_open(arguments[1], &catalogue, &error) == JINFENG_OK && error == NULL);
    if (!catalogue) return 1;
    arrays(catalogue);
    questions(catalogue);
    jinfeng_close(catalogue);
    if (failures == 0) puts("the C face holds");
    return failures > 0;
}
