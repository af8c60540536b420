import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine, Session, WebContents } from 'electron';
import { contentPolicy } from '../security/content-policy.js';
import { readOwnCertificate } from './certificate.js';
import { hostOf, mapOrigin, trustOwnCertificate, vouchForOwnCertificate } from './origin.js';
import { servePage } from './page-server.js';

export interface OriginOptions {
  readonly commandLine: CommandLine;
  /** Scheme, host and port the page is addressed by. */
  readonly origin: string;
  readonly certificateFolder: string;
  readonly pageFolder: string;
}

/** Our page's home. */
export interface PageOrigin {
  readonly origin: string;
  /** Lets a session load the page, with this panel as the only thing it may frame. */
  admit(session: Session, panelOrigin: string | null): void;
  /** Lets a session load pages of ours, none of which may frame anything. */
  trust(session: Session): void;
  /** Lets a window load the page even after the process of the network died and forgot the admission. */
  vouch(contents: WebContents): void;
}

/** The page of the small window, which frames nothing. */
const toastTarget = '/toast.html';

/** Starts the page server and makes the origin lead to it. Must settle before the app is ready. */
export async function startOrigin(options: OriginOptions): Promise<PageOrigin> {
  const { host, hostname } = hostOf(options.origin);
  const certificate = await readOwnCertificate(options.certificateFolder, hostname);
  let framed: string | null = null;
  const port = await servePage({
    certificate,
    folder: options.pageFolder,
    host,
    buildId: readFileSync(join(options.pageFolder, 'build-id'), 'utf8'),
    contentPolicy: (target) => contentPolicy(target === toastTarget ? null : framed),
  });
  mapOrigin(options.commandLine, options.origin, port);
  return {
    origin: options.origin,
    admit(session, panelOrigin) {
      framed = panelOrigin;
      trustOwnCertificate(session, options.origin, certificate);
    },
    trust: (session) => trustOwnCertificate(session, options.origin, certificate),
    vouch: (contents) => vouchForOwnCertificate(contents, options.origin, certificate),
  };
}
