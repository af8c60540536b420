import * as z from 'zod';
import { type ChoiceName, choiceNames } from './choices.js';

/** One choice as the agent made it; whether the value is one of the setting's is the setting's own check to say. */
export const choiceSchema = z
  .object({
    name: z.enum(choiceNames as readonly [ChoiceName, ...ChoiceName[]]),
    value: z.union([z.boolean(), z.string().max(64)]),
  })
  .readonly();
export type Choice = z.infer<typeof choiceSchema>;
