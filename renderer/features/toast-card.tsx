import type { ToastButton, ToastCommand, ToastView } from '../../contract/toast-view.js';
import { Button, type ButtonProps, IconButton } from '../ui/button.js';
import { dragBy } from '../ui/drag-by.js';
import { Duration } from '../ui/duration.js';
import { ForeignText } from '../ui/foreign-text.js';
import { Icon, type IconName } from '../ui/icon.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';

export interface ToastCardProps {
  readonly view: ToastView;
  readonly act: (command: ToastCommand) => void;
  readonly drag: (step: 'begin' | 'move' | 'end') => void;
  readonly showPhone: () => void;
}

interface CommandLook {
  readonly icon: IconName;
  readonly look: NonNullable<ButtonProps['look']>;
  /** Commands of one place share a name, so that the keyboard stays where it is when one turns into the other. */
  readonly place: string;
}

const CHANNEL_ICONS: Readonly<Record<ToastView['channel'], IconName>> = {
  voice: 'callback',
  queueCallback: 'callback',
  chat: 'chat',
  task: 'task',
  email: 'email',
  other: 'contact',
};

const LOOKS: { readonly [Kind in ToastCommand['kind']]: CommandLook } = {
  accept: { icon: 'answer', look: 'answer', place: 'accept' },
  reject: { icon: 'decline', look: 'plain', place: 'reject' },
  mute: { icon: 'mute', look: 'plain', place: 'mute' },
  unmute: { icon: 'unmute', look: 'pressed', place: 'mute' },
  hold: { icon: 'hold', look: 'plain', place: 'hold' },
  resume: { icon: 'resume', look: 'primary', place: 'hold' },
  leave: { icon: 'leave', look: 'danger', place: 'end' },
  hangUp: { icon: 'hangUp', look: 'danger', place: 'end' },
};

/** What the small window shows: the card of a ring or the strip of a call. It is moved by all of it that is no button. */
export function ToastCard(props: ToastCardProps) {
  const { view, drag } = props;
  return (
    <main
      class={`toast ${view.kind} tone-${view.tone}`}
      aria-label={`${view.title}: ${view.who}`}
      onPointerDown={(event) => dragBy(event, drag)}
    >
      {view.kind === 'ring' ? <Ring {...props} /> : <Strip {...props} />}
    </main>
  );
}

function Ring(props: ToastCardProps) {
  const { view } = props;
  return (
    <>
      <div class="toast-line">
        <p class="toast-title">
          <Icon name={CHANNEL_ICONS[view.channel]} />
          <span>{view.title}</span>
          <Others view={view} />
        </p>
        <Time view={view} />
        <ShowPhone {...props} />
      </div>
      <h1>
        <MiddleTruncated text={view.who} />
      </h1>
      <Facts view={view} />
      <div class="toast-buttons">
        {view.buttons.map((button) => {
          const { icon, look } = LOOKS[button.command.kind];
          return (
            <Button
              key={button.command.kind}
              label={button.label}
              icon={icon}
              look={look}
              compact
              busy={button.busy}
              onPress={() => props.act(button.command)}
            />
          );
        })}
      </div>
    </>
  );
}

/** What is known of the caller, or in its place what the agent has to know first. */
function Facts({ view }: { readonly view: ToastView }) {
  if (view.note !== null) {
    return (
      <p class="toast-note" role="alert" title={view.note}>
        {view.note}
      </p>
    );
  }
  return (
    <div class="toast-facts">
      <p class="toast-known">
        {view.facts.map((fact) => (
          <ForeignText key={fact} text={fact} />
        ))}
      </p>
      {view.attributes.length > 0 && (
        <dl class={view.attributes.length > 1 ? 'two' : 'one'}>
          {view.attributes.map(({ name, value }, place) => (
            <div key={`${place} ${name}`} title={`${name}: ${value}`}>
              <dt>
                <ForeignText text={name} />
              </dt>
              <dd>
                <ForeignText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Strip(props: ToastCardProps) {
  const { view, act } = props;
  return (
    <>
      <div class="strip-text">
        <h1>
          <MiddleTruncated text={view.who} />
        </h1>
        {view.note === null ? (
          <p class="toast-title">
            <Time view={view} />
            <span class="strip-state">{view.title}</span>
            <Others view={view} />
          </p>
        ) : (
          <p class="toast-note" role="alert" title={view.note}>
            {view.note}
          </p>
        )}
      </div>
      <div class="strip-buttons">
        {view.buttons.map((button) => (
          <StripButton key={LOOKS[button.command.kind].place} button={button} act={act} />
        ))}
        <ShowPhone {...props} />
      </div>
    </>
  );
}

function StripButton({ button, act }: { readonly button: ToastButton; readonly act: ToastCardProps['act'] }) {
  const { icon, look } = LOOKS[button.command.kind];
  return (
    <button
      type="button"
      class={`button strip-button ${look}`}
      aria-label={button.label}
      title={button.label}
      aria-busy={button.busy}
      aria-disabled={button.busy}
      onClick={button.busy ? undefined : () => act(button.command)}
    >
      <Icon name={icon} />
    </button>
  );
}

function ShowPhone({ view, showPhone }: Pick<ToastCardProps, 'view' | 'showPhone'>) {
  return <IconButton label={view.showPhone} icon="showPhone" onPress={showPhone} />;
}

/** The strip has room for the number alone. */
function Others({ view }: { readonly view: ToastView }) {
  if (view.others === null) return null;
  const { count, text } = view.others;
  if (view.kind === 'ring') return <span class="toast-others">{text}</span>;
  return (
    <span class="toast-others" title={text}>
      <span aria-hidden="true">+{count}</span>
      <span class="only-read-out">{text}</span>
    </span>
  );
}

function Time({ view }: { readonly view: ToastView }) {
  return view.sinceMs === null ? null : <Duration sinceMs={view.sinceMs} skewMs={0} />;
}
