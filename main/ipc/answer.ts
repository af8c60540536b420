import type { IpcMain } from 'electron';
import type * as z from 'zod';
import { channelOf, requestNames } from '../../contract/channels.js';
import {
  type RequestInput,
  type RequestName,
  type RequestOutput,
  type RequestRefusal,
  requests,
} from '../../contract/requests.js';
import { fail, type Result, succeed } from '../../contract/result.js';
import type { Sender } from './trusted-sender.js';

/** One handler a request; the type asks for all of them, so that none is left out and none is without a check. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (input: RequestInput<Name>) => Handled<RequestOutput<Name>>;
};

/** What a page may ask that needs less than all. */
export type SomeHandlers = Partial<RequestHandlers>;

/** In brackets, as an outcome of several words is one promise and not one for each word. */
type Handled<Output> = [Output] extends [undefined] ? void | Promise<void> : Output | Promise<Output>;

/** Answers every request that has a handler; a refusal is a value that says why. */
export function answerRequests(
  ipcMain: Pick<IpcMain, 'handle'>,
  isTrusted: (sender: Sender) => boolean,
  handlers: SomeHandlers,
  refused: (name: RequestName, refusal: RequestRefusal) => void,
): void {
  answerTable({
    ipcMain,
    names: requestNames.filter((each) => handlers[each] !== undefined),
    channelOf,
    table: requests,
    handlers: handlers as Handlers,
    isTrusted,
    refused,
  });
}

/** The checks of a request, as both tables of requests have them. */
type Checks = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;
type Handlers = Readonly<Record<string, ((input: unknown) => unknown) | undefined>>;

/** A page with what it may ask and nothing else. */
export interface AnsweredPage<Name extends string> {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly names: readonly Name[];
  channelOf(name: Name): string;
  readonly table: Checks;
  readonly handlers: Handlers;
  /** Whether it is this page that asks. */
  isTrusted(sender: Sender): boolean;
  refused(name: Name, refusal: RequestRefusal): void;
}

/** Answers a page by its own table. */
export function answerTable<Name extends string>(page: AnsweredPage<Name>): void {
  for (const name of page.names) {
    page.ipcMain.handle(page.channelOf(name), async (event, input: unknown) => {
      const result: Result<unknown, RequestRefusal> = page.isTrusted(event)
        ? await answerBy(page.table, name, input, page.handlers)
        : fail({ kind: 'notTrusted' });
      if (!result.ok) page.refused(name, result.failure);
      return result;
    });
  }
}

/** Checks the input, runs the handler and checks its output. */
export function answer(
  name: RequestName,
  input: unknown,
  handlers: SomeHandlers,
): Promise<Result<unknown, RequestRefusal>> {
  return answerBy(requests, name, input, handlers as Handlers);
}

async function answerBy(
  table: Checks,
  name: string,
  input: unknown,
  handlers: Handlers,
): Promise<Result<unknown, RequestRefusal>> {
  const checks = table[name];
  if (checks === undefined) return fail({ kind: 'badInput', detail: 'no such request' });
  const checked = checks.input.safeParse(input);
  if (!checked.success) return fail({ kind: 'badInput', detail: describe(checked.error) });
  try {
    const output = await handlers[name]?.(checked.data);
    const sent = checks.output.safeParse(output);
    return sent.success ? succeed(sent.data) : fail({ kind: 'failed', detail: describe(sent.error) });
  } catch (error) {
    return fail({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Where a value is wrong and how, without the value itself, which may be personal. */
function describe(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[];
}): string {
  return error.issues
    .map((issue) => `${issue.path.map(String).join('.') || 'value'}: ${issue.code ?? 'invalid'}`)
    .join('; ');
}
