import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RULES, repository, source } from './architecture-rules.js';

/** Code that a room must not have, the rules that say so, and its good twin. */
interface Wall {
  readonly name: string;
  readonly at: string;
  /** Every rule that fires and no other: `biome <rule>`, `tsc <error>`, `architecture <title>`. */
  readonly trips: readonly string[];
  readonly bad: string;
  readonly good: string;
}

const twins = ['bad', 'good'] as const;
const snippets = join(repository, 'test', 'walls', 'snippets');
const form = /^at: (.+)\ntrips: (.+)\n=== bad\n([\s\S]+)=== good\n([\s\S]+)$/;

const walls = readdirSync(snippets).map((file): Wall => {
  const [, at, trips, bad, good] = form.exec(readFileSync(join(snippets, file), 'utf8')) ?? [];
  if (at === undefined || trips === undefined || bad === undefined || good === undefined) {
    throw new Error(`${file} is not "at", "trips", "=== bad" and "=== good"`);
  }
  return { name: file.replace('.txt', ''), at, trips: trips.split(' + ').sort(), bad, good };
});

/** Where a twin stands: beside its room's own files, under a name of its own. */
function pathOf(wall: Wall, twin: (typeof twins)[number]): string {
  return `${dirname(wall.at)}/${wall.name}-${twin}.ts`;
}

/** A copy of the rooms with every twin in its place; the real rooms stay as they are. */
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'switchhook-walls-')));
afterAll(() => rmSync(copy, { recursive: true, force: true }));
const rooms = ['contract', 'guardian', 'main', 'preload', 'renderer', 'simulator'] as const;
for (const room of rooms) cpSync(join(repository, room), join(copy, room), { recursive: true });
// One project at a time: a room that is imported is read, not built.
for (const room of rooms) {
  const file = join(copy, room, 'tsconfig.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), references: [] }));
}
for (const file of ['tsconfig.base.json', 'package.json']) cpSync(join(repository, file), join(copy, file));
symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
const lint = JSON.parse(readFileSync(join(repository, 'biome.json'), 'utf8'));
writeFileSync(join(copy, 'biome.json'), JSON.stringify({ ...lint, vcs: { enabled: false } }));
for (const wall of walls) {
  for (const twin of twins) {
    mkdirSync(dirname(join(copy, pathOf(wall, twin))), { recursive: true });
    writeFileSync(join(copy, pathOf(wall, twin)), wall[twin]);
  }
}

const tool = (path: string): string => join(repository, 'node_modules', path);

function biomeFindings(): readonly string[] {
  const paths = walls.flatMap((wall) => twins.map((twin) => pathOf(wall, twin)));
  const { stdout } = spawnSync(
    process.execPath,
    [tool('@biomejs/biome/bin/biome'), 'lint', '--reporter=github', '--max-diagnostics=none', ...paths],
    { cwd: copy, encoding: 'utf8' },
  );
  return [...stdout.matchAll(/title=(lint\/[\w/]+),file=([^,]+)/g)].map(
    ([, rule, file = '']) => `${relative(copy, file)} biome ${rule}`,
  );
}

function tscFindings(): readonly string[] {
  return rooms.flatMap((room) => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        tool('typescript/bin/tsc'),
        '-p',
        room,
        '--noEmit',
        '--composite',
        'false',
        '--emitDeclarationOnly',
        'false',
        '--pretty',
        'false',
      ],
      { cwd: copy, encoding: 'utf8' },
    );
    return [...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error (TS\d+)/gm)].map(
      ([, file, code]) => `${file} tsc ${code}`,
    );
  });
}

const architectureFindings = walls.flatMap((wall) =>
  twins.flatMap((twin) =>
    RULES.filter(({ breaches }) => breaches([source(pathOf(wall, twin), wall[twin])]).length > 0).map(
      ({ title }) => `${pathOf(wall, twin)} architecture ${title}`,
    ),
  ),
);
const findings = [...biomeFindings(), ...tscFindings(), ...architectureFindings];
const findingsAt = (path: string): readonly string[] =>
  [
    ...new Set(findings.filter((each) => each.startsWith(`${path} `)).map((each) => each.slice(path.length + 1))),
  ].sort();

describe('the walls', () => {
  it('are many', () => expect(walls.length).toBeGreaterThan(15));

  for (const wall of walls) {
    it(`stop ${wall.name} by the rules named and no other`, () =>
      expect(findingsAt(pathOf(wall, 'bad'))).toEqual(wall.trips));
    it(`let the good twin of ${wall.name} pass`, () => expect(findingsAt(pathOf(wall, 'good'))).toEqual([]));
  }
});
