/** The browser of this machine, for recipients and for component tests. */
export { launchChromium, launchPages } from '../../../scripts/lib/chromium.ts';
