// Security headers of every response.

import type { IncomingMessage } from 'node:http';
import type { Front } from '../front.ts';

/**
 * The headers for one request. The policy names the socket's origin with the scheme the page came by and does not ask for TLS, so the board
 * also works over plain http in a local network. Cross-Origin-Opener-Policy is sent only where browsers honour it (TLS or this computer);
 * elsewhere they would print a warning.
 */
export function securityHeaders(request: IncomingMessage, front: Front): Record<string, string> {
  const policy = [
    "default-src 'self'",
    `connect-src 'self' ${front.socketOrigins(request).join(' ')}`,
    "img-src 'self' data: blob:",
    "style-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types strideboard',
  ];
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...(front.isTrustworthy(request) ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
    ...(front.isSecure(request) ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
