import { useId, useState } from 'preact/hooks';
import type { SignInAnswer, SignInQuestion } from '../../contract/sign-in.js';
import { Button } from '../ui/button.js';
import { Modal } from '../ui/modal.js';
import { useScreen } from './screen-context.js';

export interface SignInViewProps {
  readonly question: SignInQuestion;
  readonly answer: (answer: SignInAnswer) => void;
}

/** Asks what the sign-in window cannot go on without. */
export function SignInView({ question, answer }: SignInViewProps) {
  const { signIn, account } = useScreen().words;
  const no = (): void => answer({ kind: 'no' });
  const yes = (): void => answer({ kind: 'yes' });
  const sentence = signIn.question(question);
  switch (question.kind) {
    case 'allowHost':
      return (
        <Modal {...sentence} onEscape={no}>
          <Button label={signIn.allow} look="primary" onPress={yes} />
          <Button label={signIn.cancel} onPress={no} />
        </Modal>
      );
    case 'refused':
      return (
        <Modal {...sentence} onEscape={no}>
          <Button label={account.understood} look="primary" onPress={no} />
        </Modal>
      );
    case 'tooManyRedirects':
    case 'noAnswer':
      return (
        <Modal {...sentence} onEscape={no}>
          <Button label={signIn.tryAgain} look="primary" onPress={yes} />
          <Button label={signIn.close} onPress={no} />
        </Modal>
      );
    case 'password':
      return (
        <Modal {...sentence} onEscape={no}>
          <PasswordForm answer={answer} onCancel={no} />
        </Modal>
      );
    case 'certificate':
      return (
        <Modal {...sentence} onEscape={no}>
          <CertificateForm names={question.names} answer={answer} onCancel={no} />
        </Modal>
      );
  }
}

interface FormProps {
  readonly answer: (answer: SignInAnswer) => void;
  readonly onCancel: () => void;
}

function PasswordForm({ answer, onCancel }: FormProps) {
  const { signIn } = useScreen().words;
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const id = useId();
  return (
    <form
      class="modal-form"
      onSubmit={(event) => {
        event.preventDefault();
        answer({ kind: 'password', user, password });
      }}
    >
      <label for={`${id}-user`}>{signIn.user}</label>
      <input
        id={`${id}-user`}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={user}
        onInput={(event) => setUser(event.currentTarget.value)}
      />
      <label for={`${id}-password`}>{signIn.password}</label>
      <input
        id={`${id}-password`}
        type="password"
        autocomplete="off"
        value={password}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <div class="row">
        <Button type="submit" label={signIn.send} look="primary" onPress={() => undefined} />
        <Button label={signIn.cancel} onPress={onCancel} />
      </div>
    </form>
  );
}

function CertificateForm({ names, answer, onCancel }: FormProps & { readonly names: readonly string[] }) {
  const { signIn } = useScreen().words;
  const [index, setIndex] = useState(0);
  const id = useId();
  return (
    <form
      class="modal-form"
      onSubmit={(event) => {
        event.preventDefault();
        answer({ kind: 'certificate', index });
      }}
    >
      <label for={id}>{signIn.certificate}</label>
      <select id={id} value={index} onChange={(event) => setIndex(event.currentTarget.selectedIndex)}>
        {names.map((name, place) => (
          <option key={name} value={place}>
            {name}
          </option>
        ))}
      </select>
      <div class="row">
        <Button type="submit" label={signIn.allow} look="primary" onPress={() => undefined} />
        <Button label={signIn.cancel} onPress={onCancel} />
      </div>
    </form>
  );
}
