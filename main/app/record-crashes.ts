import type { Log } from './log.js';

/**
 * Records what would otherwise end in Electron's modal error box, which stops the main process while the agent stays
 * Available. The app goes on; the gate still owns the way out.
 */
export function recordCrashes(process: NodeJS.Process, log: Log): void {
  process.on('uncaughtException', (error) => log.write('uncaught-exception', { error: error.stack ?? error.message }));
  process.on('unhandledRejection', (reason) => {
    log.write('unhandled-rejection', {
      error: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    });
  });
}
