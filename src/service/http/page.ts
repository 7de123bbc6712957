import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { err, ok, type Result } from '../../core/result.ts';

/** The recipient's page as it goes out, and the policy under which it runs. */
export interface Page {
  readonly html: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  readonly contentSecurityPolicy: string;
}

/** Reads the built page once; the service holds it for as long as it runs. */
export function loadPage(file: string): Result<Page, 'page-missing'> {
  let html: Buffer;
  try {
    html = readFileSync(file);
  } catch {
    return err('page-missing');
  }
  return ok({
    html: new Uint8Array(html),
    gzipped: new Uint8Array(gzipSync(html, { level: 9 })),
    contentSecurityPolicy: policyFor(html.toString('utf8')),
  });
}

/**
 * Allows exactly the scripts and styles that stand in the file, by their hashes, and calls to the service
 * itself. The one image is the icon in the browser's tab, which is inline as well.
 */
export function policyFor(html: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashesOf(html, 'script')}`,
    `style-src ${hashesOf(html, 'style')}`,
    'img-src data:',
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function hashesOf(html: string, element: 'script' | 'style'): string {
  const contents = html.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>([^]*?)</${element}>`, 'g'));
  const hashes = [...contents].map(
    ([, content]) =>
      `'sha256-${createHash('sha256')
        .update(content ?? '')
        .digest('base64')}'`,
  );
  return hashes.length === 0 ? "'none'" : hashes.join(' ');
}
