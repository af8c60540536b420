import type { ReadonlySignal } from '@preact/signals';
import type { ClosingAnswer } from '../../contract/closing.js';
import { Button } from '../ui/button.js';
import { Modal } from '../ui/modal.js';
import { useScreen } from './screen-context.js';

export interface ClosingQuestionProps {
  /** Whether the agent has closed the window and must choose what that does. */
  readonly asked: ReadonlySignal<boolean>;
  readonly answer: (answer: ClosingAnswer) => void;
}

/** Asks once what closing the window does. */
export function ClosingQuestion({ asked, answer }: ClosingQuestionProps) {
  const { closing } = useScreen().words.tray;
  if (!asked.value) return null;
  const stay = (): void => answer('stay');
  return (
    <Modal title={closing.title} advice={closing.advice} onEscape={stay}>
      <Button label={closing.keep} look="primary" onPress={() => answer('tray')} />
      <Button label={closing.quit} onPress={() => answer('quit')} />
      <Button label={closing.cancel} look="quiet" onPress={stay} />
    </Modal>
  );
}
