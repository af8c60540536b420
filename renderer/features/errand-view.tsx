import { useEffect, useState } from 'preact/hooks';
import { dialableCountries } from '../models/dialable-countries.js';
import type { ErrandAsked, ErrandDesk } from '../models/errand-desk.js';
import { describeProblem } from '../models/number-problem.js';
import { formatNumber, type NumberReading, readNumber } from '../models/telephone-numbers.js';
import { Button } from '../ui/button.js';
import { Modal } from '../ui/modal.js';
import { makeVisible } from '../ui/visible-text.js';
import { NoticeLine } from './notices.js';
import { useScreen } from './screen-context.js';
import { useDerived, usePart } from './use-part.js';

export interface ErrandViewProps {
  readonly desk: ErrandDesk;
  /** Country of a number without prefix, ISO 3166. */
  readonly country: string;
  /** Puts a text where numbers are typed. */
  readonly fill: (text: string) => void;
}

/** What a link or another program wants, until the agent has answered. Nothing of it stands before a contact. */
export function ErrandView({ desk, ...props }: ErrandViewProps) {
  const asked = desk.asked.value;
  return asked === null ? null : <AskedErrand asked={asked} desk={desk} {...props} />;
}

function AskedErrand({ asked, desk, country, fill }: ErrandViewProps & { readonly asked: ErrandAsked }) {
  const isNobody = usePart(({ agent }) => agent === null);
  const countries = usePart(dialableCountries);
  const isIdle = usePart(({ contacts }) => contacts.length === 0);
  if (isNobody) return null;
  const { errandId, errand, confirm } = asked;
  const settle = (): void => desk.settle(errandId);
  if (errand.kind !== 'dial') {
    return isIdle ? <StatusQuestion key={errandId} errand={errand} settle={settle} /> : null;
  }
  return <DialErrand key={errandId} {...{ text: errand.text, confirm, country, countries, fill, settle }} />;
}

interface DialErrandProps {
  readonly text: string;
  readonly confirm: boolean;
  readonly country: string;
  readonly countries: readonly string[];
  readonly fill: (text: string) => void;
  readonly settle: () => void;
}

function DialErrand({ text, confirm, country, countries, fill, settle }: DialErrandProps) {
  const { phone, words } = useScreen();
  const { errands } = words;
  const [reading, setReading] = useState<NumberReading | null>(null);
  const call = (phoneNumber: string): void => {
    settle();
    void phone.execute({ kind: 'dial', phoneNumber });
  };
  useEffect(() => {
    void readNumber(text, country, countries).then((read) => {
      if (read.kind === 'number' && !confirm) call(read.phoneNumber);
      else setReading(read);
    });
  }, []);
  if (reading === null) return null;
  if (reading.kind === 'number') {
    return (
      <Modal title={errands.callTitle(formatNumber(reading.phoneNumber))} advice={errands.advice} onEscape={settle}>
        <Button label={errands.call} look="primary" icon="call" onPress={() => call(reading.phoneNumber)} />
        <Button label={errands.cancel} onPress={settle} />
      </Modal>
    );
  }
  // What is nearly a number can be mended where numbers are typed.
  const close = (): void => {
    fill(text);
    settle();
  };
  return (
    <Modal
      title={errands.cannotCall(makeVisible(text))}
      advice={describeProblem(reading, text, words)}
      onEscape={close}
    >
      <Button label={errands.understood} look="primary" onPress={close} />
    </Modal>
  );
}

type StatusErrand = Exclude<ErrandAsked['errand'], { readonly kind: 'dial' }>;

interface StatusQuestionProps {
  readonly errand: StatusErrand;
  readonly settle: () => void;
}

function StatusQuestion({ errand, settle }: StatusQuestionProps) {
  const { errands } = useScreen().words;
  return (
    <Modal title={errands.statusTitle(errand.kind, errand.name)} advice={errands.advice} onEscape={settle}>
      <SetButton errand={errand} settle={settle} />
      <Button label={errands.cancel} onPress={settle} />
    </Modal>
  );
}

function SetButton({ errand: { kind, statusId }, settle }: StatusQuestionProps) {
  const { phone, words } = useScreen();
  const set = (): void => {
    settle();
    void phone.execute({ kind, statusId });
  };
  return <Button label={words.errands.set} look="primary" onPress={set} />;
}

export interface ErrandNoticesProps {
  readonly desk: ErrandDesk;
}

/** What links wanted and did not get, one sentence each; and, beside a contact, the status that one asks for. */
export function ErrandNotices({ desk }: ErrandNoticesProps) {
  const { phone, words } = useScreen();
  const { errands } = words;
  const { asked, refusals } = desk;
  const waiting = useDerived(() => {
    if (asked.value === null || asked.value.errand.kind === 'dial') return null;
    return phone.snapshot.value.contacts.length === 0 ? null : asked.value;
  });
  return (
    <>
      {refusals.items.value.map((refusal) => (
        <NoticeLine
          key={refusal.kind}
          tone="waiting"
          icon="warning"
          text={errands.refused(refusal)}
          onDismiss={() => refusals.dismiss(refusal)}
        />
      ))}
      {waiting !== null && <StatusNotice key={waiting.errandId} asked={waiting} settle={desk.settle} />}
    </>
  );
}

function StatusNotice({ asked: { errandId, errand }, settle }: { asked: ErrandAsked; settle: ErrandDesk['settle'] }) {
  const { errands } = useScreen().words;
  const end = (): void => settle(errandId);
  if (errand.kind === 'dial') return null;
  const text = `${errands.statusTitle(errand.kind, errand.name)} ${errands.advice}`;
  return (
    <NoticeLine tone="waiting" icon="wait" text={text} onDismiss={end}>
      <SetButton errand={errand} settle={end} />
    </NoticeLine>
  );
}
