/**
 * What the panel's frame may use beyond what Streams gives it, each with the reason. The desktop side still answers for
 * each of them; without the grant of the frame Chromium does not even ask.
 */
const GRANTS: readonly (readonly [feature: string, reason: string])[] = [
  ['loopback-network', 'the screen recording client of Amazon Connect listens on this machine'],
  ['display-capture', 'sharing the screen is then refused by our table of permissions, not by a frame that cannot ask'],
];

/** The name of `loopback-network` in Chromium 142 to 144, which know no other. */
const formerLoopback = 'local-network-access';

/** The frame's grants with ours; `known` are the features this Chromium has. A name it does not know is passed over by it. */
export function withGrants(allow: string, known: readonly string[]): string {
  const former = known.includes(formerLoopback) && !known.includes('loopback-network') ? [formerLoopback] : [];
  const given = allow
    .split(';')
    .map((feature) => feature.trim())
    .filter((feature) => feature !== '');
  return [...new Set([...given, ...GRANTS.map(([feature]) => feature), ...former])].join('; ');
}

/**
 * Gives each frame that is put into the panel's place our grants. Streams 2.28.2 writes `allow` in `_createCCPIframe`, and
 * again for each new frame; what is added after a frame is in the document comes too late for the page that is loading.
 */
export function grantToPanel(container: HTMLElement): void {
  const append = container.appendChild.bind(container);
  container.appendChild = <Child extends Node>(child: Child): Child => {
    if (child instanceof HTMLIFrameElement) child.allow = withGrants(child.allow, knownFeatures());
    return append(child);
  };
}

/** Chromium has it, TypeScript's types do not. */
function knownFeatures(): readonly string[] {
  const { featurePolicy } = document as { readonly featurePolicy?: { features(): readonly string[] } };
  return featurePolicy?.features() ?? [];
}
