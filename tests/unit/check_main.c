/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *source_path(const char *relative)
{
    const char *root = getenv("ULAT_ROOT");
    if (!root)
        root = ".";
    size_t size = strlen(root) + strlen(relative) + 2;
    char *path = malloc(size);
    if (path)
        snprintf(path, size, "%s/%s", root, relative);
    return path;
}

int main(void)
{
    Suite *suite = suite_create("ulat");
    suite_add_tcase(suite, tests());
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
