import { notifications } from '@mantine/notifications';
import {
  type ComponentType,
  createElement,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useState,
} from 'react';

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
 * stays, and it is asked for anew when it is next shown.
 * @param until what stands there until it has come; nothing where left out
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  until: (props: P) => ReactNode = () => null,
): ComponentType<P> {
  let part: LazyExoticComponent<ComponentType<P>> | null = null;
  const failed = (error: unknown): { default: ComponentType<P> } => {
    part = null;
    notLoaded(error);
    return { default: until };
  };
  return (props) => {
    part ??= lazy(() => loaded(load).then((component) => ({ default: component }), failed));
    return <Suspense fallback={until(props)}>{createElement(part as ComponentType<P>, props)}</Suspense>;
  };
}

/** Whether something was ever asked for: what was shown once stays in the page, so that it can go as it came. */
export function useAsked(now: boolean): boolean {
  const [asked, setAsked] = useState(now);
  if (now && !asked) setAsked(true);
  return asked || now;
}
