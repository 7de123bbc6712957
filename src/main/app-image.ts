/**
 * The AppImage this program runs from, or null. A program that was started out of somebody else's AppImage inherits
 * the name of that one, and must neither replace it nor have the session start it: ours is the one whose mount this
 * executable is in.
 */
export function runningImage(
  env: Readonly<Record<string, string | undefined>>,
  executable: string,
): string | null {
  const mount = env['APPDIR'];
  const isOurs = mount !== undefined && executable.startsWith(`${mount.replace(/\/$/, '')}/`);
  return isOurs ? (env['APPIMAGE'] ?? null) : null;
}
