/**
 * Lets no line for Connect be kept in this page. Streams puts each into a list that only a panel sends and empties; in a
 * page that hosts one it grows for good, by 8 KB a contact, though the line is handed to the panel in the same breath.
 * Source: Streams 2.28.2, `LogEntry.sendInternalLogToServer` and `Logger.scheduleDownstreamClientSideLogsPush`.
 */
export function keepNoServerLines(log: object): void {
  Object.assign(log, { _serverBoundInternalLogs: new NothingKept() });
}

class NothingKept extends Array<never> {
  override push(): number {
    return 0;
  }
}
