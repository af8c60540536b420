/// <reference types="amazon-connect-streams" />
import { notify } from './ccp-actions.js';
import { drawContact, isHeld } from './contact-card.js';
import { installDialPad } from './dial-pad.js';
import { byId, element } from './element.js';
import { announceHolds } from './hold-announcer.js';
import { installMediaSessions } from './media-sessions.js';
import { installProviderStub } from './provider-stub.js';
import { installRtcStandIn } from './rtc-stand-in.js';
import { openSdkChannel } from './sdk-channel.js';
import { prepareSilence, readSilenceMs } from './silence.js';
import { drawStatus, installStatusMenu } from './status-menu.js';
import { ccpStreams } from './streams.js';

// The CCP page of the simulator: it starts Streams in the role of a CCP and draws the agent's phone from it.

interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiration: number;
}

const redrawMs = 1_000;
const retryMs = 5_000;

/** Asks the instance for tokens. Resolves with null when the agent must sign in first. */
async function authorize(): Promise<Grant | null> {
  const response = await fetch('/auth/authorize', { credentials: 'include' });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`The instance answered ${response.status}`);
  return (await response.json()) as Grant;
}

/** Starts Streams. All of this happens in one go, so that the softphone is there before the host's configuration comes. */
function startStreams({ accessToken, refreshToken, expiration }: Grant): void {
  // Streams' softphone looks for this id.
  document.body.append(element('audio', { id: 'remote-audio', autoplay: true }));
  installProviderStub();
  installRtcStandIn();
  installMediaSessions();
  const { core } = ccpStreams();
  core.initSharedWorker({
    sharedWorkerUrl: '/ccp-v2/worker.js',
    authToken: accessToken,
    refreshToken,
    authTokenExpiration: new Date(expiration),
    region: 'us-east-1',
    endpoint: `${location.origin}/api`,
    authorizeEndpoint: '/auth/authorize',
    // Streams' worker fails without the next two, and says so nowhere.
    agentAppEndpoint: `${location.origin}/agent-app/api`,
    authCookieName: 'lily-session',
    taskTemplatesEndpoint: `${location.origin}/task-templates/api/ccp`,
    loginEndpoint: '/login',
  });
  core.initPageOptions({});
  core.initApiProxyService();
  core.initSoftphoneManager({});
}

/** The customer is heard only while the call is up and not on hold. */
function adjustAudio(agent: connect.Agent): void {
  const audio = byId('remote-audio') as HTMLAudioElement;
  audio.muted = !agent.getContacts().some((contact) => contact.getStatus().type === 'connected' && !isHeld(contact));
}

function installPhone(agent: connect.Agent): void {
  let muted = false;
  let drawn = '';

  function draw(): void {
    drawStatus(agent);
    adjustAudio(agent);
    byId('agent-name').textContent = agent.getName();
    const cards = agent.getContacts().map((contact) => drawContact(agent, contact, muted));
    byId('welcome').hidden = cards.length > 0 || !byId('dial-pad').hidden;
    const wanted = cards.map((card) => card.outerHTML.replace(/<time>.*?<\/time>/, '')).join('');
    if (wanted === drawn) {
      // Only the clocks moved; buttons stay, so that a press is not lost between two drawings.
      const times = byId('contacts').querySelectorAll('time');
      cards.forEach((card, index) => {
        const time = times[index];
        if (time) time.textContent = card.querySelector('time')?.textContent ?? '';
      });
      return;
    }
    drawn = wanted;
    byId('contacts').replaceChildren(...cards);
  }

  installStatusMenu(agent);
  installDialPad(agent);
  agent.onRefresh(draw);
  agent.onMuteToggle((status) => {
    muted = status.muted ?? false;
    draw();
  });
  agent.onSoftphoneError(({ errorType, errorMessage }) => {
    notify(`${errorType}: ${errorMessage}`);
  });
  window.setInterval(draw, redrawMs);
  draw();
}

async function start(): Promise<void> {
  const grant = await authorize();
  if (!grant) {
    location.assign('/login');
    return;
  }
  const silenceMs = readSilenceMs();
  if (silenceMs !== null) window.setTimeout(prepareSilence(), silenceMs);
  const channel = window.parent === window ? null : openSdkChannel();
  startStreams(grant);
  connect.agent(installPhone);
  connect.contact((contact) => {
    if (channel) announceHolds(contact, channel);
  });
}

start().catch((error: unknown) => {
  byId('status-name').textContent = 'No connection';
  notify(String(error));
  window.setTimeout(() => location.reload(), retryMs);
});
