import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isIn,
  isOurs,
  LONGER,
  maxLines,
  RULES,
  repository,
  rooms,
  type SourceFile,
  source,
  specifiersOf,
  targetsOf,
  withoutComments,
} from './walls/architecture-rules.js';

const sources: readonly SourceFile[] = rooms.flatMap((room) =>
  readdirSync(join(repository, room), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(room, path.replaceAll('\\', '/')))
    .filter((path) => /\.[cm]?tsx?$/.test(path))
    .map((path) => source(path, readFileSync(join(repository, path), 'utf8'))),
);

describe('the architecture', () => {
  for (const { title, breaches } of RULES) it(title, () => expect(breaches(sources)).toEqual([]));

  it('excuses no file that is short or gone', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > maxLines).map(({ path }) => path);
    expect(Object.keys(LONGER).filter((path) => !long.includes(path))).toEqual([]);
  });
});

describe('the reading of the architecture', () => {
  it('covers every room', () => {
    expect(sources.length).toBeGreaterThan(80);
    for (const room of rooms) expect(sources.filter(({ path }) => isIn(path, room)).length, room).toBeGreaterThan(0);
  });

  it('understands every relative import', () => {
    const relative = sources.flatMap((file) => targetsOf(file).filter(isOurs));
    const lost = relative.filter(
      (target) =>
        ![target, ...['.ts', '.tsx', '.d.ts'].map((ending) => target.replace(/\.js$/, '') + ending)].some((path) =>
          existsSync(join(repository, path)),
        ),
    );
    expect(relative.length).toBeGreaterThan(150);
    expect(lost).toEqual([]);
  });

  it('misses no import statement', () => {
    const statements = /^(?:import|export)\b[^;]*?(?:from\s+|^import\s+)['"]/gm;
    for (const file of sources) {
      const counted = withoutComments(file.text).match(statements)?.length ?? 0;
      expect(specifiersOf(file).length, file.path).toBeGreaterThanOrEqual(counted);
    }
  });

  it('finds imports of every form', () => {
    const text = [
      "import a from 'a';",
      "import type { b } from 'b';",
      "import {\n  c,\n} from 'c';",
      "import 'd';",
      "export * from 'e';",
      "export type { f } from 'f';",
      "const g = await import('g');",
      "type H = import('h').H;",
      "const i = require('i');",
      'import j, { k } from "j";',
      "// import 'no';",
      "/* import 'no'; */",
    ].join('\n');
    expect([...specifiersOf(source('main/x.ts', text))].sort().join('')).toBe('abcdefghij');
  });

  for (const { title, breaches, planted, innocent, together } of RULES) {
    it(`would see if it were not so that ${title}`, () => {
      const cases = together === true ? [planted] : planted.map((each) => [each]);
      expect(cases.length).toBeGreaterThan(0);
      for (const each of cases) expect(breaches(each), JSON.stringify(each)).toHaveLength(1);
    });

    it(`blames no innocent one although ${title}`, () => {
      expect(innocent.length).toBeGreaterThan(0);
      expect(breaches(innocent)).toEqual([]);
    });
  }
});
