/** How the centre behaves where real ones differ, or where nobody but a person would act. */
export interface Habits {
  /** State Streams sees when a ring runs out; the service has been seen to use either. */
  missEndsAs: 'missed' | 'error';
  /** State Streams sees when the agent declines or the caller gives up while ringing. */
  rejectEndsAs: 'rejected' | 'error';
  /** Time after which a dialled customer picks up by itself; null waits for `answerOutbound`. */
  autoAnswerOutboundMs: number | null;
  /** Time after which an unanswered ring is missed by itself; null waits for `miss`. */
  ringTimeoutMs: number | null;
  /** Time after which after-contact work ends by itself; null waits for the agent or for `autoClear`. */
  afterContactMs: number | null;
  /** What an accepted callback is first: dialled at once, or PENDING until the centre dials (`dial`). */
  acceptedCallbackIs: 'connecting' | 'pending';
  /**
   * Whether the agent's leg of a callback gets a new id when the customer answers. The softphone of Streams 2.28.2 says
   * that it does; off unless asked for, as most tests know a leg by its id.
   */
  callbackRenewsAgentLeg: boolean;
  /** Whether a conversation with several third parties is allowed, six people at most, or only one of them. */
  multiParty: boolean;
}

/** Nothing happens by itself, so a test decides every step. */
export const defaultHabits: Habits = {
  missEndsAs: 'missed',
  rejectEndsAs: 'rejected',
  autoAnswerOutboundMs: null,
  ringTimeoutMs: null,
  afterContactMs: null,
  acceptedCallbackIs: 'connecting',
  callbackRenewsAgentLeg: false,
  multiParty: true,
};
