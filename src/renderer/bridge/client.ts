/**
 * The window's end of the bridge, derived from the contract: every answer and every event is parsed by its
 * schema before any view sees it. An answer that does not fit is a bug on the other side and throws.
 */
import type { z } from 'zod';
import {
  type BridgeApi,
  type CallInput,
  type CallOutput,
  calls,
  type EventPayload,
  events,
} from '../../shared/bridge/contract.ts';
import type { BRIDGE_KEY, CallName, EventName } from '../../shared/bridge/names.ts';

declare global {
  interface Window {
    readonly [BRIDGE_KEY]?: BridgeApi;
  }
}

export interface BridgeClient {
  call<N extends CallName>(name: N, ...input: CallArguments<N>): Promise<CallOutput<N>>;
  /** Answers the function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

type CallArguments<N extends CallName> = undefined extends CallInput<N> ? [] : [input: CallInput<N>];

export function createBridgeClient(api: BridgeApi): BridgeClient {
  return {
    async call(name, ...input) {
      const spec: z.ZodType<CallOutput<typeof name>> = outputOf(name);
      // A call without input takes undefined, which is what an absent argument is.
      const answer = await api.calls[name](input[0] as CallInput<typeof name>);
      return spec.parse(answer);
    },
    on(name, listener) {
      const schema = payloadOf(name);
      return api.events[name]((payload) => {
        listener(schema.parse(payload));
      });
    },
  };
}

// TypeScript does not see through the indexed access that the output's type comes from this very schema.
const outputOf = <N extends CallName>(name: N): z.ZodType<CallOutput<N>> =>
  calls[name].output as unknown as z.ZodType<CallOutput<N>>;

const payloadOf = <N extends EventName>(name: N): z.ZodType<EventPayload<N>> =>
  events[name] as unknown as z.ZodType<EventPayload<N>>;
