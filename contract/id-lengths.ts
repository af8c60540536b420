/**
 * The longest ids Connect has; a longer one, or none, is no id.
 * Source: https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContact.html
 */
export const maxContactIdLength = 256;
/** Of a contact's connection; Connect's are UUIDs. */
export const maxConnectionIdLength = 256;
/** Status ids are ARNs. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const maxStatusIdLength = 2_048;

/** Whether a command could name a contact by this. */
export function isContactId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= maxContactIdLength;
}

/** Whether a command could name a connection by this. */
export function isConnectionId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= maxConnectionIdLength;
}

/** Whether a command could name a status by this. */
export function isStatusId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= maxStatusIdLength;
}
