/** The session of an instance: one cookie jar each, so that a test instance and the live one never mix. */
export function partitionOf(panelOrigin: string | null): string {
  return panelOrigin === null
    ? 'persist:no-instance'
    : `persist:instance-${new URL(panelOrigin).host.replaceAll(':', '_')}`;
}
