import { describe, expect, test } from 'vitest';
import { installCommand } from '../../../scripts/runtime/system/apt.ts';
import { isDebianLike, missingInLdd } from '../../../scripts/runtime/system/find-missing.ts';
import { packagesOfLibrary } from '../../../scripts/runtime/system/requirements.ts';

const ldd = `	linux-vdso.so.1 (0x00007ffd1b5f2000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1c2a000000)
	libgtk-3.so.0 => not found
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1c29e00000)
	libnss3.so => not found
	/lib64/ld-linux-x86-64.so.2 (0x00007f1c2b000000)
`;

describe('missing libraries', () => {
  test('are the ones ldd does not find, each once', () => {
    expect(missingInLdd(ldd)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });

  test('are none when all are found, or when there is nothing to link', () => {
    expect(missingInLdd('	libc.so.6 => /lib/libc.so.6 (0x00007f1c29e00000)\n')).toEqual([]);
    expect(missingInLdd('	not a dynamic executable\n')).toEqual([]);
  });

  test('have a package each, newest name first', () => {
    expect(Object.values(packagesOfLibrary).every((packages) => packages.length > 0)).toBe(true);
    expect(packagesOfLibrary['libasound.so.2']).toEqual(['libasound2t64', 'libasound2']);
  });

  test('are installed by a command one can paste', () => {
    expect(installCommand(['libgtk-3-0', 'libnss3'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 libnss3',
    );
  });
});

describe('a system', () => {
  test.each([
    ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n', true],
    ['Ubuntu', 'ID=ubuntu\nID_LIKE=debian\n', true],
    ['Linux Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
    ['Fedora', 'NAME="Fedora Linux"\nID=fedora\n', false],
    ['one that only mentions Debian', 'ID=arch\nHOME_URL="https://debian.example/"\n', false],
  ])('is like Debian or not: %s', (_name, osRelease, expected) => {
    expect(isDebianLike(osRelease)).toBe(expected);
  });
});
