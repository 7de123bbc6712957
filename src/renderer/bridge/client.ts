/**
 * The window's end of the bridge, with the contract's types and none of its schemas: the main process has parsed every
 * answer and every event by them before it lets them cross (decision 50).
 */
import type { BridgeApi, CallInput, CallOutput, EventPayload } from '../../shared/bridge/contract.ts';
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
    // A call without input takes undefined, which is what an absent argument is.
    call: (name, ...input) => api.calls[name](input[0] as CallInput<typeof name>),
    on: (name, listener) => api.events[name](listener),
  };
}
