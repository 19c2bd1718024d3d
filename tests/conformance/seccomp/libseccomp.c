/*
 * libseccomp: reads profiles and writes the programs that libseccomp makes of them. Build: cc -O1 libseccomp.c -lseccomp.
 *
 *   F ACTION [ARCHITECTURE...]                       begins a filter with its default action
 *   R ACTION CALL COUNT [INDEX OPERATOR VALUE VALUE2]...  adds a rule
 *   L                                                ends it: answered with one line, `refused`, `endless`, or the program as
 *                                                    code,jt,jf,k of each instruction
 *
 * libseccomp 2.5.4 never ends on some profiles, so each step has a fifth of a second.
 */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <seccomp.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

static scmp_filter_ctx filter;
static const char *failed;
static sigjmp_buf out_of_time;

static void on_alarm(int signal) { (void)signal, siglongjmp(out_of_time, 1); }

static void allow_time(int microseconds)
{
  struct itimerval time = {{0, 0}, {0, microseconds}};
  setitimer(ITIMER_REAL, &time, NULL);
}

static char *next_word(void) { return strtok(NULL, " \n"); }
static unsigned long long next_number(void) { return strtoull(next_word(), NULL, 0); }

static void begin_filter(void)
{
  failed = NULL;
  filter = seccomp_init((uint32_t)next_number());
  for (char *name; (name = next_word()) != NULL;) seccomp_arch_add(filter, seccomp_arch_resolve_name(name));
}

static void add_rule(void)
{
  struct scmp_arg_cmp arguments[6];
  uint32_t action = (uint32_t)next_number();
  int call = seccomp_syscall_resolve_name(next_word());
  unsigned count = (unsigned)next_number();
  for (unsigned at = 0; at < count; at++) {
    arguments[at].arg = (unsigned)next_number();
    arguments[at].op = (enum scmp_compare)next_number();
    arguments[at].datum_a = next_number();
    arguments[at].datum_b = next_number();
  }
  if (seccomp_rule_add_array(filter, action, call, count, arguments) != 0) failed = "refused";
}

static void write_program(void)
{
  static struct sock_filter program[65536];
  int file = memfd_create("program", 0);
  seccomp_export_bpf(filter, file);
  allow_time(0);
  lseek(file, 0, SEEK_SET);
  long count = read(file, program, sizeof program) / (long)sizeof *program;
  close(file);
  for (long at = 0; at < count; at++)
    printf("%s%u,%u,%u,%u", at == 0 ? "" : " ", program[at].code, program[at].jt, program[at].jf, program[at].k);
  puts("");
}

int main(void)
{
  static char line[65536];
  signal(SIGALRM, on_alarm);
  while (fgets(line, sizeof line, stdin) != NULL) {
    char *word = strtok(line, " \n");
    if (word == NULL) continue;
    if (*word == 'F') begin_filter();
    else if (failed == NULL && sigsetjmp(out_of_time, 1) != 0) failed = "endless";
    else if (failed == NULL) {
      allow_time(200000);
      if (*word == 'R') add_rule();
      else write_program();
      allow_time(0);
      if (*word == 'L') continue;
    }
    if (*word == 'L') puts(failed);
  }
  return 0;
}
