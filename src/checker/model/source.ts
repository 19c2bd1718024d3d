/** One text of the learner, or of a lab. One text may hold several documents. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly language: 'kubernetes' | 'seccomp' | 'apparmor';
}
