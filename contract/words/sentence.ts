/** What happened, and what to do about it, as one sentence each. */
export interface Sentence {
  readonly title: string;
  readonly advice: string;
}
