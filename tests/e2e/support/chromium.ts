/** The browser of this machine, for recipients and for component tests. */
export { launchChromium } from '../../../scripts/lib/chromium.ts';
