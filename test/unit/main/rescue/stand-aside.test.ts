import { expect, it } from 'vitest';
import { english } from '../../../../contract/words/english.js';
import type { Words } from '../../../../contract/words/words.js';
import { awaitAnswer } from '../../../../main/errands/await-answer.js';
import { callerCodes } from '../../../../main/errands/errand-answer.js';
import { packHandOver } from '../../../../main/errands/handed-over.js';
import { createStandAside } from '../../../../main/rescue/stand-aside.js';

const phoneArgs = ['--ccp-url=https://ada.my.connect.aws/ccp-v2/', '--user-data-dir=/home/ada/profile'];

function start() {
  const done: string[] = [];
  let ready = (_words: Words): void => undefined;
  const words = new Promise<Words>((resolve) => {
    ready = resolve;
  });
  const aside = createStandAside({
    argv: ['/opt/switchhook', '--recover', ...phoneArgs],
    words: () => words,
    relaunch: (args) => void done.push(`start ${args.join(' ')}`),
    end: () => void done.push('end'),
  });
  return { aside, done, ready: () => ready(english) };
}

const handOver = (args: readonly string[], answerAt: string | null = null) =>
  packHandOver({ argv: ['/opt/switchhook', ...args], answerAt });

it('has the phone started at once, and ends when it can', async () => {
  const { aside, done, ready } = start();
  const heard = aside.heard(handOver(phoneArgs));
  expect(done).toEqual([`start ${phoneArgs.join(' ')}`]);
  expect(aside.begun()).toBe(true);
  ready();
  await heard;
  expect(done).toEqual([`start ${phoneArgs.join(' ')}`, 'end']);
});

it('has one phone started, however often that is asked for', async () => {
  const { aside, done, ready } = start();
  const heard = [aside.heard(handOver(phoneArgs)), aside.heard(handOver(phoneArgs))];
  ready();
  await Promise.all(heard);
  expect(done.filter((deed) => deed.startsWith('start'))).toHaveLength(1);
});

it('takes its own arguments, without its switch, for a start that tells nothing', () => {
  const { aside, done } = start();
  void aside.heard({});
  expect(done).toEqual([`start ${phoneArgs.join(' ')}`]);
});

it('tells a caller who needs a phone that runs that none does, and stays', async () => {
  const { aside, done, ready } = start();
  const channel = awaitAnswer();
  const heard = aside.heard(handOver(['--print-status'], channel.address));
  ready();
  await heard;
  expect(await channel.answer).toEqual({ code: callerCodes.nobodyRuns, text: english.errands.nobodyRuns });
  expect(done).toEqual([]);
  expect(aside.begun()).toBe(false);
});
