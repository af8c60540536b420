/** One directive a line, with why it is as wide as it is. Everything not named is refused by `default-src`. */
export function contentPolicy(panelOrigin: string | null): string {
  const DIRECTIVES: readonly (readonly [directive: string, sources: string, reason: string])[] = [
    ['default-src', "'none'", 'what is not listed below is not needed'],
    ['script-src', "'self'", 'our bundle, which contains Streams; nothing inline'],
    ['style-src', "'self'", 'our stylesheet; nothing inline'],
    ['connect-src', "'self'", 'lazily loaded parts of our bundle'],
    ['img-src', "'self' data:", 'icons; stylesheets carry theirs as data'],
    ['media-src', "'self'", 'sounds of ours'],
    [
      'frame-src',
      panelOrigin === null ? "'none'" : 'https: http:',
      'the panel; navigation.ts keeps it at its origin, as a policy would put an error page where a call is held',
    ],
    ['base-uri', "'none'", 'no page may bend our relative addresses'],
    ['form-action', "'none'", 'our forms are handled in the page'],
    ['frame-ancestors', "'none'", 'nobody frames the phone'],
    ['require-trusted-types-for', "'script'", 'no text becomes markup or script'],
  ];
  return DIRECTIVES.map(([directive, sources]) => `${directive} ${sources}`).join('; ');
}
