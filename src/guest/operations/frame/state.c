/* What the kernel says of this process: ids, the five capability sets, no_new_privs and the seccomp mode. */
#include "operation.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Prints a field of /proc/self/status (proc_pid_status(5)): numbers as they are, capability sets as text in hex. */
static void print_status_field(const char *field, bool quoted) {
  char line[256];
  FILE *status = fopen("/proc/self/status", "re");
  size_t length = strlen(field);
  while (status && fgets(line, sizeof line, status)) {
    if (strncmp(line, field, length) != 0 || line[length] != ':') continue;
    char value[64] = "";
    sscanf(line + length + 1, "%63s", value);
    printf(quoted ? ",\"%s\":\"%s\"" : ",\"%s\":%s", field, value);
    break;
  }
  if (status) fclose(status);
}

void print_state(void) {
  gid_t groups[NGROUPS_MAX];
  int count = getgroups(NGROUPS_MAX, groups);
  printf("{\"uid\":%u,\"gid\":%u,\"groups\":[", geteuid(), getegid());
  for (int i = 0; i < count; i++) printf("%s%u", i ? "," : "", groups[i]);
  printf("]");
  const char *const sets[] = {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"};
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) print_status_field(sets[i], true);
  print_status_field("NoNewPrivs", false);
  print_status_field("Seccomp", false);
  printf("}\n");
}
