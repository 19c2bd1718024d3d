/*
 * Both ends of "a program of the image does something": the operation sends it, and the program, which is this same
 * binary under another name with a setuid bit or file capabilities, reports through a pipe.
 */
#include "operation.h"
#include <fcntl.h>
#include <linux/capability.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { report_descriptor = 3 };

/*
 * Raises what is permitted into the effective set, as programs that know capabilities do: a file with `+p` alone gives them
 * no more than that. Answers whether CAP_NET_RAW is among it.
 */
static bool raise_permitted(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3] = {0};
  if (syscall(SYS_capget, &header, sets) != 0) return false;
  for (size_t i = 0; i < _LINUX_CAPABILITY_U32S_3; i++) sets[i].effective = sets[i].permitted;
  if (syscall(SYS_capset, &header, sets) != 0) return false;
  return sets[0].permitted >> CAP_NET_RAW & 1;
}

static long run_errand(const char *errand, const char *path) {
  if (strcmp(errand, "raw-socket") == 0) return socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP);
  if (strcmp(errand, "read") == 0) return openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  if (strcmp(errand, "chown") != 0) return 0;
  struct stat before;
  if (stat(path, &before) != 0) return -1;
  long taken = fchownat(AT_FDCWD, path, geteuid(), (gid_t)-1, 0);
  int error = errno;
  if (taken == 0) (void)!fchownat(AT_FDCWD, path, before.st_uid, (gid_t)-1, 0);
  errno = error;
  return taken;
}

/* The program's own main: never returns to an operation. */
int do_errand(const char *errand, const char *argument) {
  struct report report = {.executed = true, .euid = geteuid(), .holds_net_raw = raise_permitted()};
  if (run_errand(errand, argument) < 0) report.error = errno;
  return write(report_descriptor, &report, sizeof report) == sizeof report ? 0 : 1;
}

struct report send_program(const char *path, const char *errand, const char *argument) {
  struct report report = {.executed = false, .error = EIO};
  int pipe_ends[2];
  if (pipe(pipe_ends) != 0) return report;
  pid_t child = fork();
  if (child == 0) {
    if (pipe_ends[1] != report_descriptor) dup2(pipe_ends[1], report_descriptor);
    char *const arguments[] = {(char *)path, "errand", (char *)errand, (char *)argument, NULL};
    char *const environment[] = {NULL};
    execve(path, arguments, environment);
    report.error = errno;
    _exit(write(report_descriptor, &report, sizeof report) == sizeof report ? 0 : 1);
  }
  close(pipe_ends[1]);
  if (read(pipe_ends[0], &report, sizeof report) != sizeof report) report.error = EIO;
  close(pipe_ends[0]);
  waitpid(child, NULL, 0);
  return report;
}

struct answer program_said(struct report report, const char *call) {
  if (!report.executed) return refused("execve", report.error);
  return report.error == 0 ? said(call, 0) : refused(call, report.error);
}
