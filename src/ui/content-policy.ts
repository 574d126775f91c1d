/**
 * What the browser is told to forbid, said once: in the page by the build, as headers by `npm start`, and looked for by the
 * app itself. Workers and the service worker follow the headers of their own scripts, never the page's `<meta>`.
 *
 * `'wasm-unsafe-eval'` is for the recognition of scans; styles are set on elements by the kit. Nothing else is loosened.
 */
const RULES = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** For the `<meta>` of the page, which cannot forbid that others frame it. */
export const PAGE_POLICY = RULES.join('; ');

/** No camera, microphone, place or device; Stopline needs none. */
const SHUT = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** Every header a host is to send with every file, scripts of workers and the service worker too. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [...RULES, "frame-ancestors 'none'"].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': SHUT.map((name) => `${name}=()`).join(', '),
};

/**
 * Whether a policy that was received forbids what ours does: each of our directives stands in it with the same sources. A
 * host may forbid more by further directives; `null` is no header at all.
 */
export function isGuarded(received: string | null): boolean {
  if (received === null) return false;
  const parts = new Set(received.split(/[;,]/).map((part) => part.trim().replace(/\s+/g, ' ')));
  return [...RULES, "frame-ancestors 'none'"].every((rule) => parts.has(rule));
}
