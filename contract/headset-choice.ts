import * as z from 'zod';

/** More are not offered: nobody has as many plugged in, and a broken system must not fill the window. */
export const maxHeadsetCandidates = 32;

/** One of several headsets that the agent may mean. */
export const headsetCandidateSchema = z
  .object({
    candidateId: z.number().int().nonnegative(),
    name: z.string(),
    /** Last characters of the serial number, to tell two of the same kind apart; '' where there is none. */
    serialEnding: z.string().max(4),
  })
  .readonly();
export type HeadsetCandidate = z.infer<typeof headsetCandidateSchema>;

export const headsetCandidatesSchema = z.array(headsetCandidateSchema).max(maxHeadsetCandidates).readonly();
