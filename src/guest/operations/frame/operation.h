/*
 * What an operation may say and what it may use. One file per operation beside this folder: the file's name is the id in
 * the checker's registry, its function `try_` and the same words with underscores.
 *
 * Every operation is harmless by construction: it aims at nothing (no such index, signal 0), at a file of its own, or it
 * puts back what it took. "ok" means the kernel let it past every check.
 */
#pragma once
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct answer {
  const char *result; /* "ok", an errno's name, "ineffective" or "n/a" */
  const char *call;   /* the system call that decided */
};

/* Arguments end with NULL; an operation without the object it needs answers `nothing_to_try()`. */
typedef struct answer operation(char *const arguments[]);

/* Answers ok for a call that returned zero or more, and the name of `errno` for one that did not. */
struct answer said(const char *call, long returned);
struct answer refused(const char *call, int error);
struct answer ineffective(const char *call);
struct answer nothing_to_try(void);

/* Writes the path of `<directory>/<stem>-a`, or of `-b` where the caller owns the first: foreign means foreign. */
void foreign_file(char path[PATH_MAX], const char *directory, const char *stem);

/* The same for what a setuid-root program tries: the file is not root's either. */
void file_foreign_to_root(char path[PATH_MAX], const char *directory, const char *stem);

/* Makes an empty file of the caller and answers its descriptor; -1 with `errno` where the directory does not let it. */
int own_file(char path[PATH_MAX], const char *directory);

/* A directory that every container has and may write to: a tmpfs of mode 1777 that the runtime mounts. */
#define SCRATCH_DIRECTORY "/dev/shm"

/* What a program of the image found out about itself after execve. */
struct report {
  bool executed;       /* false: execve said `error` */
  uid_t euid;
  bool holds_net_raw;  /* CAP_NET_RAW is permitted, and so raised */
  int error;           /* of its errand; 0 when the kernel let it */
};

/* Executes the program at `path` in a child and lets it do `errand` ("identity", "raw-socket", "chown", "read"). */
struct report send_program(const char *path, const char *errand, const char *argument);

/* What the kernel said to the program's errand, or to execve where it never ran. */
struct answer program_said(struct report report, const char *call);
