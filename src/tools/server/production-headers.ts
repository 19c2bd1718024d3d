/**
 * The headers of production, sent with every answer. A host of the site sends the same; the browser tests run under them
 * and count violations.
 */

/**
 * Monaco makes one Trusted Types policy for each part that writes markup, and `dompurify` for what it shows of Markdown in
 * hovers and suggestions; `lab` is ours, for workers' addresses.
 */
const trustedTypes = [
  'lab',
  'standaloneColorizer',
  'editorViewLayer',
  'richScreenReaderContent',
  'domLineBreaksComputer',
  'defaultWorkerFactory',
  'diffReview',
  'diffEditorWidget',
  'tokenizeToString',
  'dompurify',
];

const contentSecurityPolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  // Monaco draws its squiggles as `data:` pictures.
  'img-src': "'self' data:",
  'font-src': "'self'",
  // Shiki and Monaco colour by style attributes, and Monaco adds two style elements whose hashes change with its features.
  'style-src': "'self' 'unsafe-inline'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': trustedTypes.join(' '),
};

const deniedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'serial', 'usb'];

export const productionHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': Object.entries(contentSecurityPolicy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
