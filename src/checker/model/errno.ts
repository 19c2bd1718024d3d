/** Error numbers by the kernel's names (include/uapi/asm-generic/errno-base.h, errno.h). */
export type Errno =
  | 'EPERM'
  | 'ENOENT'
  | 'EACCES'
  | 'EINVAL'
  | 'EROFS'
  | 'ENOSYS'
  | 'ESRCH'
  | 'ENODEV'
  | 'EAFNOSUPPORT'
  | 'EEXIST'
  | 'EISDIR'
  | 'ENOTDIR';
export type Signal = 'SIGSYS' | 'SIGKILL';
