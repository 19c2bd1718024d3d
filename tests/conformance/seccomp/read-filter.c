/*
 * read-filter PID: writes the youngest seccomp filter of a process, as the kernel keeps it, one instruction a line: code, jt,
 * jf, k (ptrace(2), PTRACE_SECCOMP_GET_FILTER; needs CAP_SYS_ADMIN and a kernel with CONFIG_CHECKPOINT_RESTORE).
 */
#include <linux/filter.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#ifndef PTRACE_SECCOMP_GET_FILTER
#define PTRACE_SECCOMP_GET_FILTER 0x420c
#endif

int main(int count, char **words)
{
  static struct sock_filter program[65536];
  if (count != 2) return 2;
  pid_t process = atoi(words[1]);
  if (ptrace(PTRACE_SEIZE, process, 0, 0) != 0 || ptrace(PTRACE_INTERRUPT, process, 0, 0) != 0 ||
      waitpid(process, NULL, __WALL) != process) {
    perror("ptrace");
    return 1;
  }
  long length = ptrace(PTRACE_SECCOMP_GET_FILTER, process, 0, program);
  if (length < 0) {
    perror("PTRACE_SECCOMP_GET_FILTER");
    return 1;
  }
  for (long at = 0; at < length; at++)
    printf("%u %u %u %u\n", program[at].code, program[at].jt, program[at].jf, program[at].k);
  return 0;
}
