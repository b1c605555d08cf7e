import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VERDICT_LOOKS } from '../../../src/ui/figures/verdict-look.ts';

const CSS = readFileSync(join(import.meta.dirname, '../../../src/app.css'), 'utf8');

it.each(Object.entries(VERDICT_LOOKS))('should have colours in app.css for light and dark: %s', (_, look) => {
  const tokens = [look.colour, look.system.bar].flatMap(
    (value) => /var\((--[\w-]+)\)/.exec(value)?.[1] ?? [],
  );
  expect(tokens).not.toEqual([]);
  for (const token of tokens) expect(CSS).toMatch(new RegExp(`^ +${token}: light-dark\\(`, 'm'));
});

it('should tell every verdict from the others by more than its colour', () => {
  const looks = Object.values(VERDICT_LOOKS);
  expect(new Set(looks.map(({ mark }) => mark.path)).size).toBe(looks.length);
  expect(new Set(looks.map(({ cell }) => cell)).size).toBe(looks.length);
  expect(new Set(looks.map(({ system }) => system.cell)).size).toBe(looks.length);
});
