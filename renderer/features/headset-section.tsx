import { useState } from 'preact/hooks';
import type { HeadsetCandidate } from '../../contract/headset-choice.js';
import type { ConnectTrouble } from '../../contract/words/headset-words.js';
import type { Headsets } from '../models/headsets.js';
import { Button } from '../ui/button.js';
import { useCopied } from '../ui/copied.js';
import { Icon } from '../ui/icon.js';
import { HeadsetRow } from './headset-row.js';
import { useScreen } from './screen-context.js';

/** Connecting a headset, the ones that are connected, and the test of their buttons. */
export function HeadsetSection(headsets: Headsets) {
  const { headset } = useScreen().words;
  const [trouble, setTrouble] = useState<ConnectTrouble | null>(null);
  const [connecting, setConnecting] = useState(false);
  const faces = headsets.faces.value;
  const offered = headsets.offered.value;
  const { copied, copy } = useCopied(headsets.report);
  const connect = async (): Promise<void> => {
    setTrouble(null);
    setConnecting(true);
    const outcome = await headsets.connect();
    setConnecting(false);
    setTrouble(outcome === 'connected' || outcome === 'cancelled' ? null : outcome);
  };
  return (
    <>
      <p class="hint">{headset.advice}</p>
      {faces.length === 0 && offered === null && <p>{headset.empty}</p>}
      {faces.length > 0 && (
        <ul class="headsets">
          {faces.map((face) => (
            <HeadsetRow key={face.id} face={face} press={headsets.press} forget={headsets.forget} />
          ))}
        </ul>
      )}
      {offered !== null && <Candidates candidates={offered} choose={headsets.choose} />}
      <p class="headset-trouble" role="status">
        {trouble !== null && (
          <>
            <Icon name="warning" />
            {headset.trouble[trouble]}
          </>
        )}
      </p>
      <div class="headset-actions" hidden={offered !== null}>
        <Button
          label={headset.connect}
          icon="headset"
          look={faces.length === 0 ? 'primary' : 'plain'}
          busy={connecting}
          onPress={() => void connect()}
        />
        {faces.length > 0 && (
          <Button
            label={copied ? headset.copied : headset.copyReport}
            reserve={copied ? headset.copyReport : headset.copied}
            icon={copied ? 'check' : 'copy'}
            onPress={copy}
          />
        )}
      </div>
    </>
  );
}

interface CandidatesProps {
  readonly candidates: readonly HeadsetCandidate[];
  readonly choose: (candidateId: number | null) => void;
}

/** Several are plugged in: the agent says which. */
function Candidates({ candidates, choose }: CandidatesProps) {
  const { headset } = useScreen().words;
  const labelOf = ({ name, serialEnding }: HeadsetCandidate): string => {
    const shown = name || headset.nameless;
    const hasTwin = candidates.filter((other) => other.name === name).length > 1;
    return hasTwin && serialEnding !== '' ? headset.twin(shown, serialEnding) : shown;
  };
  return (
    <fieldset class="headset-choice">
      <legend>{headset.choose}</legend>
      {candidates.map((candidate) => (
        <Button key={candidate.candidateId} label={labelOf(candidate)} onPress={() => choose(candidate.candidateId)} />
      ))}
      <Button label={headset.cancel} look="quiet" onPress={() => choose(null)} />
    </fieldset>
  );
}
