import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { AddressChange, AddressOutcome, SimulatorOutcome } from '../../contract/requests.js';
import type { Settings } from '../../contract/settings.js';
import { readAddress, readLoginAddress } from '../models/ccp-address.js';
import { Button } from '../ui/button.js';
import { CopyText } from '../ui/copy-button.js';
import { useScreen } from './screen-context.js';

/** Stores another address; the page is started anew on it, so that only refusals are answered. */
export type ChangeAddress = (change: AddressChange) => Promise<AddressOutcome>;

/** Opens the phone on the simulator; the page is started anew on it, so that only refusals are answered. */
export type TrySimulator = () => Promise<SimulatorOutcome>;

export interface FirstRunProps {
  /** What there is to correct; on the very first run there is nothing. */
  readonly settings: Pick<Settings, 'ccpUrl' | 'region' | 'loginUrl' | 'appOrigin'>;
  readonly changeAddress: ChangeAddress;
  /** Offered on the very first run, where there is a simulator. */
  readonly trySimulator?: TrySimulator | undefined;
  /** Leaves the address as it is; there is no way back from the very first run. */
  readonly onCancel?: () => void;
}

/** Asks for the one thing the phone cannot work without, and says what IT has to do for it. */
export function FirstRun({ settings, changeAddress, trySimulator, onCancel }: FirstRunProps) {
  const { words } = useScreen();
  const [typed, setTyped] = useState(settings.ccpUrl);
  const [region, setRegion] = useState(settings.region);
  const [login, setLogin] = useState(settings.loginUrl);
  const [sentence, setSentence] = useState<string | null>(null);
  const id = useId();
  const texts = words.firstRun;
  const entered = readAddress(typed);
  const save = async (): Promise<void> => {
    const loginUrl = readLoginAddress(login);
    if (entered.kind === 'problem') return setSentence(texts.problem[entered.problem]);
    if (loginUrl === null) return setSentence(texts.loginInvalid);
    const outcome = await changeAddress({ ccpUrl: entered.address, region: region.trim(), loginUrl });
    if (outcome === 'notOffline') setSentence(words.account.notOffline.advice);
    if (outcome === 'badAddress') setSentence(texts.problem.notAnAddress);
  };
  const tryIt = async (begin: TrySimulator): Promise<void> => {
    const outcome = await begin();
    if (outcome === 'notOffline') setSentence(words.account.notOffline.advice);
    if (outcome === 'failed') setSentence(texts.simulatorFailed);
  };
  const type = (set: (text: string) => void) => (text: string) => {
    set(text);
    setSentence(null);
  };
  return (
    <div class="idle">
      <h1>{onCancel === undefined ? texts.title : texts.changeTitle}</h1>
      <p>{texts.advice}</p>
      <form
        class="field-form address"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label for={id}>{texts.label}</label>
        <input
          id={id}
          type="url"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={sentence !== null}
          aria-describedby={`${id}-said`}
          placeholder="https://example.my.connect.aws/ccp-v2/"
          value={typed}
          onInput={(event) => type(setTyped)(event.currentTarget.value)}
        />
        <Button type="submit" label={texts.save} look="primary" onPress={() => undefined} />
        {onCancel && <Button label={words.firstRun.cancel} onPress={onCancel} />}
        <div id={`${id}-said`} class="said">
          {sentence === null && entered.kind === 'address' && entered.upgraded && (
            <p class="hint" role="status">
              {texts.upgraded(entered.address)}
            </p>
          )}
          {sentence !== null && (
            <p class="invalid" role="alert">
              {sentence}
            </p>
          )}
        </div>
        <details class="more" open={settings.region !== '' || settings.loginUrl !== ''}>
          <summary>{texts.more}</summary>
          <Field label={texts.region} value={region} onType={type(setRegion)} placeholder="eu-central-1" />
          <Field label={texts.loginUrl} value={login} onType={type(setLogin)} placeholder="https://login.example.com/">
            <p class="hint">{texts.loginHint}</p>
          </Field>
        </details>
      </form>
      <div class="for-it">
        <p>{texts.origin}</p>
        <CopyText
          label={words.troubleActions.copyOrigin}
          copiedLabel={words.attributes.copied}
          text={settings.appOrigin}
          look="plain"
        />
      </div>
      {trySimulator && (
        <div class="try-simulator">
          <p>{texts.simulatorHint}</p>
          <Button label={texts.trySimulator} onPress={() => void tryIt(trySimulator)} />
        </div>
      )}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onType: (text: string) => void;
  readonly children?: ComponentChildren;
}

function Field({ label, value, placeholder, onType, children }: FieldProps) {
  const id = useId();
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {children}
    </>
  );
}
