import { describe, expect, it } from 'vitest';
import { fuzzyFit, fuzzySort } from '../../../src/renderer/ui/palette/fuzzy.ts';

const commands = [
  'New secret',
  'Secrets you have sent',
  'Settings',
  'Tema oscuro',
  'Atajos de teclado',
  'Sección',
];
const find = (typed: string): string[] => fuzzySort(typed, commands, (command) => [command]);

describe('finding a command by a few letters', () => {
  it('shows everything in its own order while nothing is typed', () => {
    expect(find('  ')).toEqual(commands);
  });
  it('puts a beginning before the middle of a word, and that before scattered letters', () => {
    expect(find('se').slice(0, 4)).toEqual(['New secret', 'Secrets you have sent', 'Settings', 'Sección']);
    expect(find('stg')).toEqual(['Settings']);
  });
  it('does not mind accents and capitals', () => {
    expect(find('SECCION')).toEqual(['Sección']);
  });
  it('asks for every word', () => {
    expect(find('tema osc')).toEqual(['Tema oscuro']);
    expect(find('tema claro')).toEqual([]);
  });
  it('finds by another name, and prefers the one that is shown', () => {
    expect(fuzzyFit('ajustes', ['Settings', 'Ajustes'])).not.toBeNull();
    const [shown = 0, alias = 0] = [fuzzyFit('sent', ['Sent', 'x']), fuzzyFit('sent', ['x', 'Sent'])].map(
      Number,
    );
    expect(shown).toBeGreaterThan(alias);
  });
});
