/** Names of service errors the simulator answers with; the text after `#` in `__type`. */
export type RefusalType =
  | 'InvalidStateException'
  | 'BadEndpointException'
  | 'PaginationException'
  | 'QuotaExceededException'
  | 'InvalidContactTypeException'
  | 'ContactNotFoundException'
  | 'InvalidParameterException'
  | 'ValidationException'
  | 'AccessDeniedException'
  | 'UnknownOperationException'
  | 'SerializationException';

/** The centre says no to a request; nothing has changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly type: RefusalType,
    message: string,
  ) {
    super(message);
  }
}
