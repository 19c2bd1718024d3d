/* kill_ok_by_cred: same uid, or CAP_KILL in the target's user namespace. Signal 0 is checked and not sent. */
#include "operation.h"
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Answers a process of another uid that the recorder or the guest put beside the container's own; -1 where there is none. */
static pid_t find_bystander(void) {
  uid_t wanted = geteuid() == 3000 ? 2000 : 3000;
  DIR *processes = opendir("/proc");
  struct dirent *entry;
  while (processes && (entry = readdir(processes))) {
    char path[300];
    struct stat process;
    pid_t pid = atoi(entry->d_name);
    snprintf(path, sizeof path, "/proc/%s", entry->d_name);
    if (pid > 0 && stat(path, &process) == 0 && process.st_uid == wanted) return closedir(processes), pid;
  }
  if (processes) closedir(processes);
  return -1;
}

struct answer try_kill_other_uid(char *const arguments[]) {
  pid_t bystander = find_bystander();
  if (bystander < 0) return nothing_to_try();
  return said("kill", kill(bystander, 0));
}
