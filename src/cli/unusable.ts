/** What the command cannot work with: said on the standard error, exit status 2. */
export class Unusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unusable';
  }
}
