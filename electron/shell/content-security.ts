/**
 * What a page of the till may do: run our scripts, draw, talk to our till; nothing else, nowhere else. Pictures may be
 * `data:` because receipts and papers arrive as PNG text.
 */
export function contentSecurityPolicy(nonce: string, connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The press handling of react-aria adds one style element; it carries this page's nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Sent with every answer, refusals included. */
export const sealingHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
} as const

/** Puts the nonce where react-aria looks for it. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace('</head>', `<meta property="csp-nonce" nonce="${nonce}" content="${nonce}"></head>`)
