import { err, ok, type Result } from '../result.ts';

/** Where a service is: scheme, host and port, without a trailing slash. */
export interface ServiceOrigin {
  readonly origin: string;
  /**
   * `https` encrypted on the way · `loopback` never leaves this computer · `private` plain http in a local
   * network, which needs the person's consent.
   */
  readonly security: 'https' | 'loopback' | 'private';
}

export type OriginError =
  /** Not an address of a service. */
  | { readonly code: 'malformed' }
  /** Plain http to somewhere on the internet: never. */
  | { readonly code: 'insecure' };

const ADDRESS = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?\/*$/i;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/**
 * Reads what a person typed as a service's address. Without a scheme https is meant; user names, paths,
 * queries and fragments are refused, because a token must not go where nobody looked.
 */
export function parseOrigin(typed: string): Result<ServiceOrigin, OriginError> {
  const text = typed.trim();
  const match = ADDRESS.exec(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  const [, rawScheme, rawHost, port] = match ?? [];
  if (rawScheme === undefined || rawHost === undefined) return err({ code: 'malformed' });
  const scheme = rawScheme.toLowerCase();
  const host = rawHost.toLowerCase();
  if (Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535 || !isHost(host)) return err({ code: 'malformed' });
  const isDefault = port === undefined || port === DEFAULT_PORTS[scheme];
  const origin = `${scheme}://${host}${isDefault ? '' : `:${Number(port)}`}`;
  if (scheme === 'https') return ok({ origin, security: 'https' });
  if (isLoopback(host)) return ok({ origin, security: 'loopback' });
  return isPrivate(host) ? ok({ origin, security: 'private' }) : err({ code: 'insecure' });
}

/** Whether it is an address a service may have, written as {@link parseOrigin} writes it. */
export function isOrigin(text: string): boolean {
  const parsed = parseOrigin(text);
  return parsed.ok && parsed.value.origin === text;
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return isIpv6(host.slice(1, -1));
  // All digits and dots is meant as an IPv4 address, and must be one.
  if (/^[\d.]+$/.test(host)) return ipv4(host) !== null;
  return (
    host.length <= 253 &&
    host.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  );
}

function isIpv6(text: string): boolean {
  const groups = text.split(':');
  return (
    groups.length >= 3 &&
    groups.length <= 8 &&
    (text.match(/::/g)?.length ?? 0) <= 1 &&
    (text.includes('::') || groups.length === 8) &&
    groups.every((group) => /^[0-9a-f]{0,4}$/.test(group))
  );
}

function ipv4(host: string): readonly number[] | null {
  const parts = host.split('.');
  const numbers = parts.map((part) => (/^(?:0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return numbers.length === 4 && numbers.every((number) => number <= 255) ? numbers : null;
}

/** RFC 6890: addresses that mean this computer. `localhost` by RFC 6761. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || ipv4(host)?.[0] === 127;
}

/** RFC 1918, RFC 3927 and RFC 4193 addresses, and the names of RFC 6762: local networks. */
function isPrivate(host: string): boolean {
  if (host.endsWith('.local')) return true;
  if (host.startsWith('[')) return /^\[(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(host);
  const [a, b = 0] = ipv4(host) ?? [];
  return (
    a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254)
  );
}
