/** What is in a package, and whether it is what should be. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { z } from 'zod';

const MIB = 1024 * 1024;
/** The goal: the program's own code, without the native modules, in bytes. */
const ASAR_LIMIT = 5 * MIB;

const fileSchema = z.object({ size: z.number(), unpacked: z.boolean().optional(), integrity: z.unknown() });
const folderSchema = z.object({ files: z.record(z.string(), z.unknown()) });

interface Packed {
  /** Within the archive, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly isUnpacked: boolean;
  readonly hasDigest: boolean;
}

export function listArchive(archive: string): readonly Packed[] {
  const walk = (node: unknown, path: string): Packed[] => {
    const folder = folderSchema.safeParse(node);
    if (folder.success)
      return Object.entries(folder.data.files).flatMap(([name, child]) => walk(child, `${path}/${name}`));
    const { size, unpacked = false, integrity } = fileSchema.parse(node);
    return [{ path, bytes: size, isUnpacked: unpacked, hasDigest: integrity !== undefined }];
  };
  return walk(getRawHeader(archive).header, '');
}

/** What of a package is for people who develop, and what would be dead weight. */
const NEEDLESS = [
  /\.(?:map|ts|tsx|cc|h|gyp|o|d|mk)$/,
  /\/(?:tests?|src|docs|\.github|build\/sources)\//,
  /README\.md$/,
  /\.digest$/,
];

/** What is wrong with an archive; empty when nothing is. */
export function wrongInArchive(files: readonly Packed[], limit = ASAR_LIMIT): readonly string[] {
  const code = sum(files.filter(({ isUnpacked }) => !isUnpacked));
  const named = (problem: string, found: readonly Packed[]): string[] =>
    found.length === 0 ? [] : [`${problem}: ${found.map(({ path }) => path).join(', ')}`];
  return [
    ...(code > limit ? [`the code takes ${inMib(code)} MiB, more than ${inMib(limit)}`] : []),
    ...named(
      'not needed at run time',
      files.filter(({ path }) => NEEDLESS.some((pattern) => pattern.test(path))),
    ),
    ...named(
      'native modules inside the archive',
      files.filter(({ path, isUnpacked }) => path.endsWith('.node') && !isUnpacked),
    ),
    ...named(
      'without a digest',
      files.filter(({ hasDigest }) => !hasDigest),
    ),
    ...['/package.json', '/out/main/index.js', '/out/main/service.js', '/out/renderer/index.html']
      .filter((needed) => files.every(({ path }) => path !== needed))
      .map((needed) => `missing: ${needed}`),
  ];
}

export interface Sizes {
  /** The archive without what is unpacked beside it. */
  readonly asarBytes: number;
  readonly nativeBytes: number;
  /** The whole unpacked program. */
  readonly packageBytes: number;
}

/** @param folder of the unpacked program */
export function sizesOf(folder: string, archive: string): Sizes {
  const files = listArchive(archive);
  return {
    asarBytes: statSync(archive).size,
    nativeBytes: sum(files.filter(({ isUnpacked }) => isUnpacked)),
    packageBytes: folderBytes(folder),
  };
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0);
}

const sum = (files: readonly Packed[]): number => files.reduce((total, { bytes }) => total + bytes, 0);

export const inMib = (bytes: number): string => (bytes / MIB).toFixed(1);
