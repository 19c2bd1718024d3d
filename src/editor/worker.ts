import workerUrl from 'monaco-editor/editor/editor.worker?worker&url';

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

// The one Trusted Types policy of the site. It knows one address, its own worker, and hands out nothing else. Browsers
// without Trusted Types take the address as it is.
const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy('lab', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError('Only the worker of the editor is trusted here.');
    return url;
  },
});

/** Lets Monaco start its worker: it compares texts and finds words, away from the typing. */
export function provideWorker(): void {
  const url = policy?.createScriptURL(workerUrl) ?? workerUrl;
  self.MonacoEnvironment = { getWorker: () => new Worker(url, { type: 'module' }) };
}
