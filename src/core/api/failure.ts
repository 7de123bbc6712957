import { z } from 'zod';

/**
 * Why the service did not do what it was asked. A closed set: the window chooses the words for each code, so
 * that nothing the service or the network stack wrote is shown or logged.
 */
export const serviceFailureSchema = z.discriminatedUnion('code', [
  /** No connection: offline, unknown host, refused. Nothing was sent. */
  z.object({ code: z.literal('unreachable') }),
  /** No answer in time. `sent` tells whether the request may have reached the service. */
  z.object({ code: z.literal('timeout'), sent: z.boolean() }),
  /** The connection broke after the request may have reached the service. */
  z.object({ code: z.literal('answer-lost') }),
  /** The service's certificate is not trusted by this computer. Nothing was sent. */
  z.object({ code: z.literal('certificate') }),
  /** The service wanted to redirect to another address. Not followed. */
  z.object({ code: z.literal('redirected') }),
  /** Something answered, but not in the service's format: a captive portal, a proxy, a wrong address. */
  z.object({ code: z.literal('not-the-service'), status: z.int() }),
  z.object({ code: z.literal('rejected') }),
  z.object({ code: z.literal('unauthorized') }),
  z.object({ code: z.literal('forbidden') }),
  z.object({ code: z.literal('captcha-required') }),
  z.object({ code: z.literal('not-found') }),
  z.object({ code: z.literal('gone'), why: z.enum(['expired', 'exhausted', 'deleted', 'unknown']) }),
  z.object({ code: z.literal('too-large') }),
  z.object({ code: z.literal('rate-limited'), retryAfterSeconds: z.int().nonnegative() }),
  z.object({ code: z.literal('service-error'), status: z.int() }),
  /** The keychain did not hand over the token: locked, refused, silent. Nothing was sent. */
  z.object({ code: z.literal('keychain') }),
  /** The account sends with a token and has none. Nothing was sent. */
  z.object({ code: z.literal('token-missing') }),
  /** The person stopped it. Nothing was sent. */
  z.object({ code: z.literal('cancelled') }),
]);

export type ServiceFailure = z.infer<typeof serviceFailureSchema>;
