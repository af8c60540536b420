/**
 * Why a contact failed, as Connect names the agent's state after it. What says no more than that it failed, or is told
 * otherwise (`MissedCallAgent`), is left out. Source: amazon-connect-streams 2.28.2, `AgentErrorStates`
 */
export const failureCauses = [
  'AgentHungUp',
  'BadAddressAgent',
  'BadAddressCustomer',
  'FailedConnectAgent',
  'FailedConnectCustomer',
  'InvalidLocale',
  'LineEngagedAgent',
  'LineEngagedCustomer',
  'MissedCallCustomer',
  'MultipleCcpWindows',
  'RealtimeCommunicationError',
] as const;
export type FailureCause = (typeof failureCauses)[number];

/** The cause that the name of an agent's error state tells, or null where it tells none. */
export function failureCauseOf(errorName: string | null): FailureCause | null {
  return failureCauses.find((cause) => cause === errorName) ?? null;
}
