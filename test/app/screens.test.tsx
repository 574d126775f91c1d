import { render, screen } from '@testing-library/react';
import { Component, type ReactNode, Suspense } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { PLACES, screenOf } from '../../src/app/places';
import type { PlaceProps } from '../../src/ui/place';

const docket = PLACES.find((p) => p.id === 'docket') as { load: (typeof PLACES)[number]['load'] };
const own = docket.load;
afterEach(() => {
  docket.load = own;
});
const Shown = () => <p>shown</p>;

class Caught extends Component<{ children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render = () => (this.state.failed ? <p>failed</p> : this.props.children);
}

/** The place as it is gone to, its code given by these answers in turn: true comes, false does not. */
function gone(...answers: boolean[]) {
  docket.load = () =>
    answers.shift() ? Promise.resolve(Shown as never) : Promise.reject(new TypeError('Failed to fetch'));
  const Place = screenOf('docket');
  const props = {} as PlaceProps;
  return render(
    <Caught>
      <Suspense fallback={<p>loading</p>}>
        <Place {...props} />
      </Suspense>
    </Caught>,
  );
}

describe('the code of a place', () => {
  it('that did not come is asked for again, at once and when it is next gone to', async () => {
    const first = gone(false, false, false);
    expect(await screen.findByText('failed', {}, { timeout: 20_000 })).toBeTruthy();
    first.unmount();
    gone(false, true);
    expect(await screen.findByText('shown', {}, { timeout: 20_000 })).toBeTruthy();
  });
});
