import { expect, test as base, type Page } from '@playwright/test';

/** What a page does that no page of ours may do. */
interface Misdeeds {
  readonly violations: string[];
  readonly foreignRequests: string[];
  readonly errors: string[];
}

/**
 * `test` for journeys: whatever else a journey shows, it ends without a violation of the policy, a request to another
 * origin or an uncaught error.
 */
export const test = base.extend<{ misdeeds: Misdeeds }>({
  misdeeds: [
    async ({ context, baseURL }, use) => {
      const misdeeds: Misdeeds = { violations: [], foreignRequests: [], errors: [] };
      const { origin } = new URL(baseURL ?? '');
      await context.exposeFunction('reportViolation', (what: string) => misdeeds.violations.push(what));
      await context.addInitScript(() => {
        const report = (window as unknown as { reportViolation(what: string): void }).reportViolation;
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) =>
          report(`${violatedDirective} ${blockedURI} ${sample} in ${sourceFile}`),
        );
      });
      context.on('request', (request) => {
        const isOurs = request.url().startsWith(`${origin}/`) || /^(?:data|blob):/.test(request.url());
        if (!isOurs) misdeeds.foreignRequests.push(request.url());
      });
      context.on('weberror', (error) => misdeeds.errors.push(error.error().message));
      await use(misdeeds);
      expect(misdeeds).toEqual({ violations: [], foreignRequests: [], errors: [] });
    },
    { auto: true },
  ],
});

export { expect, type Page };
