/*
 * Positions through the C face: pairs of numbers in, zones out.
 *
 *   make c
 *   cc -ISources/JinfengC/include Examples/c/locate.c -L.build/c -ljinfeng -Wl,-rpath,$PWD/.build/c -o locate
 *   echo "106.33 29.52" | ./locate GeoData
 *
 * Prints for each position and layout the zone's number, the verdict's number and the probability; first the legend, in
 * which the numbers are told.
 */
#include <jinfeng.h>
#include <stdio.h>
#include <stdlib.h>

static int fail(int status, jinfeng_error *error) {
    fprintf(stderr, "%s %s\n", jinfeng_error_message(error, "en"), jinfeng_error_remedy(error, "en"));
    jinfeng_error_free(error);
    return status;
}

int main(int count, char **arguments) {
    jinfeng_catalogue *catalogue;
    jinfeng_table *table;
    jinfeng_error *error;
    int status = jinfeng_open(count > 1 ? arguments[1] : "GeoData", &catalogue, &error);
    if (status) return fail(status, error);
    status = jinfeng_table_open(catalogue, count > 2 ? arguments[2] : NULL, &table, &error);
    if (status) return fail(status, error);
    puts(jinfeng_table_legend(table));

    enum { ROWS = 4096 };
    const int layouts = jinfeng_table_layouts(table);
    double x[ROWS], y[ROWS];
    int32_t *zones = malloc(sizeof *zones * ROWS * layouts);
    uint8_t *verdicts = malloc((size_t)ROWS * layouts);
    double *probabilities = malloc(sizeof *probabilities * ROWS * layouts);
    for (int rows = ROWS; rows == ROWS;) {
        for (rows = 0; rows < ROWS && scanf("%lf %lf", &x[rows], &y[rows]) == 2;) rows++;
        status = jinfeng_locate(table, x, y, rows, ROWS, NULL, zones, verdicts, probabilities, NULL, &error);
        if (status) return fail(status, error);
        for (int row = 0; row < rows; row++)
            for (int layout = 0; layout < layouts; layout++) {
                const int at = layout * ROWS + row;
                printf("%d %d %.17g%c", zones[at], verdicts[at], probabilities[at], layout + 1 < layouts ? '\t' : '\n');
            }
    }
    free(zones), free(verdicts), free(probabilities);
    jinfeng_table_close(table);
    jinfeng_close(catalogue);
    return 0;
}
