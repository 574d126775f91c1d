import {
  type ComponentProps,
  type ComponentType,
  cloneElement,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from 'react';
import { loaded, notLoaded } from './later';

/** What a menu is given: the button that it lies behind. */
export interface Behind {
  readonly button: ReactElement<ComponentProps<'button'>>;
}

/**
 * A button with a menu behind it. The button stands there from the first; the code of the menu is loaded when the button is
 * first pressed, and the menu is open once it has come (`useOpening`).
 */
export function laterMenu<P extends Behind>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return (props) => {
    const [come, setCome] = useState<{ readonly Menu: ComponentType<P> } | null>(null);
    if (come) return <come.Menu {...props} />;
    return cloneElement(props.button, {
      'aria-haspopup': true,
      onClick: () => void loaded(load).then((Menu) => setCome({ Menu }), notLoaded),
    });
  };
}

/** The state of such a menu: it opens as it comes, from its button, to which the focus returns. */
export function useOpening({ button }: Behind): {
  readonly target: ReactElement<ComponentProps<'button'>>;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
} {
  const ref = useRef<HTMLButtonElement>(null);
  const [opened, onChange] = useState(false);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
    onChange(true);
  }, []);
  return { target: cloneElement(button, { ref }), opened, onChange };
}
