/*
 * operate <id> [argument…]   tries one operation, prints one line of JSON
 * operate state              prints ids, capability sets, no_new_privs and seccomp mode of this process
 * operate plan               reads lines of tab-separated words (an id and its arguments, or `state`) and tries each
 * operate bystander          says `ready` and waits for the end of its input: the other process of `kill-other-uid`
 * operate errand …           what a program of the image does when an operation executes it (frame/program.c)
 */
#include "operation.h"
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int do_errand(const char *errand, const char *argument);
void print_state(void);

/* Written by the build from the listing of the folder: OPERATION("bind-port", try_bind_port) … */
#define OPERATION(id, function) operation function;
#include "registry.inc"
#undef OPERATION
static const struct { const char *id; operation *try; } registry[] = {
#define OPERATION(id, function) {id, function},
#include "registry.inc"
#undef OPERATION
};

static operation *named(const char *id) {
  for (size_t i = 0; i < sizeof registry / sizeof *registry; i++)
    if (strcmp(registry[i].id, id) == 0) return registry[i].try;
  return NULL;
}

/* Each operation has a process of its own, so that none can disturb the next. */
static int try_in_child(const char *id, char *const arguments[]) {
  operation *try = named(id);
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    struct answer answer = try ? try(arguments) : nothing_to_try();
    printf("{\"operation\":\"%s\",\"result\":\"%s\",\"call\":\"%s\"}\n", id, answer.result, answer.call);
    fflush(stdout);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status))
    printf("{\"operation\":\"%s\",\"result\":\"killed\",\"signal\":%d,\"call\":\"\"}\n", id, WTERMSIG(status));
  return 0;
}

static int follow_plan(void) {
  enum { most_words = 8 };
  char line[2 * PATH_MAX];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = '\0';
    char *words[most_words + 1] = {0};
    size_t count = 0;
    for (char *word = strtok(line, "\t"); word && count < most_words; word = strtok(NULL, "\t")) words[count++] = word;
    if (count == 0) continue;
    if (strcmp(words[0], "state") == 0) print_state();
    else try_in_child(words[0], words + 1);
    fflush(stdout);
  }
  return 0;
}

static int stand_by(void) {
  char byte;
  puts("ready");
  fflush(stdout);
  while (read(STDIN_FILENO, &byte, 1) > 0) continue;
  return 0;
}

int main(int count, char *words[]) {
  const char *mode = count > 1 ? words[1] : "";
  if (strcmp(mode, "errand") == 0 && count > 2) return do_errand(words[2], words[3]);
  if (strcmp(mode, "bystander") == 0) return stand_by();
  if (strcmp(mode, "plan") == 0) return follow_plan();
  if (strcmp(mode, "state") == 0) return print_state(), 0;
  if (named(mode)) return try_in_child(mode, words + 2);
  for (size_t i = 0; i < sizeof registry / sizeof *registry; i++) fprintf(stderr, "%s\n", registry[i].id);
  return 2;
}
