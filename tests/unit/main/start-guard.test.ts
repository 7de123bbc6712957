import { describe, expect, it } from 'vitest';
import { forgetUnwelcome, refusedSwitches } from '../../../src/main/security/start-guard.ts';

const refused = (args: readonly string[], platform: NodeJS.Platform = 'linux') =>
  refusedSwitches(['/opt/enigmacrypt-desktop', ...args], platform);

describe('a release', () => {
  it.each([
    '--inspect',
    '--inspect-brk=9229',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--load-extension=/tmp/x',
    '--proxy-server=evil:1',
    '--proxy-pac-url=http://evil/pac',
    '--host-resolver-rules=MAP * evil',
    '--ignore-certificate-errors',
    '--disable-web-security',
    '--no-sandbox',
    '--disable-features=NetworkServiceSandbox',
    '--js-flags=--allow-natives-syntax',
    '--log-net-log=/tmp/all',
    '--ssl-key-log-file=/tmp/keys',
    '--auto-open-devtools-for-tabs',
    '--renderer-cmd-prefix=gdb',
    '-remote-debugging-port=9222',
    '--Remote-Debugging-Port=9222',
    '--no-such-switch',
  ])('does not start with %s', (argument) => {
    expect(refused([argument])).toEqual([argument.split('=')[0]]);
  });

  it('says which one, but not its value', () => {
    expect(refused(['--hidden', '--proxy-server=user:secret@host'])).toEqual(['--proxy-server']);
  });

  it('starts with what people need', () => {
    expect(
      refused([
        '--hidden',
        '--lang=es',
        '--force-device-scale-factor=2',
        'enigmacrypt://compose',
        '--',
        '--inspect',
      ]),
    ).toEqual([]);
  });

  it('knows the slash as a dash on Windows, and as a path elsewhere', () => {
    expect(refused(['/remote-debugging-port=1'], 'win32')).toEqual(['/remote-debugging-port']);
    expect(refused(['/home/me'], 'linux')).toEqual([]);
  });

  it('starts with what macOS adds by itself', () => {
    expect(refused(['-psn_0_12345', '-NSDocumentRevisionsDebugMode', 'YES'], 'darwin')).toEqual([]);
  });

  it('forgets the variables that would open it, and keeps the others', () => {
    const environment: NodeJS.ProcessEnv = {
      PATH: '/bin',
      LANG: 'es_ES',
      ELECTRON_RUN_AS_NODE: '1',
      ELECTRON_RENDERER_URL: 'http://evil',
      NODE_OPTIONS: '--require x',
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      SSLKEYLOGFILE: '/tmp/keys',
      ENIGMACRYPT_UNOFFICIAL_ELECTRON: '0',
    };
    forgetUnwelcome(environment);
    expect(environment).toEqual({ PATH: '/bin', LANG: 'es_ES' });
  });
});
