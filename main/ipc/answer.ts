import type { IpcMain } from 'electron';
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
  for (const name of requestNames.filter((each) => handlers[each] !== undefined)) {
    ipcMain.handle(channelOf(name), async (event, input: unknown) => {
      const result: Result<unknown, RequestRefusal> = isTrusted(event)
        ? await answer(name, input, handlers)
        : fail({ kind: 'notTrusted' });
      if (!result.ok) refused(name, result.failure);
      return result;
    });
  }
}

/** Checks the input, runs the handler and checks its output. */
export async function answer<Name extends RequestName>(
  name: Name,
  input: unknown,
  handlers: SomeHandlers,
): Promise<Result<unknown, RequestRefusal>> {
  const checked = requests[name].input.safeParse(input);
  if (!checked.success) return fail({ kind: 'badInput', detail: describe(checked.error) });
  try {
    const output = await handlers[name]?.(checked.data as RequestInput<Name>);
    const sent = requests[name].output.safeParse(output);
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
