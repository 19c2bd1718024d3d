/* kill_ok_by_cred: a process of the same uid may always be signalled. What a reload asks for. */
#include "operation.h"
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int signal_named(const char *name) {
  if (strcmp(name, "HUP") == 0) return SIGHUP;
  if (strcmp(name, "USR1") == 0) return SIGUSR1;
  return strcmp(name, "TERM") == 0 ? SIGTERM : -1;
}

struct answer try_kill_own_process(char *const arguments[]) {
  int number = arguments[0] ? signal_named(arguments[0]) : -1;
  if (number < 0) return nothing_to_try();
  pid_t child = fork();
  if (child < 0) return said("clone", child);
  if (child == 0) return pause(), _exit(0), nothing_to_try();
  struct answer answer = said("kill", kill(child, number));
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  return answer;
}
