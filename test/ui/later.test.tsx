import { MantineProvider } from '@mantine/core';
import { notificationsStore } from '@mantine/notifications';
import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { later, loaded } from '../../src/ui/later';

it('code that does not come is asked for again, and what the last try threw is thrown', async () => {
  let tries = 0;
  const third = async (): Promise<string> => {
    if (++tries < 3) throw new Error(`try ${tries}`);
    return 'here';
  };
  expect(await loaded(third, [0, 0])).toBe('here');
  tries = 0;
  await expect(loaded(third, [0])).rejects.toThrow('try 2');
});

it('a part that cannot be loaded is said and takes nothing else with it; when it is next shown it is asked for anew', async () => {
  let broken = true;
  let asked = 0;
  const Part = later<{ name: string }>(
    async () => {
      asked++;
      if (broken) throw new Error('the network is gone');
      return ({ name }) => <p>the part of {name}</p>;
    },
    ({ name }) => <p>waiting for {name}</p>,
  );
  const page = () => (
    <MantineProvider>
      <p>the rest</p>
      <Part name="Ada" />
    </MantineProvider>
  );
  const first = render(page());
  screen.getByText('waiting for Ada');
  const said = () => notificationsStore.getState().notifications.map((n) => String(n.message));
  await waitFor(() => expect(said().join()).toContain('the network is gone'), { timeout: 20_000 });
  screen.getByText('the rest');
  screen.getByText('waiting for Ada');
  first.unmount();
  broken = false;
  const before = asked;
  render(page());
  await screen.findByText('the part of Ada');
  expect(asked).toBe(before + 1);
});
