import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { type ServiceFailure, STATUS_OF_FAILURE } from '../failure.ts';
import type { Page } from './page.ts';

export interface Environment {
  Bindings: HttpBindings;
}
export type AppContext = Context<Environment>;

/** Every failure looks alike: `{success: false, error, code}`. */
export const refuse = (c: AppContext, { code, error }: ServiceFailure): Response =>
  c.json({ success: false, error, code }, STATUS_OF_FAILURE[code]);

const ACCEPTS_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

export function sendPage(c: AppContext, page: Page, status: 200 | 404): Response {
  c.header('Content-Type', 'text/html; charset=utf-8');
  c.header('Content-Security-Policy', page.contentSecurityPolicy);
  c.header('Vary', 'Accept-Encoding');
  if (!ACCEPTS_GZIP.test(c.req.header('Accept-Encoding') ?? '')) return c.body(page.html, status);
  c.header('Content-Encoding', 'gzip');
  return c.body(page.gzipped, status);
}
