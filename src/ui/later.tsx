import { notifications } from '@mantine/notifications';
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';

/** ms after which code that did not come is asked for once more: a connection may have been closed as it was asked for. */
const AGAIN = [300, 1500];

/** Code that is loaded when it is needed, asked for again where it did not come at first. @throws what the last try threw */
export async function loaded<T>(load: () => Promise<T>, waits: readonly number[] = AGAIN): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const [wait, ...rest] = waits;
    if (wait === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return loaded(load, rest);
  }
}

/** Says that a part of the app did not come. */
export function notLoaded(error: unknown): void {
  notifications.show({
    color: 'red',
    title: 'A part of the app was not loaded',
    message: `${error instanceof Error ? error.message : String(error)}. Try again, or reload the page.`,
    autoClose: false,
  });
}

/**
 * A dialog or panel whose code is loaded when it is first shown. Where it does not come that is said, the rest of the page
 * stays, and it is asked for anew when it is next shown. Not by `lazy`: React holds back what was suspended for 300 ms.
 * @param until what stands there until it has come; nothing where left out
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  until: (props: P) => ReactNode = () => null,
): ComponentType<P> {
  let part: ComponentType<P> | null = null;
  let coming: Promise<void> | null = null;
  const come = (): Promise<void> => {
    coming ??= loaded(load)
      .then((component) => {
        part = component;
      }, notLoaded)
      .finally(() => {
        coming = null;
      });
    return coming;
  };
  return (props) => {
    const [, show] = useState(0);
    useEffect(() => {
      let here = true;
      if (part === null) void come().then(() => here && show((n) => n + 1));
      return () => {
        here = false;
      };
    });
    return part ? createElement(part, props) : until(props);
  };
}

/** Whether something was ever asked for: what was shown once stays in the page, so that it can go as it came. */
export function useAsked(now: boolean): boolean {
  const [asked, setAsked] = useState(now);
  if (now && !asked) setAsked(true);
  return asked || now;
}
