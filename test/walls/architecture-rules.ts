import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const productRooms = ['contract', 'guardian', 'main', 'preload', 'renderer'] as const;
export const rooms = [...productRooms, 'simulator'] as const;
export const maxLines = 250;

/** Files that may be longer, each with the reason. */
export const LONGER: Readonly<Record<string, string>> = {
  'contract/words/english.ts': 'a catalogue: one entry a sentence, in the order of the contract',
  'contract/words/german.ts': 'a catalogue: one entry a sentence, in the order of the contract',
};

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** One rule, with sources in memory that must break it and some that must not. */
export interface Rule {
  readonly title: string;
  /** What breaks it, one line each; empty when nothing does. */
  breaches(files: readonly SourceFile[]): readonly string[];
  readonly planted: readonly SourceFile[];
  readonly innocent: readonly SourceFile[];
  /** The planted sources break it only all together. */
  readonly together?: true;
}

const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const literal = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\`(?:\\.|[^\`\\])*\``;
const tokens = new RegExp(`(${comment})|(${literal})`, 'g');

/** The text without its comments. */
export const withoutComments = (text: string): string =>
  text.replace(tokens, (token, remark) => (remark ? ' ' : token));
/** The text without comments and with every literal empty, so that only code is left. */
const codeOf = ({ text }: SourceFile): string => text.replace(tokens, (_token, remark) => (remark ? ' ' : "''"));

const importForms = [
  /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*(['"])(.+?)\1/g,
  /\bimport\s*(['"])(.+?)\1/g,
  /\b(?:import|require)\s*\(\s*(['"`])(.+?)\1/g,
];

/** What a file names in imports of every form: static, for types only, for effect, re-exported and dynamic. */
export function specifiersOf({ text }: SourceFile): readonly string[] {
  const code = withoutComments(text);
  return importForms.flatMap((form) => [...code.matchAll(form)].map((match) => match[2] ?? ''));
}

/** Where a relative specifier leads, or the package it names. */
function targetOf(file: SourceFile, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : specifier;
}

export const targetsOf = (file: SourceFile): readonly string[] =>
  specifiersOf(file).map((specifier) => targetOf(file, specifier));
export const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const isPackage = (target: string, name: string): boolean => isIn(target, name);
export const isOurs = (target: string): boolean => [...rooms, 'test', 'scripts'].some((folder) => isIn(target, folder));

/** A rule on what the files of a folder import. */
function importRule(
  title: string,
  folder: string,
  allows: (target: string) => boolean,
  planted: readonly string[],
  innocent: readonly string[],
): Rule {
  const plant = (text: string): SourceFile => ({ path: `${folder}/part/planted.ts`, text });
  return {
    title,
    breaches: (files) =>
      files
        .filter(({ path }) => isIn(path, folder))
        .flatMap((file) =>
          targetsOf(file)
            .filter((target) => !allows(target))
            .map((target) => `${file.path} imports ${target}`),
        ),
    planted: planted.map(plant),
    innocent: innocent.map(plant),
  };
}

/** A rule on words that only some files may use in their code. */
function wordRule(
  title: string,
  word: RegExp,
  mayUse: (path: string) => boolean,
  planted: readonly SourceFile[],
  innocent: readonly SourceFile[],
): Rule {
  return {
    title,
    breaches: (files) => files.filter((file) => !mayUse(file.path) && word.test(codeOf(file))).map(({ path }) => path),
    planted,
    innocent,
  };
}

const isProduct = ({ path }: SourceFile): boolean => productRooms.some((room) => isIn(path, room));
const inFolders =
  (...folders: readonly string[]) =>
  (target: string): boolean =>
    folders.some((folder) => isIn(target, folder));

/** Each way round a room in which a file leads back to itself. */
function cyclesIn(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found = (path: string): string | undefined =>
    [path, ...['.ts', '.tsx', '.d.ts'].map((ending) => path.replace(/\.js$/, '') + ending)].find((each) =>
      byPath.has(each),
    );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: SourceFile, trail: readonly string[]): void => {
    if (trail.includes(file.path)) cycles.push([...trail.slice(trail.indexOf(file.path)), file.path].join(' > '));
    if (done.has(file.path)) return;
    done.add(file.path);
    for (const target of targetsOf(file)) {
      const next = byPath.get(found(target) ?? '');
      if (next !== undefined) visit(next, [...trail, file.path]);
    }
  };
  for (const file of files) visit(file, []);
  return cycles;
}

const reExport = /export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*''\s*;?/g;

function onlyReExports(file: SourceFile): boolean {
  const code = codeOf(file).trim();
  return code !== '' && code.replaceAll(reExport, '').trim() === '';
}

export const source = (path: string, text: string): SourceFile => ({ path, text });
const streams = 'amazon-connect-streams';

export const RULES: readonly Rule[] = [
  importRule(
    'contract/ imports zod and itself',
    'contract',
    (target) => isPackage(target, 'zod') || isIn(target, 'contract'),
    [
      "import 'node:fs';",
      "import type { App } from 'electron';",
      "export { x } from '../../main/index.js';",
      "import { s } from '@preact/signals';",
    ],
    ["import * as z from 'zod';", "import type { a } from '../agent.js';", "export * from './b.js';"],
  ),
  importRule(
    'main/ imports contract/ and itself, and nothing that draws',
    'main',
    (target) =>
      (!isOurs(target) || isIn(target, 'contract') || isIn(target, 'main')) && !/^(?:@?preact|amazon-)/.test(target),
    [
      "import { x } from '../../renderer/phone/phone.js';",
      "type P = import('../../preload/index.js').P;",
      "await import('../../simulator/simulator.js');",
      "import 'preact';",
      "import {\n  a,\n  b,\n} from '../../test/support/x.js';",
    ],
    [
      "import { app } from 'electron';",
      "import { x } from '../app/log.js';",
      "import { y } from '../../contract/agent.js';",
    ],
  ),
  importRule(
    'guardian/ imports Node and contract/',
    'guardian',
    (target) => target.startsWith('node:') || isIn(target, 'contract') || isIn(target, 'guardian'),
    [
      "import { app } from 'electron';",
      "import * as z from 'zod';",
      "import { x } from '../../main/app/log.js';",
      "await import('../../simulator/simulator.js');",
    ],
    [
      "import { spawn } from 'node:child_process';",
      "import { x } from '../guardian-limits.js';",
      "import { y } from '../../contract/guardian-message.js';",
    ],
  ),
  importRule(
    'preload/ imports electron and contract/',
    'preload',
    (target) => target === 'electron' || isIn(target, 'contract') || isIn(target, 'preload'),
    [
      "import { readFileSync } from 'node:fs';",
      "import * as z from 'zod';",
      "import { x } from '../../main/app/log.js';",
    ],
    ["import { ipcRenderer } from 'electron';", "import { x } from '../../contract/channels.js';"],
  ),
  importRule(
    'renderer/ imports contract/ and itself, neither electron nor node',
    'renderer',
    (target) =>
      (!isOurs(target) || isIn(target, 'contract') || isIn(target, 'renderer')) &&
      !/^(?:electron$|electron\/|node:)/.test(target),
    [
      "import { shell } from 'electron';",
      "import { join } from 'node:path';",
      "export type { x } from '../../main/app/log.js';",
      "const { x } = await import('../../simulator/x.js');",
    ],
    [
      "import { signal } from '@preact/signals';",
      "import '../styles/index.css';",
      "import { x } from '../../contract/agent.js';",
    ],
  ),
  importRule(
    'simulator/ imports nothing of ours',
    'simulator',
    (target) => (!isOurs(target) || isIn(target, 'simulator')) && target !== 'electron',
    [
      "import type { Command } from '../../contract/command.js';",
      "import { x } from '../../renderer/phone/phone.js';",
      "import { y } from '../../test/unit/wire.js';",
    ],
    ["import { WebSocketServer } from 'ws';", "import { x } from '../clock.js';"],
  ),
  {
    title: 'only renderer/phone/ speaks to Streams',
    breaches: (files) =>
      files
        .filter((file) => isProduct(file) && !isIn(file.path, 'renderer/phone'))
        .filter(
          (file) =>
            targetsOf(file).some((target) => isPackage(target, streams)) ||
            /(?<![.\w$])connect\s*\.\s*\w/.test(codeOf(file)),
        )
        .map(({ path }) => path),
    planted: [
      source('renderer/features/x.tsx', `import '${streams}';`),
      source('renderer/models/x.ts', 'export const skew = () => connect.core.getSkew();'),
      source('main/app/x.ts', 'export type Agent = connect.Agent;'),
    ],
    innocent: [
      source('renderer/phone/x.ts', `import '${streams}';\nconnect.core.getEventBus();`),
      source('simulator/page/streams.ts', `import '${streams}';`),
      source('main/app/x.ts', "agent.connect.x(); // connect.core\nconst host = 'connect.aws';"),
    ],
  },
  wordRule(
    'only main/ipc/ and the two ways to run touch ipcMain',
    /\bipcMain\b/,
    (path) => isIn(path, 'main/ipc') || ['main/index.ts', 'main/rescue/run-rescue.ts'].includes(path),
    [source('main/windows/x.ts', "import { ipcMain } from 'electron';")],
    [source('main/ipc/x.ts', "ipcMain.handle('x', y);"), source('main/app/x.ts', '// ipcMain is not for here')],
  ),
  wordRule(
    'only preload/ touches ipcRenderer and contextBridge',
    /\b(?:ipcRenderer|contextBridge)\b/,
    inFolders('preload'),
    [
      source('renderer/x.ts', "window.ipcRenderer.send('x');"),
      source('main/x.ts', "import { contextBridge } from 'electron';"),
    ],
    [source('preload/index.ts', "import { ipcRenderer } from 'electron';")],
  ),
  wordRule(
    'only the gate, by what wires it, an instance that is one too many, a rescue run and the guardian end a process',
    /\b(?:app|process)\s*\??\.\s*(?:exit|quit|reallyExit|abort|kill)\b/,
    (path) =>
      [
        'guardian/index.ts',
        'guardian/processes.ts',
        'main/presence/open-presence.ts',
        'main/errands/claim-instance.ts',
        'main/rescue/run-rescue.ts',
        'simulator/cli.ts',
      ].includes(path),
    [
      source('main/index.ts', 'app.exit(0);'),
      source('main/text/x.ts', 'app.quit();'),
      source('main/presence/x.ts', 'process\n  .exit(1);'),
    ],
    [
      source('main/presence/open-presence.ts', 'app.exit(code);'),
      source('main/app/x.ts', "deps.exit(0); process.exitCode = 1; say('app.exit(0)');"),
    ],
  ),
  wordRule(
    'nothing stops the desktop side until somebody answers a dialog, but a start that cannot be',
    /\b(?:showMessageBoxSync|showOpenDialogSync|showSaveDialogSync|showErrorBox|showCertificateTrustDialogSync)\b/,
    (path) => path === 'main/app/tell-read-only.ts',
    [
      source('main/app/x.ts', "dialog.showMessageBoxSync({ message: 'x' });"),
      source('main/index.ts', "dialog.showErrorBox('x', 'y');"),
    ],
    [source('main/app/x.ts', "await dialog.showMessageBox({ message: 'x' }); // not showMessageBoxSync")],
  ),
  wordRule(
    'requests are listened to by the rules of sign-in windows only, as each answer to the panel waits for who listens',
    /\bwebRequest\b/,
    (path) => path === 'main/sign-in/session-rules.ts' || path.startsWith('test/'),
    [source('main/windows/x.ts', 'session.webRequest.onCompleted(listener);')],
    [source('main/sign-in/session-rules.ts', 'webRequest.onBeforeRequest(listener);')],
  ),
  {
    title: 'what speaks to the hook knows nothing of a sign-in to Connect',
    breaches: (files) =>
      files
        .filter(({ path }) =>
          ['main/hook', 'simulator/hook', 'main/safety/lease-layer.ts'].some((place) => isIn(path, place)),
        )
        .filter(({ text }) => /x-amz-bearer|cookie|webRequest|debugger/i.test(withoutComments(text)))
        .map(({ path }) => path),
    planted: [
      source('main/hook/x.ts', "const token = headers['X-Amz-Bearer'];"),
      source('main/hook/y.ts', 'session.webRequest.onSendHeaders(listener);'),
      source('main/safety/lease-layer.ts', 'const jar = session.cookies;'),
      source('simulator/hook/x.ts', "setHeader('set-cookie', token);"),
    ],
    innocent: [
      source('main/hook/x.ts', '// Never X-Amz-Bearer.\nconst headers = { authorization: token };'),
      source('main/guardian/x.ts', 'const jar = session.cookies;'),
    ],
  },
  {
    title: 'no room has a cycle of imports',
    together: true,
    breaches: (files) => rooms.flatMap((room) => cyclesIn(files.filter(({ path }) => isIn(path, room)))),
    planted: [
      source('main/a.ts', "import './b.js';"),
      source('main/b.ts', "import type { c } from './deep/c.js';"),
      source('main/deep/c.ts', "export { a } from '../a.js';"),
    ],
    innocent: [
      source('main/a.ts', "import './b.js';\nimport './c.js';"),
      source('main/b.ts', "import './c.js';"),
      source('main/c.ts', ''),
    ],
  },
  wordRule(
    'nothing is exported by default',
    /\bexport\s+default\b|\bas\s+default\b/,
    () => false,
    [source('main/x.ts', 'export default 7;'), source('contract/x.ts', 'const x = 7;\nexport { x as default };')],
    [source('main/x.ts', "const { default: Store } = await import('electron-store');")],
  ),
  {
    title: 'no file only passes on what others export',
    breaches: (files) => files.filter(onlyReExports).map(({ path }) => path),
    planted: [
      source('contract/index.ts', "// All of it.\nexport * from './a.js';\nexport type { B } from './b.js';\n"),
    ],
    innocent: [
      source('contract/x.ts', "export { a } from './a.js';\nexport const b = 1;"),
      source('contract/y.ts', ''),
    ],
  },
  {
    title: `no file of the product is longer than ${maxLines} lines without a reason`,
    breaches: (files) =>
      files
        .filter((file) => isProduct(file) && !(file.path in LONGER))
        .filter(({ text }) => text.trimEnd().split('\n').length > maxLines)
        .map(({ path }) => path),
    planted: [source('main/x.ts', 'x;\n'.repeat(maxLines + 1))],
    innocent: [source('main/x.ts', 'x;\n'.repeat(maxLines)), source('simulator/x.ts', 'x;\n'.repeat(maxLines + 1))],
  },
];
