import type { Certificate, WebContents } from 'electron';
import type { SignInAnswer, SignInQuestion } from '../../contract/sign-in.js';

export interface CredentialDeps {
  ask(question: SignInQuestion): Promise<SignInAnswer>;
  /** Whether a server of this address may ask for a password; a proxy always may. */
  mayAsk(address: string): boolean;
  /** Certificates the agent has chosen in this run, by host; not stored. */
  readonly chosen: Map<string, string>;
}

/** Answers what a page's servers ask of the agent: name and password, or a certificate of this computer. */
export function answerCredentials(contents: WebContents, { ask, mayAsk, chosen }: CredentialDeps): void {
  contents.on('login', (event, details, { isProxy, host, port }, proceed) => {
    if (!isProxy && !mayAsk(details.url)) return;
    event.preventDefault();
    void ask({ kind: 'password', host: `${host}:${port}`, isProxy }).then((answer) => {
      if (answer.kind === 'password') proceed(answer.user, answer.password);
      else proceed();
    });
  });
  contents.on('select-client-certificate', (event, address, certificates, choose) => {
    event.preventDefault();
    const host = URL.canParse(address) ? new URL(address).host : address;
    void chooseCertificate(host, certificates, ask, chosen).then((certificate) => {
      // Electron takes no certificate for an answer; its types do not.
      (choose as (certificate?: Certificate) => void)(certificate);
    });
  });
}

/** The certificate the agent has chosen for this host, asked once; the only one there is needs a yes as well. */
export async function chooseCertificate(
  host: string,
  certificates: readonly Certificate[],
  ask: CredentialDeps['ask'],
  chosen: Map<string, string>,
): Promise<Certificate | undefined> {
  if (certificates.length === 0) return undefined;
  const known = certificates.find(({ fingerprint }) => fingerprint === chosen.get(host));
  if (known !== undefined) return known;
  const names = certificates.map(({ subjectName, issuerName }) => `${subjectName} (${issuerName})`);
  const answer = await ask({ kind: 'certificate', host, names });
  const certificate = answer.kind === 'certificate' ? certificates[answer.index] : undefined;
  if (certificate !== undefined) chosen.set(host, certificate.fingerprint);
  return certificate;
}
