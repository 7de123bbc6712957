import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gatherLicences, licencesFile } from '../../../scripts/lib/licences.ts';

describe('the licences shown in the program', () => {
  const gathered = gatherLicences();
  it('are those of what is built in now: run `npm run licences` after a change of dependencies', () => {
    const shown: unknown = JSON.parse(readFileSync(licencesFile, 'utf8'));
    expect(shown).toEqual(gathered);
  });
  it('name what the windows and the service stand on, each with its text', () => {
    for (const name of ['react', 'zod', 'hono', 'crypto-js', '@base-ui/react', 'Inter', '@napi-rs/keyring']) {
      expect(gathered.text).toMatch(new RegExp(`^${name}( |$)`, 'm'));
    }
    expect(gathered.text).not.toMatch(/^(vite|electron-builder|vitest) /m);
    // A name and a licence's name alone are no licence.
    for (const entry of gathered.text.split(/\n─+\n/)) expect(entry.trim().length).toBeGreaterThan(500);
  });
});
