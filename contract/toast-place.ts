import * as z from 'zod';

/** Far more than any screen. */
const maxDistance = 20_000;
const distance = z.number().int().min(0).max(maxDistance);

/** A place on whichever screen is in use: how far from which edges of its work area, in pixels that do not depend on its scale. */
export const toastPlaceSchema = z
  .object({
    horizontal: z.enum(['left', 'right']),
    fromSide: distance,
    vertical: z.enum(['top', 'bottom']),
    fromEnd: distance,
  })
  .readonly();
export type ToastPlace = z.infer<typeof toastPlaceSchema>;
