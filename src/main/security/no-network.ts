/**
 * Ways out of a window that neither the content security policy nor the session's requests see: calls between
 * browsers (WebRTC), and names that are looked up ahead of time, each of which can carry a secret. The first answer is
 * the `Connection-Allowlist` header of every page (headers.ts). The others hold should a Chromium not know it.
 */
import type { CommandLine, Session, WebContents } from 'electron';

/**
 * https://wicg.github.io/connection-allowlists: on by itself from Chromium 152. Before, it was on trial, and the second
 * name stands for the token by which a website would take part. A name that Chromium does not know it ignores.
 */
const FEATURES = ['ConnectionAllowlists', 'OverrideConnectionAllowlistOriginTrial'];

/** Before the program is ready: Chromium reads its switches then. */
export function closeWaysOut(commandLine: CommandLine): void {
  const known = commandLine.getSwitchValue('enable-features');
  commandLine.appendSwitch('enable-features', [...(known === '' ? [] : [known]), ...FEATURES].join(','));
  commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}

/** Calls between browsers use the proxy or nothing. */
export function keepFromCalling(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** A proxy that is not there, for this computer's own addresses as well. A window's own pages need none. */
export function sendNowhere(session: Session): Promise<void> {
  return session.setProxy({ proxyRules: 'socks5://127.0.0.1:1', proxyBypassRules: '<-loopback>' });
}
