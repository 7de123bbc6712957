/** The port to the network. The program's adapter is Electron's network stack; tests use Node's. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or null for none. */
  readonly body: string | null;
  readonly limits: HttpLimits;
  /** Asked for the function that stops this request; absent where nobody will. */
  readonly onStoppable?: (stop: () => void) => void;
}

export interface HttpLimits {
  /** From the start to the answer's headers, in milliseconds. Includes sending the body. */
  readonly headersMs: number;
  /** From the answer's headers to its last byte, in milliseconds. */
  readonly bodyMs: number;
  /** The largest answer that is read, in bytes. */
  readonly maxBytes: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * `sent` is false only when it is certain that no byte of the request reached the service; when in doubt it
 * is true, because the caller then must not send again without thought.
 */
export interface HttpFailure {
  readonly kind:
    'unreachable' | 'certificate' | 'timeout' | 'redirected' | 'broken' | 'too-large' | 'stopped';
  readonly sent: boolean;
}

export type HttpOutcome =
  { readonly ok: true; readonly value: HttpAnswer } | { readonly ok: false; readonly error: HttpFailure };

/** Never throws; redirects are not followed but reported. */
export interface Http {
  send(request: HttpRequest): Promise<HttpOutcome>;
}
