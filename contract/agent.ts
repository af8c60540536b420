import * as z from 'zod';

/** What a status means for routing. Names can be edited and translated by the customer, types cannot. */
export const agentStatusTypeSchema = z.enum(['routable', 'notRoutable', 'offline']);
export type AgentStatusType = z.infer<typeof agentStatusTypeSchema>;

/** A status the agent may choose; `statusId` is its agent state ARN. */
export const agentStatusSchema = z
  .object({ statusId: z.string(), name: z.string(), type: agentStatusTypeSchema })
  .readonly();
export type AgentStatus = z.infer<typeof agentStatusSchema>;

/** What the agent is doing, as opposed to the status the agent chose. */
export const activitySchema = z.enum(['idle', 'ringing', 'onContact', 'afterContactWork', 'error']);
export type Activity = z.infer<typeof activitySchema>;

/** The signed-in agent. Times are the server's clock in ms since the epoch; see `PhoneSnapshot.skewMs`. */
export const agentSchema = z
  .object({
    /** The agent's ARN at Connect; null where the panel does not tell it. */
    agentId: z.string().nullable(),
    name: z.string(),
    /** Every status the agent may choose, in the order Connect lists them. */
    statuses: z.array(agentStatusSchema).readonly(),
    /** The status the agent chose; `type` and `statusId` are null when the name is in no list. */
    availability: z
      .object({
        name: z.string(),
        type: agentStatusTypeSchema.nullable(),
        statusId: z.string().nullable(),
        sinceMs: z.number().nullable(),
      })
      .readonly(),
    activity: activitySchema,
    /** What Connect calls the state it is in when that is an error, for example MissedCallAgent. */
    errorName: z.string().nullable(),
    nextStatus: agentStatusSchema.nullable(),
    mayDial: z.boolean(),
    /** ISO 3166 codes in lower case, as Connect lists them; empty when it lists none. */
    dialableCountries: z.array(z.string()).readonly(),
  })
  .readonly();
export type Agent = z.infer<typeof agentSchema>;
