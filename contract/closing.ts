import * as z from 'zod';

/** What closing the window does; `ask` until the agent has chosen. */
export const whenClosedSchema = z.enum(['ask', 'tray', 'quit']);
export type WhenClosed = z.infer<typeof whenClosedSchema>;

/** The agent's answer when the window is closed for the first time; `stay` chooses nothing. */
export const closingAnswerSchema = z.enum(['tray', 'quit', 'stay']);
export type ClosingAnswer = z.infer<typeof closingAnswerSchema>;
