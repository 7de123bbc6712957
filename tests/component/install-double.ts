/** Runs in the page before anything of its own: puts the bridge double where the preload puts the bridge. */
import { BRIDGE_KEY } from '../../src/shared/bridge/names.ts';
import { type BridgeDouble, createBridgeDouble } from '../fakes/bridge.ts';
import type { Script } from '../fakes/world.ts';

declare global {
  interface Window {
    /** Left by the test before this script runs. */
    bridgeScript?: Script;
    bridgeDouble: BridgeDouble;
    /** Every violation of the page's policy, by what was refused. */
    policyViolations: string[];
  }
}

window.policyViolations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.policyViolations.push(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
  );
});

const double = createBridgeDouble(window.bridgeScript ?? {});
window.bridgeDouble = double;
Object.defineProperty(window, BRIDGE_KEY, { value: double.api });
