import * as z from 'zod';

/**
 * What a program that asked by the command line ends with. Above those of the shell and of `exitCodes` of the gate.
 * Source: sysexits.h (https://man.freebsd.org/cgi/man.cgi?sysexits)
 */
export const callerCodes = {
  done: 0,
  /** It was understood and is not done; the sentence says why. */
  refused: 1,
  /** The command line cannot be read. */
  misuse: 64,
  /** No app runs on this profile. */
  nobodyRuns: 69,
  /** The app that runs does not answer. */
  noAnswer: 75,
} as const;

/** What the running app says to a caller: a line for its terminal and the code it ends with. */
export const errandAnswerSchema = z
  .object({ code: z.number().int().min(0).max(255), text: z.string().max(20_000) })
  .readonly();
export type ErrandAnswer = z.infer<typeof errandAnswerSchema>;
