import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noticesOf } from '../../src/cli/notices';

it('name every package that the app is built on, with its licence', () => {
  const text = noticesOf(process.cwd());
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
  const missing = Object.keys(dependencies).filter((name) => !text.includes(`\n${name} `));
  expect(missing).toEqual([]);
  // Further down than what is asked for by name; the licences that ask for their text.
  expect(text).toContain('\nscheduler ');
  for (const says of [
    'Mozilla Public License',
    'SIL OPEN FONT LICENSE',
    'Apache License',
    'Permission is hereby granted',
  ])
    expect(text.toLowerCase()).toContain(says.toLowerCase());
});
