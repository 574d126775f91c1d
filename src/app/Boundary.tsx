import { Component, type ReactNode } from 'react';
import { faultOf, faultSays } from '../store/faults';

interface Props {
  /** What is shown here, as it is called: `Timeline`. */
  readonly what: string;
  /** Saves what is on the screen; no button where there is nothing to save. */
  readonly save?: (() => Promise<unknown>) | undefined;
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly failed: boolean;
  readonly said: string;
}

/** Plain elements alone: what failed may be the kit itself. */
export function FaultNote({
  what,
  error,
  save,
  again,
  said,
}: {
  what: string;
  error: unknown;
  save?: (() => void) | undefined;
  again?: (() => void) | undefined;
  said?: string;
}) {
  const fault = faultOf(error);
  const unloaded = /dynamically imported module|Importing a module|module script/i.test(String(error));
  return (
    <main className="page" role="alert">
      <h1>{fault ? 'What is kept here could not be opened' : `${what} could not be shown`}</h1>
      <p>
        {fault
          ? fault.says
          : unloaded
            ? 'This part of the app could not be loaded: the network is gone, or the host has a newer version.'
            : (faultSays(error) ?? 'It stopped without a reason.')}
      </p>
      <p>
        {fault?.wayOn ??
          'The rest of the app goes on. Save the case as a file if you want to be certain of it, and report this.'}
      </p>
      <p style={{ display: 'flex', gap: 8 }}>
        {save && (
          <button type="button" onClick={save}>
            Save this case as a file
          </button>
        )}
        {again && (
          <button type="button" onClick={again}>
            Try again
          </button>
        )}
        <button type="button" onClick={() => location.reload()}>
          Reload the page
        </button>
        <a href="#/cases">Cases</a>
      </p>
      {said && <p role="status">{said}</p>}
    </main>
  );
}

/** Keeps a fault of one part from taking the others with it: never a white page. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: null, failed: false, said: '' };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true };
  }

  override render(): ReactNode {
    const { what, save, children } = this.props;
    const { error, failed, said } = this.state;
    if (!failed) return children;
    const told = (): void =>
      void save?.().then(
        () => this.setState({ said: 'It was given to the browser as a download.' }),
        (e: unknown) => this.setState({ said: faultSays(e) ?? 'It was not saved.' }),
      );
    return (
      <FaultNote
        what={what}
        error={error}
        said={said}
        save={save && told}
        again={() => this.setState({ error: null, failed: false, said: '' })}
      />
    );
  }
}
