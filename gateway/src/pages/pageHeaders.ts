/** What a browser is told of our pages: nothing from elsewhere is loaded, run, framed or sent to. */

/** Everything that pages never use. */
const PERMISSIONS =
  'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()';

/** What differs between pages. */
export interface PagePolicy {
  /** Origins besides our own that the page may talk to: where people sign in. */
  readonly connectTo: readonly string[];
  /** Whether elements may come with a `style` attribute: the editor writes its lines so (docs/decisions/0027). */
  readonly hasStyleAttributes: boolean;
}

/** The headers of every file of a page, its workers' too: a worker is held by the policy that it came with. */
export function pageHeaders({ connectTo, hasStyleAttributes }: PagePolicy): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'self'",
    ...(hasStyleAttributes ? ["style-src-attr 'unsafe-inline'"] : []),
    // The editor draws its wavy lines from images that stand in its style sheets.
    "img-src 'self' data:",
    ["connect-src 'self'", ...connectTo].join(' '),
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    // Signing out posts to the issuer, which sends the browser back.
    ["form-action 'self'", ...connectTo].join(' '),
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'permissions-policy': PERMISSIONS,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
