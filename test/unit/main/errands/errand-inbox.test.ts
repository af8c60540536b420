import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { awaitAnswer } from '../../../../main/errands/await-answer.js';
import { openErrandInbox } from '../../../../main/errands/errand-inbox.js';
import { packHandOver, unpackHandOver } from '../../../../main/errands/handed-over.js';
import { readCommandLine } from '../../../../main/errands/read-command-line.js';

function open(...args: string[]) {
  const app = new EventEmitter();
  const inbox = openErrandInbox(app as unknown as Pick<App, 'on'>, readCommandLine(['/opt/switchhook', ...args]));
  const seen: unknown[] = [];
  return {
    app,
    seen,
    open: () =>
      inbox.open(
        async (errand, source, tell) => {
          seen.push([errand, source]);
          await tell({ code: 0, text: 'done' });
        },
        () => void seen.push('started'),
      ),
  };
}

describe('the inbox', () => {
  it('keeps what comes before the app is ready, in order', () => {
    const { app, seen, open: begin } = open('tel:1');
    const prevented: string[] = [];
    app.emit('open-url', { preventDefault: () => prevented.push('open-url') }, 'tel:2');
    app.emit('second-instance', {}, [], '', packHandOver({ argv: ['/opt/switchhook', '--dial', '3'], answerAt: null }));
    expect(seen).toEqual([]);
    begin();
    expect(seen).toEqual([
      [{ kind: 'dial', text: '1' }, 'link'],
      [{ kind: 'dial', text: '2' }, 'link'],
      [{ kind: 'dial', text: '3' }, 'commandLine'],
    ]);
    expect(prevented).toEqual(['open-url']);
    app.emit('open-url', { preventDefault: () => undefined }, 'switchhook:quit');
    expect(seen.at(-1)).toEqual([{ kind: 'unknown', why: 'notForLinks' }, 'link']);
  });

  it('tells of a second start that wants nothing, and answers one that asks', async () => {
    const { app, seen, open: begin } = open();
    begin();
    app.emit('second-instance', {}, [], '', packHandOver({ argv: ['/opt/switchhook'], answerAt: null }));
    expect(seen).toEqual(['started']);
    const channel = awaitAnswer();
    app.emit(
      'second-instance',
      {},
      [],
      '',
      packHandOver({ argv: ['/opt/switchhook', '--quit'], answerAt: channel.address }),
    );
    expect(await channel.answer).toEqual({ code: 0, text: 'done' });
  });

  it.each([undefined, null, 7, {}, { packed: '%' }, { packed: '{}' }, { packed: '%7B%22argv%22%3A%5B1%5D%7D' }])(
    'goes by the arguments that the system tells where nothing else can be read: %j',
    (given) => {
      const { app, seen, open: begin } = open();
      begin();
      app.emit('second-instance', {}, ['/opt/switchhook', '--quit'], '', given);
      expect(seen).toEqual([[{ kind: 'quit' }, 'commandLine']]);
    },
  );
});

describe('what a second start hands over', () => {
  it('travels as one text without white space, zero or wide letters, and arrives as it was', () => {
    for (const argv of [
      [],
      Array.from({ length: 10 }, (_none, place) => `--a b=${place}`),
      ['昼休み', 'tab\t', '\u0000'],
    ]) {
      const { packed } = packHandOver({ argv, answerAt: null });
      expect(packed).toMatch(/^[!-~]*$/);
      expect(unpackHandOver({ packed })).toEqual({ argv, answerAt: null });
    }
  });
});
