/*
 * make-call [CALL...]: makes each call in a process and a thread of its own, writes what came back, one line a call, then
 * `ready`, and waits without a call until it is killed. A call is `number:a0,a1,a2,a3,a4,a5` in decimal; it enters by
 * `syscall`, also with a number of x32. `int 0x80` is not tried: where the kernel was started without it, it is a fault.
 *
 * No C library: nothing but these calls has to be in a profile beside what is asked, and for the runtime execve: fork, clone,
 * wait4, write, rt_sigaction, rt_sigreturn, exit, exit_group. Build: cc -O1 -static -nostdlib -fno-stack-protector.
 */
typedef unsigned long word;

enum { SYS_write = 1, SYS_rt_sigaction = 13, SYS_rt_sigreturn = 15, SYS_clone = 56, SYS_fork = 57, SYS_exit = 60,
       SYS_wait4 = 61, SYS_exit_group = 231 };
enum { SIGSYS = 31, SA_SIGINFO = 4, SA_RESTORER = 0x04000000 };
/* CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_CHILD_CLEARTID | CLONE_PARENT_SETTID */
enum { THREAD = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x200000 | 0x100000 };

static long call(long number, word a, word b, word c, word d, word e, word f)
{
  long result;
  register word r10 __asm__("r10") = d;
  register word r8 __asm__("r8") = e;
  register word r9 __asm__("r9") = f;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

static void say(const char *text)
{
  word length = 0;
  while (text[length] != '\0') length++;
  call(SYS_write, 1, (word)text, length, 0, 0, 0);
}

static void say_number(const char *word_before, long number)
{
  char text[64], digits[24];
  int length = 0, count = 0;
  word rest = number < 0 ? -(word)number : (word)number;
  while (*word_before != '\0') text[length++] = *word_before++;
  if (number < 0) text[length++] = '-';
  do digits[count++] = (char)('0' + rest % 10); while ((rest /= 10) != 0);
  while (count > 0) text[length++] = digits[--count];
  text[length++] = '\n';
  text[length] = '\0';
  say(text);
}

static long number;
static word arguments[6];
static volatile int has_returned;
static volatile long returned;
static volatile int trapped;
static volatile int thread_id;
static char stack[65536] __attribute__((aligned(16)));

/* siginfo of SIGSYS: si_signo, si_errno, si_code. */
static void on_trap(int signal, const int *info, void *context)
{
  (void)signal, (void)context;
  trapped = 1;
  returned = info[1];
}

__attribute__((naked)) static void restore(void) { __asm__ volatile("mov $15, %eax\n\tsyscall"); }

static void catch_traps(void)
{
  struct { void (*handler)(int, const int *, void *); word flags; void (*restorer)(void); word mask; } action =
      { on_trap, SA_SIGINFO | SA_RESTORER, restore, 0 };
  call(SYS_rt_sigaction, SIGSYS, (word)&action, 0, 8, 0, 0);
}

static void make_it(void)
{
  long result = call(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
  if (!trapped) returned = result;
  has_returned = 1;
}

/* A thread of its own tells KILL_THREAD, which leaves this process alive, from KILL_PROCESS. */
static void in_a_thread(void)
{
  thread_id = -1;
  register word r10 __asm__("r10") = (word)&thread_id;
  register word r8 __asm__("r8") = 0;
  long result;
  __asm__ volatile("syscall\n\ttest %%rax, %%rax\n\tjnz 1f\n\tcall *%[work]\n\tmov $60, %%eax\n\txor %%edi, %%edi\n\tsyscall\n1:"
                   : "=a"(result)
                   : "a"((long)SYS_clone), "D"((word)THREAD), "S"((word)(stack + sizeof stack - 256)), "d"((word)&thread_id),
                     "r"(r10), "r"(r8), [work] "b"(make_it)
                   : "rcx", "r11", "r9", "memory", "cc");
  if (result < 0) { say_number("no thread ", result); return; }
  while (thread_id != 0) __asm__ volatile("pause");
  if (!has_returned) say("killed-thread\n");
  else say_number(trapped ? "trap " : "", returned);
}

static const char *read_number(const char *text, word *into)
{
  word value = 0;
  while (*text >= '0' && *text <= '9') value = value * 10 + (word)(*text++ - '0');
  *into = value;
  return *text == '\0' ? text : text + 1;
}

static void read_call(const char *text)
{
  word nr;
  text = read_number(text, &nr);
  number = (long)nr;
  for (int index = 0; index < 6; index++) text = read_number(text, &arguments[index]);
}

__attribute__((used)) static void begin(const word *sp)
{
  int count = (int)sp[0];
  char **words = (char **)(sp + 1);
  catch_traps();
  for (int index = 1; index < count; index++) {
    read_call(words[index]);
    long child = call(SYS_fork, 0, 0, 0, 0, 0, 0);
    if (child == 0) {
      in_a_thread();
      call(SYS_exit_group, 0, 0, 0, 0, 0, 0);
    }
    int status = 0;
    call(SYS_wait4, (word)child, (word)&status, 0, 0, 0, 0);
    if (child < 0) say_number("no process ", child);
    else if ((status & 0x7f) == SIGSYS) say("killed-process\n");
    else if (status != 0) say_number("ended ", status);
  }
  say("ready\n");
  for (;;) __asm__ volatile("pause");
}

__attribute__((naked)) void _start(void) { __asm__ volatile("mov %rsp, %rdi\n\tand $-16, %rsp\n\tcall begin"); }
