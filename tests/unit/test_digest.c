/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/error.h"

/* FIPS 180-2, appendix B, and the empty message of NIST's test vectors. */
static const char of_nothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
static const char of_abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
static const char of_56_bytes[] =
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
static const char of_million_a[] =
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

START_TEST(digest_of_bytes_is_the_published_one)
{
    char hex[DIGEST_SIZE];

    digest_bytes(NULL, 0, hex);
    ck_assert_str_eq(hex, of_nothing);
    digest_bytes("abc", 3, hex);
    ck_assert_str_eq(hex, of_abc);
    digest_bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56, hex);
    ck_assert_str_eq(hex, of_56_bytes);
}
END_TEST

/* More than one reading's worth. */
START_TEST(digest_of_a_descriptor_starts_at_the_beginning)
{
    struct error err = {0};
    char hex[DIGEST_SIZE];
    FILE *file = tmpfile();

    for (int i = 0; i < 1000000; i++)
        fputc('a', file);
    fflush(file);
    lseek(fileno(file), 999, SEEK_SET);
    ck_assert(digest_descriptor(fileno(file), "a", hex, &err));
    ck_assert_str_eq(hex, of_million_a);
    fclose(file);
}
END_TEST

START_TEST(digest_of_a_pipe_is_an_error)
{
    struct error err = {0};
    char hex[DIGEST_SIZE];
    int ends[2];

    ck_assert_int_eq(pipe(ends), 0);
    ck_assert(!digest_descriptor(ends[0], "the-pipe", hex, &err));
    ck_assert_int_eq(err.kind, ERROR_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "the-pipe"));
    error_finish(&err);
    close(ends[0]);
    close(ends[1]);
}
END_TEST

START_TEST(digest_of_a_file_needs_a_file)
{
    struct error err = {0};
    char hex[DIGEST_SIZE];
    char path[] = "/tmp/ulat-test-XXXXXX";
    int descriptor = mkstemp(path);

    ck_assert_int_eq(write(descriptor, "abc", 3), 3);
    close(descriptor);
    ck_assert(digest_file(path, hex, &err));
    ck_assert_str_eq(hex, of_abc);
    unlink(path);
    ck_assert(!digest_file(path, hex, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
    error_finish(&err);
    ck_assert(!digest_file("/", hex, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
    error_finish(&err);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("digest");

    tcase_add_test(t, digest_of_bytes_is_the_published_one);
    tcase_add_test(t, digest_of_a_descriptor_starts_at_the_beginning);
    tcase_add_test(t, digest_of_a_pipe_is_an_error);
    tcase_add_test(t, digest_of_a_file_needs_a_file);
    return t;
}
