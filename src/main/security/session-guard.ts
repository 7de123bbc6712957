import type { Session } from 'electron';
import { sendNowhere } from './no-network.ts';

/**
 * Takes from a windows' session everything a window has no need of: permissions, devices, downloads, the
 * spelling service (which would fetch dictionaries) and the network itself. An injected script that got past
 * the content security policy would still have nowhere to send a secret.
 *
 * @param allowedOrigins origins the windows are loaded from, for instance `app://enigmacrypt`
 */
export function guardSession(session: Session, allowedOrigins: readonly string[]): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  guardDevices(session);
  session.setDisplayMediaRequestHandler((_request, decide) => {
    decide({});
  });
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowed(details.url, allowedOrigins) });
  });
  // While developing, the page comes from a server.
  if (allowedOrigins.every((origin) => !origin.startsWith('http'))) void sendNowhere(session);
}

/** No device is offered to a page, remembered for it, or paired with. */
function guardDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, decide) => {
    decide({ confirmed: false });
  });
  session.on('select-hid-device', (event, _details, decide) => {
    event.preventDefault();
    decide(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, decide) => {
    event.preventDefault();
    decide('');
  });
  session.on('select-usb-device', (event, _details, decide) => {
    event.preventDefault();
    decide();
  });
}

function isAllowed(url: string, allowedOrigins: readonly string[]): boolean {
  return allowedOrigins.some((origin) => url === origin || url.startsWith(`${origin}/`));
}
