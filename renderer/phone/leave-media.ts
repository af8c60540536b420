/**
 * Leaves the media of contacts to the panel, which has the call, the chat and the task. Streams begins a controller for
 * each connection that is read, in every page, and writes so into its log, each line of which is a message to the panel:
 * just while a contact begins to ring, and for nothing. Call it after `initCCP`, which makes what this replaces.
 * Source: Streams 2.28.2, `Connection._initMediaController`.
 */
export function leaveMediaToPanel(core: object): void {
  Object.assign(core, { mediaFactory: { get: () => Promise.resolve(null) } });
}
