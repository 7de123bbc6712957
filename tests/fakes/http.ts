import type { Http, HttpAnswer, HttpFailure, HttpOutcome, HttpRequest } from '../../src/core/api/http.ts';

/** Stands for the network where a test needs an answer no real server would give at will. */
export interface ScriptedHttp extends Http {
  readonly requests: readonly HttpRequest[];
  onRequest: (request: HttpRequest) => void;
  /** What the next requests get, in order; the last one stays. */
  answerWith(...outcomes: HttpOutcome[]): void;
  /** The next requests hang until somebody stops them, and then end so. */
  holdUntilStopped(outcome: HttpOutcome): void;
  /** Settles when a request has been made. */
  nextRequest(): Promise<void>;
}

export function createScriptedHttp(): ScriptedHttp {
  const requests: HttpRequest[] = [];
  let script: HttpOutcome[] = [failure('unreachable', false)];
  let held: HttpOutcome | null = null;
  let wake: () => void = () => undefined;
  return {
    requests,
    onRequest: () => undefined,
    answerWith(...outcomes) {
      script = outcomes;
      held = null;
    },
    holdUntilStopped(outcome) {
      held = outcome;
    },
    nextRequest: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
    send(request) {
      requests.push(request);
      this.onRequest(request);
      wake();
      const stopped = held;
      if (stopped !== null) {
        return new Promise((resolve) => {
          request.onStoppable?.(() => {
            resolve(stopped);
          });
        });
      }
      const next = script.length > 1 ? script.shift() : script[0];
      if (next === undefined) throw new Error('nothing scripted');
      return Promise.resolve(next);
    },
  };
}

export function answer(status: number, body: unknown, headers: HttpAnswer['headers'] = {}): HttpOutcome {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { ok: true, value: { status, headers, body: new TextEncoder().encode(text) } };
}

export function failure(kind: HttpFailure['kind'], sent: boolean): HttpOutcome {
  return { ok: false, error: { kind, sent } };
}

export const created = (messageId: string, deleteToken?: string): HttpOutcome =>
  answer(201, { success: true, message: 'Message stored successfully', data: { messageId, deleteToken } });
