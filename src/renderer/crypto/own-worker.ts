/**
 * Under the windows' policy a worker is started from a trusted address only, and this is the only place that makes
 * one. It makes no markup and no code: with it, an injected script can start what the program brings, and nothing else.
 */

/** As much of Trusted Types (https://w3c.github.io/trusted-types/) as is used; TypeScript's DOM does not know them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

const trustedTypes: TrustedTypes | undefined = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;

const rules = {
  createScriptURL(address: string): string {
    const { protocol, host } = new URL(address, location.href);
    if (protocol !== location.protocol || host !== location.host) throw new TypeError('not our own file');
    return address;
  },
};
/** The name is the one that src/main/security/headers.ts allows. */
const policy = trustedTypes?.createPolicy('own-worker', rules) ?? rules;

/** @param address of a file of ours, as the bundler names it */
export function startOwnWorker(address: string, name: string): Worker {
  return new Worker(policy.createScriptURL(address), { type: 'module', name });
}
