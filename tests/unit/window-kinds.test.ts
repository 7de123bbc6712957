import { expect, it } from 'vitest';
import { calls } from '../../src/shared/bridge/contract.ts';
import { guardCallNames, heardBy, quickCallNames, type WindowKind } from '../../src/shared/bridge/names.ts';

const allowed = (kind: WindowKind): string[] =>
  Object.entries(calls)
    .filter(([, { windows }]) => (windows as readonly WindowKind[]).includes(kind))
    .map(([name]) => name);

it('lets the quick window call what is wired to it, and no more', () => {
  expect(allowed('quick').sort()).toEqual([...quickCallNames].sort());
});

it('lets the guard window ask one question, give one answer, and hear nothing', () => {
  expect(allowed('guard')).toEqual([...guardCallNames]);
  expect(heardBy.guard).toEqual([]);
});

it('tells the quick window nothing of the list', () => {
  expect(heardBy.quick.filter((name) => /ledger|shares/.test(name))).toEqual([]);
});
